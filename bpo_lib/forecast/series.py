"""A client's volumes made ready: checked, on a regular grid, closed times found."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.errors import InputError
from bpo_lib.forecast.clock_change import by_the_wall, skipped_hours

DAY_MINUTES = 1440
SMALLEST_STEP = 5  # finer stamps are events, not counts [minutes]
SEASONS: dict[Frequency, int] = {"monthly": 12, "weekly": 52, "daily": 7, "intraday": 7}


@dataclass(frozen=True, eq=False)
class PreparedSeries:
    """Volumes on a regular grid.

    Parameters
    ----------
    counts : pandas.Series
        Volume of each period by its label; NaN where it is missing. [transactions]
    frequency : str
        `intraday`, `daily`, `weekly` or `monthly`.
    step_minutes : int
        Length of a period when intraday, else 0. [minutes]
    notes : tuple of str
        What was done to the series.
    """

    counts: pd.Series
    frequency: Frequency
    step_minutes: int
    notes: tuple[str, ...]

    def future(self, horizon: int) -> pd.DatetimeIndex:
        """Return the labels of the periods after the last one."""
        index = dates_of(self.counts)
        return pd.date_range(index[-1], periods=horizon + 1, freq=index.freq)[1:]


def prepare(series: pd.Series) -> PreparedSeries:
    """Return the series on a regular grid, or say what is wrong with it.

    Parameters
    ----------
    series : pandas.Series
        Counts by the start (or any steady label) of their period, in order of time; NaN is missing.
        [transactions]

    Returns
    -------
    PreparedSeries

    Raises
    ------
    InputError
        When there is no count, a count is negative or infinite, or the periods are out of order,
        doubled or not on a grid.
    """
    counts, notes = _checked(series)
    dates = dates_of(counts)
    frequency, step = _frequency(dates)
    grid = _grid(dates, frequency, step)
    regular = counts.reindex(grid)
    if regular.notna().sum() < counts.notna().sum():
        raise InputError("the periods are not on one regular grid: give every one the same length")
    missing = int(regular.isna().sum()) - skipped_hours(grid[regular.isna()], step)
    if missing:
        notes.append(
            f"{missing:,} of {len(regular):,} periods have no count; they are left out, not taken as 0."
        )
    if len(counts) == 1:
        words = {"monthly": "month", "weekly": "week", "daily": "day", "intraday": "part of a day"}
        notes.append(f"One point only: it is read as a {words[frequency]}.")
    return PreparedSeries(regular, frequency, step, tuple(notes))


def dates_of(counts: pd.Series) -> pd.DatetimeIndex:
    """Return the dates that index a series of counts."""
    index = counts.index
    assert isinstance(index, pd.DatetimeIndex)
    return index


def filled(values: np.ndarray, season: int) -> np.ndarray:
    """Return the values with gaps filled from the same place of neighbouring seasons.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        With at least one count; NaN is missing. [transactions]
    season : int
        Periods in a season.

    Returns
    -------
    ndarray, shape (periods,)
        Without NaN. [transactions]
    """
    if not np.isnan(values).any():
        return values
    table = pd.Series(values)
    by_phase = table.groupby(np.arange(values.size) % season)
    same_phase = by_phase.transform(lambda part: part.interpolate(limit_direction="both"))
    return same_phase.interpolate(limit_direction="both").to_numpy()


def _checked(series: pd.Series) -> tuple[pd.Series, list[str]]:
    if not isinstance(series, pd.Series) or not isinstance(series.index, pd.DatetimeIndex | pd.PeriodIndex):
        raise InputError("volumes must be a pandas Series with dates as its index")
    counts = _numbers(series)
    if isinstance(counts.index, pd.PeriodIndex):
        counts = counts.to_timestamp()
    if dates_of(counts).hasnans:
        raise InputError("a volume has no date")
    counts, notes = by_the_wall(counts)
    _check_order(dates_of(counts))
    _check_values(counts)
    return counts, notes


def _numbers(series: pd.Series) -> pd.Series:
    try:
        return series.astype(float)
    except (TypeError, ValueError) as error:
        raise InputError(f"a volume is not a number: {error}") from None


def _check_order(index: pd.DatetimeIndex) -> None:
    doubled = index[index.duplicated()]
    if len(doubled):
        raise InputError(f"the volume of {_label(doubled[0])} is given twice")
    if not index.is_monotonic_increasing:
        late = index[1:][np.diff(_seconds(index)) < 0][0]
        raise InputError(f"the volumes are not in order of time: {_label(late)} comes too late")


def _check_values(counts: pd.Series) -> None:
    if not counts.notna().any():
        raise InputError("the history holds no volume: give at least one period")
    for fault, found in (
        ("is negative; a count is 0 or more", counts < 0),
        ("is infinite", np.isinf(counts)),
    ):
        if found.any():
            raise InputError(f"the volume of {_label(counts.index[found][0])} {fault}")


def _label(stamp: pd.Timestamp) -> str:
    return str(stamp.date()) if stamp == stamp.normalize() else f"{stamp:%Y-%m-%d %H:%M}"


def _seconds(index: pd.DatetimeIndex) -> np.ndarray:
    return index.to_numpy().astype("M8[s]").astype(np.int64)


def _frequency(index: pd.DatetimeIndex) -> tuple[Frequency, int]:
    """Return the frequency and, when intraday, the step in minutes."""
    if len(index) == 1:
        return _frequency_of_one(index)
    gaps = np.diff(_seconds(index))
    step = int(np.gcd.reduce(gaps)) // 60
    one_place_in_month = bool(index.is_month_start.all() or index.is_month_end.all())
    if one_place_in_month and gaps.min() >= 28 * 86_400:
        return "monthly", 0
    if step and step % (7 * DAY_MINUTES) == 0:
        return "weekly", 0
    if step and step % DAY_MINUTES == 0:
        return "daily", 0
    if step < SMALLEST_STEP or DAY_MINUTES % step:
        raise InputError("the periods are not on one regular grid: give every one the same length")
    return "intraday", step


def _frequency_of_one(index: pd.DatetimeIndex) -> tuple[Frequency, int]:
    """Return the frequency of a single period: the one it states, else by its place in the month."""
    if index.freq is not None:
        return _frequency(pd.date_range(index[0], periods=3, freq=index.freq))
    return ("monthly", 0) if index[0].is_month_start or index[0].is_month_end else ("daily", 0)


def _grid(index: pd.DatetimeIndex, frequency: Frequency, step: int) -> pd.DatetimeIndex:
    at_end = frequency == "monthly" and not index.is_month_start.all()
    names = {"monthly": "ME" if at_end else "MS", "weekly": "7D", "daily": "D", "intraday": f"{step}min"}
    return pd.date_range(index[0], index[-1], freq=names[frequency])

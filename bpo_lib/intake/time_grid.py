"""The regular grid behind a client's period starts: intraday, daily, weekly or monthly."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.intake.cells import CellError

MOST_PERIODS = 400_000
_STEPS = (5, 6, 10, 12, 15, 20, 30, 60)
_MISFITS_ALLOWED = 0.05  # more than these are not slips of a few rows but another way of counting
_WEEKS_TO_TRUST_A_SLOT = 4
_RARELY_KNOWN = 0.5

_IRREGULAR = "Give one row per period: every 5 to 60 minutes, day or week, or on the first of every month"


@dataclass(frozen=True, eq=False)
class TimeGrid:
    """Every period between the first and the last start.

    Parameters
    ----------
    frequency : str
        `intraday`, `daily`, `weekly` or `monthly`.
    step_minutes : int
        Length of an intraday period, else 0. [minutes]
    periods : pandas.DatetimeIndex
        The start of every period.
    """

    frequency: Frequency
    step_minutes: int
    periods: pd.DatetimeIndex

    def spread(self, volumes: pd.Series) -> pd.Series:
        """Return the volumes of one queue on the whole grid.

        A period without a row is missing (NaN), unless the queue is closed then: before its first
        row, after its last, and at the times of the week that never have a row. With less than four
        weeks of rows (house assumption) only an hour or a weekday that never appears is closed.
        """
        spread = volumes.reindex(self.periods)
        spread[(self.periods < volumes.index[0]) | (self.periods > volumes.index[-1])] = 0.0
        if self.frequency in {"intraday", "daily"}:
            spread[self._closed(volumes.index)] = 0.0
        return spread

    def _closed(self, seen: pd.Index) -> np.ndarray:
        known = pd.DatetimeIndex(seen)
        grid_day, grid_minute = _slots(self.periods)
        day, minute = _slots(known)
        closed = ~np.isin(grid_day, day) | ~np.isin(grid_minute, minute)
        if known[-1] - known[0] >= pd.Timedelta(weeks=_WEEKS_TO_TRUST_A_SLOT):
            closed |= ~np.isin(grid_day * 1440 + grid_minute, day * 1440 + minute)
        return closed


def _slots(starts: pd.DatetimeIndex) -> tuple[np.ndarray, np.ndarray]:
    return starts.dayofweek.to_numpy(), (starts.hour * 60 + starts.minute).to_numpy()


def time_grid(starts: pd.DatetimeIndex) -> TimeGrid:
    """Return the grid of the starts, sorted and each given once; up to one in twenty may lie off it.

    Raises
    ------
    CellError
        When there are too few starts, or no regular step fits them.
    """
    if len(starts) == 1 and starts[0].day == 1 and starts[0] == starts[0].normalize():
        return TimeGrid(
            "monthly", 0, pd.date_range(starts[0], periods=1, freq="MS")
        )  # one figure is a month's
    if len(starts) < 2:
        raise CellError("there are fewer than two periods", _IRREGULAR)
    without_times = (starts == starts.normalize()).all()
    grid = _calendar_grid(starts) if without_times else _intraday_grid(starts)
    misfits = 1 - starts.isin(grid.periods).mean()
    if misfits > _MISFITS_ALLOWED:
        raise CellError(f"{misfits:.0%} of the starts do not fit a {grid.frequency} grid", _IRREGULAR)
    return grid


def check_known(absent_share: float) -> None:
    """Refuse a series in which most periods of an open queue have no row.

    Raises
    ------
    CellError
        With the share of open periods that have none.
    """
    if absent_share > _RARELY_KNOWN:
        raise CellError(
            f"{absent_share:.0%} of the periods in which the operation is open have no row",
            "Write 0 where nothing arrived; only periods that were not counted may be left out",
        )


def _seconds(starts: pd.DatetimeIndex) -> np.ndarray:
    return starts.to_numpy().astype("datetime64[s]").astype(np.int64)


def _most_common(gaps: np.ndarray) -> int:
    values, counts = np.unique(gaps, return_counts=True)
    return int(values[np.argmax(counts)])


def _limited(starts: pd.DatetimeIndex, step: pd.Timedelta) -> None:
    periods = (starts[-1] - starts[0]) / step
    if periods > MOST_PERIODS:
        raise CellError(
            f"{starts[0]:%Y-%m-%d} to {starts[-1]:%Y-%m-%d} are more than {MOST_PERIODS:,} periods",
            "Check the years of the first and the last start",
        )


def _intraday_grid(starts: pd.DatetimeIndex) -> TimeGrid:
    seconds = _seconds(starts)
    step = _most_common(np.diff(seconds))
    if step % 60 or step // 60 not in _STEPS:
        raise CellError(
            f"most starts are {step / 60:g} minutes apart",
            "Give periods of 5, 6, 10, 12, 15, 20, 30 or 60 minutes, or one row per day without a time",
        )
    length = pd.Timedelta(seconds=step)
    _limited(starts, length)
    # The grid is laid through most starts, so that a slip in the first row does not shift it.
    offset = _most_common(seconds % step)
    first = starts[seconds % step == offset][0]
    last = starts[seconds % step == offset][-1]
    return TimeGrid("intraday", step // 60, pd.date_range(first, last, freq=length))


def _calendar_grid(starts: pd.DatetimeIndex) -> TimeGrid:
    _limited(starts, pd.Timedelta(days=1))
    if (starts.day == 1).mean() > 1 - _MISFITS_ALLOWED:
        first = starts[starts.day == 1]
        return TimeGrid("monthly", 0, pd.date_range(first[0], first[-1], freq="MS"))
    gap = _most_common(np.diff(_seconds(starts)) // 86_400)
    if gap == 1:
        return TimeGrid("daily", 0, pd.date_range(starts[0], starts[-1], freq="D"))
    if gap == 7:
        weekday = _most_common(starts.dayofweek.to_numpy())
        first = starts[starts.dayofweek == weekday]
        return TimeGrid("weekly", 0, pd.date_range(first[0], first[-1], freq="7D"))
    if 28 <= gap <= 31:
        raise CellError("the starts are months, but not their first day", "Write 2025-01-01 for January 2025")
    raise CellError(f"most starts are {gap} days apart", _IRREGULAR)

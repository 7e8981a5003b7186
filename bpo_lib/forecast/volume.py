"""Forecast a series of counts: the expected volume, intervals that hold, and an honest back-test."""

import operator
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.errors import InputError
from bpo_lib.forecast import scores
from bpo_lib.forecast.accuracy import poisson_floor
from bpo_lib.forecast.carry import Carried, carry
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.explain import choice_notes, scored_as
from bpo_lib.forecast.intervals import Spread, spread_of
from bpo_lib.forecast.intraday.shared_days import carry_intraday
from bpo_lib.forecast.series import PreparedSeries, prepare


@dataclass(frozen=True, eq=False)
class VolumeForecast:
    """What is expected, how sure that is, and how the same method did on the past.

    Parameters
    ----------
    mean : pandas.Series
        Expected volume of each period, never below 0 and exactly 0 where closed. [transactions]
    method : str
        How it was made.
    backtest : pandas.DataFrame
        One row per origin and method: origin, method, steps, mae, wape, mase, coverage and
        coverage95, the shares of periods inside the 80% and 95% intervals that the other origins
        would have given.
    accuracy : pandas.DataFrame
        Averages over the origins by method: method, mae, wape, mase, coverage, coverage95, chosen.
    notes : list of str
        Plain sentences on data, choice and confidence.
    frequency : str
        `intraday`, `daily`, `weekly` or `monthly`.
    month_ahead_wape : float
        Error of the volume of about a month as a share of it; NaN without a back-test. [share]
    levels : tuple of float
        The interval levels asked for.
    seed : int
        Of the paths.
    spread : Spread
        Widths of the intervals.
    members : pandas.DataFrame
        The methods behind the forecast: method, weight. [share]
    by_horizon : pandas.DataFrame
        Back-test of the used method and the benchmarks by how far ahead they looked: method,
        first_step, last_step, mae, wape, coverage; a step is a day when intraday.
    poisson_floor : float
        Error, as a share of volume, that pure chance leaves to a perfect forecast. [share]
    level_shifts : pandas.DataFrame
        Lasting changes of level found in the history: period, before, after. [transactions]
    outliers : pandas.DataFrame
        Periods far from what was usual: period, count, expected. [transactions]
    """

    mean: pd.Series
    method: str
    backtest: pd.DataFrame
    accuracy: pd.DataFrame
    notes: list[str]
    frequency: Frequency
    month_ahead_wape: float
    levels: tuple[float, ...]
    seed: int
    spread: Spread
    members: pd.DataFrame
    by_horizon: pd.DataFrame
    poisson_floor: float
    level_shifts: pd.DataFrame
    outliers: pd.DataFrame

    def interval(self, level: float) -> tuple[pd.Series, pd.Series]:
        """Return the lower and upper end of the interval that should hold `level` of the outcomes.

        Parameters
        ----------
        level : float
            Above 0 and below 1; those in `levels` and any other.

        Returns
        -------
        lower, upper : Series
            The lower end is never below 0. [transactions]

        Raises
        ------
        InputError
            When the level is outside its range.
        """
        width = self.spread.half_width(level)
        return (self.mean - width).clip(lower=0), self.mean + width

    def paths(self, n: int) -> np.ndarray:
        """Return possible futures; at every period their quantiles are the ends of the intervals.

        Parameters
        ----------
        n : int
            Paths wanted, 1 or more.

        Returns
        -------
        ndarray, shape (n, horizon)
            The same for the same seed. [transactions]

        Raises
        ------
        InputError
            When no path is asked for.
        """
        if n < 1:
            raise InputError(f"{n} paths asked for; ask for 1 or more")
        return self.spread.draw(self.mean.to_numpy(), n, self.seed)


def forecast_volume(
    series: pd.Series,
    horizon: int,
    *,
    calendar: Calendar | Iterable[object] | None = None,
    levels: Sequence[float] = (0.8, 0.95),
    seed: int = 0,
) -> VolumeForecast:
    """Forecast a series of counts with the methods that serve together for it.

    Parameters
    ----------
    series : pandas.Series
        Counts by period on a DatetimeIndex: intraday, daily, weekly or monthly; NaN is missing.
        [transactions]
    horizon : int
        Periods to forecast.
    calendar : Calendar or iterable of dates, optional
        Days set apart, or only the days, past and future, on which nothing is open: these are left
        out of the history and forecast as exactly 0. Weekdays and hours without any count are
        found without it, and so are the effects of days that are unusual every year.
    levels : sequence of float
        Levels of the intervals wanted.
    seed : int
        Of the paths.

    Returns
    -------
    VolumeForecast

    Raises
    ------
    InputError
        When the series, the horizon, a closed day or a level cannot be used.

    Notes
    -----
    The median of the methods that `recipe.py` names for the frequency and the number of counts;
    where that lost to seasonal naive, on average and from four of five rolling origins, the best plain
    method.
    """
    horizon, levels = _checked_horizon(horizon), _checked_levels(levels)
    prepared, days = prepare(series), Calendar.of(calendar)
    carried = carried_forward(prepared, horizon, days)[0]
    return assembled(carried, prepared, levels, seed, calendar_ignored=not days.is_empty)


def carried_forward(
    prepared: PreparedSeries, horizon: int, calendar: Calendar | Collection[pd.Timestamp] = ()
) -> tuple[Carried, Carried]:
    """Return a history carried forward at its own frequency, and by day when it is intraday.

    Parameters
    ----------
    prepared : PreparedSeries
        The history.
    horizon : int
        Periods to forecast.
    calendar : Calendar or collection of Timestamp
        The days set apart, or only those without work.

    Returns
    -------
    own, displayable : Carried
        The same object twice unless the history is intraday.
    """
    if prepared.frequency == "intraday":
        return carry_intraday(prepared, horizon, calendar)
    carried = carry(prepared, horizon, calendar)
    return carried, carried


def assembled(
    carried: Carried,
    prepared: PreparedSeries,
    levels: Sequence[float] = (0.8, 0.95),
    seed: int = 0,
    *,
    calendar_ignored: bool = False,
) -> VolumeForecast:
    """Return the forecast with its intervals, scores and notes.

    Parameters
    ----------
    carried : Carried
        The history carried forward.
    prepared : PreparedSeries
        The history.
    levels : sequence of float
        Levels of the intervals wanted.
    seed : int
        Of the paths.
    calendar_ignored : bool
        Whether a calendar was given, which weekly and monthly series cannot use.

    Returns
    -------
    VolumeForecast
    """
    frequency, method = prepared.frequency, scored_as(carried)
    own = [run for run in carried.runs if run.method == method]
    scored = scores.scored(carried.runs, frequency, carried.points)
    backtest = scores.by_origin(scored)
    accuracy = scores.by_method(backtest, method)
    notes = [*prepared.notes, *carried.notes, *choice_notes(accuracy, backtest, carried, frequency)]
    if calendar_ignored and frequency in {"weekly", "monthly"}:
        notes.append(
            "Closed days, holidays and events are used for daily and intraday histories only; they were "
            "left aside."
        )
    return VolumeForecast(
        mean=pd.Series(carried.mean, index=carried.periods, name="volume"),
        method=carried.method,
        backtest=backtest,
        accuracy=accuracy,
        notes=notes,
        frequency=frequency,
        month_ahead_wape=scores.month_ahead_wape(own, frequency),
        levels=tuple(levels),
        seed=seed,
        spread=spread_of(
            own, carried.mean, carried.deviation, frequency, carried.points, periods=carried.periods
        ),
        members=pd.DataFrame(carried.members.items(), columns=["method", "weight"]),
        by_horizon=scores.by_horizon(scored, method, frequency),
        poisson_floor=poisson_floor(carried.mean),
        level_shifts=carried.level_shifts,
        outliers=carried.outliers,
    )


def _checked_horizon(horizon: int) -> int:
    try:
        periods = operator.index(horizon)
    except TypeError:
        raise InputError(f"horizon is {horizon!r}; it must be a whole number of periods") from None
    if periods < 1:
        raise InputError(f"horizon is {periods}; it must be 1 period or more")
    return periods


def _checked_levels(levels: Sequence[float]) -> tuple[float, ...]:
    for level in levels:
        if not 0 < level < 1:
            raise InputError(f"interval level is {level}; it must be above 0 and below 1, as 0.8")
    return tuple(levels)

"""Carry forward, for up to a week, a series within the day that never closes.

Where every hour counts something, the last hours and the same hours of yesterday and last week
may tell more than the day's total does. Five views of them are taken and their median is used.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from bpo_lib.forecast.accuracy import mase
from bpo_lib.forecast.backtest import Run
from bpo_lib.forecast.carry import Carried
from bpo_lib.forecast.intraday.double_season import double_seasonal
from bpo_lib.forecast.methods.lag_regression import lag_regression, lag_regression_of_change
from bpo_lib.forecast.methods.plain import BENCHMARKS, NAIVE2, Season
from bpo_lib.forecast.series import DAY_MINUTES, PreparedSeries, filled

CLOCK_METHOD = "median of 5 views of the last weeks"
LEAST_WEEKS = 2  # of history
MOST_WEEKS = 12  # a longer past costs time and describes another season of the year
LONGEST_DAYS = 7  # beyond a week the day's total and its profile know more
LARGE = 10  # below this a count's chance is a matter of its root, above of its share [transactions]

ORIGINS = 12
FASTEST_GROWTH = 0.8  # power of the lead time with which errors may grow


def never_closes(weeks: np.ndarray) -> bool:
    """Return whether every slot of the week counts something now and then.

    Parameters
    ----------
    weeks : ndarray, shape (weeks, 7, slots)
        Counts; NaN is missing. [transactions]

    Returns
    -------
    bool
    """
    return bool((np.nan_to_num(weeks) > 0).any(axis=0).all())


def views_of(values: np.ndarray, day: int, horizon: int) -> dict[str, np.ndarray]:
    """Return the views of a series that never closes, by name.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        Without gaps. [transactions]
    day : int
        Periods in a day.
    horizon : int
        Periods wanted.

    Returns
    -------
    dict
        Each of shape (horizon,), never below 0; empty when the history is under two weeks.
        [transactions]

    Notes
    -----
    The views are made on a logarithmic scale, or on that of the root when a count is under ten,
    so that the cycles grow with the level.

    Source: house practice; see `lag_regression` for how it did.
    """
    if values.size < LEAST_WEEKS * 7 * day:
        return {}
    recent = values[-MOST_WEEKS * 7 * day :]
    bend, unbend = (np.log, np.exp) if recent.min() >= LARGE else (np.sqrt, _square)
    found = {name: view(bend(recent), day, horizon) for name, view in VIEWS.items()}
    return {name: unbend(view) for name, view in found.items() if view is not None}


def carry_round_the_clock(prepared: PreparedSeries, horizon: int) -> Carried:
    """Return a series that never closes carried forward by the median of its views.

    Parameters
    ----------
    prepared : PreparedSeries
        Intraday, two weeks or more.
    horizon : int
        Intervals to forecast, a week or less.

    Returns
    -------
    Carried

    Notes
    -----
    The error is taken to grow with the root of the forecast and a power of the lead time, which
    is the one seen from up to twelve origins.
    """
    day = DAY_MINUTES // prepared.step_minutes
    values = filled(prepared.counts.to_numpy(dtype=float), 7 * day)
    views = views_of(values, day, horizon)
    mean = np.median(list(views.values()), axis=0)
    runs = _runs(prepared.counts, values, day, -(-horizon // day) * day)
    power = _growth(runs)
    return Carried(
        prepared.future(horizon),
        mean,
        _deviation(mean, power),
        method=CLOCK_METHOD,
        proposed=CLOCK_METHOD,
        members=dict.fromkeys(views, 1 / len(views)),
        runs=tuple(replace(run, deviation=_deviation(run.mean, power)) for run in runs),
        points=int(prepared.counts.notna().sum()),
        notes=(),
    )


def _runs(counts: pd.Series, values: np.ndarray, day: int, steps: int) -> list[Run]:
    """Return the forecasts of the past from origins at ever other hours of the day."""
    distance = max(steps // 2, day) + max(7 * day // 24, 1)
    origins = [values.size - steps - k * distance for k in range(ORIGINS)]
    return [
        run
        for origin in origins
        if origin >= LEAST_WEEKS * 7 * day
        for run in _runs_from(counts, values, origin, day, steps)
    ]


def _runs_from(counts: pd.Series, values: np.ndarray, origin: int, day: int, steps: int) -> list[Run]:
    past, actual = values[:origin], counts.to_numpy(dtype=float)[origin : origin + steps]
    made = {CLOCK_METHOD: np.median(list(views_of(past, day, steps).values()), axis=0)}
    for name, method in BENCHMARKS.items():
        answer = method(past, Season(day if name == NAIVE2 else 7 * day, trend=False), steps)
        assert answer is not None, "benchmarks always serve"
        made[name] = answer.mean
    days = pd.DatetimeIndex(counts.index[origin : origin + steps : day])
    return [
        Run(name, days, actual, mean, np.sqrt(mean), mase(actual, mean, past, day))
        for name, mean in made.items()
    ]


def _growth(runs: Sequence[Run]) -> float:
    """Return the power of the lead time with which the errors of the views grew."""
    own = [run for run in runs if run.method == CLOCK_METHOD]
    if not own:
        return 0.5
    errors = np.array([(run.actual - run.mean) / np.sqrt(np.maximum(run.mean, 1e-9)) for run in own])
    seen = ~np.isnan(errors)
    spread = np.sqrt((np.where(seen, errors, 0) ** 2).sum(axis=0) / np.maximum(seen.sum(axis=0), 1))
    told = spread > 0
    if told.sum() < 2:
        return 0.0
    lead = np.log(np.arange(1, spread.size + 1))
    return float(np.clip(np.polyfit(lead[told], np.log(spread[told]), 1)[0], 0, FASTEST_GROWTH))


def _deviation(mean: np.ndarray, power: float) -> np.ndarray:
    return np.sqrt(mean) * np.arange(1, mean.size + 1) ** power


def _square(roots: np.ndarray) -> np.ndarray:
    return np.maximum(roots, 0) ** 2


def _last_day(values: np.ndarray, day: int, horizon: int) -> np.ndarray:
    return np.resize(values[-day:], horizon)


def _own_past(values: np.ndarray, day: int, horizon: int) -> np.ndarray | None:
    return lag_regression(values, _lags(day), horizon, averages=(day, 7 * day))


def _change_of_day(values: np.ndarray, day: int, horizon: int) -> np.ndarray | None:
    return lag_regression_of_change(values, day, _lags(day), horizon)


def _change_of_week(values: np.ndarray, day: int, horizon: int) -> np.ndarray | None:
    recent = [lag for lag in _lags(day) if lag <= 3 * day]
    return lag_regression_of_change(values, 7 * day, recent, horizon)


def _lags(day: int) -> list[int]:
    """Return the last hours, and the same hour and its neighbours of each day of the last week."""
    near = {1: (-1, 0, 1, 2), 2: (-1, 0, 1), 7: (-1, 0, 1, 2)}
    places = [days * day + hours for days in range(1, 8) for hours in near.get(days, (0,))]
    return sorted({1, 2, 3, *places} - {0})


VIEWS: dict[str, Callable[[np.ndarray, int, int], np.ndarray | None]] = {
    "last day": _last_day,
    "double smoothing": double_seasonal,
    "own past": _own_past,
    "change from day to day": _change_of_day,
    "change from week to week": _change_of_week,
}

"""Rolling origins: forecast the past from its own past, and see how far off each method was.

The ensemble, its members and the plain benchmarks are all scored on the same periods.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.accuracy import mase
from bpo_lib.forecast.effects.adjust import Look, as_counted
from bpo_lib.forecast.ensemble import combined, name_of, seen_through
from bpo_lib.forecast.methods.plain import BENCHMARKS, SEASONAL_NAIVE, Method, Season
from bpo_lib.forecast.series import dates_of, filled

ORIGINS = 5
LONGEST_WINDOW: dict[Frequency, int] = {"monthly": 12, "weekly": 13, "daily": 28, "intraday": 28}
SHORTEST_WINDOW: dict[Frequency, int] = {"monthly": 3, "weekly": 4, "daily": 7, "intraday": 7}
FIRST_TRAINING = 4


@dataclass(frozen=True, eq=False)
class Run:
    """One forecast of the past.

    Parameters
    ----------
    method : str
        Which method made it.
    periods : pandas.DatetimeIndex
        The periods forecast; the first is the origin.
    actual, mean, deviation : ndarray, shape (steps,)
        What came (NaN where nobody counted), what was expected, and the method's own error. [transactions]
    scaled_error : float
        MASE of the run against the history it was made from.
    """

    method: str
    periods: pd.DatetimeIndex
    actual: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray
    scaled_error: float


def roll(
    counts: pd.Series,
    season: Season,
    horizon: int,
    frequency: Frequency,
    members: Mapping[str, Method],
    *,
    look: Look = as_counted,
) -> tuple[Run, ...]:
    """Return the forecasts of the ensemble, its members and the benchmarks from several origins.

    Parameters
    ----------
    counts : pandas.Series
        The history on its grid, without closed periods; NaN is missing. [transactions]
    season : Season
        How it repeats.
    horizon : int
        Periods the real forecast will reach; the windows are as long as the history allows.
    frequency : str
        Sets the longest window.
    members : mapping
        The methods of the ensemble by name.
    look : callable
        Makes any past fit for the members; the benchmarks see it as it was counted.

    Returns
    -------
    tuple of Run
        Empty when the history is too short; a method that failed at one origin is left out.
    """
    values = counts.to_numpy(dtype=float)
    wanted = min(max(horizon, SHORTEST_WINDOW[frequency]), LONGEST_WINDOW[frequency])
    steps = min(wanted, max(values.size // 4, 1))
    runs = [
        run
        for origin in _origins(values.size, steps, season.length)
        for run in _runs_from(counts, origin, steps, season, members=members, look=look)
    ]
    return tuple(_complete(runs))


def errors_by_method(runs: Sequence[Run]) -> dict[str, float]:
    """Return the mean absolute error of each method over all origins.

    Where most periods are empty the absolute error favours forecasting nothing at all, which
    would lose the volume of every month; there it is the mean squared error.
    """
    errors: dict[str, list[np.ndarray]] = {}
    for run in runs:
        errors.setdefault(run.method, []).append(run.actual - run.mean)
    actual = [run.actual for run in runs]
    power = 2 if actual and np.nanmedian(np.concatenate(actual)) == 0 else 1
    return {name: float(np.nanmean(np.abs(np.concatenate(found)) ** power)) for name, found in errors.items()}


def _origins(size: int, steps: int, season: int) -> list[int]:
    """Return where to cut the history, the last cut first.

    Cuts at one and the same place of the season would show the error of that place only,
    so their distance is never a multiple of it.
    """
    distance = max(steps // 2, 1)
    if season > 1 and distance % season == 0:
        distance += 1
    earliest = max(FIRST_TRAINING, min(season + 1, size // 2), size // 3)
    return [size - steps - k * distance for k in range(ORIGINS) if size - steps - k * distance >= earliest]


def _runs_from(
    counts: pd.Series, origin: int, steps: int, season: Season, *, members: Mapping[str, Method], look: Look
) -> list[Run]:
    past, window = counts.iloc[:origin], counts.iloc[origin : origin + steps]
    if not past.notna().any() or not window.notna().any():
        return []
    history = filled(past.to_numpy(dtype=float), season.length)
    actual = window.to_numpy(dtype=float)
    said = seen_through(look(past), members, season, dates_of(window))
    plain = {name: method(history, season, steps) for name, method in BENCHMARKS.items()}
    every = {name_of(list(members)): combined(said.values()), **said, **plain}
    return [
        Run(name, dates_of(window), actual, *found, mase(actual, found.mean, history, season.length))
        for name, found in every.items()
        if found is not None
    ]


def _complete(runs: list[Run]) -> list[Run]:
    """Keep the methods that served at every origin, so that all are scored on the same periods."""
    times = Counter(run.method for run in runs)
    return [run for run in runs if times[run.method] == times[SEASONAL_NAIVE]]

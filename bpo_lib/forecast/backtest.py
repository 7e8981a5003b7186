"""Rolling origins: forecast the past from its own past, and see how far off each method was."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.accuracy import mae, mase, wape
from bpo_lib.forecast.methods import METHODS, SEASONAL_NAIVE, Season
from bpo_lib.forecast.series import dates_of, filled

ORIGINS = 5
LONGEST_WINDOW: dict[Frequency, int] = {"monthly": 12, "weekly": 13, "daily": 28, "intraday": 28}
SHORTEST_WINDOW: dict[Frequency, int] = {"monthly": 3, "weekly": 4, "daily": 7, "intraday": 7}
FIRST_TRAINING = 4

BACKTEST_COLUMNS = ["origin", "method", "steps", "mae", "wape", "mase", "coverage"]


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


def roll(counts: pd.Series, season: Season, horizon: int, frequency: Frequency) -> tuple[Run, ...]:
    """Return the forecasts of every method from several origins.

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
        for run in _runs_from(counts, origin, steps, season)
    ]
    return tuple(_complete(runs))


def table(runs: Sequence[Run], covered: Sequence[float]) -> pd.DataFrame:
    """Return the scores of every run.

    Parameters
    ----------
    runs : sequence of Run
        The back-test.
    covered : sequence of float
        Share of the periods of each run that fell inside their 80% interval. [share]

    Returns
    -------
    DataFrame
        One row per run with `BACKTEST_COLUMNS`.
    """
    rows = [
        (
            run.periods[0],
            run.method,
            len(run.periods),
            mae(run.actual, run.mean),
            wape(run.actual, run.mean),
            run.scaled_error,
            share,
        )
        for run, share in zip(runs, covered, strict=True)
    ]
    return pd.DataFrame(rows, columns=BACKTEST_COLUMNS)


def ranking(runs: Sequence[Run]) -> list[str]:
    """Return the methods by mean absolute error over all origins, best first; ties go to the plainer.

    Where most periods are empty the absolute error favours forecasting nothing at all, which
    would lose the volume of every month; there the squared error decides.
    """
    errors: dict[str, list[np.ndarray]] = {}
    for run in runs:
        errors.setdefault(run.method, []).append(run.actual - run.mean)
    actual = [run.actual for run in runs]
    power = 2 if actual and np.nanmedian(np.concatenate(actual)) == 0 else 1
    scores = {
        name: float(np.nanmean(np.abs(np.concatenate(found)) ** power)) for name, found in errors.items()
    }
    return sorted(scores, key=lambda name: (scores[name], list(METHODS).index(name)))


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


def _runs_from(counts: pd.Series, origin: int, steps: int, season: Season) -> list[Run]:
    past, window = counts.iloc[:origin], counts.iloc[origin : origin + steps]
    if not past.notna().any() or not window.notna().any():
        return []
    history = filled(past.to_numpy(dtype=float), season.length)
    actual = window.to_numpy(dtype=float)
    found = []
    for name, method in METHODS.items():
        projection = method(history, season, steps)
        if projection is not None:
            error = mase(actual, projection.mean, history, season.length)
            found.append(Run(name, dates_of(window), actual, *projection, error))
    return found


def _complete(runs: list[Run]) -> list[Run]:
    """Keep the methods that served at every origin, so that all are scored on the same periods."""
    origins = sum(run.method == SEASONAL_NAIVE for run in runs)
    served = {name for name in METHODS if sum(run.method == name for run in runs) == origins}
    return [run for run in runs if run.method in served]

"""How the back-test's forecasts did: by origin, on average, and by how far ahead they looked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.accuracy import coverage, mae, wape
from bpo_lib.forecast.backtest import Run
from bpo_lib.forecast.intervals import spread_of
from bpo_lib.forecast.methods.plain import BENCHMARKS

LEVELS = (0.80, 0.95)
BACKTEST_COLUMNS = ["origin", "method", "steps", "mae", "wape", "mase", "coverage", "coverage95"]
ACCURACY_COLUMNS = ["method", "mae", "wape", "mase", "coverage", "coverage95", "chosen"]
HORIZON_COLUMNS = ["method", "first_step", "last_step", "mae", "wape", "coverage"]

# First steps of the blocks in which accuracy by horizon is shown; a step is a day when intraday.
BLOCKS: dict[Frequency, tuple[int, ...]] = {
    "monthly": (1, 2, 4, 7),
    "weekly": (1, 2, 5, 9),
    "daily": (1, 2, 8, 15),
    "intraday": (1, 2, 8, 15),
}
MONTH_STEPS: dict[Frequency, int] = {"monthly": 1, "weekly": 4, "daily": 28, "intraday": 28}


@dataclass(frozen=True, eq=False)
class ScoredRun:
    """One forecast of the past with the intervals that the other origins would have given it.

    Parameters
    ----------
    run : Run
        The forecast.
    widths : dict
        Half-widths by level, each of shape (steps,). [transactions]
    worked : ndarray, shape (steps,)
        What came, missing (NaN) where closed: a closed slot is always inside its interval from 0
        to 0 and would flatter the share. [transactions]
    """

    run: Run
    widths: dict[float, np.ndarray]
    worked: np.ndarray

    def coverage(self, level: float, steps: slice = slice(None)) -> float:
        """Return the share of the periods that fell inside their interval."""
        mean, width = self.run.mean[steps], self.widths[level][steps]
        return coverage(self.worked[steps], mean - width, mean + width)


def scored(runs: Sequence[Run], frequency: Frequency, points: int) -> list[ScoredRun]:
    """Return every run with its intervals.

    Parameters
    ----------
    runs : sequence of Run
        The back-test.
    frequency : str
        That of the history.
    points : int
        Counts in the history.

    Returns
    -------
    list of ScoredRun
    """
    found = []
    for run in runs:
        others = [other for other in runs if other.method == run.method and other is not run]
        spread = spread_of(others, run.mean, run.deviation, frequency, points)
        worked = np.where((run.mean > 0) | ~run.mean.any(), run.actual, np.nan)
        found.append(ScoredRun(run, {level: spread.half_width(level) for level in LEVELS}, worked))
    return found


def by_origin(runs: Sequence[ScoredRun]) -> pd.DataFrame:
    """Return one row per origin and method with `BACKTEST_COLUMNS`."""
    rows = [
        (
            scored.run.periods[0],
            scored.run.method,
            len(scored.run.periods),
            mae(scored.run.actual, scored.run.mean),
            wape(scored.run.actual, scored.run.mean),
            scored.run.scaled_error,
            *(scored.coverage(level) for level in LEVELS),
        )
        for scored in runs
    ]
    return pd.DataFrame(rows, columns=BACKTEST_COLUMNS)


def by_method(backtest: pd.DataFrame, used: str) -> pd.DataFrame:
    """Return the averages over the origins, best first, with `ACCURACY_COLUMNS`."""
    averaged = [name for name in ACCURACY_COLUMNS if name not in {"method", "chosen"}]
    scores = backtest.groupby("method", sort=False)[averaged].mean()
    scores = scores.sort_values("mae", kind="stable").reset_index()
    return scores.assign(chosen=scores["method"] == used)[ACCURACY_COLUMNS]


def by_horizon(runs: Sequence[ScoredRun], used: str, frequency: Frequency) -> pd.DataFrame:
    """Return how far off the used method and the benchmarks were, by how far ahead they looked.

    Parameters
    ----------
    runs : sequence of ScoredRun
        The back-test.
    used : str
        The method used.
    frequency : str
        Sets the blocks of steps.

    Returns
    -------
    DataFrame
        One row per method and block with `HORIZON_COLUMNS`; `coverage` is that of the 80% interval.
    """
    longest = max((len(scored.run.periods) for scored in runs), default=0)
    starts = [start for start in BLOCKS[frequency] if start <= longest]
    ends = [*(start - 1 for start in starts[1:]), longest]
    present = {scored.run.method for scored in runs}
    rows = [
        (name, first, last, *_block_scores([part for part in runs if part.run.method == name], first, last))
        for name in dict.fromkeys([used, *BENCHMARKS])
        if name in present
        for first, last in zip(starts, ends, strict=True)
    ]
    return pd.DataFrame(rows, columns=HORIZON_COLUMNS)


def _block_scores(runs: Sequence[ScoredRun], first: int, last: int) -> tuple[float, float, float]:
    """Return MAE, WAPE and coverage of some steps of all runs of a method."""
    actual, mean, worked, width = [], [], [], []
    for scored in runs:
        slots = scored.run.mean.size // len(scored.run.periods)
        steps = slice((first - 1) * slots, last * slots)
        actual.append(scored.run.actual[steps])
        mean.append(scored.run.mean[steps])
        worked.append(scored.worked[steps])
        width.append(scored.widths[LEVELS[0]][steps])
    came, expected, half = (np.concatenate(part) for part in (actual, mean, width))
    inside = coverage(np.concatenate(worked), expected - half, expected + half)
    return mae(came, expected), wape(came, expected), inside


def month_ahead_wape(runs: Sequence[Run], frequency: Frequency) -> float:
    """Return the error of the volume of the first month of each run, over all runs, as a share of it.

    Parameters
    ----------
    runs : sequence of Run
        The back-test of the method used.
    frequency : str
        Says how many steps make about a month.

    Returns
    -------
    float
        NaN when no volume came. [share]
    """
    errors = volume = 0.0
    for run in runs:
        periods = run.actual.size * MONTH_STEPS[frequency] // max(len(run.periods), MONTH_STEPS[frequency])
        seen = ~np.isnan(run.actual[:periods])
        errors += abs(float((run.actual[:periods] - run.mean[:periods])[seen].sum()))
        volume += float(run.actual[:periods][seen].sum())
    return errors / volume if volume > 0 else float("nan")

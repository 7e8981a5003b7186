"""How wide a forecast's interval is: the method's own error and the errors it really made.

The half-width at a level is the average of two: the method's own standard deviation,
corrected for the known optimism of such models, and the conformal width, the matching
quantile of the back-test's absolute errors in units of the square root of the forecast
(counts vary with the root of their size). Without a back-test the first stands alone,
with the wide tails of Student's t.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from bpo_lib.engagement import Frequency
from bpo_lib.errors import InputError
from bpo_lib.forecast.backtest import Run

# How much wider than the methods say intervals had to be on development series (M4 weekly, NN5
# daily, M3 monthly), shrunk; within the day our own deviation already holds chance. House assumption.
MODEL_FACTOR: dict[Frequency, float] = {"monthly": 1.5, "weekly": 1.15, "daily": 1.0, "intraday": 1.0}

LEAST_SCORES = 6  # fewer back-test errors say nothing about a quantile

# Errors keep growing beyond the periods back-tested. House assumption: with the fourth root,
# half way between a steady level and a random walk.
LONG_RANGE_POWER = 0.25

# Share of the error variance common to a whole path, until the back-test says otherwise,
# and how many origins that belief weighs. House assumption.
PRIOR_SHARED = 0.5
PRIOR_ORIGINS = 3

_NORMAL_SCALE = np.linspace(0, 9, 1801)  # standard normal scores, the common scale of all quantiles


@dataclass(frozen=True, eq=False)
class Spread:
    """Everything needed to widen a forecast to any level, and to draw paths from it.

    Parameters
    ----------
    deviation : ndarray, shape (horizon,)
        The method's own standard deviation. [transactions]
    scale : ndarray, shape (horizon,)
        Root of the forecast, grown beyond the back-tested range; 0 where closed. [transactions**0.5]
    scores : ndarray, shape (errors,)
        Back-test errors over the root of their forecast, sorted. [transactions**0.5]
    degrees : float
        Degrees of freedom of the tails.
    shared : float
        Share of the error variance that is common to all periods of a path.
    """

    deviation: np.ndarray
    scale: np.ndarray
    scores: np.ndarray
    degrees: float
    shared: float

    def half_width(self, level: float) -> np.ndarray:
        """Return the half-width of the interval that should hold `level` of the outcomes.

        Parameters
        ----------
        level : float
            Above 0 and below 1.

        Returns
        -------
        ndarray, shape (horizon,)
            [transactions]

        Raises
        ------
        InputError
            When the level is outside its range.
        """
        if not 0 < level < 1:
            raise InputError(f"interval level is {level}; it must be above 0 and below 1, as 0.8")
        return self._width(np.array(NormalDist().inv_cdf((1 + level) / 2)))

    def draw(self, mean: np.ndarray, count: int, seed: int) -> np.ndarray:
        """Return possible futures whose quantiles are the ends of the intervals.

        Parameters
        ----------
        mean : ndarray, shape (horizon,)
            The forecast. [transactions]
        count : int
            Paths wanted.
        seed : int
            Same seed, same paths.

        Returns
        -------
        ndarray, shape (count, horizon)
            [transactions]
        """
        noise = np.random.default_rng(seed)
        common = noise.standard_normal((count, 1))
        own = noise.standard_normal((count, mean.size))
        normal = np.sqrt(self.shared) * common + np.sqrt(1 - self.shared) * own
        return np.maximum(mean + np.sign(normal) * self._width(np.abs(normal)), 0)

    def _width(self, normal: np.ndarray) -> np.ndarray:
        """Return the half-width at standard normal scores, shape (..., horizon)."""
        from scipy.special import ndtr, stdtrit  # noqa: PLC0415 - only when an interval is asked for

        own = np.interp(normal, _NORMAL_SCALE, -stdtrit(self.degrees, ndtr(-_NORMAL_SCALE)))
        if self.scores.size < LEAST_SCORES:
            return own * self.deviation
        seen = np.interp(normal, _NORMAL_SCALE, _score_quantiles(self.scores))
        return (own * self.deviation + seen * self.scale) / 2


def spread_of(
    runs: Sequence[Run],
    mean: np.ndarray,
    deviation: np.ndarray,
    frequency: Frequency,
    points: int,
) -> Spread:
    """Return the spread of a forecast from the back-test of its method.

    Parameters
    ----------
    runs : sequence of Run
        The back-test of the chosen method; may be empty.
    mean, deviation : ndarray, shape (horizon,)
        The forecast and the method's own error; both 0 where closed. [transactions]
    frequency : str
        Sets the correction of the method's own error.
    points : int
        Counts in the history.

    Returns
    -------
    Spread
    """
    steps = max((run.mean.size for run in runs), default=1)
    growth = np.maximum(np.arange(1, mean.size + 1) / steps, 1) ** LONG_RANGE_POWER
    errors = [scaled_errors(run) for run in runs]
    scores = np.sort(np.abs(np.concatenate(errors))) if errors else np.empty(0)
    return Spread(
        deviation=deviation * MODEL_FACTOR[frequency],
        scale=np.sqrt(mean) * growth,
        scores=scores,
        degrees=float(max(points - 2, 2)),
        shared=_shared(errors),
    )


def scaled_errors(run: Run) -> np.ndarray:
    """Return the errors of one run over the root of their forecast, without missing and closed periods."""
    used = ~np.isnan(run.actual) & (run.mean > 0)
    return (run.actual[used] - run.mean[used]) / np.sqrt(np.maximum(run.mean[used], _least(run.mean)))


def _least(mean: np.ndarray) -> float:
    # One transaction where almost none is expected must not count as a huge error.
    return 0.02 * float(mean.mean())


def _score_quantiles(scores: np.ndarray) -> np.ndarray:
    """Return the quantiles of the sorted scores on the normal scale; beyond the last, a normal tail."""
    from scipy.special import ndtri  # noqa: PLC0415 - only when an interval is asked for

    shares = np.arange(1, scores.size + 1) / (scores.size + 1)
    places = np.concatenate([[0.0], ndtri((1 + shares) / 2)])
    inside = np.interp(_NORMAL_SCALE, places, np.concatenate([[0.0], scores]))
    beyond = scores[-1] * _NORMAL_SCALE / places[-1]
    return np.where(places[-1] < _NORMAL_SCALE, beyond, inside)


def _shared(errors: Sequence[np.ndarray]) -> float:
    """Return the share of error variance that lies in the level of a whole run."""
    parts = [part for part in errors if part.size > 1]
    total = sum(float(np.mean(part**2)) for part in parts)
    if not parts or total == 0:
        return PRIOR_SHARED
    level = sum(float(part.mean() ** 2 - part.var() / part.size) for part in parts)
    seen = min(max(level / total, 0.0), 0.95)
    return (seen * len(parts) + PRIOR_SHARED * PRIOR_ORIGINS) / (len(parts) + PRIOR_ORIGINS)

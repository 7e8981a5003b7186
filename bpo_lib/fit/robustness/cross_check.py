"""Two popular ways to rank that look at the options alone: beside the score, and never in its place.

Both scale every criterion by the options that happen to be compared. Adding a poor option can therefore turn
the order of the others around, and a trifling difference counts as much as a large one when nothing else
differs. The score values a level on a fixed scale, so that its order of two options depends on these two.
"""

from typing import Any

import numpy as np

from bpo_lib.errors import InputError
from bpo_lib.fit.weighting.weights import swing_weights


def weighted_sum_minmax(values: Any, weights: Any, directions: Any = None) -> np.ndarray:
    """Return the weighted sum of criteria, each scaled from its worst option (0) to its best (1).

    Parameters
    ----------
    values : array-like, shape (alternatives, criteria)
        What each alternative reaches on each criterion, in any unit.
    weights : array-like, shape (criteria,)
        What each criterion counts; brought to 1.
    directions : array-like, shape (criteria,), optional
        1 where more is better, -1 where less is; without it more is better everywhere.

    Returns
    -------
    ndarray, shape (alternatives,)
        0 to 1; a criterion on which all are alike adds nothing. [share]

    Raises
    ------
    InputError
        When a value is missing or the shapes do not agree.
    """
    given, shares, signs = _checked(values, weights, directions)
    turned = given * signs
    span = turned.max(axis=0) - turned.min(axis=0)
    scaled = np.divide(turned - turned.min(axis=0), span, out=np.zeros_like(turned), where=span > 0)
    return scaled @ shares


def topsis(values: Any, weights: Any, directions: Any = None) -> np.ndarray:
    """Return how close each alternative comes to the best of all criteria, as against the worst (TOPSIS).

    Parameters
    ----------
    values, weights, directions
        As for `weighted_sum_minmax`.

    Returns
    -------
    ndarray, shape (alternatives,)
        0 for the worst on every criterion, 1 for the best on every one; NaN when all are alike. [share]

    Raises
    ------
    InputError
        When a value is missing or the shapes do not agree.

    Notes
    -----
    Criteria are scaled by their Euclidean length, as in the original.

    References
    ----------
    C. L. Hwang and K. Yoon, "Multiple Attribute Decision Making", Springer 1981.
    """
    given, shares, signs = _checked(values, weights, directions)
    length = np.sqrt((given**2).sum(axis=0))
    weighted = np.divide(given, length, out=np.zeros_like(given), where=length > 0) * shares * signs
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    both = to_best + to_worst
    return np.divide(to_worst, both, out=np.full_like(both, np.nan), where=both > 0)


def _checked(values: Any, weights: Any, directions: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    given = np.array(values, dtype=float)
    if given.ndim != 2 or not given.size:
        raise InputError("values need a row for each alternative and a column for each criterion")
    if not np.isfinite(given).all():
        row, column = (int(place) + 1 for place in np.argwhere(~np.isfinite(given))[0])
        raise InputError(f"the value of alternative {row} on criterion {column} is missing")
    shares = swing_weights(weights)
    signs = np.ones(given.shape[1]) if directions is None else np.array(directions, dtype=float)
    if shares.shape != (given.shape[1],) or signs.shape != shares.shape:
        raise InputError(f"{given.shape[1]} criteria need as many weights and directions")
    if not np.isin(signs, (-1, 1)).all():
        raise InputError("a direction is 1 where more is better and -1 where less is")
    return given, shares, signs

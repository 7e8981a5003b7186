"""What it would be worth to know one answer for certain before choosing."""

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.fit.robustness.checked import checked_allowed

# Draws of each half in a group: fewer groups blur where the choice turns, smaller ones take chance for news.
_DRAWS_PER_BIN = 100
_MOST_BINS = 64
_FEWEST_DRAWS = 4


def value_of_information(
    levels: ArrayLike, values: ArrayLike, allowed: ArrayLike | None = None
) -> np.ndarray:
    """Return how much better the choice would be, on average, if one criterion were known beforehand.

    Parameters
    ----------
    levels : array_like, shape (draws, criteria)
        Level of each criterion in each draw, draws in no particular order.
    values : array_like, shape (draws, alternatives)
        Value of each alternative in the same draws.
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen.

    Returns
    -------
    ndarray, shape (criteria,)
        Expected value of perfect information on each criterion, in the unit of `values`; 0 where no
        level of it would change the choice.

    Raises
    ------
    InputError
        When a number is missing, or levels and values do not come from the same draws.

    Notes
    -----
    EVPI_i = E[max_a E(V_a | x_i)] - max_a E(V_a), the inner mean over draws with like levels. Taking the
    best of noisy means would promise a gain from pure chance; so the best alternative of each group of
    levels is chosen on one half of the draws and credited with what it gains on the other. What is left
    of chance may fall below 0, where knowing more cannot be worth less than nothing: it is set to 0.

    References
    ----------
    H. Raiffa and R. Schlaifer, "Applied Statistical Decision Theory", 1961; M. Strong and J. E. Oakley,
    "An efficient method for computing single-parameter partial expected value of perfect information",
    Medical Decision Making 33(6), 2013.
    """
    known, gained = _draws(levels, "levels"), _draws(values, "values")
    if len(known) != len(gained):
        raise InputError(f"{len(known)} draws of levels against {len(gained)} of values; give the same draws")
    if len(known) < _FEWEST_DRAWS:
        raise InputError(
            f"{len(known)} draws tell nothing about what knowing more is worth; give {_FEWEST_DRAWS}"
        )
    gained = gained[:, checked_allowed(allowed, gained.shape[1])]
    half = len(known) // 2
    halves = (slice(None, half), slice(half, None))
    found = np.zeros(known.shape[1])
    for criterion, column in enumerate(known.T):
        groups = _groups(column)
        sums = [_sums(groups[part], gained[part], groups.max() + 1) for part in halves]
        found[criterion] = (_gain(sums[0], sums[1]) + _gain(sums[1], sums[0])) / len(known)
    return np.maximum(found, 0.0)


def _groups(column: np.ndarray) -> np.ndarray:
    """Return the group of each draw: like levels together, equal ones always."""
    bins = min(_MOST_BINS, max(2, len(column) // (2 * _DRAWS_PER_BIN)))
    edges = np.unique(np.quantile(column, np.arange(1, bins) / bins))
    return np.searchsorted(edges, column, side="left")


def _sums(groups: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    """Return the sum of values in each group, shape (groups, alternatives)."""
    return np.stack([np.bincount(groups, weights=column, minlength=count) for column in values.T], axis=1)


def _gain(learned: np.ndarray, held_out: np.ndarray) -> float:
    """Return what choosing by group instead of once for all adds on draws the choice was not made on."""
    once = learned.sum(axis=0).argmax()
    chosen = np.where(
        learned.any(axis=1), learned.argmax(axis=1), once
    )  # where nothing was learned, as without
    return float(held_out[np.arange(len(held_out)), chosen].sum() - held_out[:, once].sum())


def _draws(given: ArrayLike, what: str) -> np.ndarray:
    array = np.asarray(given, dtype=float)
    if array.ndim != 2 or not array.size:
        raise InputError(f"{what} have shape {array.shape}; give one row per draw and at least one column")
    if not np.isfinite(array).all():
        draw, column = np.argwhere(~np.isfinite(array))[0] + 1
        raise InputError(f"{what} of draw {draw} are missing in column {column}; give a number")
    return array

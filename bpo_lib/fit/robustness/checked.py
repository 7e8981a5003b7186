"""Utilities, weights and masks as arrays, checked once before anything is computed from them."""

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError

# Values nearer to each other than this share of the largest are a tie: sums of the same numbers in
# another order differ by less, and no judgement is as fine.
TIE_SHARE = 1e-12
_WEIGHTS_SUM_WITHIN = 1e-9


def checked_utilities(utilities: ArrayLike) -> np.ndarray:
    """Return utilities of every alternative on every criterion as an array of numbers, none missing.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria)
        How well each alternative does on each criterion; more is better.

    Returns
    -------
    ndarray

    Raises
    ------
    InputError
        When the shape is another, nothing is there, or a value is missing.
    """
    array = shaped_utilities(utilities)
    refuse_missing(array)
    return array


def shaped_utilities(utilities: ArrayLike, dimensions: tuple[int, ...] = (2,)) -> np.ndarray:
    """Return utilities as an array of as many dimensions as are allowed; its numbers are not looked at.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria) or (draws, alternatives, criteria)
        How well each alternative does on each criterion.
    dimensions : tuple of int
        How many dimensions are allowed.

    Returns
    -------
    ndarray

    Raises
    ------
    InputError
        When the shape is another or nothing is there.
    """
    array = _numbers(utilities, "utilities")
    if array.ndim not in dimensions or not array.size:
        wanted = " or ".join(
            {2: "alternatives x criteria", 3: "draws x alternatives x criteria"}[d] for d in dimensions
        )
        raise InputError(f"utilities have shape {array.shape}; give {wanted}, with at least one of each")
    return array


def refuse_missing(utilities: np.ndarray) -> None:
    """Raise an InputError that names the first utility that is missing or infinite, if one is.

    Parameters
    ----------
    utilities : ndarray, shape (..., alternatives, criteria)
        How well each alternative does on each criterion.
    """
    finite = np.isfinite(utilities)
    if not finite.all():
        *_, alternative, criterion = np.argwhere(~finite)[0] + 1
        raise InputError(
            f"utility of alternative {alternative} on criterion {criterion} is missing or infinite; give one"
        )


def checked_weights(weights: ArrayLike, criteria: int) -> np.ndarray:
    """Return weights as an array of shares that sum to 1 along the last axis.

    Parameters
    ----------
    weights : array_like, shape (criteria,) or (draws, criteria)
        None below 0; of each set the sum is 1. [share]
    criteria : int
        How many there have to be.

    Returns
    -------
    ndarray

    Raises
    ------
    InputError
        When there are too few or too many, one is missing or below 0, or a sum is not 1.
    """
    array = _numbers(weights, "weights")
    if array.ndim not in {1, 2} or not array.size or array.shape[-1] != criteria:
        raise InputError(f"weights have shape {array.shape}; give one for each of {criteria} criteria")
    # A missing weight fails the comparison as one below 0 does.
    if not array.min() >= 0:
        criterion = np.argwhere(~(array >= 0))[0][-1] + 1
        raise InputError(f"weight of criterion {criterion} is missing or below 0; give a share from 0 to 1")
    total = array.sum(axis=-1)
    wrong = np.abs(total - 1) > _WEIGHTS_SUM_WITHIN
    if wrong.any() or not np.isfinite(total).all():
        first = np.atleast_1d(total)[np.argmax(np.atleast_1d(wrong))]
        raise InputError(f"weights sum to {first:g}; divide them by their sum, so that they sum to 1")
    return array


def checked_allowed(allowed: ArrayLike | None, alternatives: int) -> np.ndarray:
    """Return which alternatives may be chosen; without a mask, all.

    Parameters
    ----------
    allowed : array_like of bool, shape (alternatives,), optional
        False for one that a gate removed.
    alternatives : int
        How many there are.

    Returns
    -------
    ndarray of bool, shape (alternatives,)

    Raises
    ------
    InputError
        When the mask has another length or allows nothing.
    """
    if allowed is None:
        return np.ones(alternatives, dtype=bool)
    mask = np.asarray(allowed)
    if mask.shape != (alternatives,) or mask.dtype != bool:
        raise InputError(
            f"give True or False for each of {alternatives} alternatives, not shape {mask.shape}"
        )
    if not mask.any():
        raise InputError("no alternative is allowed; at least one has to be left to choose from")
    return mask


def _numbers(given: ArrayLike, what: str) -> np.ndarray:
    try:
        return np.asarray(given, dtype=float)
    except (TypeError, ValueError) as error:
        raise InputError(f"{what} are not an array of numbers: {error}") from None

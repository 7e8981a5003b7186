"""Three ways to make one number of many utilities: a choice on which they agree is not the method's."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from bpo_lib.fit.robustness.checked import TIE_SHARE, checked_allowed, checked_utilities, checked_weights

# House assumption: a utility of nothing counts as this in a product, or one 0 would settle everything.
GEOMETRIC_FLOOR = 0.01
# House assumption: how much more the worst criteria count for a pessimist; 1 would be the weighted sum.
PESSIMISM = 2.0

METHODS = ("additive", "geometric", "pessimistic")


def additive(utilities: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weighted sum: what is good on one criterion makes up for what is bad on another.

    Parameters
    ----------
    utilities : ndarray, shape (..., alternatives, criteria)
        From 0 to 1; more is better.
    weights : ndarray, shape (criteria,)
        Summing to 1. [share]

    Returns
    -------
    ndarray, shape (..., alternatives)
    """
    return utilities @ weights


def geometric(utilities: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weighted product: being very bad on one criterion is hard to make up for.

    Parameters
    ----------
    utilities : ndarray, shape (..., alternatives, criteria)
        From 0 to 1; what is under `GEOMETRIC_FLOOR` counts as that.
    weights : ndarray, shape (criteria,)
        Summing to 1. [share]

    Returns
    -------
    ndarray, shape (..., alternatives)
    """
    return np.exp(np.log(np.maximum(utilities, GEOMETRIC_FLOOR)) @ weights)


def pessimistic(utilities: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return a weighted sum in which each alternative's worst criteria count for more.

    Parameters
    ----------
    utilities : ndarray, shape (..., alternatives, criteria)
        From 0 to 1; more is better.
    weights : ndarray, shape (criteria,)
        Summing to 1. [share]

    Returns
    -------
    ndarray, shape (..., alternatives)

    Notes
    -----
    Ordered weighted averaging with importances: sorted from best to worst, the k-th utility counts by
    T_k^2 - T_(k-1)^2, where T_k is the weight of the k best.

    References
    ----------
    R. R. Yager, "Quantifier guided aggregation using OWA operators", International Journal of
    Intelligent Systems 11(1), 1996. The exponent is a house assumption.
    """
    order = np.argsort(-utilities, axis=-1)
    reached = np.cumsum(weights[order], axis=-1)
    counts = np.diff(reached**PESSIMISM, axis=-1, prepend=0.0)
    return (np.take_along_axis(utilities, order, axis=-1) * counts).sum(axis=-1)


def aggregate(utilities: ArrayLike, weights: ArrayLike, allowed: ArrayLike | None = None) -> pd.DataFrame:
    """Return the value of every alternative by all three methods.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria)
        From 0 to 1; more is better.
    weights : array_like, shape (criteria,)
        Summing to 1. [share]
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen.

    Returns
    -------
    pandas.DataFrame
        One row per alternative, a column for each of `METHODS`, and `allowed`.

    Raises
    ------
    InputError
        When a value is missing, weights do not sum to 1, or nothing is allowed.

    Notes
    -----
    Each value hangs on the alternative's own utilities alone, so adding another reorders nothing.
    """
    values = checked_utilities(utilities)
    shares = checked_weights(weights, values.shape[1])
    mask = checked_allowed(allowed, len(values))
    methods = (additive, geometric, pessimistic)
    columns = {name: method(values, shares) for name, method in zip(METHODS, methods, strict=True)}
    return pd.DataFrame({**columns, "allowed": mask})


def leaders(values: pd.DataFrame) -> pd.DataFrame:
    """Return who leads by each method, and whether the weighted sum agrees.

    Parameters
    ----------
    values : pandas.DataFrame
        As `aggregate` returns it, under any index.

    Returns
    -------
    pandas.DataFrame
        Index method; leader (a label of the index of `values`), value and agrees: whether the leader of
        the weighted sum leads here too, alone or with others.
    """
    left = values.loc[values["allowed"], list(METHODS)]
    chosen = left["additive"].idxmax()
    rows = []
    for method in METHODS:
        column = left[method]
        agrees = bool(column[chosen] >= column.max() * (1 - TIE_SHARE))
        rows.append((chosen if agrees else column.idxmax(), column.max(), agrees))
    index = pd.Index(METHODS, name="method")
    return pd.DataFrame(rows, columns=["leader", "value", "agrees"], index=index)

"""Judgements of pairs: the matrix of who said what counts how many times as much as what."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError

_CLOSE = 1e-6  # room for a third written with seven digits or more, and for nothing else


def checked_judgements(matrix: Any, names: Sequence[str] = ()) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return a matrix of judgements made whole, and the names of what it compares.

    Parameters
    ----------
    matrix : array-like or pandas.DataFrame, shape (n, n)
        Row against column: 3 means that the row counts three times as much. NaN where nobody judged;
        one half of a pair tells the other. [ratio]
    names : sequence of str
        What is compared; without it the index of a frame, else numbers from 1.

    Returns
    -------
    ndarray, shape (n, n)
        With 1 on the diagonal, every pair given both ways, NaN where a pair is not judged. [ratio]
    tuple of str

    Raises
    ------
    InputError
        When it is not square, a judgement is no positive number, two halves of a pair contradict one
        another, or something is compared with nothing else; the words name the pair.
    """
    if isinstance(matrix, pd.DataFrame):
        if matrix.index.is_unique and set(matrix.index) == set(matrix.columns):
            matrix = matrix[matrix.index]  # a frame tells by its names what a column is, not by its place
        names = names or [str(name) for name in matrix.index]
    try:
        given = np.array(matrix, dtype=float)
    except (TypeError, ValueError):
        raise InputError("a matrix of judgements holds numbers, n rows of n each") from None
    if given.ndim != 2 or given.shape[0] != given.shape[1] or not given.size:
        shape = " by ".join(str(size) for size in given.shape)
        raise InputError(f"a matrix of judgements is square, not {shape}")
    if names and len(names) != len(given):
        raise InputError(f"{len(given)} things are compared, but {len(names)} are named")
    called = tuple(names) or tuple(str(place + 1) for place in range(len(given)))
    _check_each(given, called)
    whole = np.where(np.isnan(given), 1 / given.T, given)
    np.fill_diagonal(whole, 1)
    _check_connected(whole, called)
    return whole, called


def joined_judgements(matrices: Sequence[np.ndarray]) -> np.ndarray:
    """Return one matrix for several judges: the geometric mean of what they said of each pair.

    Parameters
    ----------
    matrices : sequence of ndarray, shape (n, n)
        One checked matrix per judge; NaN where one did not judge. [ratio]

    Returns
    -------
    ndarray, shape (n, n)
        NaN only where nobody judged. [ratio]

    Notes
    -----
    The only mean that keeps a pair and its reverse each other's reciprocal.

    References
    ----------
    J. Aczel and T. L. Saaty, "Procedures for synthesizing ratio judgements",
    Journal of Mathematical Psychology 27(1), 1983.
    """
    logs = np.log(np.stack(matrices))
    judged = ~np.isnan(logs)
    count = judged.sum(axis=0)
    total = np.where(judged, logs, 0).sum(axis=0)
    return np.exp(np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0))


def _check_each(given: np.ndarray, names: Sequence[str]) -> None:
    for row, column in zip(*np.nonzero(~np.isnan(given)), strict=True):
        value, pair = given[row, column], f"{names[row]} against {names[column]}"
        if not np.isfinite(value) or value <= 0:
            raise InputError(f"{pair} is {value:g}; a judgement is a positive number, such as 3 or 1/3")
        if row == column and abs(value - 1) > _CLOSE:
            raise InputError(f"{pair} is {value:g}; anything counts once as much as itself")
        back = given[column, row]
        if not np.isnan(back) and abs(value * back - 1) > _CLOSE:
            raise InputError(
                f"{pair} is {value:g} and the other way round {back:g}; "
                f"one has to be 1 divided by the other, here {1 / value:g}"
            )


def _check_connected(whole: np.ndarray, names: Sequence[str]) -> None:
    apart = unconnected(~np.isnan(whole))
    if apart:
        alone = ", ".join(names[place] for place in apart)
        raise InputError(
            f"no chain of judgements leads from {names[0]} to {alone}; judge a pair between them"
        )


def unconnected(judged: np.ndarray) -> list[int]:
    """Return the places that no chain of judged pairs joins to the first.

    Parameters
    ----------
    judged : ndarray of bool, shape (n, n)
        Whether a pair is judged, the same both ways.
    """
    reached = np.zeros(len(judged), dtype=bool)
    reached[0] = True
    for _ in range(len(judged)):
        reached |= judged[reached].any(axis=0)
    return [int(place) for place in np.flatnonzero(~reached)]

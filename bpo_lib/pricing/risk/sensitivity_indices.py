"""Sobol indices: which share of a result's variance each driver brings, alone and together with others."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bpo_lib.errors import InputError

_NOTHING = 1e-18  # variance against the square of the mean under which a result does not move at all


@dataclass(frozen=True, eq=False)
class SobolIndices:
    """Shares of a result's variance; every part but the sum's error ends in one entry per driver.

    Parameters
    ----------
    first : ndarray, shape (..., drivers)
        Share that goes when the driver alone becomes known. [share]
    total : ndarray, shape (..., drivers)
        Share that stays when all others become known. [share]
    first_error, total_error : ndarray, shape (..., drivers)
        Standard errors. [share]
    first_sum_error : ndarray, shape (...)
        Standard error of the sum of `first`. [share]
    """

    first: np.ndarray
    total: np.ndarray
    first_error: np.ndarray
    total_error: np.ndarray
    first_sum_error: np.ndarray


def paired_points(drivers: int, pairs: int, seed: int = 0) -> np.ndarray:
    """Return points that differ in one driver at a time, from a scrambled Sobol sequence.

    Parameters
    ----------
    drivers : int
    pairs : int
        Points in a block, a power of two.
    seed : int

    Returns
    -------
    ndarray, shape (drivers + 2, pairs, drivers)
        Uniform in (0, 1). The first block, another one, then the first block with the column of
        each driver in turn taken from the other.

    Raises
    ------
    InputError
        When the number of pairs is not a power of two.
    """
    if pairs < 2 or pairs & (pairs - 1):
        raise InputError(f"{pairs} pairs are no power of two; take 256, 512 or 1024")
    from scipy.stats import qmc  # noqa: PLC0415  loaded where it is used

    # Half a step up, since the sequence may hold an exact 0, where no quantile is finite.
    drawn = qmc.Sobol(2 * drivers, seed=seed).random(pairs) + 2.0**-31
    first, other = drawn[:, :drivers], drawn[:, drivers:]
    points = np.repeat(first[None], drivers + 2, axis=0)
    points[1] = other
    each = np.arange(drivers)
    points[each + 2, :, each] = other.T
    return points


def sobol_indices(values: np.ndarray) -> SobolIndices:
    """Return the indices of results at `paired_points`.

    Parameters
    ----------
    values : ndarray, shape (..., drivers + 2, pairs)
        A result at every point, in any unit.

    Returns
    -------
    SobolIndices
        NaN where the result does not move.

    Notes
    -----
    First order: mean of f(B) (f(A with B's column) - f(A)) over the variance. Total: half the mean
    of (f(A) - f(A with B's column)) squared over it. The variance is that of f(A with B's column)
    and the other of the two. The errors are those of a ratio of means (infinitesimal jackknife),
    which for a Sobol sequence are on the safe side.

    References
    ----------
    A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics
    Communications 181, 2010 (first order); M. Jansen, "Analysis of variance designs for model
    output", Computer Physics Communications 117, 1999 (total).
    """
    mean = values[..., :2, :].mean(axis=(-2, -1), keepdims=True)
    centred = values - mean  # the indices do not change, their error shrinks
    first, other, mixed = centred[..., :1, :], centred[..., 1:2, :], centred[..., 2:, :]
    # Each against the variance of the very points it compares: one dear course in a single block, as in
    # a long tail, would else make a share of several times the whole.
    alone, alone_parts = _ratio(other * (mixed - first), (other**2 + mixed**2) / 2, mean)
    total, total_parts = _ratio((first - mixed) ** 2 / 2, (first**2 + mixed**2) / 2, mean)
    return SobolIndices(
        alone,
        total,
        _standard_error(alone_parts),
        _standard_error(total_parts),
        _standard_error(alone_parts.sum(axis=-2)),
    )


def first_and_total(
    evaluate: Callable[[np.ndarray], np.ndarray], drivers: int, pairs: int = 1024, seed: int = 0
) -> SobolIndices:
    """Return the indices of any function of numbers between 0 and 1.

    Parameters
    ----------
    evaluate : callable
        Points of shape (n, drivers) to results of shape (n,).
    drivers : int
    pairs : int
        A power of two; the function is evaluated (drivers + 2) times as often.
    seed : int

    Returns
    -------
    SobolIndices
    """
    points = paired_points(drivers, pairs, seed)
    return sobol_indices(np.stack([evaluate(block) for block in points]))


def _ratio(parts: np.ndarray, spread: np.ndarray, mean: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a ratio of means and what each pair adds to its error; NaN where nothing is spread."""
    variance = spread.mean(axis=-1, keepdims=True)
    variance = np.where(variance > _NOTHING * mean**2, variance, np.nan)
    ratio = parts.mean(axis=-1, keepdims=True) / variance
    return ratio[..., 0], (parts - ratio * spread) / variance


def _standard_error(parts: np.ndarray) -> np.ndarray:
    return parts.std(axis=-1) / parts.shape[-1] ** 0.5

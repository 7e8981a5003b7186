"""Draws for a simulation: evenly spread, the same for every form, and the same again for a seed."""

import numpy as np

from bpo_lib.errors import InputError
from bpo_lib.pricing.risk.drivers import DRIVERS

_HALF_A_STEP = 2.0**-31  # the sequence has steps of 2**-30 and may hold an exact 0, which no quantile bears


def sobol_draws(paths: int, seed: int = 0, first: int = 0) -> np.ndarray:
    """Return one uniform number for each path and driver, evenly spread over all of them together.

    Path i is the same however many paths are drawn at once, so that a simulation may be cut into
    pieces, and more paths only add to those there are.

    Parameters
    ----------
    paths : int
        Paths wanted, 1 or more.
    seed : int
        Of the scrambling.
    first : int
        Place of the first path in the sequence.

    Returns
    -------
    ndarray, shape (paths, drivers)
        Above 0 and below 1, a column for each of `DRIVERS`.

    Raises
    ------
    InputError
        When no path is asked for.

    References
    ----------
    I. M. Sobol', "On the distribution of points in a cube and the approximate evaluation of
    integrals", 1967; A. B. Owen, "Scrambling Sobol' and Niederreiter-Xing points", 1998.
    """
    if paths < 1 or first < 0:
        raise InputError(f"{paths} paths asked for from place {first}; ask for 1 or more, from 0 on")
    from scipy.stats import qmc  # noqa: PLC0415 - only a simulation needs it

    sequence = qmc.Sobol(len(DRIVERS), seed=seed)
    # One point at first: asked for another number than a power of two, the library warns.
    drawn = [sequence.random(1)] if first == 0 else []
    if first:
        sequence.fast_forward(first)
    if rest := paths - len(drawn):
        drawn.append(sequence.random(rest))
    return np.concatenate(drawn) + _HALF_A_STEP

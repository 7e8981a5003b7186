"""Levels as they may be in truth: each answer drawn as widely as its evidence allows."""

from collections.abc import Sequence

import numpy as np

from bpo_lib.fit.answers import Standing
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST

# Half widths of the triangle around an answer; house assumptions. A figure that only an answer reports
# is as sure as a document, since nobody can draw it again.
HALF_WIDTHS = {"measured": 0.5, "document": 0.5, "opinion": 1.0}  # [level]


def level_draws(standings: Sequence[Standing], n: int, seed: int = 0) -> np.ndarray:
    """Return levels that may be the true ones, drawn by what each criterion rests on.

    Parameters
    ----------
    standings : sequence of Standing
        What is known of each criterion.
    n : int
        Number of draws; a power of 2 spreads them most evenly.
    seed : int
        Of the draws.

    Returns
    -------
    ndarray, shape (n, criteria)
        From 1 to 5. [level]

    Notes
    -----
    Measured: the figures its data may as well have shown. Answered: a triangle of half a level either
    way around a document and of a whole level around an opinion, cut off at 1 and 5; of several raters
    one is picked. Not answered: anything from 1 to 5 alike. Points are a scrambled Sobol sequence in an
    order of their own, so that levels and weights drawn from two such sequences stay independent: left
    in order, two sequences rise and fall together.
    """
    return drawn_levels(standings, scattered(len(standings), n, seed))


def drawn_levels(standings: Sequence[Standing], points: np.ndarray) -> np.ndarray:
    """Return the levels that stand at points of the unit cube, shape (n, criteria) as the points. [level]"""
    drawn = [_drawn(each, column) for each, column in zip(standings, points.T, strict=True)]
    return np.clip(np.stack(drawn, axis=1), LOWEST, HIGHEST)


def scattered(dimensions: int, n: int, seed: int) -> np.ndarray:
    """Return points spread evenly over the unit cube, in random order, shape (n, dimensions)."""
    from scipy.stats import qmc  # noqa: PLC0415 - slow to import

    rng = np.random.default_rng(seed)
    points = qmc.Sobol(dimensions, scramble=True, seed=rng).random_base2(int(np.ceil(np.log2(max(n, 1)))))
    return np.asarray(rng.permutation(points[:n]))


def _drawn(standing: Standing, points: np.ndarray) -> np.ndarray:
    """Return levels of one criterion at points of (0, 1)."""
    measured = standing.measured
    if measured is not None and measured.level_draws is not None:
        known = measured.level_draws
        return np.asarray(known[(points * len(known)).astype(int)])
    if measured is not None:
        return _triangle(np.array([measured.level]), np.array([HALF_WIDTHS["measured"]]), points)
    if not standing.answered:
        return LOWEST + (HIGHEST - LOWEST) * points
    levels = np.array([level for _, level in standing.answered])
    widths = np.array([HALF_WIDTHS[source] for source in standing.sources])
    return _triangle(levels, widths, points)


def _triangle(levels: np.ndarray, widths: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return levels from triangles around one of several, each picked as often as the others."""
    scaled = points * len(levels)
    picked = scaled.astype(int)
    within = scaled - picked
    below = np.sqrt(2 * within) - 1
    above = 1 - np.sqrt(2 * (1 - within))
    return np.asarray(levels[picked] + widths[picked] * np.where(within < 0.5, below, above))

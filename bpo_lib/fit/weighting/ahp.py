"""Weights from judgements of pairs (AHP), how consistent they are, and which judgement to revisit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from bpo_lib.fit.weighting.judgements import checked_judgements

# Mean consistency index of random judgements of 1, 2, 3 ... things. Libraries disagree on it, so a
# report that shows a consistency ratio prints this table beside it.
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
ACCEPTED_RATIO = 0.10  # Saaty's rule of thumb: above it, talk again before using the weights
SCALE = tuple(1 / step for step in range(9, 1, -1)) + tuple(float(step) for step in range(1, 10))

_CONSISTENT = 1e-9  # differences of logarithms below this are those of the machine


class Triple(NamedTuple):
    """Three judgements that contradict one another most.

    Parameters
    ----------
    first, second, third : str
        What is compared.
    implied : float
        First against third as the other two judgements have it. [ratio]
    direct : float
        First against third as it was judged. [ratio]
    """

    first: str
    second: str
    third: str
    implied: float
    direct: float


class Revisit(NamedTuple):
    """The one judgement whose change lowers the consistency ratio most.

    Parameters
    ----------
    first, second : str
        The pair.
    given : float
        What was judged. [ratio]
    value : float
        What it should be for the ratio to be lowest: a step of the scale from 1/9 to 9. [ratio]
    consistency_ratio : float
        What the ratio would then be. [ratio]
    """

    first: str
    second: str
    given: float
    value: float
    consistency_ratio: float


@dataclass(frozen=True, eq=False)
class AhpWeights:
    """Weights from judgements of pairs, with how far the judgements contradict one another.

    Parameters
    ----------
    names : tuple of str
        What is compared.
    weights : ndarray, shape (n,)
        Share of each; together 1. [share]
    eigenvalue : float
        Largest eigenvalue; n when nothing contradicts anything.
    consistency_index : float
        (eigenvalue - n) / (n - 1).
    random_index : float
        What random judgements reach; NaN for more than ten things, for which the table has none.
    consistency_ratio : float
        The one divided by the other; up to 0.10 is accepted. 0 for one or two things, NaN without a
        random index. [ratio]
    gci : float
        Geometric consistency index: mean square of the logarithm by which a judgement misses the
        weights that fit the logarithms best.
    missing : int
        Pairs that nobody judged.
    matrix : ndarray, shape (n, n)
        The judgements as used; NaN where a pair is not judged. [ratio]
    notes : tuple of str
        What a reader should know about the ratio.
    """

    names: tuple[str, ...]
    weights: np.ndarray
    eigenvalue: float
    consistency_index: float
    random_index: float
    consistency_ratio: float
    gci: float
    missing: int
    matrix: np.ndarray
    notes: tuple[str, ...]

    @cached_property
    def worst_triple(self) -> Triple | None:
        """Three judgements that contradict one another most; None where none do."""
        logs, worst, found = np.log(self.matrix), _CONSISTENT, None
        for i, j, k in combinations(range(len(self.names)), 3):
            size = abs(logs[i, j] + logs[j, k] + logs[k, i])
            if size > worst:  # false for a triple that is not judged in full
                implied = float(self.matrix[i, j] * self.matrix[j, k])
                names = self.names[i], self.names[j], self.names[k]
                worst, found = size, Triple(*names, implied, float(self.matrix[i, k]))
        return found

    @cached_property
    def revisit(self) -> Revisit | None:
        """The judgement to talk about again; None where no step of the scale would lower the ratio."""
        pairs = [pair for pair in combinations(range(len(self.names)), 2) if np.isfinite(self.matrix[pair])]
        if self.consistency_index <= _CONSISTENT or not self.random_index > 0:
            return None
        trials = np.repeat(_harker(self.matrix)[None], len(pairs) * len(SCALE), axis=0)
        for place, ((i, j), value) in enumerate((pair, value) for pair in pairs for value in SCALE):
            trials[place, i, j], trials[place, j, i] = value, 1 / value
        eigenvalues = np.linalg.eigvals(trials).real.max(axis=1)
        best = int(eigenvalues.argmin())
        if eigenvalues[best] > self.eigenvalue - _CONSISTENT:
            return None
        (i, j), value = pairs[best // len(SCALE)], SCALE[best % len(SCALE)]
        index = (eigenvalues[best] - len(self.names)) / (len(self.names) - 1)
        ratio = max(float(index), 0.0) / self.random_index
        return Revisit(self.names[i], self.names[j], float(self.matrix[i, j]), value, ratio)


def ahp_weights(matrix: Any, names: Sequence[str] = ()) -> AhpWeights:
    """Return weights from judgements of pairs, and how consistent the judgements are.

    Parameters
    ----------
    matrix : array-like or pandas.DataFrame, shape (n, n)
        Row against column: 3 means that the row counts three times as much, 1/3 the other way round.
        NaN where nobody judged; one half of a pair is enough. [ratio]
    names : sequence of str
        What is compared; without it the index of a frame, else numbers from 1.

    Returns
    -------
    AhpWeights

    Raises
    ------
    InputError
        When the matrix is not square or not reciprocal, a judgement is no positive number, or no chain
        of judgements joins all; the words name the pair.

    Notes
    -----
    The weights are the principal eigenvector. A pair that is not judged counts as the ratio of the
    weights themselves (Harker): 0 in its place, and 1 more on the diagonal for each in the row.
    The random index then falls with the share of judgements beyond a chain that is missing, near
    enough a straight line.

    References
    ----------
    T. L. Saaty, "Decision making with the analytic hierarchy process", Int. J. Services Sciences 1(1), 2008.
    P. T. Harker, "Incomplete pairwise comparisons in the analytic hierarchy process", Mathematical
    Modelling 9(11), 1987. J. Aguaron and J. M. Moreno-Jimenez, "The geometric consistency index", European
    Journal of Operational Research 147(1), 2003. K. C. Agoston and L. Csato, "Inconsistency thresholds for
    incomplete pairwise comparison matrices", Omega 108, 2022.
    """
    judged, called = checked_judgements(matrix, names)
    count, missing = len(judged), int(np.isnan(judged).sum()) // 2
    filled = _harker(judged)
    weights = _principal_vector(filled)
    eigenvalue = float(np.mean(filled @ weights / weights))
    index = (eigenvalue - count) / (count - 1) if count > 1 else 0.0
    random_index = _random_index(count, missing)
    # Where nothing is judged twice over, nothing can contradict anything.
    ratio = 0.0 if random_index == 0 else index / random_index
    return AhpWeights(
        names=called,
        weights=weights,
        eigenvalue=eigenvalue,
        consistency_index=index,
        random_index=random_index,
        consistency_ratio=ratio,
        gci=_geometric_index(judged),
        missing=missing,
        matrix=judged,
        notes=_notes(count, missing),
    )


def _harker(judged: np.ndarray) -> np.ndarray:
    """Return the matrix whose principal vector takes a missing judgement as the ratio of the weights."""
    gaps = np.isnan(judged)
    filled = np.where(gaps, 0.0, judged)
    filled[np.diag_indices(len(filled))] += gaps.sum(axis=1)
    return filled


def _principal_vector(matrix: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eig(matrix)
    vector: np.ndarray = np.abs(vectors[:, values.real.argmax()].real)
    return vector / vector.sum()


def _spare(count: int) -> int:
    """Return how many judgements a full set has beyond the chain that gives all weights."""
    return (count - 1) * (count - 2) // 2


def _random_index(count: int, missing: int) -> float:
    if count > len(RANDOM_INDEX):
        return np.nan
    spare = _spare(count)
    return RANDOM_INDEX[count - 1] * (spare - missing) / spare if spare else 0.0


def _geometric_index(judged: np.ndarray) -> float:
    """Return the mean square miss of the weights that miss the logarithms of the judgements least."""
    rows, columns = np.nonzero(np.triu(~np.isnan(judged), 1))
    spare = rows.size - (len(judged) - 1)
    if spare <= 0:
        return 0.0
    design = np.eye(len(judged))[rows] - np.eye(len(judged))[columns]
    logs = np.log(judged[rows, columns])
    misses = logs - design @ np.linalg.lstsq(design, logs, rcond=None)[0]
    return float((misses**2).sum() / spare)


def _notes(count: int, missing: int) -> tuple[str, ...]:
    notes = []
    if count > len(RANDOM_INDEX):
        notes.append(
            f"{count} things are compared, and the table of random indices ends at {len(RANDOM_INDEX)}, "
            "so there is no consistency ratio; compare them in groups."
        )
    if missing:
        pairs = count * (count - 1) // 2
        notes.append(
            f"{missing} of {pairs} pairs were not judged; the weights rest on the others, and the random "
            "index is lowered in proportion."
        )
    return tuple(notes)

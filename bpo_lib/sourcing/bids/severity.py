"""How severely each evaluator marks, told apart from how good the providers are that they marked."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError


class Severity(NamedTuple):
    """The marks of several evaluators, taken apart.

    Parameters
    ----------
    evaluators : pandas.DataFrame
        By evaluator: marks given, their mean, effect (how far above the panel it marks the same
        answer; below zero is severe) and its standard error; effects sum to zero. Effect and error
        are NaN where the evaluators cannot be compared, the error where nothing is left over to
        estimate it. [levels]
    adjusted : pandas.Series
        By what was marked: the mark the whole panel would have given; NaN where the evaluators cannot
        be compared. [level]
    groups : tuple of tuple of str
        Evaluators whose marks hang together through something they both marked; one group when all
        of them can be compared.
    """

    evaluators: pd.DataFrame
    adjusted: pd.Series
    groups: tuple[tuple[str, ...], ...]

    @property
    def connected(self) -> bool:
        """Whether every evaluator can be compared with every other."""
        return len(self.groups) == 1


def severity(marks: pd.DataFrame) -> Severity:
    """Take marks apart into what was marked and who marked it.

    Parameters
    ----------
    marks : pandas.DataFrame
        One row per evaluator, one column for each thing marked; NaN where it was not marked. [level]

    Returns
    -------
    Severity

    Raises
    ------
    InputError
        When an evaluator marked nothing, or something was marked by nobody.

    Notes
    -----
    mark = what was marked + evaluator + error, by least squares over the marks that are there. An
    evaluator who only saw weak providers is therefore not taken for a severe one. Effects can be told
    apart only when the marks connect: two evaluators who share nothing, directly or through others,
    cannot be compared, and no number is given for them.

    References
    ----------
    F. Yates, "The analysis of replicated experiments when the field results are incomplete", Empire
    Journal of Experimental Agriculture 1, 1933: least squares of a two-way table with gaps.
    """
    table = marks.to_numpy(dtype=float)
    given = ~np.isnan(table)
    if not given.any(axis=1).all() or not given.any(axis=0).all():
        raise InputError("severity needs a mark by every evaluator and for everything that is marked")
    groups = _groups(given)
    names = [str(name) for name in marks.index]
    if len(groups) == 1:
        effects, errors = _effects(table, given)
    else:
        effects = errors = np.full(len(table), np.nan)
    lifted = np.where(given, table - effects[:, None], np.nan)
    evaluators = pd.DataFrame(
        {
            "marks": given.sum(axis=1),
            "mean": np.nanmean(table, axis=1),
            "effect": effects,
            "error": errors,
        },
        index=marks.index,
    )
    return Severity(
        evaluators,
        pd.Series(_column_means(lifted, given), index=marks.columns),
        tuple(tuple(names[place] for place in group) for group in groups),
    )


def _effects(table: np.ndarray, given: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the effect of each evaluator and its standard error.

    What was marked drops out when its own mean is taken from its marks and from the evaluators' shares.
    """
    rows, columns = np.nonzero(given)
    counts = given.sum(axis=0)
    own = np.zeros((len(rows), len(table)))
    own[np.arange(len(rows)), rows] = 1.0
    design = own - (given / counts).T[columns]
    means = _column_means(table, given)
    inverse = np.linalg.pinv(design.T @ design)
    left = table[rows, columns] - means[columns]
    effects = inverse @ design.T @ left
    free = len(rows) - table.shape[1] - len(table) + 1
    if free <= 0:
        return effects, np.full(len(table), np.nan)
    spread = float(((left - design @ effects) ** 2).sum()) / free
    return effects, np.sqrt(spread * np.diag(inverse))


def _column_means(table: np.ndarray, given: np.ndarray) -> np.ndarray:
    return np.where(given, table, 0.0).sum(axis=0) / given.sum(axis=0)


def _groups(given: np.ndarray) -> list[list[int]]:
    """Return evaluators that hang together: sharing something marked, directly or through others."""
    shared = (given.astype(int) @ given.T.astype(int)) > 0
    waiting, groups = set(range(len(given))), []
    while waiting:
        group, border = set[int](), {min(waiting)}
        while border:
            group |= border
            near = np.nonzero(shared[sorted(border)].any(axis=0))[0]
            border = {int(place) for place in near} - group
        groups.append(sorted(group))
        waiting -= group
    return groups

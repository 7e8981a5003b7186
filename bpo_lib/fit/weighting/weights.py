"""How much each criterion counts."""

from collections.abc import Mapping
from numbers import Real
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike
from pydantic import model_validator

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.errors import InputError
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.criterion import GROUPS


class FitWeights(Terms):
    """What the step from worst to best is worth in each group of criteria.

    Give 100 points to the group whose step from its worst to its best level matters most, and
    to every other group its share of that. Only proportions count: points are divided by their sum.

    References
    ----------
    D. von Winterfeldt and W. Edwards, "Decision Analysis and Behavioral Research", 1986: swing weights.
    The default points are house assumptions.
    """

    group: ClassVar[str] = "fit"

    strategy: float = assumption(
        "weight of strategy in the fit score", unit="points", ge=0, le=100, default=60
    )
    process: float = assumption(
        "weight of the process itself in the fit score", unit="points", ge=0, le=100, default=100
    )
    demand: float = assumption("weight of demand in the fit score", unit="points", ge=0, le=100, default=60)
    risk: float = assumption("weight of risk in the fit score", unit="points", ge=0, le=100, default=80)
    market: float = assumption(
        "weight of the market in the fit score", unit="points", ge=0, le=100, default=70
    )
    governance: float = assumption(
        "weight of governance in the fit score", unit="points", ge=0, le=100, default=50
    )
    pass_score: float = assumption(
        "fit score below which even clear gates leave the verdict conditional",
        unit="points",
        ge=0,
        le=100,
        default=50,
    )

    weight_spread: float = assumption(
        "how far a weight that raters gave may lie off, either way", unit="share", ge=0, le=0.9, default=0.20
    )
    house_weight_spread: float = assumption(
        "how far a weight of the house may lie off where no rater gave one, either way",
        unit="share",
        ge=0,
        le=0.9,
        default=0.50,
    )

    @model_validator(mode="after")
    def _some_weight(self) -> Self:
        if not any(getattr(self, group) for group in GROUPS):
            raise ValueError("every group has weight 0; give points to at least one")
        return self

    def by_criterion(self) -> dict[str, float]:
        """Return the weight of every criterion; together they are 1. [share]

        Notes
        -----
        Weight of the group among groups, times weight of the criterion inside its group.
        """
        points = {group: float(getattr(self, group)) for group in GROUPS}
        inside = {group: sum(each.weight for each in CRITERIA if each.group == group) for group in GROUPS}
        total = sum(points.values())
        return {each.id: points[each.group] / total * each.weight / inside[each.group] for each in CRITERIA}


def swing_weights(points: Mapping[str, float] | ArrayLike) -> np.ndarray:
    """Return weights from points for the step from worst to best.

    Parameters
    ----------
    points : mapping or array-like, shape (n,)
        Points of each criterion, 0 or more; the step that matters most usually gets 100. [points]

    Returns
    -------
    ndarray, shape (n,)
        Points divided by their sum. [share]

    Raises
    ------
    InputError
        When points are missing or negative, or all are 0; the words name the criterion.

    References
    ----------
    D. von Winterfeldt and W. Edwards, "Decision Analysis and Behavioral Research", 1986.
    """
    given = dict(points) if isinstance(points, Mapping) else dict(enumerate(np.asarray(points, float), 1))
    for name, value in given.items():
        if not (np.isfinite(value) and value >= 0):
            raise InputError(f"the points of {name} are {value:g}; they are 0 or more")
    values = np.array(list(given.values()), dtype=float)
    if not values.sum() > 0:
        raise InputError("nothing has any points; give points to at least one")
    return values / values.sum()


def roc_weights(count: int) -> np.ndarray:
    """Return weights for criteria of which only the order is known, the most important first.

    Parameters
    ----------
    count : int
        Number of criteria, at least 1.

    Returns
    -------
    ndarray, shape (count,)
        Rank-order centroid weights, summing to 1. [share]

    Raises
    ------
    InputError
        When there is nothing to weigh.

    Notes
    -----
    The k-th weight is (1/n) times the sum of 1/i for i from k to n.

    References
    ----------
    F. H. Barron and B. E. Barrett, "Decision quality using ranked attribute weights",
    Management Science 42(11), 1996.
    """
    if not isinstance(count, Real) or not count >= 1 or not float(count).is_integer():
        raise InputError(f"rank-order weights need at least one criterion, not {count}")
    return np.cumsum(1 / np.arange(int(count), 0, -1))[::-1] / count

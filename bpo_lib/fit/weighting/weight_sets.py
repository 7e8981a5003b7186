"""One set of things weighed against one another: what raters said of it, and what it leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.fit.weighting.ahp import AhpWeights, ahp_weights
from bpo_lib.fit.weighting.judgements import joined_judgements, unconnected
from bpo_lib.fit.weighting.weights import roc_weights, swing_weights

Method = Literal["swing", "rank", "compare", "house", "set"]


@dataclass(frozen=True, eq=False)
class WeightSet:
    """The shares of one set, such as the six groups, with the range in which each may lie.

    Parameters
    ----------
    name : str
        `groups`, or the name of a group whose criteria are weighed.
    members : tuple of str
        What is weighed, in the order of the house.
    method : str
        How it was weighed: `swing`, `rank`, `compare`; `house` when nobody did; `set` by hand.
    shares, low, high : ndarray, shape (members,)
        The share of each and the ends of its range before all are brought to 1 again. [share]
    orders : tuple of tuple of int
        For ranks: places of the members, the most important first, one order for each rater.
    raters : tuple of str
        Who said so; empty for the house.
    by_rater : mapping
        Each rater's own shares. [share]
    ahp : AhpWeights or None
        For comparisons: the joined judgements and how consistent they are.
    ahp_by_rater : mapping
        The same of each rater whose own judgements join all members.
    """

    name: str
    members: tuple[str, ...]
    method: Method
    shares: np.ndarray
    low: np.ndarray
    high: np.ndarray
    orders: tuple[tuple[int, ...], ...] = ()
    raters: tuple[str, ...] = ()
    by_rater: Mapping[str, np.ndarray] = field(default_factory=dict)
    ahp: AhpWeights | None = None
    ahp_by_rater: Mapping[str, AhpWeights] = field(default_factory=dict)

    def draws(self, points: np.ndarray, pick: np.ndarray) -> np.ndarray:
        """Return shares that fit what was said, one row for each point.

        Parameters
        ----------
        points : ndarray, shape (n, members)
            Points spread evenly from 0 to 1.
        pick : ndarray, shape (n,)
            Points from 0 to 1 that choose a rater where raters order differently.

        Returns
        -------
        ndarray, shape (n, members)
            Every row sums to 1. [share]

        Notes
        -----
        An order leaves all weights that keep it equally likely; a share lies in its range with the
        likeliest value at the share itself (triangular).
        """
        if self.orders:
            return self._ordered(points, pick)
        shares = _triangular(points, self.low, self.shares, self.high)
        return shares / shares.sum(axis=1, keepdims=True)

    def _ordered(self, points: np.ndarray, pick: np.ndarray) -> np.ndarray:
        spread = np.sort(-np.log1p(-points), axis=1)[:, ::-1]
        largest_first = spread / spread.sum(axis=1, keepdims=True)
        places = np.array(self.orders)[(pick * len(self.orders)).astype(int)]
        shares = np.empty_like(largest_first)
        np.put_along_axis(shares, places, largest_first, axis=1)
        return shares


def weights_by_points(
    name: str, points: Mapping[str, float], spread: float, method: Method = "house"
) -> WeightSet:
    """Return a set weighed by points, each uncertain by a share of itself.

    Parameters
    ----------
    name : str
        Name of the set.
    points : mapping
        Points of each member; only proportions count.
    spread : float
        How far a weight may lie off, either way. [share]
    method : str
        Whose points they are: `house`, or `set` by hand.

    Raises
    ------
    InputError
        When points are negative or all are 0.
    """
    shares = swing_weights(points)
    return WeightSet(name, tuple(points), method, shares, shares * (1 - spread), shares * (1 + spread))


def weights_elicited(name: str, members: tuple[str, ...], rows: pd.DataFrame, spread: float) -> WeightSet:
    """Return a set as its raters weighed it.

    Parameters
    ----------
    name : str
        Name of the set.
    members : tuple of str
        What is weighed, in the order of the house.
    rows : pandas.DataFrame
        The rows of `weights.csv` of this set: one method, columns method, first, second, value, rater.
    spread : float
        How far a weight may lie off, either way; the range is wider where raters are further apart. [share]

    Raises
    ------
    InputError
        When a rater leaves out a member, or the judgements contradict their own reverse.

    Notes
    -----
    Several raters: the mean of their shares for points and ranks, the geometric mean of each judgement
    for comparisons.
    """
    method: Method = rows["method"].iloc[0]
    by_rater = {str(rater): own for rater, own in rows.groupby("rater", sort=False)}
    if method == "rank":
        return _ranked(name, members, by_rater)
    if method == "compare":
        return _compared(name, members, by_rater, spread)
    each = {rater: swing_weights(_points(members, own, rater)) for rater, own in by_rater.items()}
    shares = np.mean(list(each.values()), axis=0)
    low, high = _reach(shares, each, spread)
    return WeightSet(name, members, method, shares, low, high, (), tuple(each), each)


def judgement_matrix(members: tuple[str, ...], rows: pd.DataFrame) -> np.ndarray:
    """Return one rater's comparisons as a matrix, NaN where a pair was not judged.

    Parameters
    ----------
    members : tuple of str
        What is compared, in order.
    rows : pandas.DataFrame
        Columns first, second, value: how many times as much the first counts as the second.

    Returns
    -------
    ndarray, shape (members, members)
        Filled both ways. [ratio]
    """
    matrix = np.full((len(members), len(members)), np.nan)
    np.fill_diagonal(matrix, 1)
    for one, other, value in zip(rows["first"], rows["second"], rows["value"].astype(float), strict=True):
        first, second = members.index(one), members.index(other)
        matrix[first, second], matrix[second, first] = value, 1 / value
    return matrix


def _compared(
    name: str, members: tuple[str, ...], by_rater: Mapping[str, pd.DataFrame], spread: float
) -> WeightSet:
    matrices = {rater: judgement_matrix(members, own) for rater, own in by_rater.items()}
    whole = {rater: one for rater, one in matrices.items() if not unconnected(~np.isnan(one))}
    own = {rater: ahp_weights(one, members) for rater, one in whole.items()}
    each = {rater: one.weights for rater, one in own.items()}
    joined = ahp_weights(joined_judgements(list(matrices.values())), members)
    low, high = _reach(joined.weights, each, spread)
    raters = tuple(by_rater)
    return WeightSet(name, members, "compare", joined.weights, low, high, (), raters, each, joined, own)


def _ranked(name: str, members: tuple[str, ...], by_rater: Mapping[str, pd.DataFrame]) -> WeightSet:
    falling = roc_weights(len(members))
    orders, each = [], {}
    for rater, own in by_rater.items():
        ranks = pd.Series(_points(members, own, rater))
        order = tuple(int(place) for place in ranks.to_numpy().argsort(kind="stable"))
        orders.append(order)
        each[rater] = np.empty(len(members))
        each[rater][list(order)] = falling
    shares = np.mean(list(each.values()), axis=0)
    low, high = np.zeros(len(members)), np.ones(len(members))
    return WeightSet(name, members, "rank", shares, low, high, tuple(orders), tuple(each), each)


def _reach(
    shares: np.ndarray, each: Mapping[str, np.ndarray], spread: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return ranges that hold the spread and what every rater said."""
    own = list(each.values())
    return np.min([shares * (1 - spread), *own], axis=0), np.max([shares * (1 + spread), *own], axis=0)


def _points(members: tuple[str, ...], rows: pd.DataFrame, rater: str) -> dict[str, float]:
    given = dict(zip(rows["first"], rows["value"], strict=True))
    left_out = [member for member in members if member not in given]
    if left_out:
        raise InputError(f"{rater or 'the rater'} gives no value for {', '.join(left_out)}")
    return {member: float(given[member]) for member in members}


def _triangular(points: np.ndarray, low: np.ndarray, mode: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return evenly spread points as values of triangles; a triangle without width stays at its mode."""
    width = high - low
    turn = np.divide(mode - low, width, out=np.ones_like(width), where=width > 0)
    rising = low + np.sqrt(points * width * (mode - low))
    falling = high - np.sqrt((1 - points) * width * (high - mode))
    return np.where(points <= turn, rising, falling)

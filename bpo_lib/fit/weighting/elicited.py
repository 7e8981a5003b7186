"""The weight of every criterion as the client's people see it, and what their words leave open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit.scales.client_table import criteria_of
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.criterion import GROUPS
from bpo_lib.fit.weighting.ahp import ACCEPTED_RATIO
from bpo_lib.fit.weighting.weight_sets import WeightSet, weights_by_points, weights_elicited
from bpo_lib.fit.weighting.weights import FitWeights

GROUP_SET = "groups"
WEIGHT_SETS: dict[str, tuple[str, ...]] = {GROUP_SET: GROUPS} | {
    group: tuple(each.id for each in CRITERIA if each.group == group) for group in GROUPS
}
SET_COLUMNS = [
    "set", "method", "raters", "consistency_index", "consistency_ratio", "random_index", "gci", "revisit",
]  # fmt: skip

_MOST_POINTS = 100
_FROM_FILES = ("default", "client")  # origins of an assumption that no scenario has touched
_WORDS = {
    "house": "house points",
    "swing": "points",
    "rank": "ranks",
    "compare": "comparisons of pairs",
    "set": "points set by hand",
}


@dataclass(frozen=True, eq=False)
class Weighting:
    """The weight of every criterion, where it comes from, and the weights that fit it as well.

    Parameters
    ----------
    by_set : mapping
        The groups, and the criteria inside each group, as they were weighed.
    spread : float
        How far a weight set by hand may lie off. [share]
    """

    by_set: Mapping[str, WeightSet]
    spread: float

    @property
    def by_criterion(self) -> dict[str, float]:
        """Weight of every criterion: share of its group times its share inside; together 1. [share]"""
        outer = dict(zip(GROUPS, self.by_set[GROUP_SET].shares, strict=True))
        return {
            member: float(outer[group] * share)
            for group in GROUPS
            for member, share in zip(self.by_set[group].members, self.by_set[group].shares, strict=True)
        }

    @property
    def points(self) -> dict[str, float]:
        """Points of the groups, 100 for the one that counts most. [points]"""
        shares = self.by_set[GROUP_SET].shares
        return dict(zip(GROUPS, (shares / shares.max() * _MOST_POINTS).tolist(), strict=True))

    @property
    def method(self) -> str:
        """How the weights were found, as it stands inside a sentence."""
        outer = self.by_set[GROUP_SET]
        inner = {self.by_set[group].method for group in GROUPS} - {"house"}
        groups = f"{_said(outer)} for the groups"
        if not inner:
            return f"{groups}, house points inside each"
        return f"{groups}, {_listed(sorted(_WORDS[method] for method in inner))} inside some of them"

    @property
    def sets(self) -> pd.DataFrame:
        """One row per set with `SET_COLUMNS`; `revisit` is the judgement to talk about again, or None."""
        return pd.DataFrame([_set_row(each) for each in self.by_set.values()], columns=SET_COLUMNS)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know before relying on the weights."""
        return tuple(note for each in self.by_set.values() for note in _set_notes(each))

    def draws(self, n: int, seed: int = 0) -> np.ndarray:
        """Return weights that fit what was said as well as the weights themselves.

        Parameters
        ----------
        n : int
            Number of draws; a power of 2 spreads them most evenly.
        seed : int
            Same seed, same draws.

        Returns
        -------
        ndarray, shape (n, 25)
            Columns in the order of `CRITERIA`; every row sums to 1. [share]
        """
        points = _even_points(n, seed)
        outer, column = self._drawn(GROUP_SET, points, 0)
        drawn = np.empty((n, len(CRITERIA)))
        done = 0
        for place, group in enumerate(GROUPS):
            inner, column = self._drawn(group, points, column)
            drawn[:, done : done + inner.shape[1]] = outer[:, [place]] * inner
            done += inner.shape[1]
        return drawn

    def set_draws(self, name: str, n: int = 4_096, seed: int = 0) -> np.ndarray:
        """Return draws of one set alone: of the groups, or of the shares inside one group.

        Parameters
        ----------
        name : str
            `groups`, or the name of a group.
        n, seed : int
            As for `draws`.

        Returns
        -------
        ndarray, shape (n, members)
            Every row sums to 1. [share]
        """
        names = list(WEIGHT_SETS)
        start = sum(len(WEIGHT_SETS[each]) + 1 for each in names[: names.index(name)])
        return self._drawn(name, _even_points(n, seed), start)[0]

    def _drawn(self, name: str, points: np.ndarray, column: int) -> tuple[np.ndarray, int]:
        """Return the draws of one set, and the column of points at which the next one starts."""
        end = column + len(self.by_set[name].members)
        return self.by_set[name].draws(points[:, column:end], points[:, end]), end + 1

    def with_points(self, changes: Mapping[str, float]) -> "Weighting":
        """Return the same weights with other points for some groups.

        Parameters
        ----------
        changes : mapping
            Group to its points; the others keep theirs. [points]

        Raises
        ------
        InputError
            When a group is unknown, points are negative or none is left.
        """
        if unknown := [name for name in changes if name not in GROUPS]:
            raise InputError(f"{unknown[0]!r} is not a group; the groups are {', '.join(GROUPS)}")
        now = self.points
        if all(now[name] == value for name, value in changes.items()):
            return self
        return _by_hand(self, now | dict(changes))


@lru_cache(maxsize=8)
def elicited_weights(case: Engagement) -> Weighting:
    """Return the weights of the criteria: as the client's raters see them, else as the house does.

    Parameters
    ----------
    case : Engagement
        The client; `weights` is what its raters said, of the groups or of the criteria of one group.

    Returns
    -------
    Weighting

    Raises
    ------
    InputError
        When what was said of a set does not reach all its members.

    Notes
    -----
    A set that nobody weighed keeps the points of the house, or those the client's firm gives in
    `assumptions.csv` and `criteria.csv`, within a wider range. Points of groups that a scenario or a
    what-if changes count before what raters said of these groups.
    """
    terms = case.of(FitWeights)
    house: dict[str, float] = {group: float(getattr(terms, group)) for group in GROUPS}
    house |= {each.id: each.weight for each in criteria_of(case)}
    sets = {}
    for name, members in WEIGHT_SETS.items():
        rows = case.weights[case.weights["first"].isin(members)] if len(case.weights) else case.weights
        if len(rows):
            sets[name] = weights_elicited(name, members, rows, terms.weight_spread)
        else:
            sets[name] = weights_by_points(
                name, {each: house[each] for each in members}, terms.house_weight_spread
            )
    weighting = Weighting(sets, terms.weight_spread)
    changed = _changed_points(case)
    return _by_hand(weighting, weighting.points | changed) if changed else weighting


def _by_hand(weighting: Weighting, points: Mapping[str, float]) -> Weighting:
    groups = weights_by_points(GROUP_SET, points, weighting.spread, "set")
    return replace(weighting, by_set={**weighting.by_set, GROUP_SET: groups})


def _changed_points(case: Engagement) -> dict[str, float]:
    """Return the points of groups that a scenario or a what-if changes, and no file gave."""
    register = case.register[~case.register["origin"].isin(_FROM_FILES)]
    values = dict(zip(register["name"], register["value"], strict=True))
    names = {group: f"{FitWeights.group}.{group}" for group in GROUPS}
    return {group: float(values[name]) for group, name in names.items() if name in values}


@lru_cache(maxsize=4)
def _even_points(n: int, seed: int) -> np.ndarray:
    """Return scrambled Sobol points, one column for each member and one for each set's choice of rater."""
    from scipy.stats import qmc  # noqa: PLC0415 - slow to import

    columns = sum(len(members) + 1 for members in WEIGHT_SETS.values())
    whole = max(n - 1, 1).bit_length()  # a power of 2 keeps the balance of the sequence
    points: np.ndarray = qmc.Sobol(columns, seed=seed).random_base2(whole)[:n]
    points.flags.writeable = False
    return points


def _said(each: WeightSet) -> str:
    people = f" of {len(each.raters)} raters" if len(each.raters) > 1 else ""
    return f"{_WORDS[each.method]}{people}"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _set_row(each: WeightSet) -> dict[str, object]:
    row: dict[str, object] = {
        "set": each.name, "method": each.method, "raters": len(each.raters), "revisit": None,
        "consistency_index": np.nan, "consistency_ratio": np.nan, "random_index": np.nan, "gci": np.nan,
    }  # fmt: skip
    if each.ahp is not None:
        row |= {
            "consistency_index": each.ahp.consistency_index,
            "consistency_ratio": each.ahp.consistency_ratio,
            "random_index": each.ahp.random_index,
            "gci": each.ahp.gci,
            "revisit": each.ahp.revisit,
        }
    return row


def _set_notes(each: WeightSet) -> list[str]:
    if each.ahp is None:
        return []
    of = "of the groups" if each.name == GROUP_SET else f"of the criteria of {each.name}"
    notes = [f"Comparisons {of}: {note}" for note in each.ahp.notes]
    if each.ahp.consistency_ratio > ACCEPTED_RATIO:
        notes.append(
            f"The comparisons {of} contradict one another more than Saaty's limit of "
            f"{ACCEPTED_RATIO:.0%} allows; talk again before relying on the weights."
        )
    return notes

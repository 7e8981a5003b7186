"""How far each level of a criterion speaks for each of the nine alternatives.

The shapes are house assumptions, in one table that a firm may change row by row (`criteria.csv`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np

from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST

NEUTRAL = 0.5  # a criterion that says nothing of an alternative neither lifts nor lowers it
_PEAK = re.compile(r"peak ?([1-5](?:\.[0-9]+)?)")


class Shape(NamedTuple):
    """How the value of an alternative runs over the levels of a criterion.

    Parameters
    ----------
    target : float or None
        The level that speaks most for the alternative: 5 for `up`, 1 for `down`; None for `flat`. [level]
    """

    target: float | None

    @property
    def words(self) -> str:
        """Return the shape as the table writes it."""
        if self.target is None:
            return "flat"
        return {5.0: "up", 1.0: "down"}.get(self.target, f"peak {self.target:g}")

    @property
    def offset(self) -> float:
        """Value at the target level, or that of a flat criterion."""
        return NEUTRAL if self.target is None else 1.0

    @property
    def slope(self) -> float:
        """Value lost for each level away from the target. [1/level]"""
        return 0.0 if self.target is None else 1 / max(self.target - LOWEST, HIGHEST - self.target)


def shape_of(words: str) -> Shape | None:
    """Return the shape that a cell names: up, down, flat or `peak 3`; None when it names none."""
    told = words.strip().lower()
    if told in {"up", "down", "flat"}:
        return Shape({"up": float(HIGHEST), "down": float(LOWEST), "flat": None}[told])
    found = _PEAK.fullmatch(told)
    target = float(found[1]) if found else 0.0
    return Shape(target) if LOWEST <= target <= HIGHEST else None


# Read a row as: which level of this property speaks most for each alternative? A peak says where an
# alternative is the natural answer; beyond it another serves better, and not that things get worse.
# Nearer places peak before farther ones, since distance pays only where work is plain, large and calm.
_HOUSE = """
    keep      redesign  automate  shared    onshore   nearshore offshore  specialist hybrid
S1  up        up        flat      peak 2    peak 2    down      down      peak 2     peak 3
S2  up        up        down      peak 2    peak 2    down      down      peak 3     peak 3
P1  flat      down      up        up        peak 3    peak 4    up        peak 3     peak 3
P2  down      down      up        up        peak 3    peak 4    up        down       peak 3
P3  down      down      up        peak 4    peak 3    peak 4    up        flat       peak 2
P4  flat      down      up        up        up        up        up        up         up
P5  down      down      up        peak 3    peak 3    peak 4    up        peak 3     peak 3
P6  down      down      peak 2    peak 3    peak 3    peak 4    up        up         up
P7  down      down      flat      peak 4    peak 3    peak 4    up        down       peak 3
P8  down      down      up        peak 4    peak 4    up        up        up         up
P9  up        down      up        up        peak 4    peak 4    up        flat       peak 3
D1  flat      flat      up        peak 3    peak 3    peak 4    up        down       up
D2  down      flat      flat      flat      up        up        up        flat       peak 3
D3  down      flat      up        peak 3    up        up        up        flat       up
D4  down      flat      up        peak 3    peak 2    peak 4    up        down       peak 4
R1  up        up        flat      up        peak 3    peak 2.5  down      peak 3     peak 3
R2  up        up        up        peak 3    peak 2.5  peak 2    down      peak 3     peak 3
R3  up        up        down      peak 3    peak 3    peak 2.5  down      peak 3     peak 3
R4  up        up        flat      up        peak 2    down      down      down       peak 2
M1  down      flat      flat      flat      up        up        up        flat       peak 3
M2  down      flat      down      down      up        up        up        peak 3     up
M3  down      down      flat      peak 3    peak 4    peak 4    peak 4    up         peak 4
M4  down      peak 3    up        peak 3    peak 2    peak 2    peak 2    down       peak 3
G1  down      down      down      peak 3    peak 3    peak 4    up        peak 3     up
G2  down      peak 3    up        peak 4    up        up        up        peak 4     peak 3
"""
_BETWEEN_CELLS = re.compile(r" {2,}")  # a cell may hold one space: peak 3
HOUSE_SHAPES: Mapping[str, tuple[str, ...]] = {
    name: tuple(cells) for name, *cells in (_BETWEEN_CELLS.split(row) for row in _HOUSE.splitlines()[2:])
}


@dataclass(frozen=True, eq=False)
class ValueTable:
    """The shapes of every alternative and criterion, ready to compute with.

    Parameters
    ----------
    shapes : mapping
        By criterion id, one shape for each of `ALTERNATIVES`, in their order.
    """

    shapes: Mapping[str, tuple[Shape, ...]]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> Self:
        """Return the table that some words describe, in which every criterion has its row."""
        return cls({name: tuple(_known_shape(cell) for cell in words[name]) for name in words})

    def with_rows(self, changes: Mapping[str, Sequence[str]]) -> Self:
        """Return the table with some rows changed; an empty cell keeps its shape."""
        changed = {
            name: tuple(
                _known_shape(cell) if cell.strip() else old
                for old, cell in zip(self.shapes[name], cells, strict=True)
            )
            for name, cells in changes.items()
        }
        return type(self)({**self.shapes, **changed})

    def words(self, criterion: str) -> tuple[str, ...]:
        """Return a row as `criteria.csv` writes it."""
        return tuple(shape.words for shape in self.shapes[criterion])

    @cached_property
    def separates(self) -> np.ndarray:
        """Whether each criterion says anything of any alternative, shape (criteria,)."""
        return np.array(
            [any(shape.target is not None for shape in self.shapes[each.id]) for each in CRITERIA]
        )

    @cached_property
    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Offset, slope and target of every shape, each (alternatives, criteria)."""
        rows = [self.shapes[each.id] for each in CRITERIA]
        offset = np.array([[shape.offset for shape in row] for row in rows]).T
        slope = np.array([[shape.slope for shape in row] for row in rows]).T
        target = np.array([[shape.target or LOWEST for shape in row] for row in rows]).T
        return offset, slope, target

    @cached_property
    def distances(self) -> "Distances":
        """The few distances from which all values follow."""
        _, slope, target = self.arrays
        pairs = sorted({(place, level) for place, column in enumerate(target.T) for level in column})
        criteria = np.array([place for place, _ in pairs])
        levels = np.array([level for _, level in pairs])
        return Distances(criteria, levels, np.where(target[:, criteria] == levels, slope[:, criteria], 0.0))


class Distances(NamedTuple):
    """Each target level that a criterion has for some alternative.

    Parameters
    ----------
    criteria : ndarray of int, shape (targets,)
        Place of the criterion.
    levels : ndarray, shape (targets,)
        The target. [level]
    slopes : ndarray, shape (alternatives, targets)
        What an alternative loses for each level away from it. [1/level]
    """

    criteria: np.ndarray
    levels: np.ndarray
    slopes: np.ndarray


def _known_shape(words: str) -> Shape:
    shape = shape_of(words)
    assert shape is not None, f"{words!r} is not a shape"
    return shape


HOUSE_TABLE = ValueTable.of(HOUSE_SHAPES)


def utilities(levels: np.ndarray, table: ValueTable = HOUSE_TABLE) -> np.ndarray:
    """Return how far levels speak for every alternative, from 0 (not at all) to 1 (most).

    Parameters
    ----------
    levels : ndarray, shape (..., criteria)
        From 1 to 5, in the order of `CRITERIA`. [level]
    table : ValueTable
        The shapes.

    Returns
    -------
    ndarray, shape (..., alternatives, criteria)

    Notes
    -----
    up (x - 1) / 4; down (5 - x) / 4; peak 1 - abs(x - t) / max(t - 1, 5 - t); flat 0.5 throughout, so that
    the criterion neither speaks for nor against that alternative and the value stays a straight line
    in every weight. The scale is absolute: what an alternative is worth never depends on which others
    are compared.
    """
    offset, slope, target = table.arrays
    return offset - slope * np.abs(np.asarray(levels, dtype=float)[..., None, :] - target)


def utilities_unknown(table: ValueTable = HOUSE_TABLE) -> np.ndarray:
    """Return how far a criterion speaks for every alternative on average, while any level is as likely.

    Returns
    -------
    ndarray, shape (alternatives, criteria)

    Notes
    -----
    The mean of `utilities` over levels from 1 to 5: a level lies ((t - 1)**2 + (5 - t)**2) / 8 away from t
    on average. That is 0.5 for up, down and flat. The value at level 3 would flatter whatever peaks there.
    """
    offset, slope, target = table.arrays
    distance = ((target - LOWEST) ** 2 + (HIGHEST - target) ** 2) / (2 * (HIGHEST - LOWEST))
    return offset - slope * distance


def weighted_values(levels: np.ndarray, weights: np.ndarray, table: ValueTable = HOUSE_TABLE) -> np.ndarray:
    """Return the value of every alternative in many draws, without making the utilities of each.

    Parameters
    ----------
    levels, weights : ndarray, shape (draws, criteria)
        [level], [share]
    table : ValueTable

    Returns
    -------
    ndarray, shape (draws, alternatives)
    """
    found = table.distances
    lost = np.abs(np.ascontiguousarray(levels.T)[found.criteria] - found.levels[:, None])
    lost *= np.ascontiguousarray(weights.T)[found.criteria]
    return np.asarray(weights @ table.arrays[0].T - (found.slopes @ lost).T)

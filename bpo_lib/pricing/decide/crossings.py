"""Where two costs cross: every point of a range, not the first one a root finder falls into."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

Costs = Callable[[np.ndarray], np.ndarray | tuple[np.ndarray, np.ndarray]]

CELLS = 4096  # of the first grid; what two crossings within one cell need, see `_may_touch`
SAME = 1e-9  # relative difference up to which two costs are the same
_NOTHING = 1e-12  # the same while searching, stricter, so that what is found keeps `SAME`
_PARTS = 16  # into which a cell that may hold a crossing is cut, again and again
_STEEPER = 4.0  # how much steeper than its surroundings a difference is taken to be inside a cell
_POINT = 1e-5  # a stretch shorter than this, against where it lies, is a point


@dataclass(frozen=True, eq=False)
class Crossings:
    """Where one cost passes the other.

    Parameters
    ----------
    roots : ndarray, shape (n,)
        Where both cost the same, in order: crossings, points that only touch, and both edges of
        each stretch along which they are equal.
    jumps : ndarray, shape (m,)
        Where the cheaper one changes without both ever costing the same: one of them leaps.
    """

    roots: np.ndarray
    jumps: np.ndarray


class _Cells(NamedTuple):
    """Neighbouring points; arrays of the same length."""

    left: np.ndarray
    right: np.ndarray
    gap_left: np.ndarray  # relative difference of the costs, 0 where it counts as none
    gap_right: np.ndarray

    def where(self, chosen: np.ndarray) -> "_Cells":
        return _Cells(*(part[chosen] for part in self))

    @property
    def differ(self) -> np.ndarray:
        """Whether another one is cheaper on the right than on the left."""
        return np.sign(self.gap_left) != np.sign(self.gap_right)


def crossings(
    costs: Costs,
    low: float,
    high: float,
    cells: int = CELLS,
    on_grid: tuple[np.ndarray, np.ndarray] | None = None,
) -> Crossings:
    """Return every point of a range at which two costs are the same, and every leap past one another.

    Parameters
    ----------
    costs : callable
        Points, shape (n,), to both costs there, each of shape (n,). [currency]
    low, high : float
        Ends of the range, both searched.
    cells : int
        Parts of the range that are looked at first.
    on_grid : pair of ndarray, shape (cells + 1,), optional
        Both costs at the edges of these parts, where they are known already.

    Returns
    -------
    Crossings

    Notes
    -----
    The range is cut into cells. A cell at whose ends another cost is cheaper is cut again until
    nothing is left between its ends; so is one whose ends are so near to equal that, with a slope up to
    four times that of its surroundings, the costs could touch inside. What is left is a root when
    both costs differ there by at most 1e-9 of the larger, else a leap. Where both cost nothing there is
    nothing to choose, so a single such point, as at a volume of zero, is no root.
    """
    points = np.linspace(low, high, cells + 1)
    gaps = _apart(*(costs(points) if on_grid is None else on_grid))
    live = _grid(points, gaps[None, :])
    while (live.right - live.left > 4 * np.spacing(high)).any():
        live = _cut(costs, live)
    found = _sorted_out(live.where(live.differ))
    ends = points[[0, -1]][(gaps[[0, -1]] == 0) & (gaps[[1, -2]] == 0)]  # of equal costs beyond the range
    roots = _merged(costs, np.concatenate([found.roots, ends]))
    starts_free = roots.size and roots[0] == low and gaps[1] != 0 and not costs(points[:1])[0].any()
    return Crossings(roots[1:] if starts_free else roots, found.jumps)


def _relative_gap(costs: Costs, points: np.ndarray) -> np.ndarray:
    """Return by how much the first cost exceeds the second, against the larger; 0 where by nothing."""
    return _apart(*costs(points))


def _apart(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    larger = np.maximum(np.abs(first), np.abs(second))
    gap = np.divide(first - second, larger, out=np.zeros_like(larger), where=larger > 0)
    return np.where(np.abs(gap) <= _NOTHING, 0.0, gap)


def _cut(costs: Costs, live: _Cells) -> _Cells:
    """Return the parts of cells in which there may still be a crossing."""
    steps = np.arange(1, _PARTS) / _PARTS
    inner = live.left[:, None] + (live.right - live.left)[:, None] * steps
    gaps = _relative_gap(costs, inner.ravel()).reshape(inner.shape)
    points = np.column_stack([live.left, inner, live.right])
    return _grid(points, np.column_stack([live.gap_left, gaps, live.gap_right]))


def _grid(points: np.ndarray, gaps: np.ndarray) -> _Cells:
    """Return the cells between neighbouring points that may hold a crossing; each row is a stretch."""
    points = np.broadcast_to(points, gaps.shape)
    may = _may_touch(gaps)
    found = _Cells(points[:, :-1][may], points[:, 1:][may], gaps[:, :-1][may], gaps[:, 1:][may])
    return found.where(found.right > found.left)


def _may_touch(gaps: np.ndarray) -> np.ndarray:
    """Return which cells of each row may hold a crossing: another sign, or too near to zero to tell."""
    rise = np.abs(np.diff(gaps, axis=1))
    around = np.pad(rise, ((0, 0), (2, 2)), mode="edge")
    steepest = np.max([around[:, shift : shift + rise.shape[1]] for shift in range(5)], axis=0)
    left, right = gaps[:, :-1], gaps[:, 1:]
    near = (np.abs(left) + np.abs(right) <= _STEEPER * steepest) & (left != 0) & (right != 0)
    return (np.sign(left) != np.sign(right)) | near


def _sorted_out(ends: _Cells) -> Crossings:
    """Return what the smallest cells are: roots where the costs meet, leaps where they do not."""
    left, right = np.abs(ends.gap_left), np.abs(ends.gap_right)
    points = np.where(left <= right, ends.left, ends.right)
    meets = np.minimum(left, right) <= SAME
    return Crossings(points[meets], np.unique(ends.right[~meets]))


def _merged(costs: Costs, points: np.ndarray) -> np.ndarray:
    """Return each root once, in order; the two edges of a stretch are two."""
    kept: list[float] = []
    for point in np.unique(points).tolist():
        if kept and _is_one_point(costs, kept[-1], point):
            kept[-1] = (kept[-1] + point) / 2
        else:
            kept.append(point)
    return np.array(kept)


def _is_one_point(costs: Costs, first: float, second: float) -> bool:
    apart = (second - first) / second
    if apart <= SAME:
        return True
    return apart <= _POINT and not _relative_gap(costs, np.array([(first + second) / 2])).any()

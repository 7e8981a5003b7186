"""Where the names of points go, so that none covers another name or a point."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

LETTER: Final = 6.8  # mean width of a letter of a label [pixels]
LINE: Final = 15.0  # height of a label [pixels]
GAP: Final = 9.0  # between a point and its name [pixels]
_DOT: Final = 4.0  # thickness that a line is given [pixels]
_ROWS: Final = 40  # rows up and down that are tried before a name may cover another


class Place(NamedTuple):
    """Where a name is written: its end beside the point, and on which side of the point it lies. [pixels]"""

    x: float
    y: float
    right: bool


class _Box(NamedTuple):
    left: float
    right: float
    low: float
    high: float

    def covers(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.low < other.high
            and other.low < self.high
        )


def label_places(
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    width: float,
    line: Sequence[tuple[float, float]] = (),
) -> list[Place]:
    """Return a place for the name of each point, beside it where there is room, else some rows away.

    Parameters
    ----------
    points : sequence of (x, y)
        From the lower left of the panel. [pixels]
    names : sequence of str
        As they will be written.
    width : float
        Of the panel; a name never leaves it unless it is wider. [pixels]
    line : sequence of (x, y), optional
        Corners of a line that no name should cover. [pixels]

    Returns
    -------
    list of Place
    """
    taken = [_around(x, y, GAP) for x, y in points]
    taken += [_around(x, y, _DOT) for x, y in _along(line)]
    places: list[Place] = []
    for (x, y), name in zip(points, names, strict=True):
        length = LETTER * len(name)
        found, box = _free(x, y, length, width, taken)
        taken.append(box)
        places.append(found)
    return places


def _around(x: float, y: float, size: float) -> _Box:
    return _Box(x - size / 2, x + size / 2, y - size / 2, y + size / 2)


def _along(line: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Return points along a line, near enough to each other that no name fits between them."""
    for (x, y), (to_x, to_y) in pairwise(line):
        steps = max(1, math.ceil(math.hypot(to_x - x, to_y - y) / _DOT))
        yield from ((x + (to_x - x) * k / steps, y + (to_y - y) * k / steps) for k in range(steps + 1))


def _free(x: float, y: float, length: float, width: float, taken: Sequence[_Box]) -> tuple[Place, _Box]:
    """Return the nearest place that covers nothing, or the last one tried where there is none."""
    for place in _candidates(x, y):
        left = place.x if place.right else place.x - length
        box = _Box(left, left + length, place.y - LINE / 2, place.y + LINE / 2)
        inside = left >= 0 and box.right <= width
        if inside and not any(box.covers(other) for other in taken):
            break
    return place, box


def _candidates(x: float, y: float) -> Iterator[Place]:
    for row in sorted(range(-_ROWS, _ROWS + 1), key=abs):
        for right in (True, False):
            yield Place(x + GAP if right else x - GAP, y + row * LINE, right)

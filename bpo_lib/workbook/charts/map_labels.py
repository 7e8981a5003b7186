"""Where the share of cases stands beside each flow of a map: on its line, over nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bpo_lib.process.map.layout import Box, Point, Route

HEIGHT = 14.0
_ON_BOX, _ON_LABEL, _ON_LINE = 1_000.0, 500.0, 150.0  # what each costs, against pixels from the source
_STEP = 6.0  # pixels between two places tried
_ASIDE = 3.0  # room between an upright line and its label
_CORNER = 8.0  # and between a label and the corner its line turns at


class Label(NamedTuple):
    """A text, the middle of its place, and how wide it is. [pixels]."""

    text: str
    x: float
    y: float
    width: float


def placed_labels(
    routes: Sequence[Route], texts: Mapping[int, tuple[str, float]], boxes: Iterable[Box]
) -> list[Label]:
    """Return a place for each label, near where its flow leaves and free of everything else.

    Parameters
    ----------
    routes : sequence of Route
    texts : mapping
        Number of a route to its text and how wide that is. [pixels]
    boxes : iterable of Box
        What must not be covered.
    """
    steps = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    lines = [
        (number, min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        for number, route in enumerate(routes)
        for a, b in pairwise(route.points)
    ]
    labels: list[Label] = []
    for number, (text, width) in texts.items():
        taken = [_room(label.x, label.y, label.width) for label in labels]
        others = [line[1:] for line in lines if line[0] != number]
        places = _places(routes[number].points, width)
        costs = [
            away
            + _ON_BOX * _met(_room(x, y, width), steps)
            + _ON_LABEL * _met(_room(x, y, width), taken)
            + _ON_LINE * _met(_with_line(x, y, width, line), others)
            for x, y, line, away in places
        ]
        x, y, _, _ = places[costs.index(min(costs))]
        labels.append(Label(text, x, y, width))
    return labels


_Room = tuple[float, float, float, float]


def _room(x: float, y: float, width: float) -> _Room:
    return x - width / 2 - 1, y - HEIGHT / 2, x + width / 2 + 1, y + HEIGHT / 2


def _with_line(x: float, y: float, width: float, line: float) -> _Room:
    """Return the room of a label with the piece of its own line beside it: no other flow may share that."""
    left, top, right, bottom = _room(x, y, width)
    return min(left, line), top, max(right, line), bottom


def _met(room: _Room, others: Iterable[_Room]) -> int:
    """Return how many of the others, boxes or lines, a room touches."""
    left, top, right, bottom = room
    return sum(
        left <= other[2] and other[0] <= right and top <= other[3] and other[1] <= bottom for other in others
    )


def _places(points: Sequence[Point], width: float) -> list[tuple[float, float, float, float]]:
    """Return the places tried: x, y, x of the line there, and how far from the source.

    They are on level pieces and beside upright ones.
    """
    found: list[tuple[float, float, float, float]] = []
    gone = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        length = abs(x2 - x1) + abs(y2 - y1)
        level = y1 == y2
        sign = 1 if x2 + y2 > x1 + y1 else -1
        half = width / 2 + _CORNER if level else HEIGHT / 2 + 2
        for at in _steps(half, length - half):
            if level:
                found.append((x1 + sign * at, y1, x1 + sign * at, gone + at))
            else:
                aside = width / 2 + _ASIDE
                found += [(x1 + side * aside, y1 + sign * at, x1, gone + at - side / 2) for side in (1, -1)]
        gone += length
    x, y = points[len(points) // 2]
    return found or [(x, y, x, 0.0)]


def _steps(first: float, last: float) -> list[float]:
    return (
        [first + _STEP * number for number in range(int((last - first) / _STEP) + 1)] if last >= first else []
    )

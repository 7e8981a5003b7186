"""A process map as pictures no wider than a page and no higher, in as few as it takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from bpo_lib.process.map.layout import MapLayout, Point, crossings, lay_out
from bpo_lib.process.map.sheets import Piece, best_starts, cut
from bpo_lib.workbook import numbers
from bpo_lib.workbook.brand import PAPER
from bpo_lib.workbook.charts import map_shapes, theme
from bpo_lib.workbook.charts.map_labels import HEIGHT, Label, placed_labels
from bpo_lib.workbook.charts.map_shapes import TEXT, Shape, coordinate
from bpo_lib.workbook.charts.map_text import text_width

WIDTH, PAGE = 720.0, 900.0  # of a picture; PAGE leaves room for a title on the paper [pixels]
LINE = "#46525f"
_ROOM = WIDTH - 8.0  # inside the border of a picture
_BETWEEN = 26.0  # between pieces side by side
_THIN, _THICK = 1.1, 2.8  # lines of few and of all cases
_ARROW, _ROUND = 7.0, 5.0
CERTAIN = 0.9995  # a way every case takes needs no share
_HEIGHTS = (1.0, 0.85, 0.7, 0.55, 0.42)  # of a page, tried for the pieces of a map
_CONNECTOR = 54.0  # height a connector adds to a piece
_PER_LETTER = 90.0  # a connector is worth this much height: readers have to look for its letter
_PER_CROSSING = 12.0


class Drawn(NamedTuple):
    """A drawn piece: its size, its SVG from 0, 0, and what its crossings and connectors cost a reader."""

    width: float
    height: float
    markup: str
    faults: float


def pictures(
    shapes: Mapping[str, Shape], flows: pd.DataFrame, colours: theme.Palette
) -> list[tuple[float, str]]:
    """Return the pictures of a map, each its height and its SVG elements for a width of `WIDTH`.

    Parameters
    ----------
    shapes : mapping
        Id of each step to what is drawn, the start first.
    flows : pandas.DataFrame
        Columns source, target, probability [share] and per_case [passes/case].
    colours : Palette
    """
    ends = list(zip(flows["source"], flows["target"], strict=True))
    best: tuple[float, list[list[Drawn]]] | None = None
    for room in (None, _ROOM):  # straighter flows or a narrower picture
        rows, tops, bottoms = _rows(_narrow(shapes, ends, list(flows["per_case"]), room))
        for starts in _plans(rows, tops, bottoms, ends):
            pieces = [_drawn(piece, shapes, flows, colours, room) for piece in cut(rows, ends, starts)]
            shelves = _shelves(pieces)
            cost = sum(map(_cost, shelves)) + sum(piece.faults for piece in pieces)
            if best is None or cost < best[0]:
                best = (cost, shelves)
    return [_picture(shelf) for shelf in best[1]] if best else []


def _plans(
    rows: list[list[str]], tops: list[float], bottoms: list[float], flows: list[tuple[str, str]]
) -> list[list[int]]:
    """Return the ways tried to cut a map."""
    every = [
        best_starts(tops, bottoms, rows, flows, most=share * PAGE, connector=_CONNECTOR) for share in _HEIGHTS
    ]
    return [starts for number, starts in enumerate(every) if starts not in every[:number]]


def _cost(shelf: Sequence[Drawn]) -> float:
    """Return how much paper a picture takes, twice as dear where it is more than a page."""
    high = max(piece.height for piece in shelf)
    return high + max(high - PAGE, 0.0)


def _narrow(
    shapes: Mapping[str, Shape],
    flows: Sequence[tuple[str, str]],
    weights: Sequence[float],
    room: float | None,
) -> MapLayout:
    """Return the widest drawing that fits the page, or the narrowest there is."""
    pointed = frozenset(name for name, shape in shapes.items() if shape.kind == "decision")
    sizes = {name: shape.size for name, shape in shapes.items()}
    found: list[MapLayout] = []
    for most in (None, 4, 3, 2, 1):
        found.append(lay_out(sizes, flows, weights=weights, pointed=pointed, most=most, room=room))
        if found[-1].width <= _ROOM:
            break
    return min(found, key=lambda each: max(each.width, _ROOM))


def _rows(layout: MapLayout) -> tuple[list[list[str]], list[float], list[float]]:
    """Return the rows of a drawing with where each begins and ends."""
    rows = [list(row) for row in layout.rows if row]
    boxes = [[layout.boxes[name] for name in row] for row in rows]
    tops = [min(box.y for box in row) for row in boxes]
    return rows, tops, [max(box.y + box.height for box in row) for row in boxes]


def _drawn(
    piece: Piece,
    shapes: Mapping[str, Shape],
    flows: pd.DataFrame,
    colours: theme.Palette,
    room: float | None,
) -> Drawn:
    """Return a piece of the map with its connectors, drawn."""
    own = {name: shapes[name] for name in piece.steps}
    own |= {each.name: map_shapes.connector(each.letter) for each in piece.connectors}
    per_case, shares = list(flows["per_case"]), list(flows["probability"])
    weights = [0.5 if number is None else per_case[number] for _, number in piece.flows]
    layout = _narrow(own, [flow for flow, _ in piece.flows], weights, room)
    texts = {
        at: _share(shares[number])
        for at, (_, number) in enumerate(piece.flows)
        if number is not None and shares[number] < CERTAIN
    }
    sized = {at: (words, text_width(words, TEXT)) for at, words in texts.items()}
    labels = placed_labels(layout.routes, sized, layout.boxes.values())
    least = min([0.0, *(label.x - label.width / 2 - 2 for label in labels)])
    most = max([layout.width, *(label.x + label.width / 2 + 2 for label in labels)])
    parts = [
        _route(route.points, _THIN + (_THICK - _THIN) * min(weight, 1.0))
        for route, weight in zip(layout.routes, weights, strict=True)
    ]
    parts += [map_shapes.drawn(shape, layout.boxes[name], colours) for name, shape in own.items()]
    parts += map(_label, labels)
    shifted = f'<g transform="translate({coordinate(-least)} 0)">{"".join(parts)}</g>'
    faults = _PER_CROSSING * crossings(layout) + _PER_LETTER * len(piece.connectors)
    return Drawn(most - least, layout.height, shifted, faults)


def _label(label: Label) -> str:
    left, top = coordinate(label.x - label.width / 2 - 1), coordinate(label.y - HEIGHT / 2)
    ground = f'width="{coordinate(label.width + 2)}" height="{HEIGHT:g}" fill="{PAPER}"'
    return f'<rect x="{left}" y="{top}" {ground}/>' + map_shapes.text(
        label.text, label.x, label.y + TEXT * 0.35
    )


def _share(probability: float) -> str:
    return numbers.percent(probability, 0 if probability >= 0.0995 else 1)


def _shelves(pieces: Sequence[Drawn]) -> list[list[Drawn]]:
    """Return the pieces side by side as long as the page is wide enough."""
    shelves: list[list[Drawn]] = []
    for piece in pieces:
        last = shelves[-1] if shelves else []
        if last and sum(each.width + _BETWEEN for each in last) + piece.width <= _ROOM:
            last.append(piece)
        else:
            shelves.append([piece])
    return shelves


def _picture(shelf: Sequence[Drawn]) -> tuple[float, str]:
    """Return one picture, its pieces spread over the width; too wide ones are drawn smaller."""
    wide = sum(piece.width for piece in shelf) + _BETWEEN * (len(shelf) - 1)
    scale = min(1.0, _ROOM / wide)
    space = max(_ROOM - wide, 0.0) / (len(shelf) + 1)
    left, parts = 4.0, []
    for piece in shelf:
        left += space
        move = f"translate({coordinate(left)} 4)" + (f" scale({scale:.4f})" if scale < 1 else "")
        parts.append(f'<g transform="{move}">{piece.markup}</g>')
        left += piece.width + _BETWEEN
    return max(piece.height for piece in shelf) * scale + 8, "".join(parts)


def _route(points: Sequence[Point], width: float) -> str:
    """Return a flow with rounded corners and an arrow at its end, which always comes from above."""
    (x, y) = points[-1]
    ends = [*points[:-1], (x, y - _ARROW)]
    path = f"M{_at(ends[0])}"
    for before, corner, after in zip(ends, ends[1:], ends[2:], strict=False):
        path += f"L{_at(_towards(corner, before))}Q{_at(corner)} {_at(_towards(corner, after))}"
    path += f"L{_at(ends[-1])}"
    line = f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="{width:.1f}"/>'
    tip = " ".join(f"{coordinate(a)},{coordinate(b)}" for a, b in _tip(x, y))
    return f'{line}<polygon points="{tip}" fill="{LINE}"/>'


def _tip(x: float, y: float) -> Iterator[Point]:
    yield from ((x, y), (x - 4, y - _ARROW), (x + 4, y - _ARROW))


def _at(point: Point) -> str:
    return f"{coordinate(point[0])} {coordinate(point[1])}"


def _towards(corner: Point, other: Point) -> Point:
    """Return the place a little way from a corner, where its rounding begins."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    share = min(_ROUND, length / 2) / length if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share

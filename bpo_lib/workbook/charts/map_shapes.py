"""What stands on a process map: a shape for each kind of step, told apart without colour, and its words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bpo_lib.process.map.layout import Box
from bpo_lib.workbook import numbers
from bpo_lib.workbook.brand import INK, PAPER
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.map_text import broken, text_width
from bpo_lib.workbook.html import esc

TEXT = 12.0  # smallest text: over 8 points on A4, where 720 pixels take the 174 mm between the margins
NAME = 12.5
UNWRITTEN = "No written path"
TAGS = {"exception": "Exception", "escalation": "Escalation", "check": "Check"}
_LINE, _ABOVE, _BESIDE = 14.5, 6.0, 7.0  # height of a line; room above and beside the words [pixels]
_PILL, _LINK = (64.0, 25.0), 24.0  # size of the start and the end, and of a connector
_MOST_LINES = 3  # of a name
_DIAMOND = 172.0  # width of a decision
_SLANT = 9.0  # how far the corners of an exception and the sides of an escalation go in
_SHOWN_MINUTES = 0.05  # fewer would read as none


class Shape(NamedTuple):
    """Something as it is drawn: its kind, its lines of text with their looks, its size and its ground."""

    kind: str
    lines: tuple[tuple[str, str], ...]
    size: tuple[float, float]
    fill: str
    unwritten: bool = False


def event(name: str) -> Shape:
    """Return the start or the end of a process."""
    return Shape("event", ((name, _plain()),), _PILL, PAPER)


def connector(letter: str) -> Shape:
    """Return the place where a map goes on beside or on another page."""
    return Shape("connector", ((letter, _bold()),), (_LINK, _LINK), PAPER)


def step(row: Mapping[str, Any], width: float, fill: str) -> Shape:
    """Return how a row of a step map is drawn.

    Parameters
    ----------
    row : mapping
        Columns kind, name, actor, minutes_per_case, exception_to and document.
    width : float
        Of every step but a decision. [pixels]
    fill : str
        The colour of its ground.
    """
    exceptional = row["kind"] == "exception" or bool(row["exception_to"])
    unwritten = exceptional and not row["document"]
    last = [(UNWRITTEN, f' fill="{theme.WORSE}"')] if unwritten else []
    if row["kind"] == "decision":
        return _decision(row, last, fill)
    kind = row["kind"] if row["kind"] in TAGS else "exception" if exceptional else "task"
    inner = width - 2 * _BESIDE - (_SLANT if kind == "escalation" else 0)
    lines = [(TAGS[kind], f' font-style="italic" fill="{INK}"')] if kind in TAGS else []
    lines += [(line, _bold()) for line in broken(row["name"], inner, NAME, _MOST_LINES, bold=True)]
    lines += [(line, _plain()) for line in _who_and_how_long(row, inner)]
    lines += last
    height = len(lines) * _LINE + 2 * _ABOVE
    return Shape(kind, tuple(lines), (width, height), fill, unwritten)


def drawn(shape: Shape, box: Box, colours: theme.Palette) -> str:
    """Return a shape with its words as SVG."""
    edge = theme.WORSE if shape.unwritten else colours.primary
    look = f'stroke="{edge}" stroke-width="{2 if shape.unwritten else 1.3:g}"'
    look += ' stroke-dasharray="6 3"' if shape.unwritten else ""
    first = box.y + box.height / 2 - len(shape.lines) * _LINE / 2 + _LINE * 0.76
    words = (
        text(line, box.x + box.width / 2, first + at * _LINE, style)
        for at, (line, style) in enumerate(shape.lines)
    )
    return f"<g>{_outline(shape.kind, box, shape.fill, look)}{''.join(words)}</g>"


def text(words: str, x: float, y: float, look: str = "") -> str:
    """Return a line of text around a middle; `y` is its baseline."""
    return f'<text x="{coordinate(x)}" y="{coordinate(y)}" text-anchor="middle"{look}>{esc(words)}</text>'


def coordinate(value: float) -> str:
    """Return a coordinate with at most one decimal."""
    return f"{round(value, 1) + 0.0:g}"


def _outline(kind: str, box: Box, fill: str, look: str) -> str:
    x, y, width, height = box
    right, bottom, middle = x + width, y + height, y + height / 2
    look = f'fill="{fill}" {look}'
    if kind == "decision":
        return _polygon([(x + width / 2, y), (right, middle), (x + width / 2, bottom), (x, middle)], look)
    if kind == "exception":
        corners = [(x + _SLANT, y), (right - _SLANT, y), (right, y + _SLANT), (right, bottom - _SLANT)]
        corners += [(right - _SLANT, bottom), (x + _SLANT, bottom), (x, bottom - _SLANT), (x, y + _SLANT)]
        return _polygon(corners, look)
    if kind == "escalation":
        corners = [(x + _SLANT, y), (right - _SLANT, y), (right, middle)]
        return _polygon([*corners, (right - _SLANT, bottom), (x + _SLANT, bottom), (x, middle)], look)
    if kind == "check":
        inside = Box(x + 3, y + 3, width - 6, height - 6)
        return _rectangle(box, 0, look) + _rectangle(inside, 0, look)
    return _rectangle(box, 7 if kind == "task" else height / 2, look)


def _decision(row: Mapping[str, Any], last: list[tuple[str, str]], fill: str) -> Shape:
    """Return a diamond as high as its words need: lines near its tips have less room."""
    found: list[tuple[float, list[tuple[str, str]]]] = []
    for share in (0.4, 0.5, 0.6, 0.7):  # of its width, for the lines of its name
        lines = [(line, _bold()) for line in broken(row["name"], share * _DIAMOND, NAME, 4, bold=True)]
        lines += [(_minutes(row), _plain())] if row["minutes_per_case"] > 0 else []
        lines += last
        found.append((max(_height_for(lines)), lines))
    height, lines = min(found, key=lambda each: each[0])
    return Shape("decision", tuple(lines), (_DIAMOND, height), fill, bool(last))


def _height_for(lines: list[tuple[str, str]]) -> list[float]:
    """Return how high a diamond must be for each of its lines to lie inside."""
    half = len(lines) * _LINE / 2
    heights = []
    for at, (line, style) in enumerate(lines):
        off = max(abs(at * _LINE - half), abs((at + 1) * _LINE - half))
        share = text_width(line, NAME, bold=style == _bold()) / (_DIAMOND - 6)
        heights.append(2 * off / max(1 - share, 0.1))
    return heights


def _who_and_how_long(row: Mapping[str, Any], width: float) -> list[str]:
    """Return who does a step and its minutes per case, on one line where it has room."""
    both = f"{row['actor']}, {_minutes(row)}" if row["actor"] else _minutes(row)
    if text_width(both, TEXT) <= width:
        return [both]
    return [*broken(row["actor"], width, TEXT, 1), _minutes(row)]


def _minutes(row: Mapping[str, Any]) -> str:
    minutes = row["minutes_per_case"]
    shown = "under 0.1" if 0 < minutes < _SHOWN_MINUTES else numbers.minutes(minutes)
    return f"{shown}{numbers.SPACE}min"


def _bold() -> str:
    return f' font-weight="650" font-size="{NAME:g}" fill="{INK}"'


def _plain() -> str:
    return f' fill="{INK}"'


def _polygon(corners: list[tuple[float, float]], look: str) -> str:
    points = " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in corners)
    return f'<polygon points="{points}" {look}/>'


def _rectangle(box: Box, radius: float, look: str) -> str:
    x, y, width, height = map(coordinate, box)
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius:g}" {look}/>'

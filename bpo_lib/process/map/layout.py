"""A drawing of a process from top to bottom: where each step stands and how each flow runs.

Layered: flows that lead back are set aside, the longest way from the start gives the row, sweeps order
each row so that few flows cross, and flows run at right angles between rows and steps. The same map
always gives the same drawing.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bpo_lib.process.map.order import Item, Pass, Rows, ordered, with_passes
from bpo_lib.process.map.places import Band, placed
from bpo_lib.process.map.ports import ports_of
from bpo_lib.process.map.ranks import Flow, back_flows, longest_ranks, rows_of
from bpo_lib.process.map.routes import Leg, legs_of, straight, tracks_of

Point = tuple[float, float]
_PASS_WIDTH = 4.0
_CLEAR = 8.0  # least distance between the ends of two flows on one track


class Spacing(NamedTuple):
    """Distances of a drawing. [units of the drawing].

    `gap` lies between two things in a row, `channel` between two rows without sideways flows, `track`
    between two sideways flows, `lane` between a step and the border of its lane.
    """

    gap: float = 18.0
    channel: float = 30.0
    track: float = 17.0
    lane: float = 10.0


class Box(NamedTuple):
    """The room of a step: its left upper corner and its size. [units of the drawing]."""

    x: float
    y: float
    width: float
    height: float


class Route(NamedTuple):
    """The way of a flow: corner points from the edge of its source to the edge of its target."""

    source: str
    target: str
    points: tuple[Point, ...]
    back: bool


class MapLayout(NamedTuple):
    """A drawing of a process map, its left upper corner at 0, 0.

    `boxes` holds the room of each step, `routes` one way for each flow in the order given, `lanes` the
    left and right border of each lane, `rows` the steps of each row from left to right.
    """

    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    lanes: tuple[Band, ...]
    rows: tuple[tuple[str, ...], ...]
    width: float
    height: float


def lay_out(
    sizes: Mapping[str, tuple[float, float]],
    flows: Sequence[Flow],
    *,
    weights: Sequence[float] | None = None,
    lanes: Mapping[str, int] | None = None,
    pointed: frozenset[str] = frozenset(),
    most: int | None = None,
    room: float | None = None,
    spacing: Spacing | None = None,
) -> MapLayout:
    """Return a drawing in which no two steps overlap and every flow is drawn.

    Parameters
    ----------
    sizes : mapping
        Name of each step to its width and height, the start first. [units of the drawing]
    flows : sequence of (source, target)
        Loops, flows from a step to itself and several between the same steps are all allowed.
    weights : sequence of float, optional
        How much each flow should be straight, such as its share of cases; all alike when left out.
    lanes : mapping, optional
        Name of each step to the number of its lane, from the left.
    pointed : frozenset of str
        Steps drawn as diamonds.
    most : int, optional
        Most steps side by side in a row of a lane, for a narrow drawing.
    room : float, optional
        Width the drawing may take where less would do, for straighter flows. [units of the drawing]
    spacing : Spacing, optional

    Returns
    -------
    MapLayout

    Raises
    ------
    ValueError
        When a flow names a step that has no size.
    """
    names = list(sizes)
    if unknown := sorted({name for flow in flows for name in flow} - sizes.keys()):
        raise ValueError(f"flows name steps that are not there: {', '.join(unknown)}")
    apart = spacing or Spacing()
    lane_of = dict(lanes) if lanes else dict.fromkeys(names, 0)
    back = back_flows(names, flows)
    onward = [flow for flow, leads_back in zip(flows, back, strict=True) if not leads_back]
    by_rank = rows_of(longest_ranks(names, onward), lane_of, most)
    rows = ordered(with_passes(by_rank, flows, back, lane_of))
    widths: dict[Item, float] = {item: _PASS_WIDTH for row in rows.rows for item in row}
    widths |= {name: size[0] for name, size in sizes.items()}
    middles, bands = placed(
        rows,
        widths,
        weights or [1.0] * len(flows),
        gap=apart.gap,
        lane_margin=apart.lane if lanes else 0.0,
        room=room,
    )
    if not lanes:
        middles, bands = _from_zero(middles, widths)
    legs = legs_of(rows, middles, ports_of(rows, middles, widths, pointed))
    return _drawn(rows, sizes, middles, bands, legs, pointed=pointed, apart=apart)


def crossings(layout: MapLayout) -> int:
    """Return how many times the flows of a drawing cross."""
    pieces = [
        (number, one, two)
        for number, route in enumerate(layout.routes)
        for one, two in zip(route.points, route.points[1:], strict=False)
    ]
    level = [(number, min(a[0], b[0]), max(a[0], b[0]), a[1]) for number, a, b in pieces if a[1] == b[1]]
    upright = [(number, a[0], min(a[1], b[1]), max(a[1], b[1])) for number, a, b in pieces if a[0] == b[0]]
    return sum(
        left < x < right and top < y < bottom and one != two
        for one, left, right, y in level
        for two, x, top, bottom in upright
    )


def _from_zero(
    middles: Mapping[Item, float], widths: Mapping[Item, float]
) -> tuple[dict[Item, float], list[Band]]:
    """Return a drawing without lanes moved to the left border, and one band around it."""
    left = min((middle - widths[item] / 2 for item, middle in middles.items()), default=0.0)
    right = max((middle + widths[item] / 2 for item, middle in middles.items()), default=0.0)
    return {item: middle - left for item, middle in middles.items()}, [Band(0.0, right - left)]


def _drawn(
    rows: Rows,
    sizes: Mapping[str, tuple[float, float]],
    middles: Mapping[Item, float],
    bands: Sequence[Band],
    legs: Sequence[Sequence[Leg]],
    *,
    pointed: frozenset[str],
    apart: Spacing,
) -> MapLayout:
    """Return the drawing: heights of rows and channels, then boxes and routes."""
    steps = [tuple(item for item in row if not isinstance(item, Pass)) for row in rows.rows]
    track_of, tracks = _tracks(legs, len(rows.rows))
    y, tops, firsts = 0.0, [], []
    for number in range(len(rows.rows) + 1):
        inner = 0 < number < len(rows.rows)
        least = apart.channel if inner or tracks[number] else 0.0
        firsts.append(y + least / 2)
        y += least + apart.track * max(tracks[number] - 1, 0)
        tops.append(y)
        if number < len(rows.rows):
            y += max((sizes[name][1] for name in steps[number]), default=0.0)
    boxes = {}
    for number, names in enumerate(steps):
        high = max((sizes[name][1] for name in names), default=0.0)
        for name in names:
            width, height = sizes[name]
            boxes[name] = Box(middles[name] - width / 2, tops[number] + (high - height) / 2, width, height)
    height_of = {leg: firsts[leg.channel] + apart.track * track for leg, track in track_of.items()}
    routes = []
    for (source, target), own, back in zip(rows.flows, legs, rows.back, strict=True):
        start = _edge(boxes[source], own[0].start, pointed=source in pointed, below=True)
        stop = _edge(boxes[target], own[-1].stop, pointed=target in pointed, below=False)
        routes.append(Route(source, target, _corners(own, height_of, start, stop), back))
    width = bands[-1].right if bands else 0.0
    return MapLayout(boxes, tuple(routes), tuple(bands), tuple(steps), width, y)


def _tracks(legs: Sequence[Sequence[Leg]], rows: int) -> tuple[dict[Leg, int], list[int]]:
    """Return the track of every leg, and how many tracks each channel has."""
    channels: list[list[Leg]] = [[] for _ in range(rows + 1)]
    for each in legs:
        for leg in each:
            channels[leg.channel].append(leg)
    track_of: dict[Leg, int] = {}
    counts = []
    for channel in channels:
        tracks = tracks_of(channel, _CLEAR)
        track_of |= dict(zip(channel, tracks, strict=True))
        counts.append(max(tracks, default=-1) + 1)
    return track_of, counts


def _corners(
    legs: Sequence[Leg], height_of: Mapping[Leg, float], start: float, stop: float
) -> tuple[Point, ...]:
    """Return where a flow turns, every piece of it exactly level or upright."""
    x = legs[0].start
    points = [(x, start)]
    for leg in legs:
        if not straight(leg):
            points += [(x, height_of[leg]), (leg.stop, height_of[leg])]
            x = leg.stop
    return (*points, (x, stop))


def _edge(box: Box, x: float, *, pointed: bool, below: bool) -> float:
    """Return the height at which an upright line at x meets a box or the diamond in it."""
    half = box.height / 2
    if pointed:
        half *= 1 - min(abs(x - box.x - box.width / 2) / (box.width / 2), 1.0)
    return box.y + box.height / 2 + (half if below else -half)

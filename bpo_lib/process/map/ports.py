"""Where flows leave a step and come to it: straight where they can, else on the side they come from."""

from collections.abc import Mapping
from typing import NamedTuple

from bpo_lib.process.map.order import Item, Rows

ALIKE = 1.0  # two lines nearer than this are drawn as one [units of the drawing]
_LEAVING, _COMING = 10.0, 22.0  # how far beside its middle a flow leaves a step and comes to one
_BESIDE = 12.0  # from a straight flow to one that goes sideways
_REACH = 0.32  # of a step's width, either way of its middle, within which a flow goes straight
_EDGE = 0.44  # of a step's width: no flow meets it further out
_NARROW = 50.0  # steps under this width are left and reached in their middle


class Ports(NamedTuple):
    """Where each flow leaves its source and comes to its target, from left to right."""

    leaves: list[float]
    comes: list[float]


def ports_of(
    rows: Rows, middles: Mapping[Item, float], widths: Mapping[Item, float], pointed: frozenset[str]
) -> Ports:
    """Return where every flow meets its two steps.

    Parameters
    ----------
    rows : Rows
    middles, widths : mapping
        Middle and width of each item.
    pointed : frozenset of str
        Steps drawn as diamonds, which are reached at their tip and left further out.
    """
    leaves, comes = [0.0] * len(rows.flows), [0.0] * len(rows.flows)
    leaving: dict[str, list[tuple[int, float]]] = {}
    coming: dict[str, list[tuple[int, float]]] = {}
    for number, (source, target) in enumerate(rows.flows):
        chain, back = rows.chains[number], rows.back[number]
        after, before = (chain[-1], chain[0]) if back else (chain[1], chain[-2])
        common = None if back or len(chain) > 2 else _common(source, target, middles, widths, pointed)
        leaving.setdefault(source, []).append((number, middles[after] if common is None else common))
        coming.setdefault(target, []).append((number, middles[before] if common is None else common))
    for step, towards in leaving.items():
        beside = widths[step] / 4 if step in pointed else _LEAVING
        _share(towards, leaves, middles[step], widths[step], beside)
    for step, towards in coming.items():
        if step in pointed:
            for number, _ in towards:
                comes[number] = middles[step]
        else:
            _share(towards, comes, middles[step], widths[step], _COMING)
    return Ports(leaves, comes)


def _common(
    source: str,
    target: str,
    middles: Mapping[Item, float],
    widths: Mapping[Item, float],
    pointed: frozenset[str],
) -> float | None:
    """Return where a flow between two steps right under one another goes straight down, if it can."""
    first, second = middles[source], middles[target]
    reach = [0.0 if widths[step] < _NARROW else _REACH * widths[step] for step in (source, target)]
    if target in pointed:
        reach[1] = 0.0
    for x in (first, second, (first + second) / 2):
        if abs(x - first) <= reach[0] + 1e-9 and abs(x - second) <= reach[1] + 1e-9:
            return x
    return None


def _share(
    towards: list[tuple[int, float]], ports: list[float], middle: float, width: float, beside: float
) -> None:
    """Give each flow of one side of a step its port: straight ones their own, the others left or right."""
    if width < _NARROW:
        for number, _ in towards:
            ports[number] = middle
        return
    straight = [x - middle for _, x in towards if abs(x - middle) <= _REACH * width + 1e-9]
    left = min([-beside] + [x - _BESIDE for x in straight if x < _BESIDE - beside])
    right = max([beside] + [x + _BESIDE for x in straight if x > beside - _BESIDE])
    for number, x in towards:
        if abs(x - middle) <= _REACH * width + 1e-9:
            ports[number] = x
        else:
            off = max(left, -_EDGE * width) if x < middle else min(right, _EDGE * width)
            ports[number] = middle + off

"""How the flows of a map run: straight down where they can, else at right angles between the rows.

Between two rows lies a channel. A flow that has to go sideways gets a track of it to itself as far as
it runs, so that two flows never lie on one another. Only those that come to the same step from the
same side share a track, as streams join, and those that leave a step on one side its first piece.
"""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bpo_lib.process.map.order import Item, Rows
from bpo_lib.process.map.ports import ALIKE, Ports

_ON_ONE_ANOTHER = 100  # counts as that many crossings: a reader would take the two for one flow


class Leg(NamedTuple):
    """A sideways piece of a flow in a channel; an end goes `up` to the row above or down.

    `joins` names the step a last leg comes to; it is empty for the others.
    """

    flow: int
    channel: int
    start: float
    stop: float
    start_up: bool
    stop_up: bool
    joins: str = ""


class _Line(NamedTuple):
    """What lies on one track: its span, and where it goes up and down."""

    low: float
    high: float
    ups: tuple[float, ...]
    downs: tuple[float, ...]


def legs_of(rows: Rows, middles: Mapping[Item, float], ports: Ports) -> list[list[Leg]]:
    """Return the legs of every flow, from its source to its target; straight ones among them.

    Parameters
    ----------
    rows : Rows
    middles : mapping
        Middle of each item.
    ports : Ports
        Where each flow meets its steps.
    """
    row_of = {item: number for number, row in enumerate(rows.rows) for item in row}
    every = []
    for number, (source, target) in enumerate(rows.flows):
        chain = rows.chains[number]
        leaves, comes = ports.leaves[number], ports.comes[number]
        legs: list[Leg] = []
        if rows.back[number]:
            ways = zip(chain[::-1], chain[-2::-1], strict=False)
            legs.append(Leg(number, row_of[source] + 1, leaves, middles[chain[-1]], True, True))
            legs += [Leg(number, row_of[low], middles[low], middles[high], False, True) for low, high in ways]
            legs.append(Leg(number, row_of[target], middles[chain[0]], comes, False, False, target))
        else:
            for upper, lower in itertools.pairwise(chain):
                start = leaves if upper == source else middles[upper]
                stop, joins = (comes, target) if lower == target else (middles[lower], "")
                legs.append(Leg(number, row_of[lower], start, stop, True, False, joins))
        every.append(legs)
    return every


def tracks_of(legs: Sequence[Leg], clear: float) -> list[int]:
    """Return the track of each leg of one channel, 0 the highest; straight ones get -1.

    Parameters
    ----------
    legs : sequence of Leg
        Of one channel.
    clear : float
        Least distance between the ends of two lines on one track. [units of the drawing]
    """
    groups: dict[object, list[int]] = {}
    for number, leg in enumerate(legs):
        if not straight(leg):
            side = leg.start < leg.stop
            groups.setdefault((leg.joins, leg.stop, side) if leg.joins else number, []).append(number)
    members = list(groups.values())
    lines = [_line([legs[number] for number in group]) for group in members]
    order: list[int] = []
    for number in sorted(range(len(lines)), key=lambda each: (lines[each].low, lines[each].high, each)):
        order.insert(_best_place(number, order, lines), number)
    track: dict[int, int] = {}
    for at, number in enumerate(order):
        mine = lines[number]
        over = [
            track[other]
            for other in order[:at]
            if lines[other].low - clear < mine.high and mine.low < lines[other].high + clear
        ]
        track[number] = max(over, default=-1) + 1
    found = [-1] * len(legs)
    for number, group in enumerate(members):
        for at in group:
            found[at] = track[number]
    return found


def straight(leg: Leg) -> bool:
    """Whether a leg needs no track, since it goes straight through its channel."""
    return abs(leg.start - leg.stop) < ALIKE and leg.start_up != leg.stop_up


def _line(legs: Sequence[Leg]) -> _Line:
    ends = [end for leg in legs for end in ((leg.start, leg.start_up), (leg.stop, leg.stop_up))]
    places = [x for x, _ in ends]
    ups, downs = (tuple(dict.fromkeys(x for x, up in ends if up is way)) for way in (True, False))
    return _Line(min(places), max(places), ups, downs)


def _best_place(number: int, order: Sequence[int], lines: Sequence[_Line]) -> int:
    """Return where among the lines placed so far one crosses fewest, the lowest such place."""
    mine = lines[number]
    cost = best = sum(_crossed(mine, lines[other]) for other in order)
    place = 0
    for at, other in enumerate(order, start=1):
        cost += _crossed(lines[other], mine) - _crossed(mine, lines[other])
        if cost <= best:
            best, place = cost, at
    return place


def _crossed(upper: _Line, lower: _Line) -> int:
    """Return how often two lines cross when one lies above the other."""
    crossed = sum(lower.low + ALIKE < x < lower.high - ALIKE for x in upper.downs)
    crossed += sum(upper.low + ALIKE < x < upper.high - ALIKE for x in lower.ups)
    met = sum(abs(one - two) < ALIKE for one in upper.downs for two in lower.ups)
    return crossed + _ON_ONE_ANOTHER * met

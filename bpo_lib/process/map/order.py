"""In which order the steps of a row stand, so that few flows cross.

Every flow becomes a chain from row to row: where it passes a row without a step of its own, a `Pass`
keeps its place. A flow that leads back passes the rows of both its ends and those between.
"""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bpo_lib.process.map.ranks import Flow

_SWEEPS = 12  # further ones hardly ever find an order with fewer crossings


class Pass(NamedTuple):
    """The place in a row where a flow passes."""

    flow: int
    row: int


Item = str | Pass


class Rows(NamedTuple):
    """The rows of a map with everything that needs a place in them.

    `rows` holds the items of each row in order; `chains` the items of each flow from the upper row to
    the lower one (of a flow that leads back, its passes only); `lanes` the lane of each item.
    """

    rows: list[list[Item]]
    chains: list[list[Item]]
    flows: Sequence[Flow]
    back: Sequence[bool]
    lanes: dict[Item, int]


def with_passes(
    rows: Sequence[Sequence[str]], flows: Sequence[Flow], back: Sequence[bool], lanes: Mapping[str, int]
) -> Rows:
    """Return the rows with a place wherever a flow passes one.

    Parameters
    ----------
    rows : sequence of sequences of str
    flows : sequence of (source, target)
    back : sequence of bool
        Which flows lead back.
    lanes : mapping
        Name of a step to the number of its lane.
    """
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    filled: list[list[Item]] = [list(row) for row in rows]
    placed: dict[Item, int] = {name: lane for name, lane in lanes.items()}  # noqa: C416 - wider keys
    chains: list[list[Item]] = []
    for number, (source, target) in enumerate(flows):
        low, high = row_of[source], row_of[target]
        passed = range(high, low + 1) if back[number] else range(low + 1, high)
        passes = [Pass(number, row) for row in passed]
        for each in passes:
            filled[each.row].append(each)
            placed[each] = lanes[source if back[number] else target]
        chains.append([*passes] if back[number] else [source, *passes, target])
    return Rows(filled, chains, flows, back, placed)


def ordered(given: Rows) -> Rows:
    """Return the rows in the order with the fewest crossings found; never more than as given.

    Barycentre sweeps down and up, then swaps of neighbours. Items stay within their lane.

    References
    ----------
    K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures",
    IEEE Transactions on Systems, Man, and Cybernetics 11 (1981).
    """
    above, below = _neighbours(given)
    rows = [sorted(row, key=given.lanes.__getitem__) for row in given.rows]
    best, fewest = rows, crossings(given._replace(rows=rows))
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        rows = [list(row) for row in rows]
        downward = sweep % 2 == 0
        for number in range(len(rows)) if downward else reversed(range(len(rows))):
            _sort_row(rows, number, above if downward else below, given.lanes)
        for number in range(len(rows)):
            _swap_neighbours(rows, number, above, below, given.lanes)
        found = crossings(given._replace(rows=rows))
        if found < fewest:
            best, fewest = [list(row) for row in rows], found
    return given._replace(rows=best)


def crossings(given: Rows) -> int:
    """Return how many pairs of flows cross between the rows, loops around a row included."""
    place = {item: number for row in given.rows for number, item in enumerate(row)}
    total = 0
    lines: dict[int, list[tuple[int, int]]] = {}
    arcs: dict[tuple[int, str], list[tuple[int, int]]] = {}
    row_of = {item: number for number, row in enumerate(given.rows) for item in row}
    for number, chain in enumerate(given.chains):
        for upper, lower in itertools.pairwise(chain):
            lines.setdefault(row_of[upper], []).append((place[upper], place[lower]))
        if given.back[number]:
            source, target = given.flows[number]
            for key, pair in (
                ((row_of[source], "below"), (place[source], place[chain[-1]])),
                ((row_of[target], "above"), (place[target], place[chain[0]])),
            ):
                arcs.setdefault(key, []).append((min(pair), max(pair)))
    for pairs in lines.values():
        total += sum(
            (one[0] - two[0]) * (one[1] - two[1]) < 0
            for number, one in enumerate(pairs)
            for two in pairs[:number]
        )
    for (row, side), spans in arcs.items():
        ends = [line[0] for line in lines.get(row, [])] if side == "below" else []
        ends += [line[1] for line in lines.get(row - 1, [])] if side == "above" else []
        total += sum(low < end < high for low, high in spans for end in ends)
        total += sum(
            one[0] < two[0] < one[1] < two[1] or two[0] < one[0] < two[1] < one[1]
            for number, one in enumerate(spans)
            for two in spans[:number]
        )
    return total


def _neighbours(given: Rows) -> tuple[dict[Item, list[Item]], dict[Item, list[Item]]]:
    """Return what each item is joined to above and below; a loop's end pulls towards its step."""
    above: dict[Item, list[Item]] = {item: [] for row in given.rows for item in row}
    below: dict[Item, list[Item]] = {item: [] for row in given.rows for item in row}
    for number, chain in enumerate(given.chains):
        for upper, lower in itertools.pairwise(chain):
            below[upper].append(lower)
            above[lower].append(upper)
        if given.back[number]:
            source, target = given.flows[number]
            above[chain[0]].append(target)
            below[chain[-1]].append(source)
    return above, below


def _sort_row(
    rows: list[list[Item]], number: int, joined: Mapping[Item, list[Item]], lanes: Mapping[Item, int]
) -> None:
    """Sort a row by lane, then by where the items it is joined to stand on average."""
    where = {
        item: (place + 0.5) / len(row)
        for row in rows[max(number - 1, 0) : number + 2]
        for place, item in enumerate(row)
    }
    centre = {
        item: sum(where[other] for other in joined[item]) / len(joined[item]) if joined[item] else where[item]
        for item in rows[number]
    }
    rows[number].sort(key=lambda item: (lanes[item], centre[item]))


def _swap_neighbours(
    rows: list[list[Item]],
    number: int,
    above: Mapping[Item, list[Item]],
    below: Mapping[Item, list[Item]],
    lanes: Mapping[Item, int],
) -> None:
    """Swap items that stand side by side wherever fewer flows cross then."""
    near = rows[max(number - 1, 0) : number + 2]
    place = {item: at for row in near for at, item in enumerate(row)}
    row = rows[number]
    for at in range(len(row) - 1):
        left, right = row[at], row[at + 1]
        if lanes[left] != lanes[right]:
            continue
        gain = 0
        for joined in (above, below):
            for one in joined[left]:
                for two in joined[right]:
                    gain += (place[one] > place[two]) - (place[one] < place[two])
        if gain > 0:
            row[at], row[at + 1] = right, left
            place[left], place[right] = at + 1, at

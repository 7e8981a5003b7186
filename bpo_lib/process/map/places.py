"""Where the items of a map stand from left to right: flows straight, nothing over anything else."""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bpo_lib.process.map.order import Item, Pass, Rows

_SWEEPS = 8
_STRAIGHT = 8.0  # how much more a long flow keeps its line than a step follows its neighbours


class Band(NamedTuple):
    """The room of a lane, from left to right. [units of the drawing]."""

    left: float
    right: float


def placed(
    rows: Rows,
    widths: Mapping[Item, float],
    weights: Sequence[float],
    *,
    gap: float,
    lane_margin: float,
    room: float | None = None,
) -> tuple[dict[Item, float], list[Band]]:
    """Return the middle of every item and the band of every lane.

    Parameters
    ----------
    rows : Rows
        In their order.
    widths : mapping
        Item to its width.
    weights : sequence of float
        How much each flow should be straight, such as its share of cases.
    gap, lane_margin : float
        Least distance of two items, and of an item from the border of its lane.
    room : float, optional
        Width to use where less would do.
    """
    bands = _bands(rows, widths, gap, lane_margin, room)
    pulls = _pulls(rows, weights)
    middles: dict[Item, float] = {}
    for row in rows.rows:
        for lane, items in _by_lane(row, rows.lanes).items():
            band = bands[lane]
            wanted = [(band.left + band.right) / 2] * len(items)
            middles |= _apart(
                items, wanted, [1.0] * len(items), widths, gap=gap, band=_inside(band, lane_margin)
            )
    for sweep in range(_SWEEPS):
        downward = sweep % 2 == 1  # the last one goes down, so that steps stand under what leads to them
        order = range(len(rows.rows)) if downward else reversed(range(len(rows.rows)))
        for number in order:
            for lane, items in _by_lane(rows.rows[number], rows.lanes).items():
                wished = [_wish(item, pulls[0 if downward else 1], middles) for item in items]
                wanted, strengths = [wish[0] for wish in wished], [wish[1] for wish in wished]
                middles |= _apart(
                    items, wanted, strengths, widths, gap=gap, band=_inside(bands[lane], lane_margin)
                )
    return middles, bands


def in_order(wanted: Sequence[float], strengths: Sequence[float]) -> list[float]:
    """Return the rising values nearest to the wanted ones by weighted squares.

    References
    ----------
    R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, "Statistical inference under order
    restrictions", 1972: pooling of adjacent violators.
    """
    pools: list[tuple[float, float, int]] = []  # mean, strength, how many
    for value, strength in zip(wanted, strengths, strict=True):
        pools.append((value, strength, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, heavy, many), (two, light, few) = pools[-2:]
            pools[-2:] = [((one * heavy + two * light) / (heavy + light), heavy + light, many + few)]
    return [mean for mean, _, many in pools for _ in range(many)]


def _bands(
    rows: Rows, widths: Mapping[Item, float], gap: float, margin: float, room: float | None
) -> list[Band]:
    """Return a band for each lane, wide enough for its widest row; what is over goes to all alike."""
    needed = [0.0] * (max(rows.lanes.values(), default=0) + 1)
    for row in rows.rows:
        for lane, items in _by_lane(row, rows.lanes).items():
            inside = sum(widths[item] for item in items) + gap * (len(items) - 1)
            needed[lane] = max(needed[lane], inside + 2 * margin)
    over = max((room or 0.0) - sum(needed), 0.0) / len(needed)
    bands, left = [], 0.0
    for width in needed:
        bands.append(Band(left, left + width + over))
        left += width + over
    return bands


def _inside(band: Band, margin: float) -> Band:
    return Band(band.left + margin, band.right - margin)


def _by_lane(row: Sequence[Item], lanes: Mapping[Item, int]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = {}
    for item in row:
        found.setdefault(lanes[item], []).append(item)
    return found


def _pulls(
    rows: Rows, weights: Sequence[float]
) -> tuple[dict[Item, list[tuple[Item, float]]], dict[Item, list[tuple[Item, float]]]]:
    """Return what pulls each item from above and from below, and how strongly."""
    from_above: dict[Item, list[tuple[Item, float]]] = {}
    from_below: dict[Item, list[tuple[Item, float]]] = {}
    for number, chain in enumerate(rows.chains):
        for upper, lower in itertools.pairwise(chain):
            long = isinstance(upper, Pass) and isinstance(lower, Pass)
            strength = _STRAIGHT if long else weights[number]
            from_above.setdefault(lower, []).append((upper, strength))
            from_below.setdefault(upper, []).append((lower, strength))
    return from_above, from_below


def _wish(
    item: Item, pulls: Mapping[Item, list[tuple[Item, float]]], middles: Mapping[Item, float]
) -> tuple[float, float]:
    """Return where an item wants to stand, under its strongest neighbours, and how much it wants to."""
    joined = pulls.get(item)
    if not joined:
        return middles[item], 0.1
    strongest = max(strength for _, strength in joined)
    places = [middles[other] for other, strength in joined if strength >= strongest]
    return sum(places) / len(places), max(strongest, 0.05)


def _apart(
    items: Sequence[Item],
    wanted: Sequence[float],
    strengths: Sequence[float],
    widths: Mapping[Item, float],
    *,
    gap: float,
    band: Band,
) -> dict[Item, float]:
    """Return places as near to the wanted ones as the widths, the order and the band allow."""
    offsets = [0.0]
    for left, right in itertools.pairwise(items):
        offsets.append(offsets[-1] + (widths[left] + widths[right]) / 2 + gap)
    free = in_order([want - off for want, off in zip(wanted, offsets, strict=True)], strengths)
    least = band.left + widths[items[0]] / 2
    most = band.right - widths[items[-1]] / 2 - offsets[-1]
    return {
        item: min(max(place, least), most) + off
        for item, place, off in zip(items, free, offsets, strict=True)
    }

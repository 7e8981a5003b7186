"""A long map in pieces that stand beside or under one another, joined by lettered connectors.

Where a piece ends, every flow that goes on leads to a connector; where the other piece takes it up
stands a connector of the same letter. Flows to the same step share one.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bpo_lib.process.map.ranks import Flow

_MARK = "\u2192"  # begins the name of a connector; no step id does


class Connector(NamedTuple):
    """The name of a connector in its piece, the step all its flows lead to, and its letter."""

    name: str
    step: str
    letter: str


class Piece(NamedTuple):
    """A part of a map: its steps, its connectors, and its flows with the number each has in the map.

    What a connector brings in is a flow with the number None.
    """

    steps: list[str]
    connectors: list[Connector]
    flows: list[tuple[Flow, int | None]]


def cut(rows: Sequence[Sequence[str]], flows: Sequence[Flow], starts: Sequence[int]) -> list[Piece]:
    """Return the pieces of a map that is cut before some of its rows.

    Parameters
    ----------
    rows : sequence of sequences of str
        The steps of each row.
    flows : sequence of (source, target)
    starts : sequence of int
        First row of each piece, rising from 0.
    """
    piece_of = {
        name: sum(start <= row for start in starts) - 1 for row, names in enumerate(rows) for name in names
    }
    crossing = [flow for flow in flows if piece_of[flow[0]] != piece_of[flow[1]]]
    letters = {step: _letter(at) for at, step in enumerate(dict.fromkeys(flow[1] for flow in crossing))}
    steps = [[name for name in piece_of if piece_of[name] == number] for number in range(len(starts))]
    pieces = [Piece(names, [], []) for names in steps]
    for number, (source, target) in enumerate(flows):
        here, there = pieces[piece_of[source]], pieces[piece_of[target]]
        if here is there:
            here.flows.append(((source, target), number))
            continue
        out = _connector(here, f"{_MARK}{target}", target, letters)
        here.flows.append(((source, out), number))
        known = {each.name for each in there.connectors}
        into = _connector(there, f"{target}{_MARK}", target, letters)
        if into not in known:
            there.flows.insert(0, ((into, target), None))
    return pieces


def best_starts(
    tops: Sequence[float],
    bottoms: Sequence[float],
    rows: Sequence[Sequence[str]],
    flows: Sequence[Flow],
    *,
    most: float,
    connector: float,
) -> list[int]:
    """Return before which rows to cut so that no piece is too high and few flows are cut.

    Parameters
    ----------
    tops, bottoms : sequence of float
        Of each row in the drawing of the whole map.
    rows, flows
        Of the map.
    most : float
        Most a piece may be high, where one row is not higher already.
    connector : float
        Height that a connector adds to a piece.
    """
    row_of = {name: number for number, names in enumerate(rows) for name in names}
    cost_before = [
        len({flow[1] for flow in flows if (row_of[flow[0]] < at) != (row_of[flow[1]] < at)}) + 1.0
        for at in range(len(rows))
    ]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for stop in range(1, len(rows) + 1):
        ways = []
        for start in range(stop):
            high = bottoms[stop - 1] - tops[start] + connector * ((start > 0) + (stop < len(rows)))
            if high <= most or start == stop - 1:
                before, starts = best[start]
                spare = (1 - high / most) ** 2  # pieces of like height look best
                ways.append((before + (cost_before[start] if start else 0.0) + spare, [*starts, start]))
        best.append(min(ways))
    return best[-1][1]


def _connector(piece: Piece, name: str, step: str, letters: Mapping[str, str]) -> str:
    """Return the name of a connector of a piece, made where there is none yet."""
    if all(each.name != name for each in piece.connectors):
        piece.connectors.append(Connector(name, step, letters[step]))
    return name


def _letter(number: int) -> str:
    """Return A, B, ..., Z, AA, AB, ..."""
    letter = chr(ord("A") + number % 26)
    return letter if number < 26 else _letter(number // 26 - 1) + letter

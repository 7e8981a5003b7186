"""A map in pieces: every step and flow once, connectors in pairs."""

from collections import Counter

import map_cases
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.process.map.layout import lay_out
from bpo_lib.process.map.sheets import best_starts, cut

ROWS = [["a"], ["b"], ["c"]]
FLOWS = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "c")]


def test_flows_to_the_same_step_share_a_connector_by_hand():
    first, second = cut(ROWS, FLOWS, [0, 2])
    assert [each.letter for each in first.connectors] == ["A", "B"]  # on to c, and back to a
    assert first.flows[1:] == [(("a", "b"), 0), (("b", "\u2192c"), 1), (("a", "\u2192c"), 3)]
    assert second.flows == [(("c\u2192", "c"), None), (("c", "\u2192a"), 2)]


def test_the_place_where_few_flows_are_cut_is_taken_by_hand():
    flows = [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("c", "d")]
    rows = [["a"], ["b"], ["c"], ["d"]]
    starts = best_starts([0, 10, 20, 30], [5, 15, 25, 35], rows, flows, most=28, connector=1)
    assert starts == [0, 3]


def test_a_map_that_fits_is_not_cut():
    assert best_starts([0, 10, 20], [5, 15, 25], ROWS, FLOWS, most=25, connector=9) == [0]


@given(map_cases.graphs(), st.data())
def test_every_step_and_flow_is_in_one_piece_and_connectors_pair(graph, data):
    sizes, flows = graph
    rows = [list(row) for row in lay_out(sizes, flows).rows]
    starts = sorted({0, *data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=3))})
    pieces = cut(rows, flows, starts)
    assert sorted(name for piece in pieces for name in piece.steps) == sorted(sizes)
    numbers = [number for piece in pieces for _, number in piece.flows if number is not None]
    assert sorted(numbers) == list(range(len(flows)))
    for piece in pieces:
        known = {*piece.steps, *(each.name for each in piece.connectors)}
        assert {name for flow, _ in piece.flows for name in flow} <= known
    letters = Counter(each.letter for piece in pieces for each in piece.connectors)
    assert all(count >= 2 for count in letters.values())

"""The order within rows: fewer crossings than before, nothing lost, lanes kept."""

import map_cases
from hypothesis import given

from bpo_lib.process.map.order import Pass, crossings, ordered, with_passes
from bpo_lib.process.map.ranks import back_flows, longest_ranks, rows_of


def rows_for(sizes, flows, lanes=None):
    names = list(sizes)
    lanes = lanes or dict.fromkeys(names, 0)
    back = back_flows(names, flows)
    onward = [flow for flow, leads_back in zip(flows, back, strict=True) if not leads_back]
    return with_passes(rows_of(longest_ranks(names, onward), lanes), flows, back, lanes)


def test_two_flows_that_cross_are_untangled_by_hand():
    rows = rows_for("abcdz", [("z", "a"), ("z", "b"), ("a", "d"), ("b", "c"), ("a", "c"), ("a", "d")])
    assert crossings(rows._replace(rows=[["z"], ["a", "b"], ["c", "d"]])) == 2  # both flows a-d cross b-c
    assert crossings(ordered(rows)) == 0


def test_a_long_flow_keeps_a_place_in_each_row_it_passes():
    rows = rows_for("abc", [("a", "b"), ("b", "c"), ("a", "c")])
    assert rows.rows == [["a"], ["b", Pass(2, 1)], ["c"]]


def test_a_loop_passes_the_rows_of_both_its_ends():
    rows = rows_for("ab", [("a", "b"), ("b", "a")])
    assert rows.chains[1] == [Pass(1, 0), Pass(1, 1)]


def test_lanes_are_kept_in_their_order():
    found = ordered(rows_for("zab", [("z", "a"), ("z", "b")], {"z": 0, "a": 1, "b": 0}))
    assert found.rows == [["z"], ["b", "a"]]


@given(map_cases.graphs())
def test_ordering_loses_nothing_and_never_adds_a_crossing(graph):
    given_rows = rows_for(*graph)
    found = ordered(given_rows)
    assert crossings(found) <= crossings(given_rows)
    assert [set(row) for row in found.rows] == [set(row) for row in given_rows.rows]

"""Ranks of a map: loops are opened, and every other flow leads down."""

import map_cases
from hypothesis import given

from bpo_lib.process.map.ranks import back_flows, longest_ranks, rows_of


def test_the_flow_that_closes_a_loop_is_found_by_hand():
    flows = [("a", "b"), ("b", "c"), ("c", "a"), ("b", "b")]
    assert back_flows(["a", "b", "c"], flows) == [False, False, True, True]


def test_the_longest_way_gives_the_rank_by_hand():
    flows = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "c")]
    assert longest_ranks(["a", "b", "c", "x"], flows) == {"a": 0, "b": 1, "c": 2, "x": 1}


def test_a_wide_rank_takes_several_rows_of_each_lane():
    ranks = {"a": 0, "b": 1, "c": 1, "d": 1, "e": 2}
    lanes = {"a": 0, "b": 0, "c": 0, "d": 1, "e": 0}
    assert rows_of(ranks, lanes, 1) == [["a"], ["b", "d"], ["c"], ["e"]]
    assert rows_of(ranks, lanes) == [["a"], ["b", "c", "d"], ["e"]]


@given(map_cases.graphs())
def test_every_flow_that_does_not_lead_back_leads_down(graph):
    sizes, flows = graph
    back = back_flows(list(sizes), flows)
    onward = [flow for flow, leads_back in zip(flows, back, strict=True) if not leads_back]
    ranks = longest_ranks(list(sizes), onward)
    assert all(ranks[source] < ranks[target] for source, target in onward)
    assert min(ranks.values()) >= 0

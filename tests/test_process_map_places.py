"""Places from left to right: in order, apart, and inside their lanes."""

from itertools import pairwise

import map_cases
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_process_map_order import rows_for

from bpo_lib.process.map.order import ordered
from bpo_lib.process.map.places import in_order, placed


def test_values_that_fall_are_pooled_by_their_strength_by_hand():
    # 4 at strength 1 and 1 at strength 2 meet at (4 + 2 * 1) / 3.
    assert in_order([0, 4, 1, 9], [1, 1, 2, 1]) == pytest.approx([0, 2, 2, 9])


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 5)), min_size=1, max_size=12))
def test_pooled_values_rise_and_keep_their_weighted_mean(pairs):
    wanted, strengths = zip(*pairs, strict=True)
    found = in_order(wanted, strengths)
    assert all(one <= two + 1e-9 for one, two in pairwise(found))
    kept = sum(x * s for x, s in zip(found, strengths, strict=True))
    assert kept == pytest.approx(sum(x * s for x, s in pairs), abs=1e-6)


def test_a_step_stands_under_the_one_that_leads_to_it():
    rows = ordered(rows_for("abc", [("a", "b"), ("b", "c")]))
    middles, _ = placed(rows, dict.fromkeys("abc", 50.0), [1.0, 1.0], gap=10, lane_margin=0)
    assert middles["a"] == middles["b"] == middles["c"] == 25.0


@given(map_cases.graphs(), st.integers(1, 3))
def test_items_are_apart_and_inside_their_lane(graph, lanes):
    sizes, flows = graph
    lane_of = {name: number % lanes for number, name in enumerate(sizes)}
    rows = ordered(rows_for(sizes, flows, lane_of))
    widths = {item: sizes[item][0] if isinstance(item, str) else 4.0 for row in rows.rows for item in row}
    middles, bands = placed(rows, widths, [1.0] * len(flows), gap=18, lane_margin=10)
    for row in rows.rows:
        for left, right in pairwise(row):
            assert middles[right] - middles[left] >= (widths[left] + widths[right]) / 2 + 18 - 1e-6
        for item in row:
            band = bands[rows.lanes[item]]
            assert band.left + 10 - 1e-6 <= middles[item] - widths[item] / 2
            assert middles[item] + widths[item] / 2 <= band.right - 10 + 1e-6

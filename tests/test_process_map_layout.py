"""The drawing: nothing overlaps, every flow is drawn from edge to edge, and always the same way."""

from itertools import combinations, pairwise

import map_cases
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_fixtures import SAMPLES
from test_process_map_order import rows_for

from bpo_lib.intake import open_client
from bpo_lib.process import process_evidence
from bpo_lib.process.map import order as map_order
from bpo_lib.process.map.layout import crossings, lay_out

MAPPED = [path for path in SAMPLES if (path / "steps.csv").is_file()]


def inside(box, x, y):
    return box.x < x < box.x + box.width and box.y < y < box.y + box.height


def test_a_straight_way_by_hand():
    found = lay_out({"a": (100, 40), "b": (60, 40)}, [("a", "b")])
    assert found.boxes["a"] == (0, 0, 100, 40)
    assert found.boxes["b"] == (20, 70, 60, 40)  # 30 of channel below, in the middle
    assert found.routes[0].points == ((50, 40), (50, 70))
    assert (found.width, found.height) == (100, 110)


def test_a_flow_from_a_step_to_itself_goes_around_it():
    found = lay_out({"a": (100, 40)}, [("a", "a")])
    (route,) = found.routes
    assert route.back
    assert route.points[0][1] > route.points[-1][1]
    assert {x for x, _ in route.points if x > 100}


def test_an_unknown_step_is_named():
    with pytest.raises(ValueError, match="steps that are not there: b"):
        lay_out({"a": (10, 10)}, [("a", "b")])


@given(map_cases.graphs(), st.sampled_from([None, 1, 2]), st.integers(1, 3))
def test_no_boxes_overlap_and_every_flow_is_drawn(graph, most, lanes):
    sizes, flows = graph
    lane_of = {name: number % lanes for number, name in enumerate(sizes)} if lanes > 1 else None
    pointed = frozenset(list(sizes)[::3])
    found = lay_out(sizes, flows, most=most, lanes=lane_of, pointed=pointed)
    assert found.boxes.keys() == sizes.keys()
    for one, two in combinations(found.boxes.values(), 2):
        apart_x = one.x + one.width <= two.x + 1e-6 or two.x + two.width <= one.x + 1e-6
        assert apart_x or one.y + one.height <= two.y + 1e-6 or two.y + two.height <= one.y + 1e-6
    assert [(route.source, route.target) for route in found.routes] == flows
    for route in found.routes:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(route.points))
        (x1, y1), (x2, y2) = route.points[0], route.points[-1]
        source, target = found.boxes[route.source], found.boxes[route.target]
        assert source.x <= x1 <= source.x + source.width
        assert source.y <= y1 <= source.y + source.height + 1e-6
        assert target.x <= x2 <= target.x + target.width
        assert target.y - 1e-6 <= y2 <= target.y + target.height


@given(map_cases.graphs())
def test_no_flow_runs_through_a_step(graph):
    sizes, flows = graph
    found = lay_out(sizes, flows)
    for route in found.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            for share in (0.1, 0.5, 0.9):
                x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
                assert not any(inside(box, x, y) for box in found.boxes.values())


@given(map_cases.graphs())
def test_the_same_map_is_drawn_the_same(graph):
    assert lay_out(*graph) == lay_out(*graph)


@pytest.mark.parametrize("folder", MAPPED, ids=lambda path: path.name)
def test_the_maps_of_the_samples_cross_less_than_in_the_order_of_their_rows(folder):
    found = process_evidence(open_client(folder)).map
    sizes = {"start": (64, 25), **dict.fromkeys(found.steps["step"], (134, 50)), "end": (64, 25)}
    flows = list(zip(found.flows["source"], found.flows["target"], strict=True))
    in_order_of_rows = rows_for(sizes, flows)
    assert map_order.crossings(map_order.ordered(in_order_of_rows)) < map_order.crossings(in_order_of_rows)
    assert crossings(lay_out(sizes, flows)) <= 6


def test_sixty_steps_with_loops_are_drawn_in_time():
    names = [f"s{number}" for number in range(60)]
    flows = [*pairwise(names), *[(names[n], names[n - 5]) for n in range(5, 60, 6)], ("s3", "s40")]
    found = lay_out(dict.fromkeys(names, (134, 50)), flows)
    assert len(found.rows) == 60

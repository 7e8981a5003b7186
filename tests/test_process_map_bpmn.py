"""The process map as BPMN 2.0: every reference is there, every thing has its place, no case goes two ways."""

from functools import lru_cache
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from sample_cases import PAYABLES, VOICE, sample

from bpo_lib.process import step_map
from bpo_lib.process.map.bpmn import BOUNDS, DIAGRAM, EDGES, MODEL, bpmn

NODES = ("startEvent", "endEvent", "task", "exclusiveGateway")


@lru_cache(maxsize=4)
def document(name):
    return ET.fromstring(bpmn(step_map(sample(name).steps), "Payables"))  # noqa: S314 - our own


def named(root, *kinds):
    return {each.get("id"): each for kind in kinds for each in root.iter(f"{{{MODEL}}}{kind}")}


@pytest.mark.parametrize("name", [PAYABLES, VOICE])
def test_every_flow_leads_from_and_to_something_that_knows_it(name):
    root = document(name)
    nodes, flows = named(root, *NODES), named(root, "sequenceFlow")
    for each in flows.values():
        source, target = nodes[each.get("sourceRef")], nodes[each.get("targetRef")]
        assert each.get("id") in [out.text for out in source.iter(f"{{{MODEL}}}outgoing")]
        assert each.get("id") in [into.text for into in target.iter(f"{{{MODEL}}}incoming")]


@pytest.mark.parametrize("name", [PAYABLES, VOICE])
def test_only_a_gateway_parts_the_flow(name):
    # Several flows out of a task would send a case down all of them at once.
    for each in named(document(name), "task", "startEvent").values():
        assert len(list(each.iter(f"{{{MODEL}}}outgoing"))) <= 1


@pytest.mark.parametrize("name", [PAYABLES, VOICE])
def test_everything_has_its_place_in_the_drawing_and_ids_are_unique(name):
    root = document(name)
    drawn = {
        each.get("bpmnElement")
        for kind in ("BPMNShape", "BPMNEdge")
        for each in root.iter(f"{{{DIAGRAM}}}{kind}")
    }
    assert drawn == {*named(root, *NODES, "sequenceFlow", "lane", "participant")}
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(
        len(list(edge.iter(f"{{{EDGES}}}waypoint"))) >= 2 for edge in root.iter(f"{{{DIAGRAM}}}BPMNEdge")
    )


@pytest.mark.parametrize("name", [PAYABLES, VOICE])
def test_each_step_stands_in_the_lane_of_its_actor(name):
    root = document(name)
    boxes = {
        shape.get("bpmnElement"): {
            key: float(value) for key, value in shape.find(f"{{{BOUNDS}}}Bounds").items()
        }
        for shape in root.iter(f"{{{DIAGRAM}}}BPMNShape")
    }
    for lane in root.iter(f"{{{MODEL}}}lane"):
        room = boxes[lane.get("id")]
        for node in lane.iter(f"{{{MODEL}}}flowNodeRef"):
            inside = boxes[node.text]
            assert room["x"] <= inside["x"]
            assert inside["x"] + inside["width"] <= room["x"] + room["width"] + 0.1


def test_lanes_hold_every_thing_once():
    root = document(PAYABLES)
    held = [node.text for node in root.iter(f"{{{MODEL}}}flowNodeRef")]
    assert sorted(held) == sorted(named(root, *NODES))


def test_the_shares_of_cases_are_written_on_the_flows():
    flows = named(document(PAYABLES), "sequenceFlow").values()
    assert "10.0%" in {each.get("name") for each in flows}


def test_a_hostile_name_stays_a_name():
    steps = pd.DataFrame(
        {"step": ["A"], "name": ['</task><script>"\x00&'], "actor": [""], "minutes": [1.0], "next": ["end"]}
    )
    root = ET.fromstring(bpmn(step_map(steps), "<x>"))  # noqa: S314 - our own
    assert [each.get("name") for each in named(root, "task").values()] == ['</task><script>"&']
    assert not list(root.iter("script"))

"""The process map as BPMN 2.0 with its drawing, so that a client opens it in a tool of its own."""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from bpo_lib.process.map.layout import Box, MapLayout, lay_out
from bpo_lib.process.steps.step_map import StepMap

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
BOUNDS = "http://www.omg.org/spec/DD/20100524/DC"
EDGES = "http://www.omg.org/spec/DD/20100524/DI"
_PREFIXES = {"bpmn": MODEL, "bpmndi": DIAGRAM, "dc": BOUNDS, "di": EDGES}

_TASK, _GATEWAY, _EVENT = (140.0, 60.0), (50.0, 50.0), (36.0, 36.0)  # [units of the drawing]
_HEAD = 30.0  # room for the names of the lanes
_NOBODY = "Nobody named"


class _Node(NamedTuple):
    """A thing of the model: its id, its kind of element, its name, its lane and what is written of it."""

    id: str
    kind: str
    name: str
    lane: str
    told: str = ""


def bpmn(found: StepMap, title: str) -> str:
    """Return a process map as a BPMN 2.0 document with diagram interchange.

    Parameters
    ----------
    found : StepMap
    title : str
        Name of the process.

    Returns
    -------
    str
        XML with one pool, a lane for each actor and a place for everything. A step after which cases go
        several ways is followed by an exclusive gateway: without one BPMN would send a case all ways.

    References
    ----------
    Object Management Group, "Business Process Model and Notation", version 2.0.2, 2014.
    """
    for prefix, address in _PREFIXES.items():
        ET.register_namespace(prefix, address)
    nodes, flows = _graph(found)
    root = ET.Element(f"{{{MODEL}}}definitions", {"id": "definitions", "targetNamespace": "urn:process-map"})
    pool = ET.SubElement(root, f"{{{MODEL}}}collaboration", {"id": "collaboration"})
    about = {"id": "pool", "name": _plain(title), "processRef": "process"}
    ET.SubElement(pool, f"{{{MODEL}}}participant", about)
    _process(root, nodes, flows)
    _diagram(root, nodes, flows)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _graph(found: StepMap) -> tuple[list[_Node], list[tuple[str, str, str]]]:
    """Return the things of the model and the flows between them: source, target, name."""
    ways = found.flows["source"].value_counts()
    ids = {step: f"step_{place}" for place, step in enumerate(found.steps["step"])}
    ids |= {"start": "start", "end": "end"}
    lanes = found.steps["actor"].replace("", _NOBODY).tolist()
    nodes = [_Node("start", "startEvent", "Start", lanes[0])]
    leaves = {}  # from where a step's flows go on
    for row, lane in zip(found.steps.to_dict("records"), lanes, strict=True):
        step, splits = ids[row["step"]], ways.get(row["step"], 0) > 1
        decides = row["kind"] == "decision"
        kind = "exclusiveGateway" if decides else "task"
        nodes.append(_Node(step, kind, row["name"], lane, _told(row)))
        leaves[row["step"]] = step
        if splits and not decides:
            leaves[row["step"]] = f"{step}_ways"
            nodes.append(_Node(f"{step}_ways", "exclusiveGateway", "", lane))
    nodes.append(_Node("end", "endEvent", "End", lanes[-1]))
    extra = [(node.id.removesuffix("_ways"), node.id, "") for node in nodes if node.id.endswith("_ways")]
    flows = [
        (leaves.get(source, ids[source]), ids[target], "" if share >= 1 else f"{share:.1%}")
        for source, target, share in found.flows[["source", "target", "probability"]].itertuples(index=False)
    ]
    used = {name for source, target, _ in flows for name in (source, target)}
    return [node for node in nodes if node.kind not in {"startEvent", "endEvent"} or node.id in used], [
        *extra,
        *flows,
    ]


def _told(row: dict[Hashable, Any]) -> str:
    """Return what the step table says of a step besides its name."""
    parts = {
        "Minutes": f"{row['minutes']:g}",
        "System": row["system"],
        "Control": row["control"],
        "Quality check": row["quality_check"],
        "Written procedure": row["document"],
    }
    return "; ".join(f"{name}: {text}" for name, text in parts.items() if text)


def _process(root: ET.Element, nodes: list[_Node], flows: list[tuple[str, str, str]]) -> None:
    process = ET.SubElement(root, f"{{{MODEL}}}process", {"id": "process", "isExecutable": "false"})
    lanes = ET.SubElement(process, f"{{{MODEL}}}laneSet", {"id": "lanes"})
    for place, lane in enumerate(_lanes(nodes)):
        holder = ET.SubElement(lanes, f"{{{MODEL}}}lane", {"id": f"lane_{place}", "name": _plain(lane)})
        for node in [node for node in nodes if node.lane == lane]:
            ET.SubElement(holder, f"{{{MODEL}}}flowNodeRef").text = node.id
    for node in nodes:
        element = ET.SubElement(
            process, f"{{{MODEL}}}{node.kind}", {"id": node.id, "name": _plain(node.name)}
        )
        if node.told:
            ET.SubElement(element, f"{{{MODEL}}}documentation").text = _plain(node.told)
        for end, way in ((1, "incoming"), (0, "outgoing")):
            for place in [place for place, flow in enumerate(flows) if flow[end] == node.id]:
                ET.SubElement(element, f"{{{MODEL}}}{way}").text = f"flow_{place}"
    for place, (source, target, name) in enumerate(flows):
        about = {"id": f"flow_{place}", "sourceRef": source, "targetRef": target}
        ET.SubElement(process, f"{{{MODEL}}}sequenceFlow", about | ({"name": name} if name else {}))


def _diagram(root: ET.Element, nodes: list[_Node], flows: list[tuple[str, str, str]]) -> None:
    """Add where everything stands; lanes stand upright, since the flow runs down."""
    lanes = _lanes(nodes)
    sizes = {node.id: _size(node) for node in nodes}
    place_of = {node.id: lanes.index(node.lane) for node in nodes}
    drawn = lay_out(sizes, [flow[:2] for flow in flows], lanes=place_of)
    diagram = ET.SubElement(root, f"{{{DIAGRAM}}}BPMNDiagram", {"id": "diagram"})
    plane = ET.SubElement(diagram, f"{{{DIAGRAM}}}BPMNPlane", {"id": "plane", "bpmnElement": "collaboration"})
    _shape(plane, "pool", Box(0, -2 * _HEAD, drawn.width, drawn.height + 3 * _HEAD), upright=True)
    for place, (left, right) in enumerate(_borders(drawn)):
        lane = Box(left, -_HEAD, right - left, drawn.height + 2 * _HEAD)
        _shape(plane, f"lane_{place}", lane, upright=True)
    for node in nodes:
        _shape(plane, node.id, drawn.boxes[node.id])
    for place, route in enumerate(drawn.routes):
        about = {"id": f"flow_{place}_edge", "bpmnElement": f"flow_{place}"}
        edge = ET.SubElement(plane, f"{{{DIAGRAM}}}BPMNEdge", about)
        for x, y in route.points:
            ET.SubElement(edge, f"{{{EDGES}}}waypoint", {"x": f"{x:.1f}", "y": f"{y:.1f}"})


def _borders(drawn: MapLayout) -> Iterable[tuple[float, float]]:
    return ((band[0], band[1]) for band in drawn.lanes)


def _shape(plane: ET.Element, element: str, box: Box, *, upright: bool = False) -> None:
    about = {"id": f"{element}_shape", "bpmnElement": element}
    shape = ET.SubElement(
        plane, f"{{{DIAGRAM}}}BPMNShape", about | ({"isHorizontal": "false"} if upright else {})
    )
    size = {name: f"{value:.1f}" for name, value in box._asdict().items()}
    ET.SubElement(shape, f"{{{BOUNDS}}}Bounds", size)


def _size(node: _Node) -> tuple[float, float]:
    return {"task": _TASK, "exclusiveGateway": _GATEWAY}.get(node.kind, _EVENT)


def _lanes(nodes: list[_Node]) -> list[str]:
    return list(dict.fromkeys(node.lane for node in nodes))


def _plain(text: str) -> str:
    """Return text that XML may hold, without signs that are not to be printed."""
    return "".join(sign for sign in str(text) if sign.isprintable() or sign == " ").strip()

"""From what lets-plot draws to what a report can carry: small, inert, the same bytes every time.

lets-plot gives its elements random ids and a style sheet that reaches beyond the chart. Both go:
styles move to the texts themselves, clip paths (everything drawn lies inside its panel) are
dropped, so that no id is left to collide when a page shows a chart twice. Fonts come from the page.
"""

import re
from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = {"svg", "g", "path", "line", "rect", "circle", "polyline", "polygon", "text", "tspan"}
_DROPPED = {"style", "defs"}
_KEPT_STYLES = ("fill", "font-weight", "font-size")
_COORDINATES = {
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "width",
    "height",
    "transform",
    "points",
}
_RULE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_DECIMAL = re.compile(r"-?\d+\.\d+(?:[eE]-?\d+)?")


def tidy(drawn: str, label: str, description: str) -> str:
    """Return a chart's SVG as an inert, self-contained, labelled picture.

    Parameters
    ----------
    drawn : str
        What `to_svg` returned.
    label, description : str
        What the picture is and what it shows, for those who do not see it; plain text.
    """
    root = fromstring(drawn)
    rules = _text_rules(root)
    _clean(root, rules)
    width, height = (float(root.attrib.pop(side)) for side in ("width", "height"))
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {width:g} {height:g}", "role": "img", "aria-label": label})
    root.attrib["xmlns"] = "http://www.w3.org/2000/svg"
    told = Element("desc")
    told.text = description
    root.insert(0, told)
    return tostring(root, encoding="unicode", short_empty_elements=False)


def _text_rules(root: Element) -> dict[str, dict[str, str]]:
    """Return the styles of the chart's own sheet that its texts need, by class."""
    sheet = "".join(style.text or "" for style in root.iter(f"{SVG}style"))
    return {name: _styles(body) for name, body in _RULE.findall(sheet)}


def _styles(text: str) -> dict[str, str]:
    pairs = (line.split(":", 1) for line in text.split(";") if ":" in line)
    found = {name.strip(): value.strip() for name, value in pairs}
    return {name: value for name, value in found.items() if name in _KEPT_STYLES}


def _clean(element: Element, rules: dict[str, dict[str, str]]) -> None:
    element.tag = element.tag.removeprefix(SVG)
    if element.tag not in _DRAWN:
        raise ValueError(f"a chart may not hold <{element.tag}>")
    element.text, element.tail = (_no_layout(element.text), _no_layout(element.tail))
    _clean_attributes(element, rules)
    for child in list(element):
        if child.tag.removeprefix(SVG) in _DROPPED:
            element.remove(child)
            continue
        _clean(child, rules)
        if child.tag == "g" and not len(child):
            element.remove(child)


def _clean_attributes(element: Element, rules: dict[str, dict[str, str]]) -> None:
    given = element.attrib
    styles = rules.get(given.pop("class", ""), {}) | _styles(given.pop("style", ""))
    for name in ("id", "clip-path", "clip-bounds-jfx", "font-family"):
        given.pop(name, None)
    for name in _COORDINATES & given.keys():
        given[name] = _DECIMAL.sub(_one_decimal, given[name])
    for name, value in styles.items():
        given.setdefault(name, value)
    for name in ("stroke-opacity", "fill-opacity"):
        if given.get(name) == "1.0":
            del given[name]


def _one_decimal(match: re.Match[str]) -> str:
    return f"{round(float(match.group()), 1) + 0.0:g}"


def _no_layout(text: str | None) -> str | None:
    """Return text without the indentation between elements."""
    return text if text and text.strip() else None

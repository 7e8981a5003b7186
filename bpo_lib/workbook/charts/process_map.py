"""The process as a picture: its steps, what goes wrong, and how many cases go which way."""

from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.process import StepMap
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.brand import INK, PAPER
from bpo_lib.workbook.charts import map_shapes, theme
from bpo_lib.workbook.charts.map_drawing import CERTAIN, WIDTH, pictures
from bpo_lib.workbook.charts.map_shapes import TEXT, Shape
from bpo_lib.workbook.html import Html, esc

_STEP_WIDTH = 134.0  # four side by side, with room for flows between, on a page [pixels]
_FAINT, _STRONG = 0.03, 0.27  # shade of a step that takes no time, and of the one that takes most
_NAMED = {"start": "Start", "end": "End"}
_FONT = "Inter, Arial, 'Liberation Sans', sans-serif"
_HOW_TO_READ = (
    "Minutes are those of an average case, repeats included. The darker a step, the more of them it takes; "
    "the thicker a line, the more cases go that way; a percentage says how many of the cases at a step do. "
    "Cut corners: exception; pointed sides: escalation; double frame: check; dashed frame: exception "
    "without a written path."
)
_CONNECTED = " A letter in a circle: goes on at the same letter."


def process_map(found: StepMap | None, case: Engagement | None = None) -> Html:
    """Draw the process map: steps with their minutes, flows with their shares of cases.

    Parameters
    ----------
    found : StepMap or None
        From `step_map`, or the `map` of `process_evidence`.
    case : Engagement, optional
        For the client's colours.
    """
    if found is None:
        return Html("")  # the chapter says what is missing
    title, told = _title(found), _told(found)
    drawn = pictures(_shapes(found, theme.palette(case)), found.flows, theme.palette(case))
    shown = "".join(
        f'<div class="bpo-chart" tabindex="0" role="group" aria-label="{esc(title)}">'
        f"{_svg(height, markup, title, told)}</div>"
        for height, markup in drawn
    )
    note = f'<p class="bpo-note">{esc(_how_to_read(drawn))}</p>'
    data = f"<details><summary>Show data</summary>{_table(found).markup}</details>"
    caption = f"<figcaption>{esc(title)}</figcaption>"
    return Html(f'<figure class="bpo-figure bpo-map">{caption}{shown}{note}{data}</figure>')


def process_map_svg(found: StepMap, case: Engagement | None = None) -> str:
    """Return the process map as one SVG file that stands by itself.

    Parameters
    ----------
    found : StepMap
    case : Engagement, optional
        For the client's colours.
    """
    drawn = pictures(_shapes(found, theme.palette(case)), found.flows, theme.palette(case))
    parts, top = [], 0.0
    for height, markup in drawn:
        parts.append(f'<g transform="translate(0 {map_shapes.coordinate(top)})">{markup}</g>')
        top += height + TEXT
    ground = f'<rect x="0" y="0" width="{WIDTH:g}" height="{top:.0f}" fill="{PAPER}"/>'
    return _svg(top, ground + "".join(parts), _title(found), _told(found), alone=True) + "\n"


def _shapes(found: StepMap, colours: theme.Palette) -> dict[str, Shape]:
    """Return what is drawn for each step, from the start to the end."""
    longest = float(found.steps["time_share"].max()) or 1.0
    shapes = {"start": map_shapes.event(_NAMED["start"])}
    for row in found.steps.to_dict("records"):
        shade = _FAINT + (_STRONG - _FAINT) * row["time_share"] / longest
        shapes[row["step"]] = map_shapes.step(_texts(row), _STEP_WIDTH, colours.tint(shade))
    if (found.flows["target"] == "end").any():
        shapes["end"] = map_shapes.event(_NAMED["end"])
    return shapes


def _texts(row: dict[Any, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items()}


def _svg(height: float, markup: str, title: str, told: str, *, alone: bool = False) -> str:
    size = f' width="{WIDTH:g}" height="{height:.0f}"' if alone else ""
    font = f' font-family="{_FONT}"' if alone else ""
    head = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:.0f}"{size}'
    return (
        f'<svg {head} role="img" aria-label="{esc(title)}" font-size="{TEXT:g}" fill="{INK}"{font}>'
        f"<desc>{esc(told)}</desc>{markup}</svg>"
    )


def _how_to_read(drawn: list[tuple[float, str]]) -> str:
    joined = len(drawn) > 1 or any('rx="12"' in markup for _, markup in drawn)
    return _HOW_TO_READ + _CONNECTED * joined


def _title(found: StepMap) -> str:
    steps = found.steps
    longest = steps.loc[steps["minutes_per_case"].idxmax()]
    took = f"{numbers.minutes(longest['minutes_per_case'])} of {numbers.minutes(found.touch_minutes)} minutes"
    said = f"{longest['name']} takes most of the work on a case: {took}"
    unwritten = [problem.name for problem in found.problems if problem.kind == "unwritten"]
    if not unwritten:
        return said
    more = f" and {len(unwritten) - 1} more exceptions have" if len(unwritten) > 1 else " has"
    return f"{said}; {unwritten[0]}{more} no written path"


def _told(found: StepMap) -> str:
    """Return the map in words, for those who do not see it."""
    told = [f"{row['name']}: {row['ways']}." for row in _ways(found).to_dict("records")]
    return "From step to step. " + " ".join(told)


def _ways(found: StepMap) -> pd.DataFrame:
    """Return the steps with where cases go after each, in words."""
    names = {**_NAMED, **dict(zip(found.steps["step"], found.steps["name"], strict=True))}
    ways: dict[str, list[str]] = {}
    flows = (found.flows[column] for column in ("source", "target", "probability"))
    for source, target, probability in zip(*flows, strict=True):
        to = "the process ends" if target == "end" else f"to {names[target]}"
        share = "" if probability >= CERTAIN else f"{numbers.percent(probability)} "
        ways.setdefault(source, []).append(share + to)
    said = [", ".join(ways.get(step, [])) or "no way on" for step in found.steps["step"]]
    return found.steps.assign(ways=said)


def _table(found: StepMap) -> Html:
    columns = {
        "name": tables.Column("Step"),
        "kind": tables.Column("Kind", labels.readable),
        "actor": tables.Column("Actor"),
        "minutes_per_case": tables.Column("Time per case", numbers.ratio, "minutes"),
        "ways": tables.Column("Where cases go"),
    }
    return tables.table(_ways(found), "Data: the process map", columns)

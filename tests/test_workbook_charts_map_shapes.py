"""Shapes of a map: told apart without colour, words inside them, names inert."""

import pytest

from bpo_lib.process.map.layout import Box
from bpo_lib.workbook.charts import map_shapes, theme
from bpo_lib.workbook.charts.map_shapes import drawn, event, step
from bpo_lib.workbook.charts.map_text import text_width

ROW = {
    "kind": "task",
    "name": "Match",
    "actor": "clerk",
    "minutes_per_case": 1.6,
    "exception_to": "",
    "document": "P1",
}


def shape(**changes):
    return step(ROW | changes, 134, "#ffffff")


def markup(**changes):
    found = shape(**changes)
    return drawn(found, Box(0, 0, *found.size), theme.palette())


def test_a_step_says_who_does_it_and_how_long():
    assert [line for line, _ in shape().lines] == ["Match", "clerk, 1.6\u00a0min"]
    assert shape(minutes_per_case=0.01).lines[-1][0].endswith("under 0.1\u00a0min")


@pytest.mark.parametrize(
    ("kind", "element", "tag"),
    [
        ("task", "<rect", None),
        ("decision", "<polygon", None),
        ("check", "<rect", "Check"),
        ("exception", "<polygon", "Exception"),
        ("escalation", "<polygon", "Escalation"),
    ],
)
def test_every_kind_has_a_shape_and_a_word_of_its_own(kind, element, tag):
    assert markup(kind=kind).startswith(f"<g>{element}")
    assert (tag or "Match") in [line for line, _ in shape(kind=kind).lines]


def test_outlines_differ_by_kind():
    kinds = ["task", "decision", "check", "exception", "escalation"]
    assert len({map_shapes._outline(kind, Box(0, 0, 134, 60), "#fff", "") for kind in kinds}) == 5


def test_an_exception_without_a_written_path_says_so_and_is_dashed():
    assert "No written path" in markup(kind="exception", document="")
    assert "stroke-dasharray" in markup(kind="exception", document="")
    assert "stroke-dasharray" not in markup(kind="exception")
    assert "stroke-dasharray" not in markup(document="")  # a plain task needs none


@pytest.mark.parametrize("name", ["Does it match?", "Which of the many kinds of request is it now?", "No"])
def test_the_words_of_a_decision_lie_inside_its_diamond(name):
    found = shape(kind="decision", name=name)
    width, height = found.size
    for at, (line, _) in enumerate(found.lines):
        edge = max(abs(at - len(found.lines) / 2), abs(at + 1 - len(found.lines) / 2)) * 14.5
        assert text_width(line, 12) <= width * (1 - 2 * edge / height) + 1e-6


def test_hostile_names_stay_text():
    found = markup(name='</text><script>alert("x")</script>')
    assert "<script" not in found
    assert "&lt;script" in found or "&lt;/text" in found


def test_the_end_is_a_pill():
    assert 'rx="12.5"' in drawn(event("End"), Box(0, 0, 64, 25), theme.palette())

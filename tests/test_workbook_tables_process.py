"""Tables of the map: repeats where there are any, gaps with their mend, the process at a glance."""

import pandas as pd
import pytest
import stand_ins
from stand_ins import HOSTILE, page, rows

from bpo_lib.process import step_map
from bpo_lib.workbook import tables

STEPS = pd.DataFrame(
    {
        "step": ["A", "X", "B"],
        "name": ["Receive", HOSTILE, "Pay"],
        "actor": ["clerk", "resolver", "clerk"],
        "system": ["ERP", "ERP, e-mail", ""],
        "minutes": [2.0, 8.0, 1.0],
        "kind": ["decision", "exception", ""],
        "exception_to": ["", "A", ""],
        "document": ["AP-1", "", ""],
        "trigger": [HOSTILE, "", ""],
        "next": ["B 0.8; X 0.2", "A", "end"],
    }
)


def headings(html):
    return [head.text for head in page(html).thead.find_all("th")]


def test_a_map_with_loops_shows_passes_and_repeats():
    shown = tables.steps(stand_ins.evidence(step_map(STEPS).steps))
    assert "Passes per case" in headings(shown)
    assert rows(shown)[0][5:9] == ["100.0%", "1.25", "2.50", "0.50"]


def test_a_map_without_loops_shows_neither():
    shown = tables.steps(stand_ins.evidence(step_map(STEPS.assign(next="")).steps))
    assert not {"Passes per case", "Of it repeats minutes"} & set(headings(shown))


def test_gaps_are_listed_with_their_mend():
    shown = tables.map_checks(step_map(STEPS))
    assert [row[0] for row in rows(shown)] == [HOSTILE, "Pay"]
    assert rows(shown)[0][1:] == [
        "It is an exception without a written path.",
        "Write down what is done then, and name it in the column document.",
    ]


def test_a_map_without_gaps_says_so():
    shown = tables.map_checks(step_map(STEPS.assign(document="AP-1", system="ERP")))
    assert "What the map leaves open: nothing; every step can be reached" in page(shown).text


def test_the_process_at_a_glance_names_every_part_even_a_silent_one():
    shown = dict(rows(tables.process_at_a_glance(step_map(STEPS))))
    assert shown["Trigger"] == f"{HOSTILE} (Receive)"
    assert shown["Systems"] == f"ERP (Receive, {HOSTILE})e-mail ({HOSTILE})"
    assert shown["Exceptions"] == HOSTILE
    assert shown["Outputs"] == "none named"


@pytest.mark.parametrize("show", [tables.map_checks, tables.process_at_a_glance])
def test_client_text_stays_text_and_the_table_can_be_read_without_seeing_it(show):
    found = page(show(step_map(STEPS)))
    assert not found.find_all(["script", "a", "img", "style"])
    assert all(head["scope"] == "col" for head in found.thead.find_all("th"))
    assert found.find(class_="bpo-table")["aria-label"] == found.table.caption.text

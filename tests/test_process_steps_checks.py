"""What a map leaves open: each gap once, at its step, with the way to mend it."""

import pandas as pd
import pytest

from bpo_lib.process import step_map
from bpo_lib.process.steps.checks import listed

SOUND = pd.DataFrame(
    {
        "step": ["A", "B", "X", "C"],
        "name": ["Receive", "Check", "Mend", "Pay"],
        "actor": ["clerk", "clerk", "resolver", "treasury"],
        "system": ["ERP"] * 4,
        "minutes": [1.0, 2.0, 10.0, 0.5],
        "kind": ["", "decision", "exception", ""],
        "exception_to": ["", "", "B", ""],
        "document": ["AP-1", "AP-2", "AP-7", "AP-9"],
        "case_share": [1, 1, 0.2, 1],
        "next": ["B", "C 0.8; X 0.2", "B", "end"],
    }
)


def changed(step, **cells):
    table = SOUND.copy()
    for column, cell in cells.items():
        table.loc[table["step"] == step, column] = cell
    return step_map(table)


def test_a_sound_map_has_nothing_to_say():
    found = step_map(SOUND)
    assert found.problems == ()
    assert found.notes == ()


@pytest.mark.parametrize(
    ("step", "cells", "kinds"),
    [
        ("B", {"next": "C"}, [("X", "unreached"), ("B", "one branch")]),
        ("C", {"next": ""}, [("C", "no exit")]),
        ("A", {"next": "B 0.9; X 0.1"}, [("X", "share")]),
        ("X", {"exception_to": "A"}, [("X", "not led to")]),
        ("X", {"document": ""}, [("X", "unwritten")]),
        ("C", {"actor": ""}, [("C", "no actor")]),
        ("C", {"system": " "}, [("C", "no system")]),
    ],
)
def test_a_gap_is_found_at_its_step(step, cells, kinds):
    found = changed(step, **cells)
    assert [(problem.step, problem.kind) for problem in found.problems] == kinds
    assert all(problem.words.endswith(".") and problem.mend.endswith(".") for problem in found.problems)


def test_a_decision_that_is_silent_about_its_ways_misses_its_exit_only():
    kinds = [problem.kind for problem in changed("B", next="").problems]
    assert "no exit" in kinds
    assert "one branch" not in kinds


def test_a_share_a_little_off_is_no_gap():
    assert changed("X", case_share=0.21).problems == ()


def test_a_note_names_the_steps_of_one_kind():
    found = changed("X", document="")
    assert found.problems[0].name == "Mend"
    assert found.notes == ("Exceptions without a written path: Mend.",)


def test_without_next_only_the_rows_are_checked():
    table = SOUND.drop(columns="next").assign(exception_to="", system="")
    assert [problem.kind for problem in step_map(table).problems] == ["no origin", *["no system"] * 4]


def test_long_lists_are_counted():
    assert listed(f"Step {number}" for number in range(8)).endswith("Step 4 and 3 more")

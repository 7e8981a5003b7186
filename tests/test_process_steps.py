"""The step table by hand, and the map against the log."""

import pandas as pd
import pytest

from bpo_lib.process.steps import map_against_log, step_figures

STEPS = pd.DataFrame(
    {
        "step": ["A1", "A2", "X1", "X2", "A3"],
        "name": ["Receive", "Match", "No order", "Duplicate", "Pay"],
        "actor": ["clerk", "clerk", "resolver", "resolver", "treasury"],
        "minutes": [1.0, 2.0, 10.0, 20.0, 0.5],
        "case_share": [1.0, 1.0, 0.06, 0.02, 0.8],
        "kind": ["task", "", "exception", "exception", "task"],
        "exception_to": ["", "", "A2", "A2", ""],
        "document": ["AP-1", "AP-2", "AP-7", "", "AP-9"],
    }
)


def test_touch_time_by_hand():
    figures = step_figures(STEPS)
    assert figures.touch_minutes == pytest.approx(1 + 2 + 0.6 + 0.4 + 0.4)
    assert figures.steps["time_share"].sum() == pytest.approx(1)


def test_exceptions_without_a_document_are_weighted_by_how_often_they_occur():
    assert step_figures(STEPS).unwritten_exception_share == pytest.approx(0.02 / 0.08)


def test_hand_offs_are_changes_of_actor_on_the_main_path():
    assert step_figures(STEPS).handoffs_per_case == pytest.approx(0.8)


def test_a_map_without_exceptions_does_not_claim_that_all_are_written():
    assert step_figures(STEPS[STEPS["kind"] != "exception"]).unwritten_exception_share is None


def test_columns_left_out_take_their_defaults():
    figures = step_figures(STEPS[["step", "name", "actor", "minutes"]])
    assert figures.touch_minutes == 33.5
    assert set(figures.steps["kind"]) == {"task"}


def test_the_given_table_is_left_alone():
    before = STEPS.copy()
    step_figures(STEPS)
    pd.testing.assert_frame_equal(STEPS, before)


def test_map_and_log_name_what_the_other_lacks():
    notes = map_against_log(STEPS, pd.Series(["receive ", "Match", "Call supplier"]))
    assert notes == (
        "In the event log but not on the map: Call supplier.",
        "On the map but never in the event log: No order, Duplicate, Pay.",
    )


def test_long_lists_are_counted():
    names = pd.Series([f"Extra {number}" for number in range(8)])
    assert "Extra 4 and 3 more" in map_against_log(STEPS, names)[0]

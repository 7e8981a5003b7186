"""The process map by hand: touch time through loops, hand-offs, cost, and the table without `next`."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.process import step_map

STEPS = pd.DataFrame(
    {
        "step": ["A", "B", "X", "Y", "C"],
        "name": ["Receive", "Check", "Mend", "Ask", "Pay"],
        "actor": ["clerk", "clerk", "resolver", "resolver", "treasury"],
        "system": ["ERP"] * 5,
        "minutes": [1.0, 2.0, 10.0, 4.0, 0.5],
        "kind": ["", "decision", "exception", "exception", ""],
        "exception_to": ["", "", "B", "X", ""],
        "document": ["AP-1", "AP-2", "AP-7", "", "AP-9"],
        "next": ["B", "C 0.8; X 0.2", "Y 0.25; B 0.75", "B", "end"],
    }
)
# Every exception comes back to the check: it is passed 1 / 0.8 = 1.25 times, mending 0.25, asking 0.0625.
TOUCH = 1 + 1.25 * 2 + 0.25 * 10 + 0.0625 * 4 + 0.5


def test_touch_time_through_the_loop_by_hand():
    found = step_map(STEPS)
    assert found.touch_minutes == pytest.approx(TOUCH)
    assert found.steps["visits"].tolist() == pytest.approx([1, 1.25, 0.25, 0.0625, 1])
    assert found.steps["minutes_per_case"].sum() == pytest.approx(TOUCH)
    assert found.steps["time_share"].sum() == pytest.approx(1)


def test_the_share_of_cases_that_pass_a_step_comes_from_the_flow():
    # A round asks with 0.2 x 0.25 = 0.05 and comes back to the check otherwise with 0.15.
    shares = step_map(STEPS).steps["case_share"]
    assert shares.tolist() == pytest.approx([1, 1, 0.2, 0.05 / (1 - 0.15), 1])


def test_repeats_are_the_passes_after_the_first():
    expected = 2 * 0.25 + 10 * (0.25 - 0.2) + 4 * (0.0625 - 0.05 / 0.85)
    assert step_map(STEPS).repeat_minutes == pytest.approx(expected)


def test_touch_time_differs_between_cases_as_their_rounds_do():
    # Without the step between, a geometric number of rounds of 12 minutes each.
    steps = STEPS.assign(next=["B", "C 0.8; X 0.2", "B", "B", "end"])
    assert step_map(steps).touch_deviation == pytest.approx(12 * 0.2**0.5 / 0.8)


def test_hand_offs_are_changes_of_actor_along_the_flows():
    # To treasury once; to the resolver 0.25 times and back as often, from mending or from asking.
    found = step_map(STEPS)
    assert found.handoffs_per_case == pytest.approx(1 + 0.25 + 0.25)
    assert found.flows.set_index(["source", "target"])["per_case"]["Y", "B"] == pytest.approx(0.0625)


def test_exceptions_without_a_document_count_by_their_passes():
    assert step_map(STEPS).unwritten_exception_share == pytest.approx(0.0625 / 0.3125)


def test_cost_is_time_at_a_rate():
    assert step_map(STEPS).cost_per_case(30) == pytest.approx(TOUCH / 2)


def test_flows_start_and_end_outside_the_steps():
    flows = step_map(STEPS).flows
    assert flows.iloc[0].to_dict() == {"source": "start", "target": "A", "probability": 1, "per_case": 1}
    assert flows.loc[flows["target"] == "end", "per_case"].sum() == pytest.approx(1)


def test_without_next_a_step_counts_by_its_share_as_before():
    shares = [1.0, 1.0, 0.06, 0.02, 0.8]
    found = step_map(STEPS.drop(columns="next").assign(case_share=shares))
    assert found.touch_minutes == pytest.approx(1 + 2 + 0.6 + 0.08 + 0.4)
    assert found.handoffs_per_case == pytest.approx(0.8)
    assert found.unwritten_exception_share == pytest.approx(0.02 / 0.08)
    assert found.steps["visits"].tolist() == shares
    assert found.repeat_minutes is None
    assert found.touch_deviation is None
    assert "does not say where cases go" in found.notes[0]


def test_a_map_without_exceptions_does_not_claim_that_all_are_written():
    plain = STEPS[STEPS["kind"] != "exception"].assign(next=["B", "C", "end"])
    assert step_map(plain).unwritten_exception_share is None


def test_a_step_without_next_ends_the_process():
    found = step_map(STEPS.assign(next=["B", "C 0.8; X 0.2", "", "B", ""]))
    assert found.touch_minutes == pytest.approx(1 + 2 + 2 + 0.4)
    assert "Steps without a next step, taken to end the process: Mend, Pay." in found.notes


def test_the_given_table_is_left_alone():
    before = STEPS.copy()
    step_map(STEPS)
    pd.testing.assert_frame_equal(STEPS, before)


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        (["B", "X", "B", "B", "end"], "cases that come to Check, Mend never leave the process"),
        (
            ["B", "C 0.8; X 0.1", "Z", "B", "end"],
            "next of B: the shares add up to 0.9.*; next of X: 'Z' is not a",
        ),
        (["B", "X 0.9999; C 0.0001", "B", "B", "end"], "more than 1,000 times"),
    ],
)
def test_a_flow_that_cannot_be_is_named(ways, words):
    with pytest.raises(InputError, match=words):
        step_map(STEPS.assign(next=ways))


def test_a_straight_way_written_down_comes_to_what_the_order_of_the_rows_does():
    plain = STEPS.assign(kind="", exception_to="", next=["B", "X", "Y", "C", "end"])
    written, by_order = step_map(plain), step_map(plain.drop(columns="next"))
    assert written.touch_minutes == by_order.touch_minutes
    assert written.handoffs_per_case == by_order.handoffs_per_case
    assert written.touch_deviation == written.repeat_minutes == 0


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 0.9), st.floats(0, 0.9))
def test_coming_back_more_often_never_takes_less_time(one, other):
    less, more = sorted((one, other))
    times = [
        step_map(STEPS.assign(next=["B", f"C {1 - back:.6f}; X {back:.6f}", "B", "B", "end"])).touch_minutes
        for back in (less, more)
    ]
    assert times[0] <= times[1] + 1e-9


def test_a_map_as_long_as_a_file_may_be_is_followed():
    names = [f"S{number}" for number in range(500)]
    back = [f"{after} 0.9; {names[max(number - 3, 0)]} 0.1" for number, after in enumerate(names[1:])]
    long = pd.DataFrame(
        {"step": names, "name": names, "actor": "clerk", "minutes": 1.0, "next": [*back, "end"]}
    )
    found = step_map(long)
    assert found.touch_minutes == pytest.approx(found.steps["visits"].sum())
    assert found.flows.loc[found.flows["target"] == "end", "per_case"].tolist() == pytest.approx([1])

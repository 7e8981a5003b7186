"""The map in sentences: every number from a call, and nothing said that the table does not say."""

import pandas as pd
import pytest
from fit_cases import case
from sample_cases import PAYABLES, VOICE, sample

from bpo_lib.pricing import InHouseTerms, hour_at_work
from bpo_lib.process import step_map
from bpo_lib.workbook import numbers
from bpo_lib.workbook.map_findings import map_findings

STEPS = pd.DataFrame(
    {
        "step": ["A", "X", "B"],
        "name": ["Check", "Mend", "Pay"],
        "actor": ["clerk", "resolver", "treasury"],
        "minutes": [2.0, 8.0, 1.0],
        "kind": ["decision", "exception", ""],
        "exception_to": ["", "A", ""],
        "document": ["AP-1", "", "AP-2"],
        "next": ["B 0.8; X 0.2", "A", "end"],
    }
)
CHANGE = "from clerk to treasury (1.00 times)"
UNWRITTEN = "All of them follow a path that is not written down."


def test_a_map_by_hand():
    # Check is passed 1.25 times, mending 0.25: 2.5 + 2 + 1 minutes, 0.5 and 0.4 of them repeats.
    assert map_findings(case(steps=STEPS)) == (
        "An average transaction takes 5.5 minutes of work over 3 steps.",
        "The route alone makes one transaction differ from the next by 5.6 minutes (standard deviation).",
        "The largest parts of the time go into Check (45.5%), Mend (36.4%) and Pay (18.2%).",
        "16.4% of the work is coming back to a step for the second time or more, most of it in Check.",
        f"Exceptions and what they set off take 36.4% of the time. {UNWRITTEN}",
        f"On the map an average transaction changes hands 1.50 times, most often {CHANGE}.",
    )


def test_without_next_nothing_is_said_of_loops_and_routes():
    said = " ".join(map_findings(case(steps=STEPS.drop(columns="next").assign(case_share=[1, 0.2, 1]))))
    assert "4.6 minutes" in said
    assert "coming back" not in said
    assert "standard deviation" not in said
    assert "most often" not in said


def test_a_straight_way_in_one_hand():
    steps = STEPS.assign(next=["B", "B", "end"], actor="clerk", kind="", exception_to="")
    said = map_findings(case(steps=steps))
    assert "On the map no transaction comes back to a step it has passed." in said
    assert said[-1] == "On the map one actor takes each transaction through all of its steps."
    assert not any("Exceptions" in sentence or "deviation" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("document", "words"),
    [("", "All of them follow"), ("AP-9", "None of them follows"), (["", "AP-2"], "50.0% of them follow")],
)
def test_how_many_exceptions_are_written(document, words):
    steps = STEPS.assign(kind=["decision", "exception", "exception"])
    steps.loc[1:, "document"] = document
    steps["next"] = ["X 0.5; B 0.5", "end", "end"]
    assert any(words in sentence for sentence in map_findings(case(steps=steps)))


def test_steps_that_take_no_time_are_still_counted():
    assert map_findings(case(steps=STEPS.assign(minutes=0.0)))[0].endswith(
        "0.0 minutes of work over 3 steps."
    )


def test_without_steps_nothing_is_said():
    assert map_findings(case()) == ()


@pytest.mark.parametrize("name", [VOICE, PAYABLES])
def test_the_cost_of_a_case_is_its_minutes_at_the_cost_of_an_hour_at_work(name):
    client = sample(name)
    cost = step_map(client.steps).touch_minutes / 60 * hour_at_work(client)
    assert f"which costs {numbers.money(cost, client.profile.currency)} at" in map_findings(client)[0]


def test_an_hour_at_work_costs_more_than_an_hour_of_pay():
    client = sample(PAYABLES)
    assert hour_at_work(client) > client.of(InHouseTerms).cost_per_fte_month / 160

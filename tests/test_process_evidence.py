"""Evidence of one client: what is there is used, what is not is asked for."""

import pandas as pd
import pytest
from fit_cases import case

from bpo_lib.errors import InputError
from bpo_lib.process import process_evidence

STEPS = pd.DataFrame(
    {
        "step": ["1", "2", "3"],
        "name": ["Receive", "Approve", "Unclear"],
        "actor": ["clerk", "manager", "clerk"],
        "minutes": [2.0, 1.0, 10.0],
        "case_share": [1.0, 0.5, 0.1],
        "kind": ["task", "task", "exception"],
        "document": ["P-1", "P-2", ""],
    }
)
EVENTS = pd.DataFrame(
    {
        "case_id": ["a", "a"],
        "activity": ["Receive", "Approve"],
        "timestamp": ["2025-01-01", "2025-01-02"],
        "resource": ["Ann", "Bob"],
    }
)


def test_steps_and_log_together():
    evidence = process_evidence(case(steps=STEPS, events=EVENTS))
    assert evidence.touch_minutes == pytest.approx(3.5)
    assert evidence.handoffs_per_case == 1.0  # from the log, which goes before the map's 0.5
    assert evidence.unwritten_exception_share == 1.0
    assert not evidence.missing
    assert "On the map but never in the event log: Unclear." in evidence.notes


def test_without_a_log_hand_offs_come_from_the_map():
    evidence = process_evidence(case(steps=STEPS))
    assert evidence.handoffs_per_case == pytest.approx(0.5)
    assert [missing.file for missing in evidence.missing] == ["events.csv"]


def test_nothing_given_never_fails_and_asks_for_both():
    evidence = process_evidence(case())
    assert evidence.touch_minutes is None
    assert evidence.profile is None
    assert [missing.file for missing in evidence.missing] == ["steps.csv", "events.csv"]
    assert all(missing.adds.endswith(".") and missing.ask.startswith("Ask") for missing in evidence.missing)


def test_a_log_without_resources_asks_for_them():
    evidence = process_evidence(case(events=EVENTS.drop(columns="resource")))
    assert evidence.handoffs_per_case is None
    assert "resource column" in evidence.missing[-1].ask


def test_a_what_if_shares_the_profile_of_its_events():
    base = case(events=EVENTS)
    changed = base.with_values({"work.handling_minutes": 6})
    assert process_evidence(changed).profile is process_evidence(base).profile


def test_a_broken_log_is_named():
    with pytest.raises(InputError, match="row 2 of the event log has no activity"):
        process_evidence(case(events=EVENTS.assign(activity=["", "Approve"])))

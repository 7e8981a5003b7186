"""Touch and waiting time from pairs of start and completion."""

import pandas as pd
import pytest

from bpo_lib.process import profile_events

MINUTES = ["median_minutes", "median_touch_minutes", "median_waiting_minutes"]


def profile(*rows):
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    return profile_events(events.assign(timestamp="2025-03-03 " + events["timestamp"]))


def test_touch_and_waiting_by_hand():
    # Open runs 08:00 to 08:10; Check waits 20 minutes, then runs 5.
    found = profile(
        ("a", "Open", "start", "08:00"),
        ("a", "Open", "complete", "08:10"),
        ("a", "Check", "start", "08:30"),
        ("a", "Check", "complete", "08:35"),
    )
    table = found.activity_table.set_index("activity")
    assert table.loc["Check", MINUTES].tolist() == [25, 5, 20]
    assert table.loc["Open", "median_touch_minutes"] == 10
    assert table.loc["Open", ["median_minutes", "median_waiting_minutes"]].isna().all()


def test_overlapping_visits_pair_first_with_first():
    found = profile(
        ("a", "Check", "start", "08:00"),
        ("a", "Check", "start", "08:10"),
        ("a", "Check", "complete", "08:20"),
        ("a", "Check", "complete", "08:30"),
    )
    assert found.activity_table["median_touch_minutes"].tolist() == [20]


def test_touch_and_waiting_are_what_passes_between_completions():
    rows = [("a", f"Step {step}", state, f"08:{step}{minute}") for step in range(5)
            for state, minute in (("start", 2), ("complete", 9))]  # fmt: skip
    table = profile(*rows).activity_table.iloc[1:]
    passed = table["median_touch_minutes"] + table["median_waiting_minutes"]
    assert passed.tolist() == pytest.approx(table["median_minutes"].tolist())


def test_a_start_without_completion_is_not_timed_but_counted():
    found = profile(("a", "Open", "complete", "08:00"), ("a", "Check", "start", "08:05"))
    assert "Starts without a matching completion, not timed: 1." in found.notes
    assert "Never completed in the log, and so left out: Check." in found.notes


def test_an_end_before_its_start_is_not_timed_but_counted():
    found = profile(("a", "Open", "complete", "08:00"), ("a", "Open", "start", "08:05"))
    assert "Activities that end before they start, not timed: 1." in found.notes


def test_a_log_without_starts_has_no_touch_time():
    assert "median_touch_minutes" not in profile(("a", "Open", "complete", "08:00")).activity_table


def test_starts_that_count_as_activities_of_their_own_have_no_completion_to_look_for():
    rows = [("a", "Open", "start", "2025-03-03 08:00"), ("a", "Open", "complete", "2025-03-03 08:10")]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    found = profile_events(events, classifier=("activity", "lifecycle"), complete_only=False)
    assert found.activity_table["activity"].tolist() == ["Open+start", "Open+complete"]
    assert found.touch_share is None
    assert not any("without a matching completion" in note for note in found.notes)


def test_work_without_a_start_is_counted_as_untimed():
    found = profile(
        ("a", "Open", "complete", "08:00"),
        ("a", "Check", "start", "08:05"),
        ("a", "Check", "complete", "08:20"),
    )
    assert "Completions without a start, which add nothing to touch time: 1." in found.notes
    assert found.touch_quantile(0.5) == 15 * 60


def test_running_cases_that_are_left_out_do_not_move_the_others_times():
    rows = [
        ("b", "Open", "start", "08:00"),
        ("b", "Open", "complete", "08:50"),
        ("a", "Open", "start", "08:00"),
        ("a", "Open", "complete", "08:10"),
        ("a", "Pay", "start", "09:00"),
        ("a", "Pay", "complete", "09:30"),
    ]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    found = profile_events(
        events.assign(timestamp="2025-03-03 " + events["timestamp"]), end_activities=["Pay"]
    )
    assert found.activity_table.set_index("activity")["median_touch_minutes"].to_dict() == {
        "Open": 10,
        "Pay": 30,
    }
    assert found.touch_share == pytest.approx(40 / 90)

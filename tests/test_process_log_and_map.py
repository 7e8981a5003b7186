"""Log against map: exceptions, unwritten paths, and what one knows and the other does not."""

import pandas as pd
import pytest

from bpo_lib.process import profile_events
from bpo_lib.process.log_and_map import log_and_map
from bpo_lib.process.steps.table import filled

STEPS = filled(
    pd.DataFrame(
        {
            "step": ["1", "2", "3", "4"],
            "name": ["Open", "Mend", "Guess", "Close"],
            "actor": "clerk",
            "minutes": 1.0,
            "kind": ["task", "exception", "task", "task"],
            "exception_to": ["", "1", "1", ""],
            "document": ["", "P-1", "", ""],
        }
    )
)


def profile(*routes):
    rows = [
        (case, activity, f"2025-01-01 {place:02d}:00")
        for case, route in enumerate(routes)
        for place, activity in enumerate(route)
    ]
    return profile_events(pd.DataFrame(rows, columns=["case_id", "activity", "timestamp"]))


USUAL, MENDED, GUESSED = ("Open", "Close"), ("Open", " mend", "Close"), ("Open", "Guess", "Close")


def test_exceptions_are_the_cases_that_pass_a_flagged_step():
    found = log_and_map(profile(USUAL, USUAL, MENDED, GUESSED), STEPS)
    assert found.exception_share == 0.5
    assert found.unwritten_share == 0.5  # Guess has no document
    assert found.profile.exceptional_cases.tolist() == [False, False, True, True]
    shown = found.profile.intervals.set_index("figure").loc["exception_share"]
    assert shown["value"] == 0.5


def test_without_a_flag_exceptions_are_what_leaves_the_usual_routes():
    routes = [USUAL] * 8 + [("Open", "Odd", "Close"), ("Odd", "Close")]
    found = log_and_map(profile(*routes), STEPS)
    assert found.exception_share == pytest.approx(0.2)
    assert found.unwritten_share is None
    assert (
        "No map flags exceptions that the log knows, so the exceptions are the cases outside the commonest "
        "route, with which 80% of cases go." in found.notes
    )


def test_what_only_one_of_the_two_knows_is_named():
    found = log_and_map(profile(USUAL, ("Open", "Phone", "Close")), STEPS)
    assert found.off_map == ("Phone",)
    assert found.unseen == ("Mend", "Guess")
    assert "In the event log but not on the map: Phone." in found.notes
    assert "On the map but never in the event log: Mend, Guess." in found.notes


def test_without_a_map_nothing_is_compared():
    found = log_and_map(profile(USUAL, MENDED), pd.DataFrame())
    assert (found.off_map, found.unseen, found.unwritten_share) == ((), (), None)


def test_a_long_list_is_cut():
    names = [f"Extra {number}" for number in range(8)]
    [note] = [
        each for each in log_and_map(profile(names), STEPS).notes if each.startswith("In the event log")
    ]
    assert note.endswith("Extra 4 and 3 more.")

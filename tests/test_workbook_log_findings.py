"""The event log in sentences: each number from a call, and nothing said of what the log does not know."""

import pandas as pd
from conftest import ROOT
from fit_cases import case

from bpo_lib.intake import open_client
from bpo_lib.process import process_evidence
from bpo_lib.profile import LogSettings
from bpo_lib.workbook.log_findings import log_findings

SAMPLES = ROOT / "data" / "samples"
STEPS = pd.DataFrame(
    {
        "step": ["1", "2", "3"],
        "name": ["Open", "Guess", "Pay"],
        "actor": "clerk",
        "minutes": 1.0,
        "kind": ["task", "exception", "task"],
    }
)
USUAL, ODD, AGAIN = ("Open", "Pay"), ("Open", "Guess", "Pay"), ("Open", "Open", "Pay")


def log(*routes, people=None, states=("complete",)):
    rows = [
        (
            number,
            activity,
            state,
            pd.Timestamp("2025-01-01") + pd.Timedelta(days=place * (number + 1), hours=each),
        )
        for number, route in enumerate(routes)
        for place, activity in enumerate(route)
        for each, state in enumerate(states)
    ]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    return events if people is None else events.assign(resource=people)


def said(engagement):
    return [sentence.replace("\u00a0", " ") for sentence in log_findings(engagement)]


def test_a_small_log_in_sentences():
    events = log(*[USUAL] * 7, ODD, AGAIN, ("Open",), people="Ann")
    found = said(case(steps=STEPS, events=events))
    assert found[0].startswith("Half of the 10 cases in the log finish within 4.5 days, nine in ten within ")
    routes, rework, hands, exceptions, running = found[1:]
    assert routes == (
        "Cases take 4 different routes; the 2 commonest cover 80.0% of them, "
        "and 30.0% of cases go a way that no other goes."
    )
    assert rework == "10.0% of cases (0.0% to 30.0%) repeat a step that was already done, most often Open."
    assert hands == "A case changes hands 0.00 times on average."
    assert exceptions == (
        "10.0% of cases (0.0% to 30.0%) are exceptions, and 100.0% of these come to a step that nobody has "
        "written down."
    )
    assert running.startswith("One case ends otherwise than in Pay and may still be running: name the")


def test_work_is_held_against_waiting():
    # Each step takes one hour, and a day passes from start to start: 2 of 25 hours.
    events = log(USUAL, states=("start", "complete"))
    [work] = [each for each in said(case(events=events)) if each.startswith("Somebody")]
    assert work == (
        "Somebody works on a case for 8.0% of the time it takes, nights and weekends included, "
        "and for 2.0 hours in the median case; the rest of the time it waits."
    )


def test_a_log_that_knows_little_says_little():
    found = said(case(events=log(USUAL, USUAL)))
    assert found[1:] == ["Every case takes the same route.", "No case repeats a step that was already done."]


def test_written_exceptions_and_unusual_routes_have_their_own_words():
    written = STEPS.assign(document=["", "P-1", ""])
    routes = [USUAL] * 9 + [ODD]
    exceptions = said(case(steps=written, events=log(*routes)))[-1]
    assert exceptions.endswith("are exceptions, and every one of them has a written path.")
    assert said(case(events=log(*routes)))[-1].endswith("leave the usual routes.")


def test_named_ends_leave_no_case_running():
    engagement = case(events=log(USUAL, USUAL, ("Open",)))
    settled = engagement.profile.model_copy(update={"log": LogSettings(end_activities=("Pay",))})
    object.__setattr__(engagement, "profile", settled)
    assert not any("still be running" in each for each in said(engagement))
    assert process_evidence(engagement).profile.cases == 2


def test_without_a_log_nothing_is_said():
    assert log_findings(case(steps=STEPS)) == ()


def test_the_sample_shows_something_of_everything():
    found = said(open_client(SAMPLES / "northgate-payables"))
    words = ("finish within", "routes", "Somebody works", "repeat a step", "changes hands", "exceptions")
    assert all(any(word in each for each in found) for word in words)

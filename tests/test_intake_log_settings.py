"""The settings `log`: each mistake named with its row and how to mend it, alone and against the log."""

import pandas as pd
import pytest
from client_folders import SETTINGS, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.log_settings import check_log_settings
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.settings import Setting, profile_of, settings_of_sheet, settings_of_yaml
from bpo_lib.intake.text_tables import Table
from bpo_lib.process import process_evidence
from bpo_lib.profile import LogSettings

EVENTS = pd.DataFrame({"case_id": ["1", "1"], "activity": ["Open", "Pay"], "timestamp": "2025-01-01"})


def read(log):
    problems = ProblemList()
    found = profile_of("client.yml", settings_of_yaml(f"{SETTINGS}log: {log}\n".encode()), problems)
    return found and found.log, [str(each).partition(", ")[2] for each in problems.all()]


def held_against(events, **values):
    problems = ProblemList()
    rows = {"log.classifier": 7, "log.end_activities": 8}
    check_log_settings("client.yml", rows, LogSettings(**values), events, problems)
    return [str(each) for each in problems.all()]


def test_the_settings_are_read():
    found, _ = read(
        "{complete_only: no, classifier: [activity, lifecycle], end_activities: [Pay, 'Reject, final']}"
    )
    assert found == LogSettings(
        complete_only=False, classifier=("activity", "lifecycle"), end_activities=("Pay", "Reject, final")
    )


def test_what_is_left_out_has_its_default():
    assert read("{end_activities: [Pay]}")[0] == LogSettings(end_activities=("Pay",))


@pytest.mark.parametrize(
    ("log", "problem"),
    [
        (
            "{complete_only: maybe}",
            "log.complete_only: complete_only is 'maybe', neither true nor false. Write complete_only: true",
        ),
        ("{classifier: activity}", "log.classifier: classifier is not a list. Write classifier: [activity,"),
        (
            "{classifier: [activity, cost, plant]}",
            "log.classifier: 'cost', 'plant' cannot name an activity. Use one or more of: activity",
        ),
        ("{classifier: [lifecycle]}", "log.classifier: the classifier leaves out activity. Write classifier"),
        ("{classifier: [activity, activity]}", "log.classifier: a column of the classifier is named twice."),
        ("{end_activities: [Pay, Pay]}", "log.end_activities: an end activity is named twice. Keep one"),
        ("{end_activities: [Pay, ' ']}", "log.end_activities: an end activity is blank. Write the activity"),
        ("{classifer: [activity]}", "'log.classifer' is not a setting. Did you mean log.classifier?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_mend(log, problem):
    found, [told] = read(log)
    assert found is None
    assert problem in told


def test_every_wrong_setting_is_told_at_once():
    assert len(read("{complete_only: maybe, classifier: activity, end_activities: Pay}")[1]) == 3


def test_a_sheet_lists_end_activities_between_semicolons():
    cells = pd.DataFrame(
        {
            "key": ["log.classifier", "log.end_activities"],
            "value": ["activity, lifecycle", "Pay; Reject, final"],
        },
        index=[2, 3],
    )
    assert settings_of_sheet(Table("client", cells)) == {
        "log.classifier": Setting(["activity", "lifecycle"], 2),
        "log.end_activities": Setting(["Pay", "Reject, final"], 3),
    }


def test_a_column_the_log_does_not_have_is_named():
    [told] = held_against(EVENTS, classifier=("activity", "lifecycle"))
    assert told == (
        "client.yml, row 7, log.classifier: the event log has no column lifecycle. "
        "Add the column to the log, or leave it out of the classifier"
    )


def test_an_end_that_never_happens_is_named_with_the_nearest_one():
    assert held_against(EVENTS, end_activities=("Pay", "Opne")) == [
        "client.yml, row 8, log.end_activities: no event of the log is called 'Opne'. Use one of: Open, Pay"
    ]


def test_ends_are_named_as_the_classifier_names_them():
    events = EVENTS.assign(lifecycle=["start", "complete"])
    both = {"classifier": ("activity", "lifecycle")}
    assert held_against(events, end_activities=("Pay+complete",), **both) == []
    assert len(held_against(events, end_activities=("Pay",), **both)) == 1


def test_without_a_log_nothing_is_said():
    assert held_against(EVENTS.iloc[:0], end_activities=("Anything",)) == []


LOGGED = "case_id,activity,timestamp\n7,Open,2025-01-01\n7,Pay,2025-01-03\n007,Open,2025-01-02\n"


def test_a_folder_opens_with_its_settings_and_leaves_running_cases_out(tmp_path):
    settings = f"{SETTINGS}log: {{end_activities: [Pay]}}\n"
    evidence = process_evidence(open_client(write_client(tmp_path / "acme", client=settings, events=LOGGED)))
    assert evidence.profile.cases == 1
    assert "1 of 2 cases had not ended and are left out." in evidence.notes
    assert any(note.startswith("'7' (row 2) and '007' (row 4) count as two cases") for note in evidence.notes)


def test_what_is_wrong_with_settings_and_log_is_told_together(tmp_path):
    settings = f"{SETTINGS}log: {{end_activities: [Pai], classifier: [activity, lifecycle]}}\n"
    events = LOGGED + "8,,2025-01-02\n8,Open,2025-01-02 08:00Z\n"
    with pytest.raises(InputProblems) as told:
        open_client(write_client(tmp_path / "acme", client=settings, events=events))
    assert sorted(str(each).split(": ")[0] for each in told.value.problems) == [
        "client.yml, row 9, log.classifier",
        "events.csv, row 5, activity",
        "events.csv, row 6, timestamp",
    ]


def test_a_log_between_semicolons_is_told_how_to_save_it(tmp_path):
    with pytest.raises(InputProblems, match=r"events.csv, row 1: the columns are separated by semicolons"):
        open_client(write_client(tmp_path / "acme", events=LOGGED.replace(",", ";")))

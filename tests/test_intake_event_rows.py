"""events.csv: order kept, ids as text, timestamps of one kind."""

import gzip

import pandas as pd
import pytest

from bpo_lib.intake.event_rows import empty_events, events_of
from bpo_lib.intake.layouts import EVENTS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import read_csv


def read(*rows: str, header: str = "case_id,activity,timestamp"):
    problems = ProblemList()
    text = "\n".join([header, *rows]).encode()
    return events_of(read_csv("events.csv", text, EVENTS), problems), [str(each) for each in problems.all()]


def test_order_and_ids_stay_as_in_the_file():
    events, problems = read(
        "b,Pay,2025-01-02", "007,Check,2025-01-01 08:00", "1E5,Check,2025-01-01T08:00:00.250"
    )
    assert not problems
    assert events["case_id"].tolist() == ["b", "007", "1E5"]
    assert events["timestamp"].tolist() == [
        pd.Timestamp("2025-01-02"),
        pd.Timestamp("2025-01-01 08:00"),
        pd.Timestamp("2025-01-01 08:00:00.250"),
    ]


def test_timestamps_with_offsets_become_utc():
    events, problems = read(
        "1,A,2025-01-01T08:00:00+01:00", "1,B,2025-01-01 08:00Z", "1,C,2025-01-01 08:00-0530"
    )
    assert not problems
    assert str(events["timestamp"].dt.tz) == "UTC"
    assert events["timestamp"].dt.strftime("%H:%M").tolist() == ["07:00", "08:00", "13:30"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",A,2025-01-01", "events.csv, row 4, case_id: the cell is empty. Fill it in, or delete the row"),
        ("1, ,2025-01-01", "events.csv, row 4, activity: the cell is empty. Fill it in, or delete the row"),
        ("1,A,", "events.csv, row 4, timestamp: '' is not a timestamp. Write it as 2025-03-01 09:14:00"),
        ("1,A,1/2/2025", "events.csv, row 4, timestamp: '1/2/2025' is not a timestamp. Write it as"),
        (
            "1,A,2025-02-30",
            "events.csv, row 4, timestamp: '2025-02-30' is not in the calendar. Check the month",
        ),
        ("1,A,2025-01-01 25:00", "events.csv, row 4, timestamp: '2025-01-01 25:00' is not in the calendar."),
        (
            "1,A,2025-01-01 10:00Z",
            "events.csv, row 4, timestamp: '2025-01-01 10:00Z' has a UTC offset, others",
        ),
    ],
)
def test_an_event_that_cannot_be_used_is_named(row, problem):
    _, [found] = read("1,A,2025-01-01", "1,B,2025-01-01", row)
    assert found.startswith(problem)


def test_a_timestamp_without_the_offset_of_the_others_is_named():
    _, [found] = read("1,A,2025-01-01 10:00Z", "1,B,2025-01-01 10:00", "1,C,2025-01-01 10:00Z")
    assert found.startswith(
        "events.csv, row 3, timestamp: '2025-01-01 10:00' has no UTC offset, others have one."
    )


def test_no_events_have_the_columns_of_events():
    events = empty_events()
    assert events.empty
    assert (list(events), events["timestamp"].dtype.kind) == (list(EVENTS.columns), "M")


def test_a_real_permit_log_is_read_whole(shared):
    with gzip.open(shared("realdata/eventlogs/receipt.csv.gz"), "rt") as file:
        log = pd.read_csv(file, dtype=str)[list(EVENTS.columns)]
    problems = ProblemList()
    table = read_csv("events.csv", log.to_csv(index=False).encode(), EVENTS)
    events = events_of(table, problems)
    assert not problems, problems.all()
    assert (len(events), events["case_id"].nunique()) == (len(log), log["case_id"].nunique())


def test_the_offset_of_each_time_is_kept_for_its_local_hour():
    events, _ = read(
        "1,A,2025-01-01T08:00:00+01:00", "1,B,2025-07-01 08:00+0200", "1,C,2025-01-01 08:00-05:30"
    )
    assert events["utc_offset"].tolist() == [60, 120, -330]
    assert "utc_offset" not in read("1,A,2025-01-01 08:00")[0]

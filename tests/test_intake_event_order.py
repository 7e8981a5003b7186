"""Times that cannot be true are named with their row and how to mend them."""

import gzip

import pandas as pd
import pytest

from bpo_lib.intake.event_rows import events_of
from bpo_lib.intake.layouts import EVENTS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import read_csv


def problems_of(*rows, header="case_id,activity,lifecycle,timestamp"):
    problems = ProblemList()
    events_of(read_csv("events.csv", "\n".join([header, *rows]).encode(), EVENTS), problems)
    return [str(each) for each in problems.all()]


def test_an_end_before_its_start_is_named_with_both_rows():
    [told] = problems_of(
        "1,Open,start,2025-01-01 08:00",
        "1,Open,complete,2025-01-01 08:10",
        "1,Match,start,2025-01-01 10:00",
        "1,Match,complete,2025-01-01 09:00",
    )
    assert told == (
        "events.csv, row 5, timestamp: 'Match' of case '1' ends here before it starts "
        "('2025-01-01 10:00' in row 4). Correct the time of the start or of the end, or delete both rows"
    )


def test_every_end_before_its_start_is_named():
    rows = [
        f"{case},Open,{state},2025-01-01 0{hour}:00"
        for case in range(3)
        for state, hour in (("start", 9), ("COMPLETE", 8))
    ]
    assert [each.split(", ")[1] for each in problems_of(*rows)] == ["row 3", "row 5", "row 7"]


@pytest.mark.parametrize(
    "rows",
    [
        ["1,Open,complete,2025-01-01 08:00", "1,Open,start,2025-01-01 08:00"],  # at once
        ["1,Open,start,2025-01-01 08:00", "1,Open,start,2025-01-01 08:10",
         "1,Open,complete,2025-01-01 08:20", "1,Open,complete,2025-01-01 08:30"],  # overlapping
        ["1,Open,complete,2025-01-01 08:00", "1,Open,start,2025-01-01 09:00",
         "1,Open,complete,2025-01-01 09:10"],  # the export began in the middle of the first
        ["1,Open,complete,2025-01-01 08:00", "2,Open,start,2025-01-01 09:00"],  # another case
        ["1,Open,,2025-01-01 08:00", "1,Open,suspend,2025-01-01 07:00"],  # no such states
    ],
)  # fmt: skip
def test_what_may_be_true_is_no_problem(rows):
    assert problems_of(*rows) == []


def test_a_date_of_1970_among_others_is_named():
    rows = "1,Open,2025-01-01 08:00", "1,Pay,1970-01-01 00:00", "2,Open,2025-01-03"
    [told] = problems_of(*rows, header="case_id,activity,timestamp")
    assert told == (
        "events.csv, row 3, timestamp: '1970-01-01 00:00' is long before the other events: a clock was "
        "reset. Write when it happened, or delete the row"
    )


def test_a_simulated_log_lies_in_1970_as_a_whole():
    assert problems_of("1,Open,start,1970-01-01 08:00", "1,Open,complete,1970-01-01 09:00") == []


@pytest.mark.parametrize("name", ["teleclaims", "repairExample"])
def test_simulated_logs_with_starts_are_read_whole(shared, name):
    with gzip.open(shared(f"realdata/eventlogs/{name}.csv.gz"), "rt") as file:
        log = pd.read_csv(file, dtype=str)[list(EVENTS.columns)]
    problems = ProblemList()
    events = events_of(read_csv("events.csv", log.to_csv(index=False).encode(), EVENTS), problems)
    assert not problems, problems.all()
    assert set(events["utc_offset"]) == {0}


@pytest.mark.filterwarnings("error")
def test_a_log_without_one_readable_time_has_no_era():
    told = problems_of("1,Open,start,07/01/2026 08:14", "1,Open,complete,07/01/2026 08:20")
    assert len(told) == 2
    assert all("is not a timestamp" in each for each in told)

"""calendar.csv: closed days and events, each day once, every slip named with its row."""

import math

import pandas as pd
import pytest
from client_folders import read_rows, write_client

from bpo_lib.intake import open_client
from bpo_lib.intake.calendar_rows import special_days_of
from bpo_lib.intake.layouts import CALENDAR

ROWS = """\
date,kind,name,effect,yearly
2026-03-17,event,price letter,0.3,
2025-12-25,closed,Christmas,,
2025-06-02,Event,bill run,,yes
2025-05-02,ignore,outage,,
"""


def test_closed_days_and_events_are_told_apart_and_sorted():
    days, problems = read_rows(special_days_of, CALENDAR, ROWS)
    assert not problems
    assert days.closed == {pd.Timestamp("2025-12-25")}
    assert days.events["name"].tolist() == ["outage", "bill run", "price letter"]
    assert days.events["date"].is_monotonic_increasing
    assert math.isnan(days.events["effect"][1])
    assert days.events["effect"][2] == 0.3
    assert days.events["ignore"].tolist() == [True, False, False]
    assert days.events["yearly"].tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "2025-12-25,closed,,",
            "row 6, date: 2025-12-25 is given twice, first in row 3. Keep one of the rows",
        ),
        (
            "2026-03-17,closed,,",
            "row 6, date: 2026-03-17 is given twice, first in row 2. Keep one of the rows",
        ),
        ("25.12.2026,closed,,", "row 6, date: '25.12.2026' is not a date. Write year, month and day"),
        ("2026-02-30,closed,,", "row 6, date: '2026-02-30' is not in the calendar. Check the month"),
        ("1026-12-25,closed,,", "row 6, date: 1026-12-25 is outside the years 1990 to 2100. Check the year"),
        (",closed,,", "row 6, date: the cell is empty. Fill it in, or delete the row"),
        (
            "2026-12-25,holiday,,",
            "row 6, kind: 'holiday' is not one of the words allowed. Use one of: closed, event, ignore",
        ),
        (
            "2026-12-25,,,",
            "row 6, kind: an empty cell is not one of the words allowed. Use one of: closed, event, ignore",
        ),
        (
            "2026-12-25,event,,0.2",
            "row 6, name: the event has no name. Name it; events of one name are taken",
        ),
        (
            "2026-12-25,closed,,0.2",
            "row 6, effect: a day of kind closed has an effect. Leave it empty, or",
        ),
        (
            "2026-12-25,event,sale,30%",
            "row 6, effect: '30%' is not a plain number. Write a share from 0 to 1",
        ),
        (
            "2026-12-25,event,sale,30",
            "row 6, effect: the effect 30 is outside the range from -1 to 10. Write the change",
        ),
        ("2026-12-25,event,sale,-1.5", "row 6, effect: the effect -1.5 is outside the range from -1 to 10."),
    ],
)
def test_a_day_that_cannot_be_used_is_named(row, problem):
    _, [found] = read_rows(special_days_of, CALENDAR, f"{ROWS}{row},\n")
    assert found.startswith(problem)


def test_every_slip_is_reported_at_once():
    _, found = read_rows(special_days_of, CALENDAR, f"{ROWS}x,y,,z,\n2025-12-25,closed,,,yes\n")
    assert [problem.split(":")[0] for problem in found] == [
        "row 6, date",
        "row 6, kind",
        "row 6, effect",
        "row 7, date",
        "row 7, yearly",
    ]


def test_a_client_folder_carries_its_special_days(tmp_path):
    case = open_client(write_client(tmp_path / "acme", calendar=ROWS))
    assert case.special_days.closed == {pd.Timestamp("2025-12-25")}
    assert len(case.special_days.events) == 3
    assert open_client(write_client(tmp_path / "other")).special_days.events.empty

"""Tables of shifts: times of day, who is counted, what is said when nothing is there."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from stand_ins import page, rows

from bpo_lib.staffing import (
    DeferredWork,
    DeferredYear,
    ShiftTerms,
    WorkTerms,
    blended_cover,
    deferred_cover,
    rostered_week,
)
from bpo_lib.workbook import tables

WORK = WorkTerms(handling_minutes=4, planned_shrinkage=0.0, unplanned_shrinkage=0.0)


@pytest.fixture(scope="module")
def rostered():
    starts = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(480, 990, 30)]
    week = pd.DataFrame(
        {"weekday": np.repeat(np.arange(7), 17), "start": starts * 7, "agents": 1, "volume": 9.0}
    )
    return rostered_week(week, WORK, ShiftTerms(max_part_time_share=0, minimum_presence=0))


def test_a_shift_is_a_row_with_its_people_by_day(rostered):
    table = tables.shifts(rostered)
    (row,) = rows(table)
    assert row[:3] == ["Full time", "08:00", "16:30"]
    assert sum(int(cell) for cell in row[3:]) == 15  # three people on five days
    assert "3 people; each works 5 days" in page(table).text
    assert "No roster under these rules costs less." in page(table).text


def test_a_night_shift_ends_on_the_clock(rostered):
    late = replace(rostered, roster=rostered.roster.assign(start=1320, pause=np.nan, end=1800))
    assert rows(tables.shifts(late))[0][1:3] == ["22:00", "06:00"]


def test_what_the_roster_may_exceed_is_said(rostered):
    assert "costs over 2.0% less" in page(tables.shifts(replace(rostered, gap_share=0.02))).text


def test_the_steps_from_work_to_people_by_hand(rostered):
    # 59.5 hours of presence, 70 in divided shifts, 120 in whole ones; 36.8 paid hours are one FTE.
    table = rows(tables.shift_hours(rostered))
    assert [row[1] for row in table] == ["60", "60", "70", "120"]
    assert [row[2] for row in table] == ["1.6", "1.6", "1.9", "3.3"]
    outside = replace(rostered, need=replace(rostered.need, outside_share=0.031))
    assert "3.1% of the volume comes outside the opening hours" in page(tables.shift_hours(outside)).text


def test_a_team_by_month_says_its_clock():
    work = DeferredWork(np.full(4, 6.0), np.ones(4, dtype=bool), 8.0, 24.0, repeats=False)
    monthly = pd.DataFrame(
        {
            "month": pd.period_range("2027-01", periods=1, freq="M"),
            "work_hours": [24.0],
            "average_team": [0.75],
            "team": [0.75],
            "occupancy": [1.0],
            "oldest_hours": [16.0],
        }
    )
    table = tables.deferred(DeferredYear(deferred_cover(work), monthly))
    assert rows(table) == [["Jan 2027", "24", "0.8", "0.8", "100.0%", "16.0"]]
    assert "within 24 working hours" in page(table).text
    calendar = DeferredYear(deferred_cover(replace(work, closed_time_share=1.0)), monthly)
    assert "within 24 calendar hours" in page(tables.deferred(calendar)).text


def test_blending_shows_both_teams():
    work = DeferredWork(np.ones(4), np.ones(4, dtype=bool), 1.0, 2.0)
    table = tables.blending(blended_cover(work, np.full(4, 0.5)))
    assert [row[1] for row in rows(table)] == ["2", "2", "4", "2", "2"]
    assert "saves 50.0%" in page(table).text


def test_what_is_not_there_is_said():
    assert "no shifts are needed" in page(tables.shifts(None)).text
    assert "no shifts are needed" in page(tables.shift_hours(None)).text


def test_work_that_does_not_wait_shows_no_team_for_it():
    assert tables.deferred(None).markup == ""
    assert tables.blending(None).markup == ""

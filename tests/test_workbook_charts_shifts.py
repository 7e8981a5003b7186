"""The chart of shifts: its finding, its data, and what is said when there is nothing to draw."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.staffing import ShiftTerms, WorkTerms, rostered_week
from bpo_lib.workbook.charts.shifts import shift_cover

WORK = WorkTerms(handling_minutes=4, planned_shrinkage=0.0, unplanned_shrinkage=0.0)


@pytest.fixture(scope="module")
def rostered():
    starts = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(480, 990, 30)]
    week = pd.DataFrame(
        {"weekday": np.repeat(np.arange(7), 17), "start": starts * 7, "agents": 1, "volume": 9.0}
    )
    return rostered_week(week, WORK, ShiftTerms(max_part_time_share=0, minimum_presence=0))


def test_the_title_states_what_whole_shifts_cost(rostered):
    # 59.5 hours needed over 120 paid; at 160 paid hours a month, 120 a week are 3.3 FTE.
    assert title(shift_cover(rostered)) == (
        "3 people cover the week in shifts, 3.3 paid FTE; 49.6% of their hours are needed"
    )


def test_the_data_adds_up_by_day(rostered):
    table = rows(shift_cover(rostered, stand_ins.engagement()))
    assert [row[0] for row in table] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert {row[1] for row in table} == {"8"}  # 8.5 hours, halves to even
    assert sum(int(row[2]) for row in table) == 120


def test_both_areas_are_drawn_and_named(rostered):
    drawn = page(shift_cover(rostered))
    assert drawn.svg.desc.text.startswith("Two areas over the week")
    assert {"needed", "beyond need", "Sun"} <= {text.text.strip() for text in drawn.svg.find_all("text")}


def test_without_shifts_it_is_said_and_not_drawn(rostered):
    assert shift_cover(None).markup == ""
    assert "nobody is rostered" in page(shift_cover(replace(rostered, roster=rostered.roster.iloc[:0]))).text

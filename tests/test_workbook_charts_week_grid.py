"""The grid of a week: how periods become hours, which hours are shown, where the peak is."""

import pandas as pd
import pytest
import stand_ins

from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.week_grid import busiest, by_hour, week_grid

WEEK = pd.DataFrame(
    {
        "weekday": [0, 0, 0, 0, 0, 0],
        "start": ["07:00", "07:30", "08:00", "08:30", "09:00", "09:30"],
        "volume": [0.0, 0.0, 10.0, 30.0, 20.0, 0.0],
    }
)


def test_half_hours_add_up_or_show_their_most():
    assert by_hour(WEEK, "volume", "sum")["value"].tolist() == [40.0, 20.0]
    assert by_hour(WEEK, "volume", "max")["value"].tolist() == [30.0, 20.0]


def test_hours_before_the_first_and_after_the_last_work_are_left_out():
    assert by_hour(WEEK, "volume", "sum")["hour"].tolist() == [8, 9]


def test_minutes_of_the_day_serve_as_well_as_clock_times():
    minutes = WEEK.assign(start=[420, 450, 480, 510, 540, 570])
    pd.testing.assert_frame_equal(by_hour(minutes, "volume", "sum"), by_hour(WEEK, "volume", "sum"))


def test_the_peak_is_named_with_its_size_against_the_average():
    when, value, times = busiest(by_hour(WEEK, "volume", "sum"))
    assert (when, value) == ("Mon from 08:00", 40.0)
    assert times == pytest.approx(40 / 30)


def test_an_empty_square_has_neither_colour_nor_number():
    cells = by_hour(stand_ins.plan().week, "volume", "sum")
    cells.loc[5, "value"] = 0.0
    drawn = week_grid(cells, "Calls", theme.palette()).as_dict()["data"]
    assert (drawn["fill"][5], drawn["text"][5]) == (theme.PAPER, "")
    assert drawn["text"][4] != ""

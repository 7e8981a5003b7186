"""The fan: what stood out is marked on the line, and where it stood."""

from dataclasses import replace

import pandas as pd
import stand_ins
from bs4 import BeautifulSoup

from bpo_lib.workbook.charts import fan, theme
from bpo_lib.workbook.charts.figure import day_number

FORECAST = stand_ins.outlook().forecast


def weeks():
    frame = stand_ins.outlook().daily
    return frame.assign(x=day_number(frame["start"]))


def drawn_text(forecast):
    marks = fan.marks_of(forecast, weeks())
    picture = BeautifulSoup(
        fan.fan(weeks(), "Calls per week", theme.palette(), marks).to_svg(), "html.parser"
    )
    return [element.text.replace("\u00a0", " ").strip() for element in picture.find_all("text")]


def test_what_stood_out_is_circled_and_a_change_of_level_named():
    texts = drawn_text(FORECAST)
    assert "level +12%" in texts  # 14,560 against 13,000
    assert "Calls per week; circles: unusual" in texts
    assert fan.marks_of(FORECAST, weeks()).told == (
        " 2 circles mark what was unlike the rest. Dashed lines mark where the level changed for good."
    )


def test_an_ordinary_history_is_drawn_without_marks():
    calm = replace(FORECAST, outliers=FORECAST.outliers.iloc[:0], level_shifts=FORECAST.level_shifts.iloc[:0])
    assert "Calls per week" in drawn_text(calm)
    assert not any("level" in text for text in drawn_text(calm))
    assert fan.marks_of(calm, weeks()).told == ""


def test_a_mark_stands_on_the_line_and_not_before_it():
    days = pd.DataFrame({"period": pd.to_datetime(["2019-01-07", "2024-01-11", "2024-01-12"])})
    days = days.assign(count=1.0, expected=2.0)
    marks = fan.marks_of(replace(FORECAST, outliers=days), weeks())
    assert marks.unusual["start"].tolist() == [pd.Timestamp("2024-01-08")]


def test_a_change_before_the_part_drawn_is_left_out():
    early = FORECAST.level_shifts.assign(period=pd.Timestamp("2019-01-07"))
    assert fan.marks_of(replace(FORECAST, level_shifts=early), weeks()).shifts.empty


def test_a_volume_that_came_out_of_nothing_began():
    begun = FORECAST.level_shifts.assign(before=0.0)
    assert "began" in drawn_text(replace(FORECAST, level_shifts=begun))

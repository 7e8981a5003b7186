"""The picture of the last back-test: its title by hand, and what is not drawn."""

from dataclasses import replace

import numpy as np
import pandas as pd
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.workbook import charts, tables

CASE = stand_ins.engagement()


def test_the_title_tells_the_error_by_week_and_in_total_and_how_many_the_range_held():
    # Errors of 100, 300, 900, 200, 50, 1,400, 400 and 300 are 3,650 of 119,850; they add up to -150.
    assert title(charts.last_test(stand_ins.outlook(), CASE)) == (
        "The last 8 weeks, forecast beforehand: 3.0% off week by week, 0.1% in total; "
        "7 of 8 inside their 80% range"
    )


def test_what_nobody_counted_is_left_out():
    outlook = stand_ins.outlook()
    frame = outlook.last_test.assign(actual=[np.nan, *outlook.last_test["actual"][1:]])
    assert title(charts.last_test(replace(outlook, last_test=frame), CASE)).startswith("The last 7 weeks")


def test_months_are_written_as_months():
    frame = stand_ins.outlook().last_test.assign(start=pd.date_range("2025-01-01", periods=8, freq="MS"))
    shown = charts.last_test(replace(stand_ins.outlook(), last_test=frame), CASE)
    assert "Mar 2025" in page(shown).svg.text
    assert "months, forecast beforehand" in title(shown)


def test_a_handful_of_periods_is_not_drawn():
    outlook = stand_ins.outlook()
    assert charts.last_test(replace(outlook, last_test=outlook.last_test.iloc[:3]), CASE).markup == ""


def test_the_data_stand_beside_the_forecast():
    assert rows(tables.last_test(stand_ins.outlook()))[0] == [
        "6 Oct 2025",
        "15,100",
        "15,000",
        "14,000",
        "16,000",
    ]

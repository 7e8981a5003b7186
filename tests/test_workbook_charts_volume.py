"""Charts of the volume: what their titles say, what is averaged."""

from dataclasses import replace

import numpy as np
import pandas as pd
import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import volume

CASE = stand_ins.engagement()


def test_the_title_compares_the_first_year_with_the_last_twelve_months():
    # 61,000 rising by 120 averages 61,660 in a year; 58,000 rising by 50 averages 58,875 in its second.
    assert title(volume.volume_history_and_forecast(stand_ins.outlook(), CASE)) == (
        "The first year is expected to bring 4.7% more than the last twelve months: "
        "61,700 calls a month (80% range 55,500 to 69,100)"
    )


def test_a_short_history_is_not_compared():
    outlook = stand_ins.outlook()
    outlook = replace(outlook, history_monthly=outlook.history_monthly.iloc[:5])
    assert title(volume.volume_history_and_forecast(outlook, CASE)).startswith(
        "The first year is expected to bring 61,700 calls a month"
    )


def test_many_days_are_averaged_by_whole_weeks():
    days = pd.date_range("2024-01-03", periods=140)  # a Wednesday: the first week is not whole
    past = np.arange(140) < 68
    frame = pd.DataFrame({"start": days, "actual": np.where(past, 7.0, np.nan)})
    for name in ("mean", "low80", "high80", "low95", "high95"):
        frame[name] = np.where(past, np.nan, 9.0)
    shown, unit = volume._displayable(frame, CASE)
    assert unit.startswith("Calls per day, averages of whole weeks")
    assert shown["start"].iloc[0] == pd.Timestamp("2024-01-08")
    assert set(shown["actual"].dropna()) == {7.0}
    assert not (shown["actual"].notna() & shown["mean"].notna()).any()


def test_the_method_in_use_is_named_with_its_error():
    assert title(volume.forecast_accuracy(stand_ins.outlook())) == (
        "ETS is used: on unseen periods it was 6.4% off"
    )


def test_a_method_in_use_that_was_not_the_best_is_explained():
    outlook = stand_ins.outlook()
    outlook.forecast.accuracy["chosen"] = [True, False, False]
    assert title(volume.forecast_accuracy(outlook)) == (
        "Seasonal naive is used: on unseen periods it was 8.1% off; "
        "too little history to rely on ETS, which was 6.4% off"
    )


def test_the_data_behind_the_chart_is_by_month():
    table = page(volume.volume_history_and_forecast(stand_ins.outlook(), CASE)).details
    assert [cell.text for cell in table.tbody.tr.find_all(["th", "td"])] == [
        "Jan 2026",
        "61,000",
        "54,900",
        "68,320",
    ]


def test_a_forecast_that_could_not_be_tested_has_no_chart_of_its_error():
    outlook = stand_ins.outlook()
    untested = replace(outlook.forecast, accuracy=outlook.forecast.accuracy.iloc[:0])
    outlook = replace(outlook, forecast=untested)
    assert "too short to test" in page(volume.forecast_accuracy(outlook)).text


def test_a_last_year_without_work_is_not_compared():
    outlook = stand_ins.outlook()
    outlook = replace(outlook, history_monthly=outlook.history_monthly * 0)
    assert "than the last twelve months" not in title(volume.volume_history_and_forecast(outlook, CASE))

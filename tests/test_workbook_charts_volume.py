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


def test_the_data_behind_the_chart_is_by_month():
    table = page(volume.volume_history_and_forecast(stand_ins.outlook(), CASE)).details
    assert [cell.text for cell in table.tbody.tr.find_all(["th", "td"])] == [
        "Jan 2026",
        "61,000",
        "54,900",
        "68,320",
    ]


def test_a_last_year_without_work_is_not_compared():
    outlook = stand_ins.outlook()
    outlook = replace(outlook, history_monthly=outlook.history_monthly * 0)
    assert "than the last twelve months" not in title(volume.volume_history_and_forecast(outlook, CASE))


def test_the_whole_term_is_drawn_with_the_changes_expected():
    shown = volume._by_month(stand_ins.outlook())
    assert shown["actual"].notna().sum() == 24
    assert shown["mean"].notna().sum() == 36
    assert (shown["low95"].dropna() <= shown["low80"].dropna()).all()
    assert (shown["high95"].dropna() >= shown["high80"].dropna()).all()


def test_a_day_that_stood_out_is_not_circled_among_months():
    shown = page(volume.volume_history_and_forecast(stand_ins.outlook(), CASE)).svg
    assert "circles" not in shown.desc.text
    assert "changed for good" in shown.desc.text


def test_the_next_quarter_is_told_against_the_last():
    days = pd.date_range("2025-01-01", periods=300)
    past = np.arange(300) < 200
    daily = pd.DataFrame({"start": days, "actual": np.where(past, 50.0, np.nan)})
    for name in ("mean", "low80", "high80", "low95", "high95"):
        daily[name] = np.where(past, np.nan, 60.0)
    assert title(volume.recent_volume(replace(stand_ins.outlook(), daily=daily), CASE)) == (
        "The last three months brought 50.0 calls a day; from the history alone, the next three bring 60.0; "
        "2 days stood out"
    )


def test_a_history_by_month_is_not_drawn_twice():
    outlook = stand_ins.outlook()
    monthly = replace(outlook, forecast=replace(outlook.forecast, frequency="monthly"))
    assert volume.recent_volume(monthly, CASE).markup == ""


def test_what_is_not_known_yet_is_blank_in_the_data():
    table = page(volume.recent_volume(stand_ins.outlook(), CASE)).details
    assert [cell.text for cell in table.tbody.tr.find_all(["th", "td"])] == [
        "1 Jan 2024",
        "14,000",
        "",
        "",
        "",
    ]


def test_the_busiest_hour_of_the_week_is_named():
    # A first year of 739,920 calls is 14,191 a week; Monday's hour from 10:00 is the fullest of 60.
    outlook = replace(stand_ins.outlook(), week_profile=stand_ins.week_profile())
    assert title(volume.volume_week(outlook, CASE)) == (
        "Mon from 10:00 is the busiest hour: 344 calls are expected, 1.5 times the average open hour"
    )


def test_a_history_by_week_has_no_hours_to_draw():
    assert volume.volume_week(stand_ins.outlook(), CASE).markup == ""


def test_a_week_without_work_is_said_and_not_drawn():
    outlook = replace(stand_ins.outlook(), week_profile=stand_ins.week_profile())
    idle = replace(outlook, mean=outlook.mean * 0)
    assert "No work is expected" in page(volume.volume_week(idle, CASE)).text

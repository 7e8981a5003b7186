"""Tables of the forecast: whom it is compared with, and what is listed beside it."""

from dataclasses import replace

import pandas as pd
import pytest
import stand_ins
from stand_ins import page, rows

from bpo_lib.workbook import tables


def with_forecast(**changes):
    outlook = stand_ins.outlook()
    return replace(outlook, forecast=replace(outlook.forecast, **changes))


def test_the_used_method_stands_above_the_plain_one_and_chance():
    shown = rows(tables.accuracy(stand_ins.outlook()))
    assert shown == [
        ["Median of 2 methodsmethod used", "6.4%", "0.79", "640", "79.0%", "94.0%"],
        ["Seasonal naiverepeats the last season", "8.1%", "1.00", "812", "82.0%", "96.0%"],
        ["Chance aloneno method can do better in the long run", "3.0%", "", "", "", ""],
    ]


def test_without_a_back_test_there_is_a_sentence():
    untested = with_forecast(accuracy=stand_ins.outlook().forecast.accuracy.iloc[:0])
    assert "too short to test" in page(tables.accuracy(untested)).text


def test_the_error_of_each_method_stands_beside_how_far_ahead_it_looked():
    assert rows(tables.error_by_horizon(stand_ins.outlook())) == [
        ["1 to 4", "5.0%", "7.9%", "80.0%"],
        ["5 to 8", "6.2%", "8.1%", "80.0%"],
        ["9 to 13", "7.8%", "8.3%", "80.0%"],
    ]


def test_members_carry_their_weight_and_their_own_error():
    assert rows(tables.members(stand_ins.outlook())) == [
        ["ETS", "50.0%", "6.6%"],
        ["Recent mean", "50.0%", "12.3%"],
    ]


def test_members_without_a_score_of_their_own_show_none():
    made = pd.DataFrame({"method": ["ETS", "theta"], "weight": [0.5, 0.5]})
    assert rows(tables.members(with_forecast(members=made))) == [["ETS", "50.0%"], ["Theta", "50.0%"]]


def test_a_forecast_made_of_one_method_needs_no_list():
    one = pd.DataFrame({"method": ["ETS"], "weight": [1.0]})
    assert tables.members(with_forecast(members=one)).markup == ""


def test_a_change_of_level_is_told_in_percent():
    assert rows(tables.level_shifts(stand_ins.outlook())) == [["3 Mar 2025", "13,000", "14,600", "+12.0%"]]


def test_the_farthest_off_comes_first_and_a_long_list_is_cut():
    assert [row[0] for row in rows(tables.outliers(stand_ins.outlook()))] == ["2 Jun 2025", "3 Jun 2024"]
    days = pd.date_range("2025-01-06", periods=20)
    many = pd.DataFrame({"period": days, "count": range(20), "expected": 100.0})
    shown = tables.outliers(with_forecast(outliers=many))
    assert len(rows(shown)) == 12
    assert "The 12 farthest off of 20" in page(shown).text


def test_what_did_not_happen_leaves_no_table():
    forecast = stand_ins.outlook().forecast
    calm = with_forecast(outliers=forecast.outliers.iloc[:0], level_shifts=forecast.level_shifts.iloc[:0])
    assert [tables.outliers(calm).markup, tables.level_shifts(calm).markup] == ["", ""]


def test_an_average_week_holds_its_part_of_the_year():
    outlook = replace(stand_ins.outlook(), week_profile=stand_ins.week_profile())
    week = tables.average_week(outlook)
    assert week["volume"].sum() == pytest.approx(outlook.mean.iloc[:12].sum() / 365 * 7)
    shown = rows(tables.volume_week(outlook))
    assert shown[0] == ["Mon", "2,879", "20.3%", "10:00"]
    assert shown[-1] == ["Sun", "0", "0.0%", ""]


def test_how_it_was_made_is_folded_away_with_its_notes():
    found = page(tables.making(stand_ins.outlook()))
    assert found.details.summary.text.startswith("How this forecast was made")
    assert [caption.text for caption in found.find_all("caption")] == [
        "What the forecast is made of",
        "Changes of level",
        "Unusual days",
    ]
    assert "History ends in November 2025." in found.text

"""The week by slots: shapes and totals by hand, days with gaps, clock changes, days that are not over."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, counts

from bpo_lib.forecast.intraday.day_table import DayTable, daily_history
from bpo_lib.forecast.series import prepare


def six_hour_table(*days):
    """Return days of four slots, from Monday 1 January 2024."""
    return DayTable.of(counts(np.concatenate(days), "6h"), 360)


def test_a_profile_by_hand():
    # Half-life six weeks: the week before the last weighs 0.5 ** (1 / 6) = 0.8909 of it.
    profile = six_hour_table(*[[0.0, 6, 3, 1]] * 7, *[[0.0, 2, 7, 1]] * 7).profile()
    first, second = (0.8909 * 6 + 2) / 18.909, (0.8909 * 3 + 7) / 18.909
    assert profile == pytest.approx(np.tile([0, first, second, 0.1], (7, 1)), rel=1e-4)


def test_every_weekday_has_its_own_shape():
    week = [[0.0, 10, 0, 0], *[[0.0, 5, 5, 0]] * 5, [0.0, 0, 0, 0]]
    profile = six_hour_table(*week, *week).profile()
    assert profile[0].tolist() == [0, 1, 0, 0]
    assert profile[1].tolist() == [0, 0.5, 0.5, 0]
    assert profile.sum(axis=1) == pytest.approx(1)


def test_a_weekday_never_seen_takes_the_shape_of_the_others():
    profile = six_hour_table(*[[0.0, 6, 3, 1]] * 3).profile()
    assert profile == pytest.approx(np.tile([0, 0.6, 0.3, 0.1], (7, 1)))


def test_weeks_begin_on_monday_and_miss_what_is_not_known():
    week = six_hour_table([1.0] * 4, [2.0] * 4).without([pd.Timestamp("2024-01-02")]).weeks()
    assert week.shape == (1, 7, 4)
    assert week[0, 0].tolist() == [1, 1, 1, 1]
    assert np.isnan(week[0, 1:]).all()


def test_a_day_with_gaps_is_scaled_up_by_hand():
    days = [[0.0, 50, 30, 20]] * 14
    days[8] = [0.0, 50, np.nan, 20]  # 70 of the usual 100 are known
    days[9] = [0.0, np.nan, np.nan, 20]  # too little to tell
    totals = six_hour_table(*days).totals()
    assert totals.iloc[8] == pytest.approx(100, rel=0.01)
    assert np.isnan(totals.iloc[9])
    assert totals.iloc[0] == 100


def test_the_average_of_same_weekdays_by_hand():
    table = six_hour_table(*[[float(week)] * 4 for week in (1, 2, 6) for _ in range(7)])
    monday = pd.DatetimeIndex(["2024-01-22"])
    assert table.same_weekdays(monday, 1).tolist() == [[6, 6, 6, 6]]
    assert table.same_weekdays(monday, 2).tolist() == [[4, 4, 4, 4]]


def test_days_beyond_the_table_are_missing():
    table = six_hour_table([1.0] * 4)
    asked = table.on(pd.DatetimeIndex(["2024-01-01", "2024-01-02"]))
    assert asked[0].tolist() == [1, 1, 1, 1]
    assert np.isnan(asked[1]).all()


def test_a_day_that_is_not_over_is_no_day_of_the_history():
    history = daily_history(prepare(call_centre(3).iloc[: -2 * 48 - 20]))
    assert len(history.counts) == 18
    assert history.counts.index[-1] == pd.Timestamp("2024-01-18")


def test_a_day_whose_rest_is_closed_is_over():
    to_friday_evening = call_centre(3).iloc[: -2 * 48 - 10]
    history = daily_history(prepare(to_friday_evening))
    assert history.counts.index[-1] == pd.Timestamp("2024-01-19")
    assert history.counts.iloc[-1] == to_friday_evening["2024-01-19"].sum()

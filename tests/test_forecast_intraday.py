"""The week by slots: shapes and totals by hand, days with gaps, and days that are not over."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, counts

from bpo_lib.forecast.intraday import DayTable, carry_intraday, daily_history
from bpo_lib.forecast.series import prepare


def six_hour_table(*days):
    """Return days of four slots, from Monday 1 January 2024."""
    return DayTable.of(counts(np.concatenate(days), "6h"), 360)


def test_a_profile_by_hand():
    week = [[0.0, 6, 3, 1]] * 7
    later = [[0.0, 2, 7, 1]] * 7
    profile = six_hour_table(*week, *later).profile()
    assert profile == pytest.approx(np.tile([0, 0.4, 0.5, 0.1], (7, 1)))


def test_every_weekday_has_its_own_shape():
    week = [[0.0, 10, 0, 0], *[[0.0, 5, 5, 0]] * 5, [0.0, 0, 0, 0]]
    profile = six_hour_table(*week, *week).profile()
    assert profile[0].tolist() == [0, 1, 0, 0]
    assert profile[1].tolist() == [0, 0.5, 0.5, 0]
    assert profile.sum(axis=1) == pytest.approx(1)


def test_a_day_with_gaps_is_scaled_up_by_hand():
    days = [[0.0, 50, 30, 20]] * 14
    days[8] = [0.0, 50, np.nan, 20]  # 70 of the usual 100 are known
    days[9] = [0.0, np.nan, np.nan, 20]  # too little to tell
    totals = six_hour_table(*days).totals()
    assert totals.iloc[8] == pytest.approx(100, rel=0.01)
    assert np.isnan(totals.iloc[9])
    assert totals.iloc[0] == 100


def test_a_day_that_is_not_over_is_no_day_of_the_history():
    history = daily_history(prepare(call_centre(3).iloc[:-10]))
    assert len(history.counts) == 20
    assert history.counts.index[-1] == pd.Timestamp("2024-01-20")


def test_the_first_day_is_carried_on_when_it_is_all_there_is():
    intervals, _ = carry_intraday(prepare(counts([10.0] * 9, "h")), 15, ())
    assert intervals.mean == pytest.approx(10)
    assert str(intervals.periods[0]) == "2024-01-01 09:00:00"


def test_slots_of_each_day_sum_to_the_day():
    intervals, days = carry_intraday(prepare(call_centre(6)), 10 * 48, ())
    assert intervals.mean.reshape(10, 48).sum(axis=1) == pytest.approx(days.mean, rel=1e-12)


def test_plain_methods_stand_beside_ours_in_the_back_test():
    intervals, _ = carry_intraday(prepare(call_centre(10)), 7 * 48, ())
    methods = {run.method for run in intervals.runs}
    assert methods == {"day total by weekday profile", "seasonal naive", "average of the last 4 same seasons"}
    assert all(run.actual.shape == run.mean.shape for run in intervals.runs)

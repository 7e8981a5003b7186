"""Intervals are their days shared out: sums, first days, benchmarks beside, and real call centres."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, counts, stored

from bpo_lib.forecast import forecast_volume
from bpo_lib.forecast.intraday.shared_days import carry_intraday
from bpo_lib.forecast.series import prepare


def test_the_first_day_is_carried_on_when_it_is_all_there_is():
    intervals, _ = carry_intraday(prepare(counts([10.0] * 9, "h")), 15, ())
    assert intervals.mean == pytest.approx(10)
    assert str(intervals.periods[0]) == "2024-01-01 09:00:00"


def test_a_history_of_open_hours_alone_has_the_answer_of_a_whole_one():
    whole = call_centre(12)
    hours = whole[(whole.index.dayofweek < 5) & (whole.index.hour >= 8) & (whole.index.hour < 18)]
    ahead, usual = forecast_volume(hours, 480).mean, forecast_volume(whole, 336).mean
    assert (ahead[:"2024-03-24"] == 0).all()  # from Friday evening to Sunday night
    assert ahead.loc[usual.index].to_numpy() == pytest.approx(usual.to_numpy(), rel=1e-6)


def test_slots_of_each_day_sum_to_the_day():
    intervals, days = carry_intraday(prepare(call_centre(6)), 10 * 48, ())
    assert intervals.mean.reshape(10, 48).sum(axis=1) == pytest.approx(days.mean, rel=1e-12)


def test_plain_methods_stand_beside_ours_in_the_back_test():
    intervals, _ = carry_intraday(prepare(call_centre(10)), 7 * 48, ())
    methods = {run.method for run in intervals.runs}
    assert methods == {
        "day total by weekday profile",
        "seasonal naive",
        "average of the last 4 same seasons",
        "Naive2",
    }
    assert all(run.actual.shape == run.mean.shape for run in intervals.runs)


def test_a_week_ahead_is_tested_over_many_weeks():
    intervals, days = carry_intraday(prepare(call_centre(20)), 7 * 48, ())
    own = [run for run in intervals.runs if run.method == "day total by weekday profile"]
    assert all(len(run.periods) == 5 for run in own)  # a week of five open days
    assert own[0].periods[0] - own[-1].periods[0] >= pd.Timedelta(weeks=8)
    assert len(days.mean) == 7


def test_a_week_with_a_clock_change_has_the_answer_of_one_without():
    series = call_centre(12)
    spring = series.drop(series["2024-03-10 02:00":"2024-03-10 02:30"].index)
    with_change, without = forecast_volume(spring, 336), forecast_volume(series, 336)
    pd.testing.assert_series_equal(with_change.mean, without.mean)


def test_a_real_call_centre_is_beaten_and_covered_a_week_ahead(shared):
    series = stored(shared, "technion_bank_30min")
    error = naive = 0.0
    slots, days = [], []
    for back in (1, 5, 9):
        end = len(series) - back * 336
        past, actual = series.iloc[:end], series.iloc[end : end + 336].to_numpy()
        forecast = forecast_volume(past, 336)
        error += np.abs(actual - forecast.mean.to_numpy()).sum()
        naive += np.abs(actual - past.to_numpy()[-336:]).sum()
        lower, upper = forecast.interval(0.95)
        slots.append(((lower <= actual) & (actual <= upper)).mean())
        # The total of a day is as uncertain as the paths of its slots say.
        low, high = np.quantile(forecast.paths(500).reshape(500, 7, 48).sum(axis=2), [0.1, 0.9], axis=0)
        total = actual.reshape(7, 48).sum(axis=1)
        days.append(((low <= total) & (total <= high)).mean())
    assert error < 0.82 * naive
    assert 0.92 < np.mean(slots) < 0.99
    assert 0.6 <= np.mean(days) <= 0.96

"""Histories made fit for the methods, and the way back to forecasts of real days."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days, steady

from bpo_lib.forecast.effects.adjust import Effects, adjusted, as_counted
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.month_turn import month_places


def test_an_ordinary_history_is_left_as_it_was():
    series = chance(100, days(200))
    seen = adjusted(series, Effects(Calendar()))
    pd.testing.assert_series_equal(seen.counts, series, check_freq=False)
    assert (seen.factors(days(30, "2024-01-01")) == 1).all()
    assert seen.outliers.empty
    assert seen.level_shifts.empty


def test_what_is_divided_out_comes_back_in_the_forecast():
    index = days(500)
    late = month_places(index, frozenset(range(7))) == -1
    series = steady(np.where(late, 600, 200), index)
    seen = adjusted(series, Effects(Calendar(), turn_of_month=True))
    assert seen.counts.to_numpy() == pytest.approx(steady(200, index).to_numpy(), rel=0.05)
    assert seen.counts.to_numpy() * seen.factors(index) == pytest.approx(series.to_numpy(), rel=1e-9)


def test_ignored_and_closed_days_are_missing_and_the_rest_is_kept():
    rows = [("2023-03-01", "Outage", np.nan, True, False), ("2023-04-01", "Closed", -1.0, False, True)]
    table = pd.DataFrame(rows, columns=["date", "name", "effect", "ignore", "yearly"])
    seen = adjusted(chance(100, days(200)), Effects(Calendar.of(Calendar(events=table))))
    assert seen.counts[seen.counts.isna()].index.tolist() == [
        pd.Timestamp("2023-03-01"),
        pd.Timestamp("2023-04-01"),
    ]
    assert seen.factors(pd.DatetimeIndex(["2024-03-01", "2024-04-01"])).tolist() == [1, 0]


def test_outliers_are_listed_with_what_was_counted():
    series = chance(300, days(200))
    series.iloc[60] = 0
    seen = adjusted(series, Effects(Calendar()))
    assert seen.outliers["period"].tolist() == [series.index[60]]
    assert seen.outliers["count"].tolist() == [0]
    assert 0 < seen.counts.iloc[60] < series.median()


def test_a_history_of_weekdays_stays_one():
    series = chance(300, days(200))
    series = series[series.index.dayofweek < 5]
    seen = adjusted(series, Effects(Calendar()))
    assert seen.counts.index.equals(series.index)
    assert seen.counts.notna().all()


def test_as_counted_changes_nothing():
    series = chance(10, days(10))
    assert as_counted(series).counts is series
    assert as_counted(series).factors(days(3)).tolist() == [1, 1, 1]

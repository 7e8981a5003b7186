"""The months of a term: what the forecast reaches is kept, what lies beyond is a year before and growth."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import noisy

from bpo_lib.forecast import forecast_volume
from bpo_lib.forecast.series import prepare
from bpo_lib.forecast.term.reached_months import by_month, over_the_term, same_months, years_of_growth


def test_the_same_month_of_the_last_year_reached_by_hand():
    # 14 months are reached; month 15 (place 14) is like place 2, month 27 like place 2 again.
    assert same_months(28, 14).tolist() == [*range(14), *range(2, 14), 2, 3]
    assert same_months(13, 12).tolist() == [*range(12), 0]


def test_a_years_growth_is_added_each_time_the_forecast_is_repeated():
    assert years_of_growth(28, 14).tolist() == [0] * 14 + [1] * 12 + [2] * 2


def test_growth_counts_by_the_year_after_what_is_reached():
    months = pd.period_range("2025-01", periods=26, freq="M")
    known = pd.DataFrame({"mean": 100.0, "low": 90.0, "high": 120.0}, index=months[:12])
    table = over_the_term(known, months, 0.1)
    assert table["mean"].iloc[[0, 11, 12, 24]].tolist() == pytest.approx([100, 100, 110, 121])
    # 10% below at twelve months, the root of 24/12 times as much at two years.
    assert table["low"].iloc[23] == pytest.approx(110 * (1 - 0.1 * np.sqrt(2)))
    assert (table.iloc[:12] == known).all(axis=None)


def test_a_month_under_way_is_what_was_counted_and_what_is_forecast():
    series = noisy(100, "D", "2024-01-01", level=50)  # to 9 April
    forecast = forecast_volume(series, 21)  # to 30 April
    table, paths = by_month(prepare(series), forecast, pd.period_range("2024-03", "2024-05", freq="M"))
    assert table.loc["2024-03", "mean"] == series["2024-03"].sum()
    assert table.loc["2024-04", "mean"] == pytest.approx(series["2024-04"].sum() + forecast.mean.sum())
    assert table.loc["2024-05", "mean"] == 0
    assert np.ptp(paths[:, 0]) == 0
    assert paths[:, 1].mean() == pytest.approx(table.loc["2024-04", "mean"], rel=0.02)

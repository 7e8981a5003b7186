"""Which method carries a history, and what closed days do to it."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts, noisy

from bpo_lib.forecast.carry import SHORT_HISTORY, carry, closed_weekdays
from bpo_lib.forecast.series import prepare


def carried(series, horizon=7, closed=()):
    return carry(prepare(series), horizon, closed)


def test_weekdays_never_worked_are_closed():
    series = noisy(28, "D", level=20)  # from Monday 1 January 2024
    series[series.index.dayofweek == 6] = 0
    series[series.index.dayofweek == 5] = np.nan
    assert closed_weekdays(series) == {5, 6}
    assert closed_weekdays(series.iloc[:13]) == set()
    assert closed_weekdays(series * 0) == set()


def test_below_thirteen_counts_the_recent_mean_is_used():
    assert carried(noisy(SHORT_HISTORY - 1, "D", season=7)).method == "recent mean"


def errors_of(found):
    errors = {}
    for run in found.runs:
        errors.setdefault(run.method, []).append(np.abs(run.actual - run.mean).mean())
    return {name: np.mean(parts) for name, parts in errors.items()}


def test_the_median_is_used_where_it_beats_seasonal_naive():
    found = carried(noisy(140, "D", level=5_000, season=7), 14)
    errors = errors_of(found)
    assert found.method == found.proposed == f"median of {len(found.members)} methods"
    assert errors[found.method] < errors["seasonal naive"]
    assert sum(found.members.values()) == pytest.approx(1)


def test_the_best_benchmark_is_used_where_it_does_not():
    # The same year again and again: nothing can be better than repeating it.
    found = carried(counts([10, 90, 20, 80, 30, 70, 40, 60, 50, 95, 5, 55] * 5, "MS"), 6)
    assert found.method == "seasonal naive"
    assert found.proposed.startswith("median of")
    assert found.members == {"seasonal naive": 1}


def test_a_closed_date_leaves_the_days_around_it_alone():
    series = noisy(70, "D", level=1_000, season=7)
    open_all, one_closed = carried(series), carried(series, closed={pd.Timestamp("2024-03-13")})
    shut = open_all.periods == "2024-03-13"
    assert one_closed.mean[shut].tolist() == [0]
    assert one_closed.mean[~shut].tolist() == open_all.mean[~shut].tolist()


def test_a_yearly_season_of_weeks_needs_two_years():
    year = 1_000 + 500 * np.sin(2 * np.pi * np.arange(52) / 52)
    two = carried(counts(np.tile(year, 3)[:130], "7D"), 13)
    assert two.mean == pytest.approx(year[np.arange(130, 143) % 52], rel=0.1)


def test_days_without_any_work_ahead_are_zero():
    series = noisy(28, "D", level=20).iloc[:26]  # to Friday 26 January 2024
    series[series.index.dayofweek >= 5] = 0
    assert carried(series, 2).mean.tolist() == [0, 0]


def month_end_peaks(days):
    """Return working days of 500 with three days of 1,500 at every month's end."""
    dates = pd.bdate_range("2024-01-01", periods=days)
    late = dates.to_period("M") != (dates + pd.offsets.BDay(3)).to_period("M")
    return pd.Series(np.where(late, 1_500.0, 500.0), dates).resample("D").sum()


@pytest.mark.parametrize("ends", ["2024-12-31", "2025-01-07", "2025-01-20", "2025-01-31"])
def test_a_history_that_ends_on_a_peak_does_not_carry_it_through_the_term(ends):
    history = month_end_peaks(300)[:ends]
    found = carried(history, 365)
    usual = history.iloc[-91:].mean()
    assert found.mean[84:].mean() == pytest.approx(usual, rel=0.02)
    assert any("settles at the average of the last 13 weeks" in note for note in found.notes)


def test_a_forecast_within_the_tested_days_is_left_as_the_method_made_it():
    assert not any("settles" in note for note in carried(noisy(140, "D", season=7), 28).notes)

"""Which method carries a history, and what closed days do to it."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days
from volume_cases import counts, noisy

from bpo_lib.forecast.carry import SHORT_HISTORY, carry, closed_weekdays
from bpo_lib.forecast.effects.calendar_days import Calendar
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


def test_holidays_of_a_country_are_forecast_as_they_were():
    dates = days(700, "2023-01-02")  # to 1 December 2024
    england = Calendar(country="GB", subdivision="ENG")
    names = england.holidays(dates[0], dates[-1]).reindex(dates)
    factor = np.where(names.isna(), 1.0, 0.5)
    factor[(names == "Christmas Day").to_numpy()] = 0
    found = carried(chance(400 * factor, dates), 60, england)
    expected = pd.Series(found.mean, found.periods)
    assert expected["2024-12-25"] == 0
    assert found.deviation[found.periods == "2024-12-25"].tolist() == [0]
    assert expected["2024-12-26"] / expected["2024-12-19"] == pytest.approx(0.5, rel=0.2)
    assert expected["2025-01-08"] / expected["2024-12-18"] == pytest.approx(1, rel=0.1)


def test_a_campaign_ahead_is_forecast_by_its_effect():
    series = chance(400, days(200))
    dates = [series.index[-1] + pd.Timedelta(days=3)]
    events = pd.DataFrame({"date": dates, "name": "Campaign", "effect": 0.25})
    plain, with_it = carried(series, 7), carried(series, 7, Calendar(events=events))
    assert with_it.mean / plain.mean == pytest.approx([1, 1, 1.25, 1, 1, 1, 1])


def test_month_ends_are_forecast_as_peaks():
    found = carried(month_end_peaks(300)[:"2025-01-20"], 45)
    expected = pd.Series(found.mean, found.periods)
    assert expected["2025-01-31"] == pytest.approx(1_500, rel=0.1)
    assert expected["2025-02-14"] == pytest.approx(500, rel=0.1)
    assert any("first and last 3 working days of a month differ" in note for note in found.notes)


def test_after_a_shift_the_new_level_is_carried():
    series = chance(np.where(np.arange(300) < 250, 300, 150), days(300))
    found = carried(series, 28)
    assert found.mean.mean() == pytest.approx(series.iloc[255:].mean(), rel=0.05)
    assert len(found.level_shifts) == 1


def test_less_than_one_a_day_keeps_its_volume_and_says_how():
    found = carried(chance(0.5, days(400)), 28)
    assert found.mean.sum() == pytest.approx(28 * 0.5 * 6 / 7, rel=0.4)
    assert any("weeks are forecast too and shared out over their days" in note for note in found.notes)


@pytest.mark.parametrize(
    ("frequency", "size", "horizon", "growth"), [("MS", 48, 36, 1.03), ("MS", 30, 36, 1.03)]
)
def test_growth_fades_over_a_term_and_does_not_run_away(frequency, size, horizon, growth):
    # 3% a month for 36 months would be 2.9 times the last month.
    noise = np.random.default_rng(0).normal(1, 0.03, size)
    found = carried(counts(1_000 * growth ** np.arange(size) * noise, frequency), horizon)
    assert found.mean.max() < 2.5 * 1_000 * growth**size


def test_seasonal_naive_needs_three_seasons_to_replace_the_recipe():
    year = [10, 90, 20, 80, 30, 70, 40, 60, 50, 95, 5, 55]
    assert carried(counts(year * 3, "MS"), 6).method == "seasonal naive"
    assert carried(counts(year * 2, "MS"), 6).method.startswith("median of")

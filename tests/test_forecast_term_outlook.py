"""The outlook over a term: months add up, the past stays what it was, the future grows as declared."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days
from test_forecast_effects_year_cycle import swing
from volume_cases import call_centre, case, counts, noisy, stored

from bpo_lib.errors import InputError
from bpo_lib.forecast import volume_outlook


def test_months_are_the_sum_of_their_days():
    outlook = volume_outlook(case(noisy(731, "D", "2023-01-01", level=50, season=7), "daily"))
    days = outlook.forecast.mean
    assert outlook.mean["2025-01"] == pytest.approx(days["2025-01"].sum(), rel=1e-12)
    assert outlook.mean["2025-12"] == pytest.approx(days["2025-12"].sum(), rel=1e-12)


def test_months_of_a_call_centre_are_the_sum_of_its_intervals():
    outlook = volume_outlook(case(call_centre(20), "intraday", start="2024-07-01"))
    assert outlook.mean["2024-08"] == pytest.approx(outlook.forecast.mean["2024-08"].sum(), rel=1e-9)


def test_a_month_is_its_year_before_and_growth_by_hand():
    outlook = volume_outlook(case(counts([1_000.0] * 10, "MS", "2024-03-01"), "monthly", growth=0.1))
    assert outlook.mean.iloc[[0, 11, 12, 24]].to_numpy() == pytest.approx([1_000, 1_000, 1_100, 1_210])


def test_widths_never_shrink_after_the_first_year():
    outlook = volume_outlook(case(noisy(60, "MS", "2020-01-01", level=1_000), "monthly", term_months=60))
    width = ((outlook.high - outlook.low) / outlook.mean).to_numpy()
    assert width[59] == pytest.approx(width[12] * np.sqrt(60 / 13), rel=1e-6)
    assert (np.diff(width[12:]) > 0).all()
    assert (outlook.low <= outlook.mean).all()
    assert (outlook.mean <= outlook.high).all()


def test_months_already_counted_are_taken_as_they_were():
    series = noisy(24, "MS", "2024-01-01", level=500)
    outlook = volume_outlook(case(series, "monthly", start="2025-10-01"))
    assert outlook.mean.iloc[:3].tolist() == series.iloc[-3:].tolist()
    assert (outlook.high - outlook.low).iloc[:3].tolist() == [0, 0, 0]
    assert (outlook.high - outlook.low).iloc[3:].min() > 0


def test_months_still_to_come_and_their_years_of_growth_are_told():
    outlook = volume_outlook(case(counts(range(100, 130), "MS", "2024-01-01"), "monthly", start="2026-01-01"))
    assert outlook.ahead.tolist() == [False] * 6 + [True] * 30
    assert outlook.growth_years.tolist() == [0] * 18 + [1] * 12 + [2] * 6


def test_a_gap_before_the_term_is_bridged_and_said():
    outlook = volume_outlook(case(noisy(36, "MS", "2021-01-01"), "monthly", start="2025-01-01"))
    assert outlook.months[0] == outlook.mean.index[0] == pd.Period("2025-01")
    assert any("history ends 12 months before the term" in note for note in outlook.notes)


def test_a_week_is_shared_out_over_its_days():
    # 70 a week is 10 a day: 310 in a month of 31 days, 280 in one of 28.
    outlook = volume_outlook(case(counts([70.0] * 53, "7D", "2024-01-01"), "weekly"))
    assert outlook.mean["2025-02"] == pytest.approx(280)
    assert outlook.mean["2025-03"] == pytest.approx(310)
    assert outlook.history_monthly["2024-05"] == pytest.approx(310)


def test_only_complete_months_count_as_history():
    series = noisy(100, "D", "2024-01-15", level=50)
    history = volume_outlook(case(series, "daily")).history_monthly
    assert [str(month) for month in history.index] == ["2024-02", "2024-03"]
    assert history["2024-02"] == pytest.approx(series["2024-02"].sum())


def test_the_week_profile_is_a_week():
    profile = volume_outlook(case(call_centre(10), "intraday")).week_profile
    assert list(profile) == ["weekday", "minute", "share"]
    assert len(profile) == 336
    assert profile["share"].sum() == pytest.approx(1)
    assert (profile.loc[profile["weekday"] >= 5, "share"] == 0).all()
    assert (profile.loc[profile["minute"] < 8 * 60, "share"] == 0).all()
    by_day = profile.groupby("weekday")["share"].sum()
    assert by_day.idxmax() == 0


def test_the_fan_has_history_then_forecast():
    fan = volume_outlook(case(noisy(60, "MS", "2020-01-01"), "monthly")).daily
    assert list(fan) == ["start", "actual", "mean", "low80", "high80", "low95", "high95"]
    assert fan["actual"].notna().sum() == 60
    assert fan["mean"].notna().sum() == 12
    assert not (fan["actual"].notna() & fan["mean"].notna()).any()


def test_a_what_if_shares_the_forecast_of_the_history():
    base = case(noisy(60, "MS", "2020-01-01"), "monthly")
    changed = base.with_values({"demand.volume_growth_per_year": 0.2})
    one, other = volume_outlook(base), volume_outlook(changed)
    assert one.forecast is other.forecast
    assert other.mean.iloc[12] == pytest.approx(one.mean.iloc[12] * 1.2)


def test_peak_to_mean_by_hand():
    year = [100.0] * 11 + [220.0]
    outlook = volume_outlook(case(counts(year * 4, "MS", "2021-01-01"), "monthly"))
    assert outlook.peak_to_mean == pytest.approx(2.0, rel=0.01)


def test_a_client_without_volumes_is_told_so():
    with pytest.raises(InputError, match=r"test gives no past volumes: add volumes\.csv"):
        volume_outlook(case(None, "monthly"))


def test_a_real_year_of_half_hours(shared):
    outlook = volume_outlook(case(stored(shared, "technion_bank_30min"), "intraday", start="2000-01-01"))
    # The bank took 43,065 calls in December 1999 and 41,019 in November, up from 31,371 in September.
    assert outlook.history_monthly["1999-12"] == 43_065
    assert 35_000 < outlook.mean.iloc[0] < 48_000
    assert outlook.wape < 0.10


def test_busy_months_that_three_years_of_days_show_are_carried_forward():
    dates = days(3 * 365, "2022-01-01")
    outlook = volume_outlook(case(chance(200 * swing(dates), dates), "daily", term_months=12))
    per_day = outlook.mean / outlook.months.days_in_month
    assert per_day["2025-04"] / per_day["2025-10"] == pytest.approx(1.3 / 0.7, rel=0.1)
    assert not any("Busy months of the year are not" in note for note in outlook.notes)
    level = volume_outlook(case(chance(np.full(dates.size, 200), dates), "daily", term_months=12))
    assert any("Busy months of the year are not carried forward" in note for note in level.notes)

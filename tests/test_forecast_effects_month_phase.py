"""The swing within a month: recovered where there is one, none where there is none."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days

from bpo_lib.forecast.effects.month_phase import month_phase


def swing(index):
    return 1 + 0.2 * np.cos(2 * np.pi * (index.day - 4) / index.days_in_month).to_numpy()


def test_a_swing_is_recovered():
    index = days(365)
    series = (chance(1_000, index) * swing(index)).round()
    ahead = pd.date_range("2025-03-01", "2025-03-31")
    assert month_phase(series).of(ahead) == pytest.approx(swing(ahead), abs=0.05)


def test_chance_alone_is_no_swing():
    assert (month_phase(chance(100, days(365))).of(days(60)) == 1).all()


def test_four_months_are_needed():
    index = days(80)
    assert not month_phase(chance(1_000, index) * swing(index)).weights.any()


def test_one_wild_day_is_no_swing():
    series = chance(1_000, days(300))
    series.iloc[40] = 50_000
    assert month_phase(series).of(days(31)) == pytest.approx(1, abs=0.02)


def test_days_without_a_count_teach_nothing():
    index = days(365)
    series = (chance(1_000, index) * swing(index)).round()
    series[series.index.dayofweek >= 5] = 0
    series.iloc[100:110] = np.nan
    assert month_phase(series).of(index) == pytest.approx(swing(index), abs=0.06)

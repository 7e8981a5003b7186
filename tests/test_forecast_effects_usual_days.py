"""What is usual on a day, and how far from it days are."""

import numpy as np
import pandas as pd
import pytest
from day_cases import days, steady

from bpo_lib.forecast.effects.usual_days import root_deviations, usual_level, usual_noise, usual_ratio


def test_a_day_is_compared_with_its_weekday_and_not_with_itself():
    series = steady(100.0, days(70))
    spoiled = series.copy()
    spoiled.iloc[30] = 10_000
    assert usual_level(spoiled) == pytest.approx(series.to_numpy())


def test_a_missing_day_has_a_level_too():
    series = steady(100.0, days(70))
    expected = series.iloc[40]
    series.iloc[40] = np.nan
    assert usual_level(series)[40] == pytest.approx(expected)


def test_the_level_of_a_single_week_is_unknown():
    assert np.isnan(usual_level(steady(100.0, days(7)))).all()


def test_the_root_of_chance_alone_varies_by_a_half():
    index = days(2_000)
    series = pd.Series(np.random.default_rng(1).poisson(50, 2_000).astype(float), index)
    _, usual = root_deviations(series, np.full(2_000, 50.0))
    assert usual == pytest.approx(0.5, abs=0.03)


def test_noise_by_hand():
    # Relative distances 0.1, 0.2, 0.3: median 0.2 times 1.4826.
    assert usual_noise(np.array([11.0, 12, 13]), np.full(3, 10.0)) == pytest.approx(0.29652)
    assert usual_noise(np.array([np.nan]), np.array([1.0])) == 1.0


def test_a_ratio_by_hand_in_quiet_and_in_noisy_histories():
    values, level = np.array([20.0, 22, 300]), np.full(3, 10.0)
    assert usual_ratio(values, level, noise=0.1) == pytest.approx(2.2)
    assert usual_ratio(values, level, noise=0.9) == pytest.approx(342 / 30)

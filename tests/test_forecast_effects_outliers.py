"""Days far from the usual: found, listed, pulled in, and never a new level mistaken for them."""

import numpy as np
import pytest
from day_cases import chance, days, steady

from bpo_lib.forecast.effects.outliers import pulled_in, unusual_days


def test_a_broken_day_and_a_campaign_are_found_with_what_was_expected():
    series = chance(400, days(200))
    series.iloc[[50, 120]] = [0, 1_500]
    found = unusual_days(series)
    assert list(found["period"]) == [series.index[50], series.index[120]]
    assert found["count"].tolist() == [0, 1_500]
    level = steady(400, series.index)
    assert found["expected"].to_numpy() == pytest.approx(level.iloc[[50, 120]].to_numpy(), rel=0.1)


def test_chance_alone_makes_hardly_any_outlier():
    found = sum(len(unusual_days(chance(mean, days(365), seed))) for mean in (3, 40) for seed in range(20))
    assert found <= 0.001 * 2 * 20 * 365


def test_a_zero_among_small_counts_is_nothing_unusual():
    series = chance(1.5, days(400))
    assert not (unusual_days(series)["count"] == 0).any()


def test_an_outlier_is_pulled_to_the_edge_by_hand():
    series = steady(100.0, days(70)) / 0.5 * 1.0
    series[:] = 100.0
    series.iloc[35] = 400
    calmed = pulled_in(series, unusual_days(series))
    assert calmed.iloc[35] == pytest.approx((10 + 2 * 0.5) ** 2)  # two usual distances above the root of 100
    assert (calmed.drop(series.index[35]) == 100).all()


def test_a_new_level_of_the_last_days_is_left_alone():
    series = chance(400, days(200))
    series.iloc[-5:] *= 3
    assert unusual_days(series).empty
    assert len(unusual_days(series.iloc[:-4])) == 1


def test_nothing_unusual_leaves_the_history_as_it_was():
    series = chance(100, days(100))
    series.iloc[5] = np.nan
    assert pulled_in(series, unusual_days(series)) is series


def test_a_month_of_zeros_up_to_today_is_left_alone():
    series = chance(100, days(400))
    series.iloc[-30:] = 0
    assert unusual_days(series).empty


def test_a_batch_once_a_month_is_how_the_volume_comes():
    series = chance(0, days(400))
    series.iloc[::31] = 8
    assert unusual_days(series).empty

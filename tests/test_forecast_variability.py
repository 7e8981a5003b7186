"""Variability: swings by hand, and what growth and season may not hide."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.forecast.variability import variability_of


def months(values):
    return pd.Series(values, pd.period_range("2024-01", periods=len(values), freq="M"), dtype=float)


SEASON = np.array([80, 90, 100, 100, 100, 100, 100, 100, 100, 100, 110, 120])


def test_the_peak_by_hand():
    # The average of the season is 100, its peak 120.
    found = variability_of(months(SEASON))
    assert found.peak_to_mean == pytest.approx(1.2)
    assert np.isnan([found.growth_per_year, found.unexplained]).all()


def test_growth_is_not_taken_for_a_peak():
    steady = 100 * 1.5 ** (np.arange(36) / 12)
    found = variability_of(months(steady))
    assert found.growth_per_year == pytest.approx(0.5)
    assert found.peak_to_mean == pytest.approx(1.0)
    assert found.unexplained == pytest.approx(0.0)


def test_a_season_that_repeats_leaves_nothing_unexplained():
    found = variability_of(months(np.tile(SEASON, 3)))
    assert found.unexplained == pytest.approx(0.0)
    assert found.peak_to_mean == pytest.approx(1.2)


def test_chance_is_found_at_its_own_size():
    random = np.random.default_rng(0)
    sizes = [
        variability_of(months(np.tile(SEASON, 2) * (1 + 0.1 * random.standard_normal(24)))).unexplained
        for _ in range(400)
    ]
    assert np.mean(sizes) == pytest.approx(0.1, rel=0.1)


@pytest.mark.parametrize("factor", [0.01, 7.0, 1e6])
def test_the_size_of_the_volume_changes_nothing(factor):
    values = months(np.concatenate([SEASON, SEASON[::-1] * 1.1]))
    small, large = variability_of(values), variability_of(values * factor)
    assert large.peak_to_mean == pytest.approx(small.peak_to_mean)
    assert large.unexplained == pytest.approx(small.unexplained)


@pytest.mark.parametrize("values", [[], [0.0] * 30, [0.0] * 12 + [5.0] * 12])
def test_an_empty_past_never_fails(values):
    found = variability_of(months(values))
    assert not found.peak_to_mean < 1
    assert np.isnan(found.growth_per_year)


def test_work_that_ended_has_no_peak():
    found = variability_of(months([50.0] * 12 + [0.0] * 12))
    assert found.growth_per_year == -1
    assert np.isnan(found.peak_to_mean)

"""The seasonal index: by hand, shrunk by hand, and the competition's test of it."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.seasonal_index import expanded, is_seasonal, seasonal_index, shrunk_index

YEAR = np.array([0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.4, 1.3, 1.2, 1.0, 0.9, 0.8])


def test_an_index_on_a_line_by_hand():
    line = 100 + 2.0 * np.arange(48)
    assert seasonal_index(line * np.tile(YEAR, 4), 12) == pytest.approx(YEAR / YEAR.mean(), rel=0.01)


def test_the_index_of_one_season_is_its_ratio_to_the_mean():
    assert seasonal_index(np.array([10.0, 20, 30, 12]), 3) == pytest.approx(
        np.array([11 / (62 / 3), 20 / (62 / 3), 30 / (62 / 3)]) * 62 / 61, rel=1e-9
    )


def test_an_index_is_shrunk_by_the_seasons_seen():
    flat = np.tile([10.0, 30.0], 1)
    assert shrunk_index(flat, 2) == pytest.approx([0.75, 1.25])  # half of 0.5 and 1.5
    assert shrunk_index(np.tile(flat, 3), 2) == pytest.approx([0.625, 1.375])  # three quarters


def test_an_index_always_averages_to_one_and_stays_above_zero():
    counts = np.random.default_rng(0).poisson(0.5, 60).astype(float)
    assert seasonal_index(counts, 12).mean() == pytest.approx(1)
    assert shrunk_index(counts, 12).min() > 0
    assert seasonal_index(np.zeros(30), 12).tolist() == [1] * 12


def test_chance_is_not_a_season_and_a_season_is():
    noise = np.random.default_rng(1).normal(100, 10, 72)
    assert not is_seasonal(noise, 12)
    assert is_seasonal(noise * np.tile(YEAR, 6), 12)
    assert not is_seasonal(np.tile(YEAR, 6)[:35], 12)  # under three years
    assert not is_seasonal(np.full(72, 5.0), 12)


def test_an_index_goes_on_from_the_first_value():
    assert expanded(np.array([1.0, 2, 3]), 5).tolist() == [1, 2, 3, 1, 2]

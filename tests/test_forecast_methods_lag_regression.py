"""A series from its own past: known recursions are found, runaways held, nothing made of nothing."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.lag_regression import lag_regression, lag_regression_of_change


def cycle(periods, season=24):
    return 100 + 30 * np.sin(2 * np.pi * np.arange(periods) / season)


def test_a_pure_cycle_goes_on():
    ahead = lag_regression(cycle(240), [1, 24], 30)
    assert ahead == pytest.approx(cycle(270)[240:], abs=0.01)


def test_a_known_recursion_is_found_by_hand():
    # y(t) = 0.8 y(t-1) + noise around 50: ten steps after a value of 90 little of the 40 is left.
    noise, values = np.random.default_rng(0), [50.0]
    for _ in range(4_000):
        values.append(50 + 0.8 * (values[-1] - 50) + noise.normal())
    ahead = lag_regression(np.array([*values, 90.0]), [1], 10)
    assert ahead == pytest.approx(50 + 40 * 0.8 ** np.arange(1, 11), abs=1.5)


def test_recent_averages_may_stand_beside_the_lags():
    ahead = lag_regression(cycle(240), [1, 24], 30, averages=(24,))
    assert ahead == pytest.approx(cycle(270)[240:], abs=0.05)


def test_a_change_from_season_to_season_goes_on():
    steps = np.repeat(np.arange(20.0), 24) * 5 + cycle(480)
    ahead = lag_regression_of_change(steps + np.random.default_rng(0).normal(0, 0.01, 480), 24, [1, 24], 24)
    assert ahead == pytest.approx(cycle(504)[480:] + 100, abs=1)


def test_no_forecast_runs_away():
    explosive = 1.5 ** np.arange(40.0)
    ahead = lag_regression(explosive, [1, 2], 50)
    assert ahead.max() <= 2 * explosive.max()


def test_the_scale_of_a_series_does_not_matter():
    values = cycle(240) + np.random.default_rng(0).normal(0, 3, 240)
    small, large = lag_regression(values, [1, 2, 24], 30), lag_regression(1_000 * values, [1, 2, 24], 30)
    assert large == pytest.approx(1_000 * small)


@pytest.mark.parametrize("values", [np.full(50, 7.0), np.zeros(50), np.array([5.0])])
def test_nothing_is_made_of_a_past_that_tells_nothing(values):
    assert lag_regression(values, [1, 24], 5) is None
    assert lag_regression_of_change(values, 24, [1], 5) is None

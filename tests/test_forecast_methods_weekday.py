"""Weekdays carried forward by their median, and by their share of weekly totals."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.plain import Season
from bpo_lib.forecast.methods.weekday import recent_middle, regressed_days, shared_weeks

WEEK = Season(7, trend=False)


def test_the_middle_of_eight_weeks_by_hand():
    weeks = np.arange(8.0)[:, None] * 10 + np.arange(7.0)  # Mondays 0, 10, ... 70: median 35
    found = recent_middle(weeks.ravel(), WEEK, 9)
    assert found.mean.tolist() == [35, 36, 37, 38, 39, 40, 41, 35, 36]


def test_three_wild_weeks_do_not_move_the_middle():
    steady = np.tile(np.arange(1.0, 8), 10)
    wild = steady.copy()
    wild[-21:] *= 9
    assert recent_middle(wild, WEEK, 7).mean.tolist() == recent_middle(steady, WEEK, 7).mean.tolist()


def test_a_forecast_begins_with_the_day_after_the_history():
    values = np.tile(np.arange(1.0, 8), 9)[: 7 * 9 - 2]  # ends on the fifth day of a week
    assert recent_middle(values, WEEK, 3).mean.tolist() == [6, 7, 1]
    rising = values * np.linspace(1, 1.001, values.size)  # smoothing has nothing to fit where nothing varies
    assert shared_weeks(rising, WEEK, 3).mean == pytest.approx([6, 7, 1], rel=0.01)


def test_an_almost_empty_history_keeps_its_volume():
    rate = np.tile([0.3, 0.2, 0.2, 0.1, 0.1, 0.05, 0.0], 100)
    values = np.random.default_rng(0).poisson(rate).astype(float)
    found = shared_weeks(values, WEEK, 28)
    assert found.mean.sum() == pytest.approx(4 * 0.95, rel=0.3)
    assert found.mean[6] == 0
    assert (found.deviation[:6] ** 2 >= found.mean[:6]).all()  # never surer than chance allows


def test_a_rhythm_of_two_weeks_is_regressed():
    weeks = np.where(np.arange(30) % 2, 120.0, 80.0)  # the next week is a quiet one
    found = regressed_days(np.repeat(weeks, 7) * np.tile(np.arange(1.0, 8), 30) / 4, WEEK, 14)
    assert found.mean[:7] == pytest.approx(80 * np.arange(1, 8) / 4, rel=0.1)
    assert found.mean[7:] == pytest.approx(120 * np.arange(1, 8) / 4, rel=0.1)


def test_a_level_that_never_varies_or_is_short_is_not_regressed():
    assert regressed_days(np.ones(200), WEEK, 3) is None
    assert regressed_days(np.arange(83.0), WEEK, 3) is None


def test_too_short_or_empty_histories_are_declined():
    assert recent_middle(np.ones(55), WEEK, 3) is None
    assert shared_weeks(np.ones(27), WEEK, 3) is None
    assert shared_weeks(np.zeros(100), WEEK, 3) is None
    assert shared_weeks(np.r_[np.ones(7), np.zeros(52 * 7)], WEEK, 3).mean.tolist() == [0, 0, 0]

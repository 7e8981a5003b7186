"""Weekday profiles: memory by hand, closed slots closed, and blends that suit the volume."""

import numpy as np
import pytest

from bpo_lib.forecast.intraday.profiles import weekday_profiles

CURVE = np.array([0, 0, 1, 3, 4, 3, 2, 1, 0, 0]) / 14


def arrivals(weeks, per_day, seed=0):
    """Return Poisson counts of seven weekdays alike, shape (weeks, 7, 10)."""
    return np.random.default_rng(seed).poisson(per_day * CURVE, (weeks, 7, 10)).astype(float)


def test_the_memory_of_two_weeks_by_hand():
    old, new = np.tile([1.0, 3.0], (7, 1)), np.tile([2.0, 2.0], (7, 1))
    weight = 0.5 ** (1 / 6)  # half-life of six weeks
    total = 4 * weight + 4
    by_hand = [(weight + 2) / total, (3 * weight + 2) / total]
    assert weekday_profiles(np.array([old, new]))[3] == pytest.approx(by_hand)


def test_shares_sum_to_one_and_closed_slots_stay_closed():
    weeks = arrivals(12, 20)
    weeks[:, 6] = 0
    profiles = weekday_profiles(weeks)
    assert profiles[:6].sum(axis=1) == pytest.approx(1)
    assert (profiles[:, [0, 1, 8, 9]] == 0).all()
    assert (profiles[6] == 0).all()
    assert (profiles[:6, 2:8] > 0).all()


def test_a_break_at_noon_is_not_smoothed_away():
    weeks = arrivals(12, 20)
    weeks[:, :, 4] = 0
    assert (weekday_profiles(weeks)[:, 4] == 0).all()


def test_low_volumes_get_a_smoother_curve_than_their_own_average():
    weeks = arrivals(12, 8)
    own = weeks.mean(axis=0) / weeks.mean(axis=0).sum(axis=1, keepdims=True)
    error = np.abs(weekday_profiles(weeks) - CURVE).sum()
    assert error < 0.8 * np.abs(own - CURVE).sum()


def test_busy_weekdays_keep_their_own_shape():
    weeks = arrivals(12, 50_000)
    weeks[:, 0] = weeks[:, 0, ::-1]
    profiles = weekday_profiles(weeks)
    assert profiles[0] == pytest.approx(CURVE[::-1], abs=0.003)
    assert profiles[1] == pytest.approx(CURVE, abs=0.003)


def test_a_missing_count_is_no_count_of_zero():
    weeks = arrivals(6, 50_000)
    weeks[1, 2, 4] = weeks[3, 5] = np.nan
    assert weekday_profiles(weeks) == pytest.approx(np.tile(CURVE, (7, 1)), abs=0.01)


def test_a_lasting_change_of_hours_is_followed():
    weeks = np.concatenate([arrivals(20, 10_000), np.roll(arrivals(6, 10_000), 2, axis=2)])
    late = weekday_profiles(weeks)
    assert np.abs(late - np.roll(CURVE, 2)).sum() < np.abs(late - CURVE).sum() / 2

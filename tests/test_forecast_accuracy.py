"""Measures of error: sums by hand, and what they do with what is missing."""

import math

import numpy as np
import pytest

from bpo_lib.forecast.accuracy import coverage, mae, mase, poisson_floor, wape

MISSING = math.nan


def test_errors_by_hand():
    # Errors 10, 20 and 30 on 100, 200 and 300: mean 20; 60 of 600.
    assert mae([100, 200, 300], [110, 180, 330]) == 20
    assert wape([100, 200, 300], [110, 180, 330]) == pytest.approx(0.1)


def test_scaled_error_by_hand():
    # History 1 3 2 6, season 2: |2 - 1| and |6 - 3| average 2; an error of 3 is 1.5 of it.
    assert mase([5], [8], [1, 3, 2, 6], 2) == 1.5
    # A season longer than the history falls back to the last value: steps 2, 1, 4 average 7/3.
    assert mase([5], [8], [1, 3, 2, 6], 12) == pytest.approx(9 / 7)


def test_seasonal_naive_scores_one_on_a_steady_pattern():
    # Each year 12 above the last: repeating the season errs by 12 in the history and in the next year.
    history = np.add.outer(12 * np.arange(4), np.arange(12)).ravel()
    assert mase(history[-12:] + 12, history[-12:], history, 12) == 1


def test_a_missing_period_is_left_out():
    assert mae([100, MISSING, 300], [110, 0, 330]) == 20
    assert wape([100, MISSING], [150, 9]) == 0.5
    assert coverage([5, MISSING, 20], [0, 0, 0], [10, 10, 10]) == 0.5


def test_what_cannot_be_scored_is_not_zero():
    assert math.isnan(mae([MISSING], [1]))
    assert math.isnan(wape([0, 0], [1, 2]))
    assert math.isnan(mase([1], [2], [5, 5, 5], 1))
    assert math.isnan(coverage([MISSING], [0], [1]))


def test_what_chance_leaves_by_hand():
    # Around 1: 2 * 1 * exp(-1) / 1! = 0.7358; large counts tend to sqrt(2 m / pi) / m.
    assert poisson_floor([1.0]) == pytest.approx(0.735759)
    assert poisson_floor([10_000.0, 0.0]) == pytest.approx((2 / (math.pi * 10_000)) ** 0.5, rel=1e-3)
    assert math.isnan(poisson_floor([0.0, 0.0]))

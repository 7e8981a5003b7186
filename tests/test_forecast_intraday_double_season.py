"""Smoothing with a day and a week: pure cycles go on, levels are followed, short pasts decline."""

import numpy as np
import pytest

from bpo_lib.forecast.intraday.double_season import double_seasonal

WEEK = np.add.outer([0, 0, 5, 0, 0, -20, -30], 10 * np.sin(np.arange(12) * np.pi / 6)).ravel() + 100


def test_a_week_that_repeats_goes_on():
    assert double_seasonal(np.tile(WEEK, 6), 12, 100) == pytest.approx(np.tile(WEEK, 2)[:100], abs=1e-9)


def test_a_lasting_step_of_the_level_is_followed():
    values = np.concatenate([np.tile(WEEK, 6), np.tile(WEEK + 40, 3)])
    assert double_seasonal(values, 12, 84) == pytest.approx(WEEK + 40, abs=8)


def test_the_last_error_fades_out():
    values = np.tile(WEEK, 6)
    bumped = np.concatenate([values[:-1], values[-1:] + 10])
    difference = double_seasonal(bumped, 12, 84) - double_seasonal(values, 12, 84)
    assert difference[0] > 5
    assert abs(difference[40]) < difference[0] / 2


def test_two_weeks_are_needed():
    assert double_seasonal(np.tile(WEEK, 2)[:-1], 12, 10) is None

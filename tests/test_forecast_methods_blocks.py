"""A coarser look: by hand, on lines and levels, and what blocks leave out."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.blocks import LEAST_BLOCKS, drifting_level, on_blocks
from bpo_lib.forecast.methods.plain import Projection, Season

NONE = Season(1, trend=True)


def last_value(values, _season, horizon):
    return Projection(np.full(horizon, values[-1]), np.zeros(horizon))


def test_a_steady_history_is_carried_forward_without_error():
    found = drifting_level(np.full(30, 7.0), NONE, 4)
    assert found.mean == pytest.approx(np.full(4, 7.0))
    assert found.deviation == pytest.approx(np.zeros(4))


def test_a_straight_line_goes_on_at_half_its_slope():
    found = drifting_level(np.arange(100.0), NONE, 5)
    assert np.diff(found.mean) == pytest.approx(np.full(4, 0.5))
    # At the highest rate, 0.98, the level trails a line by 0.02 / 0.98; the drift adds 0.5 / 0.98.
    assert found.mean[0] == pytest.approx(99 - 0.02 / 0.98 + 0.5 / 0.98)


def test_without_a_trend_the_level_stays():
    found = drifting_level(np.arange(100.0), Season(1, trend=False), 5)
    assert np.ptp(found.mean) == 0


def test_errors_grow_with_the_periods_ahead():
    noise = np.random.default_rng(0).normal(100, 10, 60)
    assert (np.diff(drifting_level(noise, NONE, 6).deviation) > 0).all()


def test_blocks_end_with_the_history_and_their_middles_are_joined_by_hand():
    # Six blocks of two, the last (20, 40) with mean 30; the first period before them is left out.
    values = np.r_[1_000.0, np.zeros(10), 20, 40]
    found = on_blocks(last_value, 2)(values, NONE, 4)
    assert found.mean == pytest.approx(np.full(4, 30))
    assert found.deviation == pytest.approx(np.full(4, 10 / LEAST_BLOCKS))


def test_a_period_between_two_blocks_lies_between_them():
    def ten_more(values, _season, horizon):
        return Projection(values[-1] + 10.0 * np.arange(1, horizon + 1), np.zeros(horizon))

    # Middles are 2 periods apart and the next one half a period after the first step.
    found = on_blocks(ten_more, 2)(np.zeros(12), NONE, 4)
    assert found.mean == pytest.approx([7.5, 12.5, 17.5, 20])


def test_too_few_blocks_leave_the_periods_as_they_are():
    values = np.arange(LEAST_BLOCKS * 2 - 1.0)
    assert on_blocks(last_value, 2)(values, NONE, 1).mean == pytest.approx([values[-1]])


def test_a_method_that_declines_is_not_pressed():
    assert on_blocks(lambda *_: None, 2)(np.arange(20.0), NONE, 3) is None

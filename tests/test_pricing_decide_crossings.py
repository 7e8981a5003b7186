"""Where two costs cross: every crossing, every touch, both edges of a stretch, and no leap taken for one."""

import numpy as np
import pytest

from bpo_lib.pricing.decide.crossings import crossings


def found(first, second, low=0.0, high=10.0):
    return crossings(lambda x: (first(x), second(x)), low, high)


def level(x):
    return np.full_like(x, 6.0)


def test_lines_cross_where_the_sum_by_hand_says():
    # 2 + x = 6 at 4.
    assert found(lambda x: 2 + x, level).roots == pytest.approx([4], rel=1e-12)


def test_a_curve_that_comes_back_crosses_twice_even_within_one_cell():
    near = found(lambda x: 6 + (x - 5) ** 2 - 1e-8, level)
    assert near.roots == pytest.approx([5 - 1e-4, 5 + 1e-4], rel=1e-9)


def test_a_corner_that_touches_is_found_wherever_it_lies():
    for at in (1.234567, np.pi, 9.87654321):
        assert found(lambda x: 6 + np.abs(x - at), level).roots == pytest.approx([at], rel=1e-9)  # noqa: B023


def test_a_smooth_touch_is_one_point():
    assert found(lambda x: 6 + (x - np.e) ** 2, level).roots == pytest.approx([np.e], rel=1e-5)


def test_a_stretch_of_equal_costs_is_told_by_its_edges():
    flat = found(lambda x: 6 + np.maximum(x - 7, 0) - np.maximum(3 - x, 0), level)
    assert flat.roots == pytest.approx([3, 7], rel=1e-9)


def test_costs_equal_everywhere_are_told_by_the_ends_of_the_range():
    assert found(level, level, 1.0, 3.0).roots.tolist() == [1, 3]
    assert found(lambda x: 2 * x, lambda x: 2 * x).roots.tolist() == [0, 10]


def test_a_leap_is_no_root():
    step = found(lambda x: np.where(x < 4, 5.0, 7.0), level)
    assert step.roots.size == 0
    assert step.jumps == pytest.approx([4])


def test_nothing_paid_on_either_side_is_no_root():
    assert found(lambda x: 2 * x, lambda x: 3 * x).roots.size == 0


def test_a_saw_crosses_once_on_each_tooth_and_leaps_between():
    # 10 * (agents of 1 load each, rounded up) against 10 x + 5: equal halfway up each step.
    saw = found(lambda x: 10 * np.ceil(x), lambda x: 10 * x + 5, 0.1, 3.9)
    assert saw.roots == pytest.approx([0.5, 1.5, 2.5, 3.5])
    assert saw.jumps == pytest.approx([1, 2, 3])


def test_a_root_at_an_end_of_the_range_is_found():
    assert found(lambda x: 2 + x, level, 0.0, 4.0).roots == pytest.approx([4])
    assert found(lambda x: 2 + x, level, 4.0, 8.0).roots == pytest.approx([4])

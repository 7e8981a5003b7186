"""Sobol indices: two published functions, one by hand, and what must hold for all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.pricing.risk.sensitivity_indices import first_and_total, paired_points, sobol_indices


def ishigami(points):
    x, y, z = (points * 2 - 1).T * np.pi
    return np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


def sobol_g(points):
    a = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])
    return ((np.abs(4 * points - 2) + a) / (1 + a)).prod(axis=-1)


def test_ishigami_matches_its_published_indices():
    # Ishigami and Homma 1990 with a = 7, b = 0.1: 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437.
    found = first_and_total(ishigami, 3)
    assert found.first == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)
    assert found.total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.01)


def test_sobols_g_function_matches_its_published_indices():
    # Saltelli and Sobol 1995, a = 0, 1, 4.5, 9, 99, 99, 99, 99.
    found = first_and_total(sobol_g, 8)
    assert found.first == pytest.approx([0.7162, 0.1790, 0.0237, 0.0072, *[0.0001] * 4], abs=0.01)
    assert found.total == pytest.approx([0.7871, 0.2422, 0.0343, 0.0105, *[0.0001] * 4], abs=0.01)


def test_a_sum_by_hand():
    # Variances 1/12 and 9/12 of a total of 10/12; nothing acts together, the third not at all.
    found = first_and_total(lambda points: points @ [1, 3, 0] + 100, 3)
    assert found.first == pytest.approx([0.1, 0.9, 0], abs=0.01)
    assert found.total == pytest.approx([0.1, 0.9, 0], abs=0.01)


def test_the_errors_cover_what_is_off():
    truth = np.array([0.3139, 0.4424, 0.0]), np.array([0.5576, 0.4424, 0.2437])
    for seed in range(10):
        found = first_and_total(ishigami, 3, pairs=256, seed=seed)
        assert np.all(np.abs(found.first - truth[0]) <= 3 * found.first_error)
        assert np.all(np.abs(found.total - truth[1]) <= 3 * found.total_error)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(-5, 5), min_size=3, max_size=3), st.floats(-3, 3), st.integers(0, 9))
def test_first_order_indices_never_add_up_to_more_than_everything(weights, together, seed):
    found = first_and_total(
        lambda points: points @ weights + together * points[:, 0] * points[:, 1], 3, pairs=128, seed=seed
    )
    if np.isfinite(found.first).all():
        assert found.first.sum() <= 1 + 3 * found.first_sum_error + 1e-9


def test_neither_scale_nor_shift_matters():
    values = np.stack([ishigami(block) for block in paired_points(3, 64)])
    both = sobol_indices(np.stack([values, 1_000 * values - 5e6]))
    assert both.first[0] == pytest.approx(both.first[1], abs=1e-9)
    assert both.total[0] == pytest.approx(both.total[1], abs=1e-9)


def test_points_differ_in_one_driver_at_a_time():
    points = paired_points(4, 16)
    assert points.shape == (6, 16, 4)
    assert points.min() > 0
    assert points.max() < 1
    for driver in range(4):
        assert (points[driver + 2] != points[0]).all(axis=0).tolist() == [each == driver for each in range(4)]
        assert np.array_equal(points[driver + 2, :, driver], points[1, :, driver])


def test_a_result_that_does_not_move_has_no_indices():
    found = first_and_total(lambda points: np.full(len(points), 7.0), 2, pairs=16)
    assert np.isnan(found.first).all()
    assert np.isnan(found.total).all()


def test_a_number_of_pairs_off_the_powers_of_two_is_named():
    with pytest.raises(InputError, match="1000 pairs are no power of two; take 256, 512 or 1024"):
        paired_points(2, 1000)


def test_one_driver_with_a_long_tail_brings_all_of_the_variance_and_no_more():
    # Whatever the seed: a few dear points may sit in one block of points and not in the other.
    for seed in range(8):
        found = first_and_total(lambda points: points[:, 0] ** -0.45, 2, pairs=64, seed=seed)
        assert found.total[0] == pytest.approx(1, abs=0.15)
        assert found.first[0] == pytest.approx(1, abs=0.15)
        assert found.first[1] == found.total[1] == 0

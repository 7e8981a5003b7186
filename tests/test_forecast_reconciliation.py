"""Reconciliation: queues add up to their total, the surer ones give way least, none falls below 0."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bpo_lib.forecast.reconciliation import reconciled

VOLUME = st.floats(0, 1e6)
NOTHING = np.zeros(1)


def one(total, queues, total_variance, queue_variances):
    """Reconcile a single period."""
    parts = (np.array([total]), np.array([queues]), np.array([total_variance]), np.array([queue_variances]))
    sums, found = reconciled(*(np.asarray(part, dtype=float) for part in parts))
    return float(sums[0]), found[0].tolist()


def test_by_hand_every_forecast_gives_way_by_its_variance():
    # A gap of 100 - 90 = 10 over variances 5 + 3 + 2: the total falls by 5, the queues gain 3 and 2.
    total, queues = one(100, [60, 30], 5, [3, 2])
    assert total == pytest.approx(95)
    assert queues == pytest.approx([63, 32])


def test_by_hand_a_total_that_is_held_moves_the_queues_alone():
    total, queues = one(100, [60, 30], 0, [3, 2])
    assert total == 100
    assert queues == pytest.approx([66, 34])


def test_by_hand_a_queue_that_would_fall_below_nothing_stops_there():
    # The gap of -60 would take 30 from each; the second has only 10, so the first gives the other 20 too.
    assert one(50, [100, 10], 0, [1, 1])[1] == pytest.approx([50, 0])


def test_the_closed_form_is_the_least_squares_of_the_textbook():
    # (S' W^-1 S)^-1 S' W^-1 y for a total and three queues.
    weights, base = np.array([9.0, 1.0, 4.0, 2.0]), np.array([100.0, 50.0, 20.0, 22.0])
    summing = np.vstack([np.ones(3), np.eye(3)])
    inverse = np.diag(1 / weights)
    textbook = np.linalg.solve(summing.T @ inverse @ summing, summing.T @ inverse @ base)
    assert one(base[0], base[1:], weights[0], weights[1:])[1] == pytest.approx(textbook.tolist())


def test_forecasts_that_add_up_are_left_as_they_are():
    assert one(90, [60, 30], 7, [3, 2]) == (pytest.approx(90), pytest.approx([60, 30]))


def test_a_closed_period_has_no_volume_in_any_queue():
    assert one(0, [60, 30], 0, [3, 2]) == (0, [0, 0])


def test_queues_that_may_not_give_way_share_the_total_as_they_stand():
    assert one(100, [60, 20], 0, [0, 0])[1] == pytest.approx([75, 25])
    assert one(100, [0, 0], 0, [0, 0])[1] == pytest.approx([50, 50])


@given(
    total=arrays(float, 4, elements=VOLUME),
    queues=arrays(float, (4, 3), elements=VOLUME),
    total_variance=arrays(float, 4, elements=st.sampled_from([0.0, 1e-3, 5.0, 1e5])),
    variances=arrays(float, (4, 3), elements=st.sampled_from([0.0, 1e-3, 5.0, 1e5])),
)
def test_queues_always_add_up_and_are_never_negative(total, queues, total_variance, variances):
    sums, found = reconciled(total, queues, total_variance, variances)
    assert (found >= 0).all()
    assert found.sum(axis=1) == pytest.approx(sums, rel=1e-12, abs=1e-9)
    held = total_variance == 0
    assert sums[held] == pytest.approx(total[held], rel=1e-9, abs=1e-9)

"""Minimum commitment: what is paid for work that never came."""

import numpy as np

from bpo_lib.pricing.forms.minimum import at_least, dead_charge

DUE = np.array([40.0, 90.0, 120.0])


def test_the_commitment_is_paid_where_less_is_due_by_hand():
    assert at_least(DUE, 80).tolist() == [80, 90, 120]
    assert dead_charge(DUE, 80).tolist() == [40, 0, 0]


def test_what_is_due_and_the_dead_charge_are_the_fee():
    assert np.array_equal(DUE + dead_charge(DUE, 100), at_least(DUE, 100))


def test_a_larger_commitment_never_costs_less():
    fees = [at_least(DUE, committed).sum() for committed in range(0, 200, 10)]
    assert np.all(np.diff(fees) >= 0)

"""Ramp: shares by hand, the work that moves adds up, all at once by default."""

import pytest

from bpo_lib.pricing.deal import RampTerms
from bpo_lib.pricing.deal.ramp import moved_share, overlap


def test_all_work_moves_at_once_when_nothing_is_said():
    assert moved_share(4, RampTerms()).tolist() == [1, 1, 1, 1]


def test_an_even_ramp_of_two_months_by_hand():
    # From 0 to 1/2 in the first month: a quarter on average; from 1/2 to 1 in the second.
    assert moved_share(4, RampTerms(ramp_months=2)) == pytest.approx([0.25, 0.75, 1, 1])


def test_nothing_moves_before_the_start():
    assert moved_share(4, RampTerms(start_months=1.5)) == pytest.approx([0, 0.5, 1, 1])
    assert moved_share(5, RampTerms(start_months=1, ramp_months=2)) == pytest.approx([0, 0.25, 0.75, 1, 1])


@pytest.mark.parametrize("ramp", [0, 0.7, 3, 7.3])
@pytest.mark.parametrize("start", [0, 0.4, 2])
def test_what_has_not_moved_is_the_start_and_half_the_ramp(start, ramp):
    moved = moved_share(24, RampTerms(start_months=start, ramp_months=ramp))
    assert (1 - moved).sum() == pytest.approx(start + ramp / 2)
    assert moved.min() >= 0
    assert moved.max() <= 1


def test_the_last_month_of_a_transition_may_be_a_fraction():
    assert overlap(5, 2.5).tolist() == [1, 1, 0.5, 0, 0]

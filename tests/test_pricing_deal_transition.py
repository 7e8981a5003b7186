"""Transition and transformation: a cost is paid once, instalments are worth the investment."""

import numpy as np
import pytest

from bpo_lib.pricing.deal import TransformationTerms
from bpo_lib.pricing.deal.transition import instalments, one_off, transformation_charge, unpaid_balance

LENT = TransformationTerms(cost=120_000, amortised_months=24, finance_rate_per_year=0.10)


@pytest.mark.parametrize("months", [0, 0.5, 3, 12])
def test_a_one_off_cost_is_paid_once_whatever_the_transitions_length(months):
    assert one_off(24, 90_000, months).sum() == pytest.approx(90_000)


def test_a_published_transition_is_a_third_a_year_over_three():
    # calcbee: 80,000 over three years beside 480,000 a year is 506,666.67.
    free = TransformationTerms(cost=80_000, amortised_months=36, finance_rate_per_year=0)
    assert instalments(36, free)[:12].sum() + 480_000 == pytest.approx(506_666.67, abs=0.005)


def test_instalments_are_equal_and_worth_the_investment():
    paid = instalments(36, LENT)
    assert np.ptp(paid[:24]) == 0
    assert paid[24:].sum() == 0
    assert (paid * 1.1 ** -((np.arange(36) + 0.5) / 12)).sum() == pytest.approx(120_000)


def test_a_plan_longer_than_the_term_is_paid_within_it():
    paid = instalments(12, LENT)
    assert (paid * 1.1 ** -((np.arange(12) + 0.5) / 12)).sum() == pytest.approx(120_000)


def test_without_instalments_it_is_charged_during_the_transition():
    assert (
        transformation_charge(6, LENT.with_values(amortised_months=0), 2).tolist() == [60_000] * 2 + [0] * 4
    )


def test_the_debt_falls_to_nothing():
    owed = unpaid_balance(36, LENT, 3)
    assert np.all(np.diff(owed[:24]) < 0)
    assert owed[23:].tolist() == [0] * 13
    # After one month: the sum with a month's interest, less the instalment with half a month's.
    assert owed[0] == pytest.approx(120_000 * 1.1 ** (1 / 12) - instalments(36, LENT)[0] * 1.1 ** (0.5 / 12))

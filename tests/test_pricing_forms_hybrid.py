"""HybridPricing: three parts of one price by hand, and shares that are more than the whole."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import HybridPricing

TERMS = HybridPricing(
    baseline_volume=1_000, unit_price=10, fixed_share=0.5, unit_share=0.3, agreed_outcome_share=0.8
)


def fee(volume, outcomes, terms=TERMS):
    return float(terms.monthly_fee(Workload.of([volume], outcomes=[outcomes]))[0])


def test_at_the_baseline_the_parts_make_the_whole_price():
    assert fee(1_000, 800) == pytest.approx(10_000)


def test_each_part_moves_with_its_own_quantity_by_hand():
    # 5,000 fixed; 3 a transaction; 2 / 0.8 = 2.5 an outcome.
    assert fee(0, 0) == pytest.approx(5_000)
    assert fee(1_200, 800) == pytest.approx(5_000 + 3_600 + 2_000)
    assert fee(1_000, 400) == pytest.approx(5_000 + 3_000 + 1_000)


def test_the_part_at_risk_is_capped():
    assert fee(1_000, 1_000) == pytest.approx(5_000 + 3_000 + 1.2 * 2_000)


def test_the_fee_is_the_sum_of_its_parts():
    work = Workload.of([900, 1_300], outcomes=[700, 1_100])
    parts = sum(part.monthly_fee(work) for part in TERMS.parts)
    assert np.allclose(TERMS.monthly_fee(work), parts)


def test_without_a_part_at_risk_outcomes_do_not_matter():
    assert fee(1_000, 0, TERMS.with_values(unit_share=0.5)) == pytest.approx(10_000)


def test_shares_of_more_than_the_whole_are_refused_in_words():
    with pytest.raises(InputError, match=r"fixed_share 0\.8 and unit_share 0\.3 are more than 1 together"):
        TERMS.with_values(fixed_share=0.8)

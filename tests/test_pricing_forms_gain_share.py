"""GainSharePricing: a saving shared by hand, its limits, and a baseline that moves with the work."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import GainSharePricing

TERMS = GainSharePricing(provider_share=0.3, cap_per_month=50_000)


def fee(cost, kept, terms=TERMS):
    kept, cost = np.atleast_1d(kept), np.atleast_1d(cost)
    return terms.monthly_fee(Workload.of(np.ones(len(cost)), provider_cost=cost, in_house_cost=kept))


def test_a_saving_is_shared_by_hand():
    # 100,000 in-house, 80,000 paid: 30% of the 20,000 saved.
    assert fee(80_000, 100_000) == pytest.approx([86_000])


def test_a_saving_counts_up_to_the_cap_and_only_as_far_as_it_is_the_providers_work():
    assert fee(20_000, 100_000) == pytest.approx([35_000])
    assert fee(80_000, 100_000, TERMS.with_values(attribution_share=0.5)) == pytest.approx([83_000])


def test_a_loss_is_shared_only_down_to_a_floor_below_zero():
    assert fee(120_000, 100_000) == pytest.approx([120_000])
    assert fee(120_000, 100_000, TERMS.with_values(floor_per_month=-10_000)) == pytest.approx([117_000])


def test_half_the_volume_halves_the_baseline_and_the_fee():
    assert fee(40_000, 50_000) * 2 == pytest.approx(fee(80_000, 100_000))


def test_settled_by_the_quarter_good_months_pay_for_bad_ones():
    costs, kept = [80_000, 80_000, 120_000], [100_000] * 3
    monthly, quarterly = fee(costs, kept), fee(costs, kept, TERMS.with_values(settlement_months=3))
    assert monthly.sum() == pytest.approx(280_000 + 0.3 * 40_000)
    assert quarterly == pytest.approx([80_000, 80_000, 120_000 + 0.3 * 20_000])


def test_a_share_above_one_is_refused_in_words():
    with pytest.raises(InputError, match=r"provider_share is 1\.5, above the largest allowed value 1"):
        TERMS.with_values(provider_share=1.5)

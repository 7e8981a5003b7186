"""Price level: other currencies, and the price that brings a sum."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import TransactionPricing, Workload
from bpo_lib.pricing.forms import CostPlusPricing, PriceTier, TieredPricing, priced_to, scaled
from bpo_lib.pricing.forms.price_level import at_cost, expected_cost, expected_sum

WORK = Workload.of([100, 300], provider_cost=[500, 700])


def test_money_is_converted_and_nothing_else():
    terms = TransactionPricing(baseline_volume=1_000, unit_price=50, dead_band=0.05)
    assert scaled(terms, 0.9) == terms.with_values(unit_price=45)


def test_the_prices_of_a_list_are_converted_too():
    terms = TieredPricing(tiers=(PriceTier(from_volume=0, unit_price=4),), minimum_commitment_per_month=100)
    converted = scaled(terms, 1.5)
    assert converted.tiers == (PriceTier(from_volume=0, unit_price=6),)
    assert converted.minimum_commitment_per_month == 150


def test_the_expected_cost_is_the_mean_of_the_paths():
    assert expected_cost(WORK) == 1_200
    assert expected_cost(Workload.of(np.ones((2, 3)), provider_cost=[[1, 1, 1], [3, 3, 3]])) == 6
    assert expected_cost(Workload.of(np.ones(3))) == 3


def test_the_price_that_covers_the_cost_by_hand():
    # 400 transactions for 1,200: 3 each.
    one = TransactionPricing(baseline_volume=200, unit_price=1, dead_band=0, arc_share=1, rrc_share=1)
    assert at_cost(one, WORK).unit_price == pytest.approx(3)


def test_a_price_is_found_where_the_cost_is_passed_on():
    found = priced_to(CostPlusPricing(markup_share=0), lambda one: expected_sum(one.monthly_fee(WORK)), 1_500)
    assert found.markup_share == pytest.approx(0.25)


def test_a_sum_that_no_price_brings_is_refused():
    with pytest.raises(InputError, match="no price of CostPlusPricing brings 100"):
        priced_to(CostPlusPricing(markup_share=0), lambda _: 0.0, 100)
    with pytest.raises(InputError, match="markup_share is -0"):
        priced_to(CostPlusPricing(markup_share=0), lambda one: 10 * (1 + one.markup_share), 1)

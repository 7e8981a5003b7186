"""A price list by volume, line by line."""

import pytest

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.clause.tier_lines import tier_lines, tier_months
from bpo_lib.pricing.forms.tiered import PriceTier

TIERS = (
    PriceTier(from_volume=0, to_volume=1_000, unit_price=5),
    PriceTier(from_volume=1_000, to_volume=2_000, unit_price=4),
    PriceTier(from_volume=2_000, unit_price=3),
)


def tiered(**terms):
    return PRICING_MODELS["tiered"](tiers=TIERS, **terms)


def amounts(model, volume):
    lines = tier_lines(model, Workload.of([volume]))
    return {line.part: float(line.amount[0]) for line in lines if line.amount.any()}


def test_each_slice_has_its_price():
    assert amounts(tiered(), 2_500) == {"tier_1": 5_000, "tier_2": 4_000, "tier_3": 1_500}


def test_or_the_tier_reached_has_the_price_of_all():
    assert amounts(tiered(price_for_all_volume=1), 2_500) == {"tier_3": 7_500}
    assert amounts(tiered(price_for_all_volume=1), 1_000) == {"tier_1": 5_000}


def test_the_smallest_fee_makes_up_what_is_lacking():
    assert amounts(tiered(minimum_commitment_per_month=3_000), 400) == {"tier_1": 2_000, "minimum": 1_000}


def test_a_month_is_shown_on_both_sides_of_each_tier():
    shown = tier_months(tiered(minimum_commitment_per_month=3_000), Workload.of([1_500.0]))
    volumes = {name: float(work.volume[0]) for name, work in shown.items()}
    assert volumes == pytest.approx(
        {
            "usual": 1_500,
            "at_end_1": 1_000,
            "past_end_1": 1_001,
            "at_end_2": 2_000,
            "past_end_2": 2_001,
            "minimum": 300,
        }
    )

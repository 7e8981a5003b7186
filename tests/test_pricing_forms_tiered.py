"""TieredPricing: a list by hand, both readings of it, and lists that leave a volume unpriced."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import PriceTier, TieredPricing

TIERS = (
    PriceTier(from_volume=0, to_volume=1_000, unit_price=5),
    PriceTier(from_volume=1_000, to_volume=2_000, unit_price=4),
    PriceTier(from_volume=2_000, unit_price=3),
)
BY_SLICE = TieredPricing(tiers=TIERS)
FOR_ALL = TieredPricing(tiers=TIERS, price_for_all_volume=1)


def fee(terms, *volumes):
    return terms.monthly_fee(Workload.of(volumes)).tolist()


def test_each_slice_at_its_own_price_by_hand():
    # 2,500 are 1,000 at 5, 1,000 at 4 and 500 at 3.
    assert fee(BY_SLICE, 0, 800, 1_000, 1_500, 2_500) == [0, 4_000, 5_000, 7_000, 10_500]


def test_all_volume_at_the_price_of_the_tier_it_reaches_by_hand():
    # 1,000 still belong to the first tier, 1,001 all cost 4.
    assert fee(FOR_ALL, 0, 800, 1_000, 1_001, 2_500) == [0, 4_000, 5_000, 4_004, 7_500]


def test_more_work_never_costs_less_slice_by_slice():
    assert np.all(np.diff(fee(BY_SLICE, *range(0, 5_000, 7))) >= 0)


def test_at_one_price_for_all_the_fee_falls_only_where_a_tier_begins():
    volumes = np.arange(0, 3_000)
    falls = volumes[1:][np.diff(fee(FOR_ALL, *volumes)) < 0]
    assert falls.tolist() == [1_001, 2_001]


def test_the_minimum_is_paid_however_little_comes_and_is_monotone():
    fees = [
        fee(BY_SLICE.with_values(minimum_commitment_per_month=m), 0, 900, 2_500) for m in (0, 4_600, 9_000)
    ]
    assert fees == [[0, 4_500, 10_500], [4_600, 4_600, 10_500], [9_000, 9_000, 10_500]]


def test_a_changed_term_keeps_the_list():
    assert BY_SLICE.with_values(price_for_all_volume=1) == FOR_ALL


@pytest.mark.parametrize(
    ("tiers", "words"),
    [
        ([], "there is no price list, which price_tiers.csv holds"),
        ([(10, None)], "tier 1: the first tier begins at 10, so less has no price"),
        ([(0, 5), (7, None)], "tier 2: volumes from 5 to 7 have no price"),
        ([(0, 5), (4, None)], "tier 2: volumes from 4 to 5 have two prices"),
        ([(0, 5), (5, 5), (5, None)], "tier 2: to_volume 5 is not above from_volume 5"),
        ([(0, 5), (0, None)], "tier 2: the tier begins at 0, not above the one before it"),
        ([(0, None), (5, None)], "tier 2: the tier before has no end, yet this one begins at 5"),
        ([(0, 1_500_000)], "tier 1: the last tier ends at 1,500,000, so more has no price"),
    ],
)
def test_a_list_that_does_not_name_one_price_for_each_volume_is_refused(tiers, words):
    with pytest.raises(InputError) as caught:
        TieredPricing(
            tiers=tuple(PriceTier(from_volume=low, to_volume=top, unit_price=1) for low, top in tiers)
        )
    assert words in str(caught.value)


def test_a_price_below_zero_is_refused_in_words():
    with pytest.raises(InputError, match="unit_price is -3, below the smallest allowed value 0"):
        PriceTier(from_volume=0, unit_price=-3)

"""TransactionPricing: a published example, a sum by hand, and its edges."""

import json

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import TransactionPricing, Workload

TERMS = TransactionPricing(baseline_volume=1_000, unit_price=50)


def fee(*volumes):
    return TERMS.monthly_fee(Workload.of(volume=volumes)).tolist()


def test_dead_band_matches_the_published_example(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R2"]
    assert fee(*(float(volume) for volume in case["out"])) == list(case["out"].values())


def test_dead_band_holds_the_charge():
    # UpperEdge: 1,000 tickets for 50,000 a month, band 10%: 900 to 1,100 pay that.
    assert fee(900, 1_000, 1_100) == pytest.approx([50_000, 50_000, 50_000])


def test_outside_the_band_by_hand():
    # 100 over pays 100 * 50 * 0.8 more; 100 under gets 100 * 50 * 0.7 back.
    assert fee(1_200, 800) == pytest.approx([54_000, 46_500])


def test_more_volume_never_costs_less():
    assert np.all(np.diff(fee(*range(0, 3_000, 50))) >= 0)


def test_the_fee_is_continuous_at_the_edges_of_the_band():
    below, at, above = fee(1_100 - 1e-6, 1_100, 1_100 + 1e-6)
    assert below == pytest.approx(at, abs=1e-3) == pytest.approx(above, abs=1e-3)


def test_a_month_without_a_count_is_named():
    with pytest.raises(InputError, match="volume of month 2 is missing"):
        fee(1_000, float("nan"))


def test_a_band_wider_than_half_is_refused_in_words():
    with pytest.raises(InputError, match=r"dead_band is 0\.6, above the largest allowed value 0\.5"):
        TransactionPricing(baseline_volume=1, unit_price=1, dead_band=0.6)

"""Cliffs: the published jump of a dead band, the tiers of a list, and the fee on either side."""

import numpy as np
import pytest

from bpo_lib.pricing import PRICING_MODELS, TransactionPricing, Workload
from bpo_lib.pricing.forms import PriceTier, TieredPricing
from bpo_lib.pricing.forms.cliffs import Cliff, cliffs

BACK = TransactionPricing(baseline_volume=1_000, unit_price=50, back_to_baseline=1)
LIST = TieredPricing(
    tiers=(
        PriceTier(from_volume=0, to_volume=1_000, unit_price=5),
        PriceTier(from_volume=1_000, unit_price=4),
    ),
    price_for_all_volume=1,
)


def step_at(form, cliff):
    months = int(cliff.months)
    volumes = cliff.volume * np.array([[1 - 1e-7], [1 + 1e-7]]) * np.ones(months)
    fees = form.monthly_fee(Workload.of(volumes)).sum(axis=-1)
    return fees[1] - fees[0]


def test_the_published_jump_back_to_the_baseline():
    # 1,101 cost 54,040: 4,000 at once for the band, and 40 for the one beyond it.
    assert cliffs(BACK)[1] == Cliff(pytest.approx(1_100), pytest.approx(4_000))


def test_a_list_for_all_volume_by_hand():
    # 1,000 cost 5,000; one more makes 4 the price of all: 4,000.
    assert cliffs(LIST) == (Cliff(1_000, -1_000),)
    assert cliffs(LIST.with_values(minimum_commitment_per_month=4_400)) == (Cliff(1_000, -600),)


@pytest.mark.parametrize(
    "form", [BACK, BACK.with_values(settlement_months=3), BACK.with_values(rrc_share=0), LIST]
)
def test_the_fee_moves_by_the_step_where_a_cliff_is(form):
    assert cliffs(form)
    for cliff in cliffs(form):
        assert step_at(form, cliff) == pytest.approx(cliff.step, rel=1e-3)


def test_usual_terms_have_no_cliff():
    work = Workload.of(
        np.full(12, 1_000.0),
        **dict.fromkeys(
            ("fte", "paid_hours", "productive_hours", "handling_hours", "provider_cost", "in_house_cost"), 9
        ),
        outcomes=800,
    )
    assert not any(cliffs(kind.typical(work)) for kind in PRICING_MODELS.values())

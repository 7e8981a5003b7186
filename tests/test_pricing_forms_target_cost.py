"""TargetCostPricing: the published incentive contract, its ceiling and its point of total assumption."""

import json

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import TargetCostPricing

TERMS = TargetCostPricing(
    target_cost_per_month=210_000, target_fee_per_month=25_000, client_share=0.8, ceiling_per_month=250_000
)


def fee(*costs, terms=TERMS, volume=1):
    return terms.monthly_fee(Workload.of(np.full(len(costs), volume), provider_cost=costs))


def test_the_published_incentive_contract():
    # PMP forum: target 210,000, fee 25,000, shared 80/20; cost 200,000 brings a fee of 27,000.
    assert fee(200_000) == pytest.approx([227_000])


def test_the_reference_case_agrees_with_what_is_written_here(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R11"]
    assert list(case["inp"].values()) == [210_000, 25_000, 0.8, 200_000]
    assert fee(case["inp"]["ac"])[0] == pytest.approx(case["out"]["price_calc"])
    assert fee(case["inp"]["ac"])[0] - case["inp"]["ac"] == pytest.approx(case["out"]["fee_calc"])


def test_the_point_of_total_assumption_is_where_the_ceiling_begins_to_bind():
    # 15,000 of room to the ceiling, eaten at 0.8 for each one over the target.
    assert TERMS.point_of_total_assumption == pytest.approx(228_750)
    under, at, over = fee(228_749, 228_750, 300_000)
    assert under == pytest.approx(250_000 - 0.8)
    assert at == over == pytest.approx(250_000)


def test_where_the_client_bears_no_overrun_the_ceiling_is_never_reached():
    terms = TERMS.with_values(client_share=0)
    assert terms.point_of_total_assumption == float("inf")
    assert fee(100_000, 400_000, terms=terms).tolist() == [235_000, 235_000]


def test_a_target_for_a_volume_moves_with_it():
    terms = TERMS.with_values(baseline_volume=1_000)
    assert fee(105_000, terms=terms, volume=500) == pytest.approx([117_500])


def test_the_target_grows_by_the_year_as_agreed():
    terms = TERMS.with_values(target_growth_per_year=0.1)
    assert fee(*[0.0] * 13, terms=terms)[[0, 12]] == pytest.approx([67_000, 73_700])


def test_a_year_is_settled_together_by_hand():
    # One month 12,000 over its target, eleven on it: 80% of 12,000 comes on top, in the twelfth.
    yearly = fee(*[210_000] * 11, 222_000, terms=TERMS.with_values(settlement_months=12))
    assert yearly[:11] == pytest.approx([235_000] * 11)
    assert yearly.sum() == pytest.approx(12 * 235_000 + 0.8 * 12_000)


def test_a_ceiling_under_the_target_is_refused_in_words():
    words = "ceiling_per_month 200,000 is under the target price 235,000, which is target_cost_per_month and"
    with pytest.raises(InputError, match=words):
        TERMS.with_values(ceiling_per_month=200_000)

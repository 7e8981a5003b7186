"""A fee for outcomes, line by line: base, outcomes, floor and cap."""

import pytest

from bpo_lib.pricing import OutcomePricing, Workload
from bpo_lib.pricing.clause.outcome_lines import hybrid_lines, hybrid_months, outcome_lines, outcome_months
from bpo_lib.pricing.forms import HybridPricing

TERMS = OutcomePricing(
    base_fee_per_month=20_000,
    fee_per_outcome=2,
    attribution_share=0.5,
    floor_per_month=25_000,
    cap_per_month=40_000,
)


def amounts(outcomes, model=TERMS):
    work = Workload.of([0.0], outcomes=[outcomes])
    return {line.part: float(line.amount[0]) for line in outcome_lines(model, work)}


def test_the_lines_by_hand():
    # Half of 10,000 outcomes at 2 each; 1,000 would make 21,000 and 30,000 would make 50,000.
    assert amounts(10_000) == {"base": 20_000, "outcomes": 10_000, "floor": 0, "cap": 0}
    assert amounts(1_000) == {"base": 20_000, "outcomes": 1_000, "floor": 4_000, "cap": 0}
    assert amounts(30_000) == {"base": 20_000, "outcomes": 30_000, "floor": 0, "cap": -10_000}


def test_a_month_is_shown_at_each_end_of_the_collar():
    shown = outcome_months(TERMS, Workload.of([10.0], outcomes=[12_000.0]))
    fees = {name: float(TERMS.monthly_fee(work)[0]) for name, work in shown.items()}
    assert fees == pytest.approx({"usual": 32_000, "floor": 25_000, "cap": 40_000})


def test_an_end_that_cannot_be_reached_is_not_shown():
    free = TERMS.with_values(fee_per_outcome=0)
    assert list(outcome_months(free, Workload.of([10.0], outcomes=[12_000.0]))) == ["usual"]
    low = TERMS.with_values(floor_per_month=0)
    assert "floor" not in outcome_months(low, Workload.of([10.0], outcomes=[12_000.0]))


HYBRID = HybridPricing(
    baseline_volume=1_000, unit_price=10, fixed_share=0.4, unit_share=0.4, agreed_outcome_share=0.8
)


def test_a_hybrid_shows_its_three_parts():
    # Of 10 each: 4 fixed, 4 by the transaction, 2 by outcomes, of which 800 pay 2,000.
    work = Workload.of([1_100.0], outcomes=[800.0])
    found = {line.part: float(line.amount[0]) for line in hybrid_lines(HYBRID, work)}
    assert found == pytest.approx({"fixed": 4_000, "transactions": 4_400, "outcomes": 2_000, "cap": 0})


def test_a_hybrid_is_shown_with_poor_outcomes_and_at_its_cap():
    shown = hybrid_months(HYBRID, Workload.of([1.0]))
    fees = {name: float(HYBRID.monthly_fee(work)[0]) for name, work in shown.items()}
    assert fees["baseline"] == pytest.approx(10_000)
    assert fees["poor"] == pytest.approx(9_600)
    assert fees["busier"] > fees["baseline"]

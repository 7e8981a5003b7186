"""Cash flow: a published comparison of three years, a deal by hand, and what the defaults leave alone."""

import json
from dataclasses import replace

import numpy as np
import pytest
from stand_ins import engagement

from bpo_lib.pricing import DealTerms
from bpo_lib.pricing.deal import ExitTerms, InHouseTerms, QualityTerms, RampTerms, RetainedTerms, World
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.cash_flow import (
    deal_factors,
    factors_of,
    payback_month,
    termination_charges,
)

DEAL = DealTerms(transition_cost=90_000)
BARE = DEAL.with_values(
    governance_share=0, dual_running_share=0, price_index_per_year=0, wage_index_per_year=0
)


def deal_cash_flow(fee, in_house, deal):
    """Return the cost of a deal that has no terms but those every deal has."""
    return factors_of(Agreement(deal), in_house).cash_flow(fee)


def test_a_published_comparison_pays_back_when_its_source_says(shared):
    # calcbee: 800,000 a year in-house, 480,000 outsourced, 80,000 to move.
    case = json.loads(shared("reference/reference_cases.json").read_text())["R5"]
    given, printed = case["inp"], case["out"]
    stay, fee = (np.full(36, given[name] / 12) for name in ("inhouse", "vendor_plus_oversight"))
    terms = BARE.with_values(transition_cost=given["transition"], transition_months=0)
    cost = deal_cash_flow(fee, stay, terms).total
    assert round(cost.sum() / given["years"], 2) == printed["annual"]
    assert round((stay - cost).sum() / given["years"], 2) == printed["saving"]
    assert round((stay - cost).sum() / stay.sum() * 100, 2) == printed["pct"]
    assert round((stay - cost).sum(), 2) == printed["total"]
    # Its break-even of 3.0 months is the third month's end, after which the sum stays positive.
    assert payback_month(stay - cost) == printed["breakeven_months"]


def test_with_the_terms_every_deal_has_the_parts_are_those_by_hand():
    fee, stay = np.full(24, 100.0), np.full(24, 130.0)
    terms = DEAL.with_values(irrecoverable_tax_share=0.2, transition_months=3)
    flow = deal_cash_flow(fee, stay, terms)
    assert flow.fee[[0, 12]] == pytest.approx([100, 102.7])  # 70% at 3%, 30% at 2%
    assert flow.tax == pytest.approx(0.2 * flow.fee)
    assert flow.governance == pytest.approx(0.06 * flow.fee)
    assert flow.transition[[0, 2, 3]].tolist() == [30_000, 30_000, 0]
    assert flow.dual_running[[0, 2, 3]].tolist() == [65, 65, 0]
    for nothing in (flow.service_credits, flow.transformation, flow.own_team, flow.retained, flow.stranded):
        assert not nothing.any()
    assert not flow.rework.any()


def test_while_the_work_moves_the_own_team_does_the_rest():
    moving = Agreement(BARE, ramp=RampTerms(ramp_months=2))
    flow = factors_of(moving, np.full(12, 100.0)).cash_flow(np.full(12, 80.0))
    assert flow.fee[:3] == pytest.approx([20, 60, 80])
    assert flow.own_team[:3] == pytest.approx([75, 25, 0])


def test_people_kept_are_paid_as_the_own_team_and_grow_with_its_wages():
    kept = Agreement(
        BARE,
        InHouseTerms(cost_per_fte_month=1_000, wage_growth_per_year=0.03),
        retained=RetainedTerms(fte=2),
    )
    stay = np.full((2, 13), 100.0)
    flow = factors_of(kept, stay, World(wages=np.array([[0.0], [0.01]]))).cash_flow(stay)
    assert flow.retained[:, [0, 12]] == pytest.approx(np.array([[2_000, 2_060], [2_000, 2_080]]))


def test_overhead_is_left_behind_only_where_work_has_moved_and_nobody_is_still_there():
    lingering = Agreement(
        BARE.with_values(dual_running_share=0.5, transition_months=1),
        ramp=RampTerms(ramp_months=2),
        retained=RetainedTerms(stranded_share=0.1, stranded_decay_per_month=0),
    )
    flow = factors_of(lingering, np.full(12, 100.0)).cash_flow(np.zeros(12))
    assert flow.stranded[:3] == pytest.approx([0.25 * 0.5 * 10, 0.75 * 10, 10])


def test_the_factors_of_a_case_are_those_of_its_terms():
    case, stay = engagement(), np.full(36, 250_000.0)
    by_case = deal_factors(case, stay).cash_flow(np.full(36, 200_000.0))
    by_terms = deal_cash_flow(np.full(36, 200_000.0), stay, case.of(DealTerms))
    assert by_case.total == pytest.approx(by_terms.total, rel=1e-12)


def test_an_early_end_has_a_charge_for_every_month_of_the_term():
    case = engagement()
    case = replace(case, terms={**case.terms, ExitTerms: ExitTerms(breakage_cost=36_000)})
    charges = termination_charges(case, np.full(36, 50_000.0))
    assert charges["month"].astype(str).tolist()[:2] == ["2026-01", "2026-02"]
    assert charges["charge"].to_numpy() == pytest.approx(np.arange(35_000, -1, -1_000))


def test_errors_are_paid_for_in_the_work_that_has_moved():
    worse = Agreement(
        BARE,
        outcome_share=0.8,
        ramp=RampTerms(ramp_months=2),
        quality=QualityTerms(outcome_change=-0.05, error_cost=3),
    )
    volume = np.full(12, 1_000.0)
    flow = factors_of(worse, np.full(12, 100.0), volume=volume).cash_flow(np.zeros(12))
    assert flow.rework[:3] == pytest.approx([37.5, 112.5, 150])

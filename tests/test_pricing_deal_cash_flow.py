"""Cash flow: published payback sums, indexation and discounting by hand, laws of the total."""

import json

import numpy as np
import pytest

from bpo_lib.pricing import DealTerms
from bpo_lib.pricing.deal.cash_flow import (
    deal_cash_flow,
    discount_factors,
    indexation,
    overlap,
    payback_month,
    yearly_growth,
)

DEAL = DealTerms(transition_cost=90_000)
BARE = DEAL.with_values(
    governance_share=0, dual_running_share=0, price_index_per_year=0, wage_index_per_year=0
)


def test_a_published_comparison_pays_back_when_its_source_says(shared):
    # calcbee: 800,000 a year in-house, 480,000 outsourced, 80,000 to move.
    case = json.loads(shared("reference/reference_cases.json").read_text())["R5"]
    given, printed = case["inp"], case["out"]
    stay, fee = (np.full(36, given[name] / 12) for name in ("inhouse", "vendor_plus_oversight"))
    terms = BARE.with_values(transition_cost=given["transition"], transition_months=0)
    cost = deal_cash_flow(fee, stay, terms).total
    assert round(cost.sum() / given["years"], 2) == printed["annual"]
    assert round((stay - cost).sum() / given["years"], 2) == printed["saving"]
    assert round((stay - cost).sum(), 2) == printed["total"]
    # Its break-even of 3.0 months is the third month's end, after which the sum stays positive.
    assert payback_month(stay - cost) == printed["breakeven_months"]


def test_indexation_steps_once_a_year_by_hand():
    # 70% of the fee at 4%, 30% at 2%: 3.4% a year.
    terms = DEAL.with_values(labour_share=0.7, wage_index_per_year=0.04, price_index_per_year=0.02)
    factors = indexation(25, terms)
    assert factors[:12].tolist() == [1.0] * 12
    assert factors[[12, 24]] == pytest.approx([1.034, 1.034**2])


def test_indexation_never_passes_its_cap_nor_falls():
    high = DEAL.with_values(wage_index_per_year=0.2, price_index_per_year=0.2, indexation_cap_per_year=0.05)
    low = DEAL.with_values(wage_index_per_year=-0.1, price_index_per_year=-0.1)
    assert indexation(24, high)[12] == pytest.approx(1.05)
    assert indexation(24, low)[12] == 1.0


def test_money_is_discounted_from_the_middle_of_its_month():
    assert discount_factors(12, 0.21)[[0, 11]] == pytest.approx([1.21 ** (-0.5 / 12), 1.21 ** (-11.5 / 12)])
    assert discount_factors(3, 0.0).tolist() == [1, 1, 1]


def test_growth_steps_at_the_anniversary():
    assert yearly_growth(13, 0.1)[[0, 11, 12]] == pytest.approx([1, 1, 1.1])


def test_the_last_month_of_a_transition_may_be_a_fraction():
    assert overlap(5, 2.5).tolist() == [1, 1, 0.5, 0, 0]


@pytest.mark.parametrize("months", [0, 0.5, 3, 12])
def test_the_transition_cost_is_paid_once_whatever_its_length(months):
    terms = BARE.with_values(transition_months=months)
    flow = deal_cash_flow(np.zeros(24), np.zeros(24), terms)
    assert flow.transition.sum() == pytest.approx(90_000)


def test_the_total_is_the_sum_of_its_parts_on_every_path():
    fee = np.arange(48.0).reshape(2, 24) + 100
    flow = deal_cash_flow(fee, fee * 2, DEAL.with_values(irrecoverable_tax_share=0.2))
    parts = flow.fee + flow.tax + flow.governance + flow.transition + flow.dual_running
    assert np.array_equal(flow.total, parts)
    assert np.allclose(flow.tax, 0.2 * flow.fee)


@pytest.mark.parametrize(
    ("saving", "month"),
    [([1, 1], 1), ([-2, 1, 1, 1], 3), ([-5, 1, 1], np.nan), ([3, -4, 2, 2], 3), ([0, 0], 1)],
)
def test_payback_is_the_month_from_which_the_sum_stays_positive(saving, month):
    assert payback_month(np.array(saving, dtype=float)) == pytest.approx(month, nan_ok=True)

"""Deal factors: the fast way and the cash flow agree, and money neither appears nor is lost."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.deal import (
    CurrencyTerms,
    DealTerms,
    IndexationTerms,
    InHouseTerms,
    QualityTerms,
    RampTerms,
    RetainedTerms,
    ServiceMeasure,
    ServiceTerms,
    TransformationTerms,
    World,
)
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.cash_flow import factors_of

PATHS, MONTHS = 5, 30
DRAWN = np.random.default_rng(3)
FEE = DRAWN.uniform(80, 120, (PATHS, MONTHS))
STAY = DRAWN.uniform(100, 150, (PATHS, MONTHS))
WORLD = World(
    wages=DRAWN.normal(0, 0.02, (PATHS, 1)),
    currency=DRAWN.normal(0, 0.1, (PATHS, MONTHS)),
    quality=DRAWN.normal(0, 0.02, (PATHS, 1)),
)


VOLUME = DRAWN.uniform(900, 1_100, (PATHS, MONTHS))
MEASURES = pd.DataFrame(
    [
        ServiceMeasure(measure=name, target=0.8, expected=0.81, spread=0.04, allocation=0.8).model_dump()
        for name in ("in time", "right", "polite")
    ]
)


def agreement():
    """Return a deal in which every clause bites."""
    return Agreement(
        DealTerms(
            transition_cost=400,
            transition_months=3.5,
            irrecoverable_tax_share=0.15,
            payment_days=45,
            indexation_cap_per_year=0.06,
        ),
        InHouseTerms(cost_per_fte_month=2),
        0.11,
        ramp=RampTerms(start_months=0.5, ramp_months=4),
        indexation=IndexationTerms(clause=1, offset_per_year=0.005, productivity_per_year=0.02),
        transformation=TransformationTerms(cost=300, amortised_months=18),
        currency=CurrencyTerms(client_share=0.5, neutral_band=0.05),
        service=ServiceTerms(at_risk_share=0.12, earn_back_months=2, grace_months=3),
        quality=QualityTerms(outcome_change=-0.02, error_cost=0.3, repeat_share=0.2),
        retained=RetainedTerms(fte=2, stranded_share=0.1),
        measures=MEASURES,
    )


FACTORS = factors_of(agreement(), STAY, WORLD, VOLUME)


def test_every_clause_bites():
    for part in vars(FACTORS.cash_flow(FEE)).values():
        assert np.abs(part).sum() > 0


@pytest.mark.parametrize("follows_cost", [False, True])
def test_the_fast_present_value_is_that_of_the_cash_flow(follows_cost):
    flow = FACTORS.cash_flow(FEE, follows_cost)
    fast = (FEE * FACTORS.client_weight(follows_cost)).sum(axis=-1) + FACTORS.own_npv
    assert fast == pytest.approx(FACTORS.npv(flow), rel=1e-9)
    revenue = (FEE * FACTORS.revenue_weight(follows_cost)).sum(axis=-1)
    charges = FACTORS.charges @ FACTORS.revenue_discount
    assert revenue + charges == pytest.approx(FACTORS.revenue_npv(flow), rel=1e-9)
    undiscounted = (FEE * FACTORS.revenue_share(follows_cost)).sum(axis=-1) + FACTORS.charges.sum()
    assert undiscounted == pytest.approx(flow.paid_to_provider.sum(axis=-1), rel=1e-9)


@pytest.mark.parametrize("follows_cost", [False, True])
def test_all_that_is_paid_is_the_providers_revenue_the_tax_and_the_clients_own_costs(follows_cost):
    flow = FACTORS.cash_flow(FEE, follows_cost)
    hanging_on_the_fee = flow.paid_to_provider - FACTORS.charges
    governed = FACTORS.governance_share * flow.fee
    assert flow.total == pytest.approx(
        hanging_on_the_fee * (1 + FACTORS.tax_share) + governed + FACTORS.own, rel=1e-9
    )
    assert flow.tax == pytest.approx(FACTORS.tax_share * flow.paid_to_provider, rel=1e-12)


def test_in_another_currency_every_part_is_as_much_larger():
    given = agreement()
    scaled = replace(
        given,
        deal=given.deal.with_values(transition_cost=400 * 7.5),
        in_house=given.in_house.with_values(cost_per_fte_month=2 * 7.5),
        transformation=given.transformation.with_values(cost=300 * 7.5),
        quality=given.quality.with_values(error_cost=0.3 * 7.5),
    )
    theirs = factors_of(scaled, STAY * 7.5, WORLD, VOLUME).cash_flow(FEE * 7.5)
    assert theirs.total == pytest.approx(FACTORS.cash_flow(FEE).total * 7.5, rel=1e-12)


def test_a_fee_of_one_case_gives_parts_of_its_months_alone():
    factors = factors_of(agreement(), STAY[0], volume=VOLUME[0])
    assert factors.cash_flow(FEE[0]).total.shape == (MONTHS,)
    assert factors.cash_flow(FEE).total.shape == (PATHS, MONTHS)


def test_errors_that_cost_something_need_the_volume_they_are_counted_on():
    with pytest.raises(InputError, match="needs the volume of the work"):
        factors_of(agreement(), STAY)


def test_a_form_that_follows_cost_is_not_indexed_on_top():
    steep = Agreement(DealTerms(transition_cost=0, wage_index_per_year=0.05))
    factors = factors_of(steep, STAY[0])
    assert factors.cash_flow(FEE[0], follows_cost=True).fee.tolist() == FEE[0].tolist()
    assert factors.cash_flow(FEE[0]).fee[-1] > FEE[0][-1]


def test_the_provider_gains_nothing_on_instalments_at_its_own_rate():
    lent = Agreement(
        DealTerms(transition_cost=0, transition_months=0),
        None,
        0.1,
        transformation=TransformationTerms(cost=100, amortised_months=12, finance_rate_per_year=0.1),
    )
    worth = factors_of(lent, STAY[0]).provider_own_npv
    assert worth == pytest.approx(100 - 100 * 1.1 ** (-0.5 / 12))  # it spends in the month's middle


def test_what_the_provider_spends_to_take_over_is_its_own_loss():
    given = Agreement(DealTerms(transition_cost=0, transition_months=0), None, 0.1, provider_investment=50)
    factors = factors_of(given, STAY[0])
    assert factors.provider_own_npv == pytest.approx(-50 * 1.1 ** (-0.5 / 12))
    assert not factors.own_npv

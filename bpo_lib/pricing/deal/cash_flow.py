"""From a monthly fee to what a deal costs the client, month by month over the term."""

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.factors import DealFactors
from bpo_lib.pricing.deal.indexation import indexation
from bpo_lib.pricing.deal.own_costs import OwnCosts, stranded_course
from bpo_lib.pricing.deal.parts import CashFlow
from bpo_lib.pricing.deal.present_value import discount_factors, payback_month, yearly_growth
from bpo_lib.pricing.deal.ramp import moved_share, overlap
from bpo_lib.pricing.deal.terms import DealTerms
from bpo_lib.pricing.deal.transition import one_off, transformation_charge
from bpo_lib.pricing.deal.world import World

__all__ = [
    "CashFlow",
    "DealFactors",
    "deal_cash_flow",
    "deal_factors",
    "discount_factors",
    "factors_of",
    "indexation",
    "overlap",
    "payback_month",
    "yearly_growth",
]


def deal_factors(
    case: Engagement, in_house: np.ndarray, world: World | None = None, volume: np.ndarray | None = None
) -> DealFactors:
    """Return what the deal of a case makes of any fee.

    Parameters
    ----------
    case : Engagement
    in_house : ndarray, shape (months,) or (paths, months)
        What staying in-house would cost. [currency/month]
    world : World, optional
        How wages, currency and quality turn out; as the terms expect when left out.
    volume : ndarray, same shape as `in_house`, optional
        Work that arrives, for the cost of its errors; left out, errors cost nothing. [transactions/month]

    Returns
    -------
    DealFactors
    """
    return factors_of(Agreement.of(case), in_house, world, volume)


def factors_of(
    agreement: Agreement,
    in_house: np.ndarray,
    world: World | None = None,
    volume: np.ndarray | None = None,
) -> DealFactors:
    """Return what an agreement makes of any fee; as `deal_factors`, without a case."""
    del volume
    world, deal, months = world or World.expected(), agreement.deal, in_house.shape[-1]
    one = np.ones((1, months))
    prepaid = one_off(months, agreement.transformation.cost, deal.transition_months)
    return DealFactors(
        indexed=indexation(months, deal, agreement.indexation, world.wages),
        followed=one,
        moved=moved_share(months, agreement.ramp),
        credit_share=np.zeros((1, 1)),
        charges=transformation_charge(months, agreement.transformation, deal.transition_months),
        provider_outlay=prepaid,
        own_costs=_own_costs(agreement, in_house, world),
        tax_share=deal.irrecoverable_tax_share,
        governance_share=deal.governance_share,
        discount=discount_factors(months, deal.discount_rate_per_year),
        paid_discount=discount_factors(months, deal.discount_rate_per_year, deal.payment_days),
        revenue_discount=discount_factors(months, agreement.provider_rate_per_year, deal.payment_days),
        outlay_discount=discount_factors(months, agreement.provider_rate_per_year),
    )


def _own_costs(agreement: Agreement, in_house: np.ndarray, world: World) -> OwnCosts:
    deal, months = agreement.deal, in_house.shape[-1]
    moved = moved_share(months, agreement.ramp)
    beside = deal.dual_running_share * overlap(months, deal.transition_months)
    return OwnCosts(
        in_house=in_house,
        own_team_share=1 - moved,
        dual_running_share=moved * beside,
        stranded_share=moved * (1 - beside) * stranded_course(months, agreement.retained),
        transition=one_off(months, deal.transition_cost, deal.transition_months),
        retained=_retained(agreement, months, world),
        rework=np.zeros(months),
    )


def _retained(agreement: Agreement, months: int, world: World) -> np.ndarray:
    """Return the cost of own people who steer the provider, at the pay of the own team."""
    if agreement.in_house is None:
        return np.zeros(months)
    pay = agreement.in_house
    growth = yearly_growth(months, pay.wage_growth_per_year + world.wages)
    return agreement.retained.fte * pay.cost_per_fte_month * growth


def deal_cash_flow(fee: np.ndarray, in_house: np.ndarray, deal: DealTerms) -> CashFlow:
    """Return the client's cost of a deal that has no terms but those every deal has.

    Parameters
    ----------
    fee : ndarray, shape (months,) or (paths, months)
        What the model charges before indexation. [currency/month]
    in_house : ndarray, same shape
        What staying in-house would cost. [currency/month]
    deal : DealTerms
        The terms around the fee.

    Returns
    -------
    CashFlow
    """
    return factors_of(Agreement(deal), in_house).cash_flow(fee)

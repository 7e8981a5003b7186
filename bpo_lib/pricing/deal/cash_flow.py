"""From a monthly fee to what a deal costs the client, month by month over the term."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.currency import currency_factor
from bpo_lib.pricing.deal.factors import DealFactors
from bpo_lib.pricing.deal.indexation import indexation
from bpo_lib.pricing.deal.own_costs import OwnCosts, stranded_course
from bpo_lib.pricing.deal.parts import CashFlow
from bpo_lib.pricing.deal.present_value import discount_factors, payback_month, yearly_growth
from bpo_lib.pricing.deal.quality import rework
from bpo_lib.pricing.deal.ramp import moved_share, overlap
from bpo_lib.pricing.deal.service_credits import credit_course
from bpo_lib.pricing.deal.termination import exit_charges
from bpo_lib.pricing.deal.transition import one_off, transformation_charge
from bpo_lib.pricing.deal.world import World

__all__ = [
    "CashFlow",
    "DealFactors",
    "deal_factors",
    "discount_factors",
    "factors_of",
    "payback_month",
    "termination_charges",
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
        Work that arrives, for the cost of its errors; the expected when left out. [transactions/month]

    Returns
    -------
    DealFactors
    """
    agreement = Agreement.of(case)
    if volume is None and agreement.quality.error_cost:
        volume = volume_outlook(case).mean.to_numpy()
    return factors_of(agreement, in_house, world, volume)


def termination_charges(case: Engagement, fee: np.ndarray) -> pd.DataFrame:
    """Return what ending the deal early for convenience costs, at the end of each month.

    Parameters
    ----------
    case : Engagement
    fee : ndarray, shape (months,)
        What is charged in each month: the fee of a `CashFlow`. [currency/month]

    Returns
    -------
    pandas.DataFrame
        month, month_number (1 for the first), unpaid_instalments, write_off, wind_down, breakage,
        lost_margin, charge (their sum or the cap) and cut (what the cap takes off). [currency]
    """
    agreement = Agreement.of(case)
    found = exit_charges(agreement.termination, agreement.deal, agreement.transformation, fee)
    frame = pd.DataFrame({"month": case.profile.months, "month_number": np.arange(1, fee.size + 1)})
    return frame.assign(**found)


def factors_of(
    agreement: Agreement,
    in_house: np.ndarray,
    world: World | None = None,
    volume: np.ndarray | None = None,
) -> DealFactors:
    """Return what an agreement makes of any fee; as `deal_factors`, without a case.

    Raises
    ------
    InputError
        When errors cost something and no volume is given.
    """
    world, deal, months = world or World.expected(), agreement.deal, in_house.shape[-1]
    indexed = indexation(months, deal, agreement.indexation, world.wages)
    invested = agreement.transformation.cost + agreement.provider_investment
    return DealFactors(
        indexed=indexed * currency_factor(agreement.currency, world.currency),
        followed=np.ones((1, months)),
        moved=moved_share(months, agreement.ramp),
        credit_share=credit_course(months, agreement.measures, agreement.service, world.quality),
        charges=transformation_charge(months, agreement.transformation, deal.transition_months),
        provider_outlay=one_off(months, invested, deal.transition_months),
        own_costs=_own_costs(agreement, in_house, world, volume),
        tax_share=deal.irrecoverable_tax_share,
        governance_share=deal.governance_share,
        discount=discount_factors(months, deal.discount_rate_per_year),
        paid_discount=discount_factors(months, deal.discount_rate_per_year, deal.payment_days),
        revenue_discount=discount_factors(months, agreement.provider_rate_per_year, deal.payment_days),
        outlay_discount=discount_factors(months, agreement.provider_rate_per_year),
    )


def _own_costs(
    agreement: Agreement, in_house: np.ndarray, world: World, volume: np.ndarray | None
) -> OwnCosts:
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
        rework=_rework(agreement, moved, world, volume),
    )


def _rework(agreement: Agreement, moved: np.ndarray, world: World, volume: np.ndarray | None) -> np.ndarray:
    """Return the cost of errors beyond those of the own team, in the work that has moved."""
    if agreement.quality.error_cost == 0:
        return np.zeros(moved.size)
    if volume is None:
        raise InputError("the cost of errors needs the volume of the work")
    return moved * rework(agreement.outcome_share, agreement.quality, world.quality, volume)


def _retained(agreement: Agreement, months: int, world: World) -> np.ndarray:
    """Return the cost of own people who steer the provider, at the pay of the own team."""
    if agreement.in_house is None or agreement.retained.fte == 0:
        return np.zeros(months)
    pay = agreement.in_house
    growth = yearly_growth(months, pay.wage_growth_per_year + world.wages)
    return agreement.retained.fte * pay.cost_per_fte_month * growth

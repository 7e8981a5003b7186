"""Automation: software takes over part of the work, the client's own team keeps the rest."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.engagement import Engagement
from bpo_lib.forecast import DemandTerms
from bpo_lib.forecast.term.changes import deflected_share
from bpo_lib.pricing.alternatives.progress import progress
from bpo_lib.pricing.deal import InHouseTerms, World
from bpo_lib.pricing.deal.transition import one_off
from bpo_lib.pricing.provider import team_cost
from bpo_lib.staffing import Team, own_team

YEAR = 12


class AutomationTerms(Terms):
    """What automating the work in the client's own house takes, and how much of it goes."""

    group: ClassVar[str] = "automation"
    optional: ClassVar[bool] = True

    investment: float = assumption(
        "one-off cost of automating: software, integration, project", unit="currency", ge=0, le=1e12
    )
    automated_share: float = assumption(
        "share of the volume that software handles alone in the end", unit="share", ge=0, le=0.95
    )
    months_to_go_live: float = assumption(
        "months until software handles the first transaction", unit="months", ge=0, le=60, default=6
    )
    ramp_months: float = assumption(
        "months from then until the share is reached", unit="months", ge=0, le=60, default=12
    )
    run_cost_per_month: float = assumption(
        "licences, hosting and people who run it, from going live",
        unit="currency/month",
        ge=0,
        le=1e12,
        default=0,
    )
    cost_per_transaction: float = assumption(
        "price of each transaction that software handles",
        unit="currency/transaction",
        ge=0,
        le=1e9,
        default=0,
    )
    maintenance_share_per_year: float = assumption(
        "upkeep from going live, against the investment", unit="share/year", ge=0, le=1, default=0.15
    )
    residual_handling_effect: float = assumption(
        "growth of handling time per unit of automated share, as the easy work leaves first",
        unit="share",
        ge=0,
        le=1,
        default=0.3,
        source="house assumption: what leaves takes about 70% of the average handling time",
    )


def taken_over(terms: AutomationTerms, months: int) -> np.ndarray:
    """Return the share of each month's volume that software handles.

    Returns
    -------
    ndarray, shape (months,)
        [share]
    """
    return terms.automated_share * progress(months, terms.months_to_go_live, terms.ramp_months)


def automation_parts(
    case: Engagement,
    volume: np.ndarray,
    world: World | None = None,
    staffed: Callable[[Engagement, np.ndarray], Team] = own_team,
) -> dict[str, np.ndarray]:
    """Return what the work costs when the client automates part of it and keeps the rest, part by part.

    Parameters
    ----------
    case : Engagement
        With automation terms.
    volume : ndarray, shape (months,) or (paths, months)
        As forecast, what the client already expects to be deflected taken off. [transactions/month]
    world : World, optional
        How wages depart from what the terms expect; as expected when left out.
    staffed : callable
        How a volume is staffed, the same as for staying.

    Returns
    -------
    dict of str to ndarray, each broadcasting to the shape of `volume`
        own_team, software (licences, upkeep, transactions), one_off; together everything the client
        pays. [currency/month]

    Raises
    ------
    InputError
        When the client gives no automation terms, or a volume cannot be staffed.

    Notes
    -----
    Software takes a_t of the volume that `demand.deflected_share` leaves, so nothing is taken away
    twice: of the volume before deflection theta_t it is a_t (1 - theta_t). The handling time of what
    stays is tau_0 (1 + kappa_d theta_t + kappa a_t (1 - theta_t)). A month's work is staffed as if fewer
    contacts of today's length came. People no longer needed leave as `people` says. Source: house
    practice; the direction of the effect on handling time: ipintegration.
    """
    terms, months = case.of(AutomationTerms), volume.shape[-1]
    share = taken_over(terms, months)
    people = staffed(case, volume * (1 - share) * _longer(case, share))
    live = progress(months, terms.months_to_go_live, 0)
    running = terms.run_cost_per_month + terms.investment * terms.maintenance_share_per_year / YEAR
    return {
        "own_team": team_cost(people, case.of(InHouseTerms), world),
        "software": running * live + terms.cost_per_transaction * volume * share,
        "one_off": one_off(months, terms.investment, terms.months_to_go_live),
    }


def automation_cost(
    case: Engagement,
    volume: np.ndarray,
    world: World | None = None,
    staffed: Callable[[Engagement, np.ndarray], Team] = own_team,
) -> np.ndarray:
    """Return the same as `automation_parts` in one sum, in the shape of `volume`. [currency/month]."""
    return sum(automation_parts(case, volume, world, staffed).values(), np.zeros(()))


def _longer(case: Engagement, share: np.ndarray) -> np.ndarray:
    """Return how long what stays takes against what the forecast already says of it. [ratio]"""
    demand = case.of(DemandTerms)
    gone = deflected_share(demand, share.size)
    before = 1 + demand.residual_handling_effect * gone
    more = case.of(AutomationTerms).residual_handling_effect * share * (1 - gone)
    return (before + more) / before

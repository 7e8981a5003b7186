"""Shared services: the work of several units pooled in one place of the client's own."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.alternatives.progress import progress
from bpo_lib.pricing.deal import InHouseTerms, RampTerms, World
from bpo_lib.pricing.deal.ramp import moved_share
from bpo_lib.pricing.deal.transition import one_off
from bpo_lib.pricing.provider import team_cost
from bpo_lib.staffing import Team, own_team


class SharedServicesTerms(Terms):
    """What it takes to pool the work in an own unit, and what a person costs there."""

    group: ClassVar[str] = "shared_services"
    optional: ClassVar[bool] = True

    one_off_cost: float = assumption(
        "one-off cost of building the unit: project, systems, redundancy", unit="currency", ge=0, le=1e12
    )
    cost_per_fte_month: float = assumption(
        "full cost of one FTE in the shared unit", unit="currency/FTE/month", ge=1, le=1e9
    )
    months_to_build: float = assumption(
        "months until the shared unit takes the first work", unit="months", ge=0, le=24, default=9
    )
    move_months: float = assumption(
        "months from the first work moved to the last", unit="months", ge=0, le=24, default=3
    )
    fte_saved_share: float = assumption(
        "people the same work no longer takes once it is pooled", unit="share", ge=0, le=0.8, default=0.1
    )
    wage_growth_per_year: float = assumption(
        "yearly growth of the cost of one FTE in the shared unit",
        unit="share/year",
        ge=-0.1,
        le=0.3,
        default=0.03,
    )
    overhead_share: float = assumption(
        "cost of running the unit beyond its people's full cost, against it",
        unit="share",
        ge=0,
        le=1,
        default=0.05,
    )
    stranded_share: float = assumption(
        "part of the cost of the old team that does not end when its work moves",
        unit="share",
        ge=0,
        le=1,
        default=0.05,
    )
    stranded_months: float = assumption(
        "months in which that part is worked off, evenly", unit="months", ge=0, le=84, default=12
    )


def shared_services_parts(
    case: Engagement,
    volume: np.ndarray,
    world: World | None = None,
    staffed: Callable[[Engagement, np.ndarray], Team] = own_team,
) -> dict[str, np.ndarray]:
    """Return what the work costs when an own shared unit is built and takes it over, part by part.

    Parameters
    ----------
    case : Engagement
        With shared services terms.
    volume : ndarray, shape (months,) or (paths, months)
        [transactions/month]
    world : World, optional
        How wages depart from what the terms expect; as expected when left out.
    staffed : callable
        How a volume is staffed, the same as for staying.

    Returns
    -------
    dict of str to ndarray, each broadcasting to the shape of `volume`
        own_team (for what has not moved), shared_unit, one_off, stranded; together everything the
        client pays. [currency/month]

    Raises
    ------
    InputError
        When the client gives no shared services terms, or a volume cannot be staffed.

    Notes
    -----
    own (1 - moved) + unit moved + one-off cost over the months of building + stranded cost. The unit
    staffs the same work with `fte_saved_share` fewer people. The stranded share of the old cost of what
    has moved is worked off in a straight line from the first work moved. Source: house practice.
    """
    terms, team, months = case.of(SharedServicesTerms), staffed(case, volume), volume.shape[-1]
    own = team_cost(team, case.of(InHouseTerms), world)
    # Work moves to the unit as it would to a provider.
    moved = moved_share(months, RampTerms(start_months=terms.months_to_build, ramp_months=terms.move_months))
    worked_off = progress(months, terms.months_to_build, terms.stranded_months)
    return {
        "own_team": own * (1 - moved),
        "shared_unit": _unit_cost(team, case, terms, world) * moved,
        "one_off": one_off(months, terms.one_off_cost, terms.months_to_build),
        "stranded": terms.stranded_share * own * moved * (1 - worked_off),
    }


def shared_services_cost(
    case: Engagement,
    volume: np.ndarray,
    world: World | None = None,
    staffed: Callable[[Engagement, np.ndarray], Team] = own_team,
) -> np.ndarray:
    """Return the same as `shared_services_parts` in one sum, in the shape of `volume`. [currency/month]."""
    return sum(shared_services_parts(case, volume, world, staffed).values(), np.zeros(()))


def _unit_cost(team: Team, case: Engagement, terms: SharedServicesTerms, world: World | None) -> np.ndarray:
    """Return what the unit would cost in each month if all of the work were there."""
    payroll = InHouseTerms(
        cost_per_fte_month=terms.cost_per_fte_month,
        wage_growth_per_year=terms.wage_growth_per_year,
        cost_per_hire=case.of(InHouseTerms).cost_per_hire,
    )
    return (1 - terms.fte_saved_share) * (1 + terms.overhead_share) * team_cost(team, payroll, world)

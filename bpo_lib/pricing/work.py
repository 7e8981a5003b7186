"""The same work by both teams: what every way to have it done is priced on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal import DealTerms, InHouseTerms, ProviderTerms, World
from bpo_lib.pricing.deal.quality import outcome_share, repeat_factor
from bpo_lib.pricing.provider import provider_cost, team_cost
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import Team, WorkTerms, handling_growth, handling_hours, own_team, provider_team


@dataclass(frozen=True, eq=False)
class CaseWork:
    """A client's work over the term, done by its own team and by a provider's.

    Parameters
    ----------
    volume : ndarray, shape (months,) or (paths, months)
        Work that arrives. [transactions/month]
    own, theirs : Team
        The client's people, and the provider's. [FTE]
    work : Workload
        The work as the provider would do it, with what it costs either side.
    """

    volume: np.ndarray
    own: Team
    theirs: Team
    work: Workload

    @property
    def in_house(self) -> np.ndarray:
        """Cost of staying, in the shape of `volume`. [currency/month]."""
        return self.work.in_house_cost


@lru_cache(maxsize=32)
def expected_work(case: Engagement) -> CaseWork:
    """Return the work of a case at its expected volume, month by month.

    Returns
    -------
    CaseWork
        Every part has shape (months,).

    Raises
    ------
    InputError
        When the client gives no past volumes.
    """
    return work_at(case, volume_outlook(case).mean.to_numpy())


def work_at(case: Engagement, volume: ArrayLike) -> CaseWork:
    """Return the work of a case at a volume that is known beforehand, so that both teams plan for it.

    Parameters
    ----------
    case : Engagement
    volume : array, shape (months,) or (paths, months)
        Over the whole term. [transactions/month]

    Returns
    -------
    CaseWork

    Raises
    ------
    InputError
        When a volume is missing, negative or infinite.
    """
    wanted = np.asarray(volume, dtype=float)
    own, handled = own_team(case, wanted), _times(wanted, repeat_factor(case))
    theirs = provider_team(at_the_provider(case), handled, case.of(DealTerms).transition_months)
    return CaseWork(wanted, own, theirs, filled_work(case, wanted, own, theirs))


def filled_work(case: Engagement, volume: np.ndarray, own: Team, theirs: Team) -> Workload:
    """Return every quantity of the work that a form may charge by, from teams already known.

    Parameters
    ----------
    case, volume, own, theirs
        As for `work_parts`.

    Returns
    -------
    Workload
    """
    return Workload(**{name: part() for name, part in work_parts(case, volume, own, theirs).items()})


def work_parts(
    case: Engagement,
    volume: np.ndarray,
    own: Team,
    theirs: Team,
    *,
    world: World | None = None,
    handling: np.ndarray | None = None,
) -> dict[str, Callable[[], np.ndarray]]:
    """Return how each quantity of a `Workload` is computed.

    Parameters
    ----------
    case : Engagement
    volume : ndarray, shape (months,) or (paths, months)
        Work that arrives at the client's own team. [transactions/month]
    own, theirs : Team
        The client's people and the provider's, in the shape of `volume`.
    world : World, optional
        How wages, currencies and quality depart from what is expected; not at all when left out.
    handling : ndarray that broadcasts to `volume`, optional
        Handling time of each month against today's; `handling_growth` when left out. [ratio]

    Returns
    -------
    dict of str to callable
        The volume is what the provider handles, contacts that come back included; FTE are its people
        on the roster, those in training not among them; its cost is 0 where it is not known.
    """
    world, work = world or World.expected(), at_the_provider(case).of(WorkTerms)
    longer = handling_growth(case) if handling is None else handling
    share = _by_path(outcome_share(case, world))
    handled = _times(volume, repeat_factor(case, world))
    roster = theirs.paid - theirs.training
    available, hours = work.available_share, work.paid_hours_per_month
    cost, stay = _provider_cost(case, theirs, world), in_house_cost(case, own, world)
    return {
        "volume": lambda: handled,
        "handling_hours": lambda: handling_hours(handled * longer, work.handling_minutes),
        "fte": lambda: roster,
        "outcomes": lambda: handled * share,
        "productive_fte": lambda: roster * available,
        "paid_hours": lambda: roster * hours,
        "productive_hours": lambda: roster * (available * hours),
        "provider_cost": lambda: cost,
        "in_house_cost": lambda: stay,
    }


def in_house_cost(case: Engagement, own: Team, world: World | None = None) -> np.ndarray:
    """Return what the work costs when it stays: everybody on the payroll and every hire, with wage growth.

    Parameters
    ----------
    case : Engagement
    own : Team
        The client's people.
    world : World, optional
        Of which the wages count; as the terms expect when left out.

    Returns
    -------
    ndarray, shape of `own.paid`
        [currency/month]
    """
    return team_cost(own, case.of(InHouseTerms), world)


def at_the_provider(case: Engagement) -> Engagement:
    """Return the case with the provider's handling time, where the client states a gain."""
    if not case.has(ProviderTerms) or case.of(ProviderTerms).productivity_gain_share == 0:
        return case
    gain = case.of(ProviderTerms).productivity_gain_share
    work = case.of(WorkTerms)
    # Not checked again: from the end of the client's range the provider may well go beyond it.
    theirs = work.model_copy(update={"handling_minutes": work.handling_minutes * (1 - gain)})
    return replace(case, terms={**case.terms, WorkTerms: theirs})


def _provider_cost(case: Engagement, theirs: Team, world: World) -> np.ndarray:
    if not case.has(ProviderTerms):
        return np.zeros(theirs.paid.shape)
    return provider_cost(case, theirs, world)


def _times(volume: np.ndarray, factor: np.ndarray) -> np.ndarray:
    """Return a volume times a factor by path, itself where the factor is 1 on all of them."""
    return volume if np.all(factor == 1) else volume * _by_path(factor)


def _by_path(departure: np.ndarray) -> np.ndarray:
    """Return what differs by path, or the one number for all of them, so that (months,) stays (months,)."""
    return departure.reshape(()) if departure.size == 1 else departure

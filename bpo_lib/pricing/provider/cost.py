"""What the work costs the provider month by month: people by location, hires, currencies."""

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.present_value import yearly_growth
from bpo_lib.pricing.deal.terms import InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.world import World
from bpo_lib.pricing.provider.location import OTHER_ITEMS, PEOPLE_ITEMS
from bpo_lib.pricing.provider.sites import Site, level, provider_sites
from bpo_lib.staffing import Team

YEAR = 12


def provider_cost(case: Engagement, team: Team, world: World | None = None) -> np.ndarray:
    """Return what a team costs the provider, people in training and hires included.

    Parameters
    ----------
    case : Engagement
        With provider terms; its locations and currencies where the client gives them.
    team : Team
        The provider's people, parts of shape (months,) or (paths, months). [FTE]
    world : World, optional
        How wages and currencies depart from what the terms expect; as expected when left out.

    Returns
    -------
    ndarray, shape of `team.paid`, or (paths, months) where the world has more paths
        [currency/month]

    Raises
    ------
    InputError
        When the client gives no provider terms.

    Notes
    -----
    Without locations all of the cost of an FTE grows with wages, and none of it is foreign. With them,
    pay, leads and support grow with the wages of their place, the rest with
    `provider.other_growth_per_year`; what is paid in other currencies is dearer by `world.currency`.
    """
    world = world or World.expected()
    if not provider_sites(case):
        return team_cost(team, case.of(ProviderTerms), world)
    each, hire = _unit_costs(case, team.paid.shape[-1], world)
    cost = team.paid * each
    return cost + team.hires * hire if hire.any() else cost


def team_cost(team: Team, terms: InHouseTerms | ProviderTerms, world: World | None = None) -> np.ndarray:
    """Return what a team costs whoever employs it, where the full cost of an FTE grows with wages.

    Parameters
    ----------
    team : Team
        Parts of shape (months,) or (paths, months). [FTE]
    terms : InHouseTerms or ProviderTerms
        Cost of an FTE and of a hire in the first year, and how they grow.
    world : World, optional
        As for `provider_cost`.

    Returns
    -------
    ndarray, as for `provider_cost`
        [currency/month]
    """
    above = 0.0 if world is None else world.wages
    growth = wage_growth(team.paid.shape[-1], terms.wage_growth_per_year, above)
    cost = team.paid * terms.cost_per_fte_month
    if terms.cost_per_hire:  # else thousands of paths need not know who is hired
        cost = cost + team.hires * terms.cost_per_hire
    return cost * growth


def wage_growth(months: int, rate_per_year: float, above: np.ndarray | float = 0.0) -> np.ndarray:
    """Return growth factors that step up at each anniversary, 1 in the first year.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    rate_per_year : float
        Growth the terms expect. [share/year]
    above : float or ndarray, shape (1, 1) or (paths, 1)
        What it is beyond that. [share/year]

    Returns
    -------
    ndarray, shape (months,) where `above` is one number, else (paths, months)
    """
    return yearly_growth(months, rate_per_year + _plain(above))


def _unit_costs(case: Engagement, months: int, world: World) -> tuple[np.ndarray, np.ndarray]:
    """Return what an average FTE and an average hire cost in each month, over all sites."""
    terms, scale, dearer = case.of(ProviderTerms), level(case), 1 + _plain(world.currency)
    other = wage_growth(months, terms.other_growth_per_year)[::YEAR]
    # Year by year, at home and abroad apart: a currency moves by month, and only what is paid in it.
    each, hire = ([np.zeros(other.size), np.zeros(other.size)] for _ in range(2))
    for site in provider_sites(case):
        wages = terms.wage_growth_per_year + site.location.extra_wage_growth_per_year
        grown, share = wage_growth(months, wages, world.wages)[..., ::YEAR], site.location.share
        here = scale * (_sum(site, PEOPLE_ITEMS) * grown + _sum(site, OTHER_ITEMS) * other)
        each[site.foreign] = each[site.foreign] + share * here
        local_hire = site.location.cost_per_hire * site.rate
        abroad = site.foreign and local_hire > 0
        hire[abroad] = hire[abroad] + share * grown * (local_hire or terms.cost_per_hire)
    return _by_month(each, dearer, months), _by_month(hire, dearer, months)


def _by_month(by_year: list[np.ndarray], dearer: np.ndarray, months: int) -> np.ndarray:
    """Return a cost at home and one abroad, both by year, together by month; one zero where both are."""
    home, abroad = (part if part.any() else None for part in by_year)
    whole = np.zeros(()) if home is None else np.repeat(home, YEAR, axis=-1)[..., :months]
    return whole if abroad is None else whole + np.repeat(abroad, YEAR, axis=-1)[..., :months] * dearer


def _sum(site: Site, names: tuple[str, ...]) -> float:
    return sum(site.items[name] for name in names)


def _plain(change: np.ndarray | float) -> np.ndarray:
    """Return a change that is one number without axes, so that a team of one path keeps its shape."""
    values = np.asarray(change, dtype=float)
    return values.reshape(()) if values.size == 1 else values

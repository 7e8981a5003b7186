"""The places of a provider in the client's currency: what one FTE costs, and how much of it is foreign."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing.deal.terms import ProviderTerms
from bpo_lib.pricing.provider.location import ExchangeRate, Location
from bpo_lib.pricing.risk.terms import RiskTerms


@dataclass(frozen=True, eq=False)
class Site:
    """A location with the rate of its currency.

    Parameters
    ----------
    location : Location
        What the work costs there, in its own currency.
    rate : float
        What one unit of that currency costs in the client's. [currency/local]
    volatility_per_year : float
        Of the rate; 0 in the client's own currency, and where it is not known. [share/year]
    foreign : bool
        Whether the currency is another than the client's.
    """

    location: Location
    rate: float = 1.0
    volatility_per_year: float = 0.0
    foreign: bool = False

    @cached_property
    def items(self) -> dict[str, float]:
        """What one FTE costs here in a month of the first year, by item. [currency/FTE/month]."""
        return {item: local * self.rate for item, local in self.location.items.items()}

    @property
    def weight(self) -> float:
        """What this site adds to the cost of an average FTE. [currency/FTE/month]."""
        return self.location.share * sum(self.items.values())


def sites(
    locations: Sequence[Location], rates: Sequence[ExchangeRate], own_currency: str
) -> tuple[Site, ...]:
    """Return locations with the rates of their currencies.

    Parameters
    ----------
    locations : sequence of Location
    rates : sequence of ExchangeRate
        One for each currency other than the client's.
    own_currency : str
        The client's.

    Returns
    -------
    tuple of Site

    Raises
    ------
    InputError
        When a currency has no rate; the location is named.
    """
    known = {each.currency: each for each in rates}
    found = []
    for each in locations:
        if each.currency == own_currency:
            found.append(Site(each))
        elif each.currency in known:
            quoted = known[each.currency]
            found.append(Site(each, quoted.rate, quoted.volatility_per_year, foreign=True))
        else:
            raise InputError(f"{each.location}: {each.currency} has no rate in {own_currency}")
    return tuple(found)


def built_up_cost(places: Sequence[Site]) -> float:
    """Return what an average FTE costs in a month of the first year over all sites. [currency/FTE/month]."""
    return sum(place.weight for place in places)


def places_of(locations: pd.DataFrame, currencies: pd.DataFrame, own_currency: str) -> tuple[Site, ...]:
    """Return the sites that the tables of a client tell; as for `sites`."""
    read = [Location(**row) for row in _rows(locations)]
    return sites(read, [ExchangeRate(**row) for row in _rows(currencies)], own_currency)


@lru_cache(maxsize=32)
def provider_sites(case: Engagement) -> tuple[Site, ...]:
    """Return the sites of the provider a client describes; none where it gives no `locations.csv`."""
    return places_of(case.locations, case.currencies, case.profile.currency)


def level(case: Engagement) -> float:
    """Return the stated cost of one FTE over that of the sites.

    `provider.cost_per_fte_month` is the level and the sites say what it is made of: where the client
    leaves it out, it is their sum and this is 1; a what-if of it moves all items alike. [ratio]
    """
    return case.of(ProviderTerms).cost_per_fte_month / built_up_cost(provider_sites(case))


def local_share(case: Engagement) -> float:
    """Return the share of the provider's cost that is in other currencies than the client's.

    Returns
    -------
    float
        Of the cost of an average FTE in the first year; 0 where no locations are given. [share]
    """
    places = provider_sites(case)
    return sum(each.weight for each in places if each.foreign) / built_up_cost(places) if places else 0.0


def currency_volatility(case: Engagement) -> float:
    """Return how much the price of the provider's currencies moves in a year.

    Returns
    -------
    float
        Weighted by cost, as if all of them moved together; 0 where nothing is foreign. A currency whose
        own volatility is not given takes `risk.currency_volatility_per_year`. [share/year]
    """
    foreign = [each for each in provider_sites(case) if each.foreign]
    if not foreign:
        return 0.0
    moves = [each.volatility_per_year or case.of(RiskTerms).currency_volatility_per_year for each in foreign]
    weighed = sum(each.weight * move for each, move in zip(foreign, moves, strict=True))
    return weighed / built_up_cost(foreign)


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in table.to_dict("records")]

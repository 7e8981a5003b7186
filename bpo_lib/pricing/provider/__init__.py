"""The provider's side of a deal: what the work costs it, place by place, and what it keeps."""

from bpo_lib.pricing.provider.cost import provider_cost, team_cost, wage_growth
from bpo_lib.pricing.provider.location import ExchangeRate, Location
from bpo_lib.pricing.provider.margin import (
    break_even_month,
    margin,
    margin_by_month,
    mark_up,
    price_at_margin,
)
from bpo_lib.pricing.provider.sites import currency_volatility, local_share, provider_sites

__all__ = [
    "ExchangeRate",
    "Location",
    "break_even_month",
    "currency_volatility",
    "local_share",
    "margin",
    "margin_by_month",
    "mark_up",
    "price_at_margin",
    "provider_cost",
    "provider_sites",
    "team_cost",
    "wage_growth",
]

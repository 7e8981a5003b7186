"""The deal around a fee: its terms, and what the client pays month by month over the term."""

from bpo_lib.pricing.deal.terms import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.world import World

__all__ = ["DealTerms", "InHouseTerms", "ProviderTerms", "World"]

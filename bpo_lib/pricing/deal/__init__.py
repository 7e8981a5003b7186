"""The deal around a fee: its terms, and what the client pays month by month over the term."""

from bpo_lib.pricing.deal.indexation import IndexationTerms
from bpo_lib.pricing.deal.own_costs import RetainedTerms
from bpo_lib.pricing.deal.ramp import RampTerms
from bpo_lib.pricing.deal.terms import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.transition import TransformationTerms
from bpo_lib.pricing.deal.world import World

__all__ = [
    "DealTerms",
    "InHouseTerms",
    "IndexationTerms",
    "ProviderTerms",
    "RampTerms",
    "RetainedTerms",
    "TransformationTerms",
    "World",
]

"""The deal around a fee: its terms, and what the client pays month by month over the term."""

from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.deal.indexation import IndexationTerms
from bpo_lib.pricing.deal.own_costs import RetainedTerms
from bpo_lib.pricing.deal.quality import QualityTerms
from bpo_lib.pricing.deal.ramp import RampTerms
from bpo_lib.pricing.deal.service_credits import ServiceTerms
from bpo_lib.pricing.deal.service_measure import ServiceMeasure
from bpo_lib.pricing.deal.termination import ExitTerms
from bpo_lib.pricing.deal.terms import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.transition import TransformationTerms
from bpo_lib.pricing.deal.world import World

__all__ = [
    "CurrencyTerms",
    "DealTerms",
    "ExitTerms",
    "InHouseTerms",
    "IndexationTerms",
    "ProviderTerms",
    "QualityTerms",
    "RampTerms",
    "RetainedTerms",
    "ServiceMeasure",
    "ServiceTerms",
    "TransformationTerms",
    "World",
]

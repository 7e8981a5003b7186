"""Sourcing: which delivery model, which provider."""

from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA, VendorCriterion
from bpo_lib.sourcing.bids.scorecard import ProviderScores, score_providers
from bpo_lib.sourcing.bids.terms import ScorecardTerms
from bpo_lib.sourcing.deal_choice import DealChoice, deal_choice, recommended_deal
from bpo_lib.sourcing.delivery_model import delivery_models, recommended_model
from bpo_lib.sourcing.delivery_options import delivery_options
from bpo_lib.sourcing.lasting_price import lasting_prices
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.sourcing.places import location_hours
from bpo_lib.sourcing.suiting import FORMS

__all__ = [
    "FORMS",
    "VENDOR_CRITERIA",
    "DealChoice",
    "DeliveryModelTerms",
    "ProviderScores",
    "ScorecardTerms",
    "VendorCriterion",
    "deal_choice",
    "delivery_models",
    "delivery_options",
    "lasting_prices",
    "location_hours",
    "recommended_deal",
    "recommended_model",
    "score_providers",
]

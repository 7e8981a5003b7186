"""Sourcing: which delivery model, which provider."""

from bpo_lib.sourcing.criteria import VENDOR_CRITERIA, VendorCriterion
from bpo_lib.sourcing.delivery_model import FORMS, delivery_options
from bpo_lib.sourcing.scorecard import ProviderScores, score_providers
from bpo_lib.sourcing.terms import ScorecardTerms

__all__ = [
    "FORMS",
    "VENDOR_CRITERIA",
    "ProviderScores",
    "ScorecardTerms",
    "VendorCriterion",
    "delivery_options",
    "score_providers",
]

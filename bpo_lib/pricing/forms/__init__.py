"""The commercial forms: what a client pays for a month's work, one idea a file."""

from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.pricing.forms.transaction import TransactionPricing

__all__ = ["OutcomePricing", "PerFtePricing", "TransactionPricing"]

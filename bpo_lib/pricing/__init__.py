"""Pricing: one file per commercial idea, all priced on the same `Workload`."""

from bpo_lib.pricing.outcome import OutcomePricing
from bpo_lib.pricing.per_fte import PerFtePricing
from bpo_lib.pricing.transaction import TransactionPricing
from bpo_lib.pricing.workload import Workload

PRICING_MODELS = {
    "per_fte": PerFtePricing,
    "transaction": TransactionPricing,
    "outcome": OutcomePricing,
}

__all__ = ["PRICING_MODELS", "OutcomePricing", "PerFtePricing", "TransactionPricing", "Workload"]

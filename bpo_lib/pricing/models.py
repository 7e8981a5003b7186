"""The pricing models on offer; a new one is one file, one line here and its test."""

from typing import Protocol

import numpy as np

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.outcome import OutcomePricing
from bpo_lib.pricing.per_fte import PerFtePricing
from bpo_lib.pricing.transaction import TransactionPricing
from bpo_lib.pricing.workload import Workload


class PricingModel(Protocol):
    """Whatever can say what the client pays for a month's work."""

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return the fee before indexation, in the shape of the workload. [currency/month]."""
        ...


PRICING_MODELS: dict[str, type[Terms]] = {
    "per_fte": PerFtePricing,
    "transaction": TransactionPricing,
    "outcome": OutcomePricing,
}

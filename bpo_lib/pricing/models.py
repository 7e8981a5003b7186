"""The pricing models on offer; a new one is one file, one line here and its test."""

from typing import ClassVar, Protocol

import numpy as np

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.forms import OutcomePricing, PerFtePricing, TransactionPricing
from bpo_lib.pricing.workload import Workload


class PricingModel(Protocol):
    """Whatever can say what the client pays for a month's work.

    `follows_cost` is true of a form that passes on what the work costs as it happens, so that no
    clause on inflation or currency may be applied on top.
    """

    follows_cost: ClassVar[bool]

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return the fee before indexation, in the shape of the workload. [currency/month]."""
        ...


PRICING_MODELS: dict[str, type[Terms]] = {
    "per_fte": PerFtePricing,
    "transaction": TransactionPricing,
    "outcome": OutcomePricing,
}

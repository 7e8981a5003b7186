"""The pricing models on offer; a new one is one file, one line here and its test."""

from typing import ClassVar, Protocol, cast

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.forms import (
    CostPlusPricing,
    FixedPricePricing,
    Form,
    GainSharePricing,
    HybridPricing,
    OutcomePricing,
    PerFtePricing,
    PerHandledMinutePricing,
    PerPaidHourPricing,
    PerProductiveHourPricing,
    PerSeatPricing,
    TargetCostPricing,
    TieredPricing,
    TransactionPricing,
)
from bpo_lib.pricing.workload import Workload

IN_HOUSE = "in_house"  # staying, among the names of the ways to have the work done


class PricingModel(Protocol):
    """Whatever can say what the client pays for a month's work.

    `follows_cost` is true of a form that passes on what the work costs as it happens, so that no
    clause on inflation or currency may be applied on top.
    """

    follows_cost: ClassVar[bool]

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return the fee before indexation, in the shape of the workload. [currency/month]."""
        ...


PRICING_MODELS: dict[str, type[Form]] = {
    "per_fte": PerFtePricing,
    "per_seat": PerSeatPricing,
    "per_paid_hour": PerPaidHourPricing,
    "per_productive_hour": PerProductiveHourPricing,
    "per_handled_minute": PerHandledMinutePricing,
    "tiered": TieredPricing,
    "transaction": TransactionPricing,
    "fixed_price": FixedPricePricing,
    "cost_plus": CostPlusPricing,
    "target_cost": TargetCostPricing,
    "outcome": OutcomePricing,
    "gain_share": GainSharePricing,
    "hybrid": HybridPricing,
}
# A form in the middle of a sentence.
FORM_WORDS = {
    "per_fte": "a price per FTE",
    "per_seat": "a price per seat",
    "per_paid_hour": "a price per paid hour",
    "per_productive_hour": "a price per productive hour",
    "per_handled_minute": "a price per handled minute",
    "tiered": "a price list by volume",
    "transaction": "a price per transaction",
    "fixed_price": "a fixed price",
    "cost_plus": "cost plus a mark-up",
    "target_cost": "a shared target cost",
    "outcome": "an outcome-based price",
    "gain_share": "cost and a share of the saving",
    "hybrid": "a hybrid price",
}


def offered_models(case: Engagement) -> dict[str, PricingModel]:
    """Return the pricing models whose terms the client gave, in the order of `PRICING_MODELS`."""
    return {
        name: cast("PricingModel", case.of(kind)) for name, kind in PRICING_MODELS.items() if case.has(kind)
    }

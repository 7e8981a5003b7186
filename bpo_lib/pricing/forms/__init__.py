"""The commercial forms: what a client pays for a month's work, one idea a file."""

from bpo_lib.pricing.forms.cost_plus import CostPlusPricing
from bpo_lib.pricing.forms.fixed_price import FixedPricePricing
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.gain_share import GainSharePricing
from bpo_lib.pricing.forms.hybrid import HybridPricing
from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.pricing.forms.per_hour import (
    PerHandledMinutePricing,
    PerPaidHourPricing,
    PerProductiveHourPricing,
)
from bpo_lib.pricing.forms.per_seat import PerSeatPricing
from bpo_lib.pricing.forms.price_level import priced_to, scaled
from bpo_lib.pricing.forms.target_cost import TargetCostPricing
from bpo_lib.pricing.forms.tiered import PriceTier, TieredPricing
from bpo_lib.pricing.forms.transaction import TransactionPricing

__all__ = [
    "CostPlusPricing",
    "FixedPricePricing",
    "Form",
    "GainSharePricing",
    "HybridPricing",
    "OutcomePricing",
    "PerFtePricing",
    "PerHandledMinutePricing",
    "PerPaidHourPricing",
    "PerProductiveHourPricing",
    "PerSeatPricing",
    "PriceTier",
    "TargetCostPricing",
    "TieredPricing",
    "TransactionPricing",
    "priced_to",
    "scaled",
]

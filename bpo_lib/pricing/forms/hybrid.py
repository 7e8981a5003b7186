"""Hybrid pricing: one price of which part is fixed, part goes by the transaction and part is at risk."""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.fixed_price import FixedPricePricing
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.pricing.forms.price_level import at_cost, expected_sum
from bpo_lib.pricing.forms.tiered import PriceTier, TieredPricing
from bpo_lib.pricing.workload import Workload


class HybridPricing(Form):
    """A price per transaction split in three: fixed, by the transaction, and paid by outcomes only.

    At the baseline volume and the agreed share of outcomes, the three parts together make the
    baseline charge. What is neither fixed nor by the transaction is at risk: it grows and falls
    with the outcomes, up to a cap. The parts are a fixed price, a price list of one row and an
    outcome price.

    References
    ----------
    HFS Research: base, output and outcome in one contract. The split is house practice.
    """

    group: ClassVar[str] = "hybrid"

    baseline_volume: float = assumption(
        "volume at which the parts make the whole price", unit="transactions/month", ge=1
    )
    unit_price: float = assumption(
        "price of one transaction at the baseline, all parts together",
        unit="currency/transaction",
        ge=0,
        le=1e9,
    )
    fixed_share: float = assumption("share of the price that is fixed", unit="share", ge=0, le=1, default=0.4)
    unit_share: float = assumption(
        "share of the price that goes by the transaction", unit="share", ge=0, le=1, default=0.4
    )
    agreed_outcome_share: float = assumption(
        "transactions that end as agreed at which the part at risk is paid in full",
        unit="share",
        ge=0.01,
        le=1,
    )
    outcome_cap_share: float = assumption(
        "largest payment of the part at risk, against that at the baseline",
        unit="share",
        ge=1,
        le=10,
        default=1.2,
    )

    @model_validator(mode="after")
    def _shares_of_one_price(self) -> Self:
        if self.fixed_share + self.unit_share > 1 + 1e-12:
            shares = f"fixed_share {self.fixed_share:g} and unit_share {self.unit_share:g}"
            raise ValueError(f"{shares} are more than 1 together")
        return self

    @property
    def at_risk_share(self) -> float:
        """Share of the price that is paid by outcomes only. [share]."""
        return max(1 - self.fixed_share - self.unit_share, 0.0)

    @property
    def parts(self) -> tuple[Form, ...]:
        """The three prices whose sum the client pays: fixed, by the transaction, by outcomes."""
        at_risk = self.at_risk_share * self.unit_price
        return (
            FixedPricePricing(price_per_month=self.fixed_share * self.unit_price * self.baseline_volume),
            TieredPricing(tiers=(PriceTier(from_volume=0, unit_price=self.unit_share * self.unit_price),)),
            OutcomePricing(
                base_fee_per_month=0,
                fee_per_outcome=at_risk / self.agreed_outcome_share,
                cap_per_month=self.outcome_cap_share * at_risk * self.baseline_volume,
            ),
        )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `volume` and `outcomes` have shape (months,) or (paths, months).
            [transactions/month]

        Returns
        -------
        ndarray, shape of `workload.volume`
            The fee before indexation. [currency/month]
        """
        fixed, unit, at_risk = (part.monthly_fee(workload) for part in self.parts)
        fee = unit + at_risk
        fee += fixed
        return fee

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return two fifths fixed, two by the transaction and one at risk, that cover the provider's cost."""
        volume = expected_sum(workload.volume)
        if not volume > 0:
            raise InputError("there is no work to size a baseline on")
        good = expected_sum(workload.outcomes) / volume
        baseline = max(volume / workload.months, 1.0)
        return at_cost(
            cls(baseline_volume=baseline, unit_price=1, agreed_outcome_share=min(max(good, 0.01), 1)),
            workload,
        )

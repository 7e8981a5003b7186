"""Outcome-based pricing: a base fee and a fee per agreed outcome, within a collar."""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload


class OutcomePricing(Form):
    """A base fee plus a fee for each outcome the provider can claim, never under a floor or over a cap.

    What counts as an outcome, and which share of them the provider brought about
    (attribution), is agreed before the price. The collar holds the whole monthly fee.

    References
    ----------
    Source: house practice, after the base + outcome hybrids described by HFS Research.
    """

    group: ClassVar[str] = "outcome"

    base_fee_per_month: float = assumption("part of the fee that is always paid", unit="currency/month", ge=0)
    fee_per_outcome: float = assumption("fee for one agreed outcome", unit="currency/outcome", ge=0)
    attribution_share: float = assumption(
        "share of outcomes the provider can claim", unit="share", ge=0, le=1, default=1.0
    )
    floor_per_month: float = assumption("smallest monthly fee", unit="currency/month", ge=0, default=0.0)
    cap_per_month: float = assumption("largest monthly fee", unit="currency/month", ge=0)

    @model_validator(mode="after")
    def _floor_under_cap(self) -> Self:
        if self.floor_per_month > self.cap_per_month:
            raise ValueError(
                f"cap_per_month {self.cap_per_month:g} is under floor_per_month {self.floor_per_month:g}"
            )
        return self

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `outcomes` has shape (months,) or (paths, months). [outcomes/month]

        Returns
        -------
        ndarray, shape of `workload.outcomes`
            The fee before indexation. [currency/month]
        """
        claimed = self.attribution_share * workload.outcomes
        fee = self.base_fee_per_month + self.fee_per_outcome * claimed
        return np.clip(fee, self.floor_per_month, self.cap_per_month)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return two fifths as base and the rest by outcomes, within 30% either way, that cover the cost."""
        mean = float(workload.outcomes.mean())
        if not mean > 0:
            raise InputError("there are no outcomes to size a price on")
        plain = cls(
            base_fee_per_month=0.4, fee_per_outcome=0.6 / mean, floor_per_month=0.7, cap_per_month=1.3
        )
        return at_cost(plain, workload)

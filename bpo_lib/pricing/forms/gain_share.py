"""Gain share: the provider's cost, and a share of what the client saves against keeping the work."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost, expected_cost, expected_sum
from bpo_lib.pricing.forms.settlement import period_months, period_totals, settled
from bpo_lib.pricing.workload import Workload

USUAL_SHARE = 0.3
LARGEST_PART = 0.8  # of the provider's cost that its share of the in-house cost may come to


class GainSharePricing(Form):
    """Part or all of the provider's cost, and a share of the saving it brings about, within limits.

    The saving is what the same work would have cost the client in-house less the cost that is paid.
    As that baseline is what the work of the month would have cost, it moves with volume and wages,
    so that neither counts as a saving. A saving below zero counts where the floor lies below zero:
    the provider then bears its share of a loss.

    References
    ----------
    HFS Research: about a quarter of new finance and accounting contracts hold some gain share.
    The formula, share x attribution x saving within floor and cap, is house practice.
    """

    group: ClassVar[str] = "gain_share"
    follows_cost: ClassVar[bool] = True

    provider_share: float = assumption("share of the saving that the provider gets", unit="share", ge=0, le=1)
    cost_paid_share: float = assumption(
        "share of the provider's cost that is paid whatever the saving",
        unit="share of cost",
        ge=0,
        le=3,
        default=1.0,
    )
    attribution_share: float = assumption(
        "share of the saving that counts as the provider's work", unit="share", ge=0, le=1, default=1.0
    )
    floor_per_month: float = assumption(
        "smallest saving of a month that counts; below 0 the provider shares in a loss",
        unit="currency/month",
        ge=-1e12,
        le=0,
        default=0.0,
    )
    cap_per_month: float = assumption("largest saving of a month that counts", unit="currency/month", ge=0)
    settlement_months: float = assumption(
        "months whose saving is settled together", unit="months", one_of=(1, 3, 12), default=1
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `provider_cost` and `in_house_cost` have shape (months,) or
            (paths, months). [currency/month]

        Returns
        -------
        ndarray, shape of `workload.provider_cost`
            The fee; no indexation is applied to it. [currency/month]
        """
        paid, together = self.cost_paid_share * workload.provider_cost, self.settlement_months
        saving = period_totals(workload.in_house_cost - paid, together)
        months = period_months(workload.months, together).astype(saving.dtype)
        counted = np.clip(saving, self.floor_per_month * months, self.cap_per_month * months)
        bonus = self.provider_share * self.attribution_share * counted
        return settled(paid, period_totals(paid, together) + bonus, together)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return 30% of the saving, beside the part of the cost at which both together cover that cost.

        Raises
        ------
        InputError
            When what the work costs either side is not known.
        """
        kept = expected_sum(workload.in_house_cost)
        if not (kept and workload.provider_cost.any()):
            raise InputError("a gain share needs work whose cost to both sides is known")
        # Where the work is so dear in-house that its share alone would pay the provider, it is smaller.
        share = min(USUAL_SHARE, LARGEST_PART * expected_cost(workload) / kept)
        return at_cost(cls(provider_share=share, cap_per_month=kept / workload.months), workload)

    def repriced(self, factor: float) -> Self:
        """Return another part of the cost that is paid; the share of the saving stays."""
        return self.with_values(cost_paid_share=self.cost_paid_share * factor)

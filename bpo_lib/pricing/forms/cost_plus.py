"""Cost plus: the provider's cost as it is, and a mark-up on it."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.workload import Workload


class CostPlusPricing(Form):
    """The provider's cost under open books, a mark-up on that cost and a fixed fee if agreed.

    The client carries every risk of cost; the provider only that its fee stays small. The mark-up
    is a share of the cost; the margin it makes, a share of the fee, is smaller.

    References
    ----------
    "Cost and Revenue, how WFM affects it", part 2, wewfm, 2019: 20% on cost, there called profit,
    is a margin of 16.67%.
    """

    group: ClassVar[str] = "cost_plus"
    follows_cost: ClassVar[bool] = True

    markup_share: float = assumption(
        "mark-up: what is added to the provider's cost, as a share of that cost",
        unit="share of cost",
        ge=-0.5,
        le=2,
    )
    fixed_fee_per_month: float = assumption(
        "fee on top that does not move with the cost", unit="currency/month", ge=0, default=0.0
    )

    @property
    def margin_share(self) -> float:
        """The margin the mark-up makes, as a share of the fee, where there is no fixed fee. [share]."""
        return self.markup_share / (1 + self.markup_share)

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `provider_cost` has shape (months,) or (paths, months).
            [currency/month]

        Returns
        -------
        ndarray, shape of `workload.provider_cost`
            The fee; no indexation is applied to it. [currency/month]
        """
        return (1 + self.markup_share) * workload.provider_cost + self.fixed_fee_per_month

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return the provider's cost without a mark-up.

        Raises
        ------
        InputError
            When that cost is not known.
        """
        if not workload.provider_cost.any():
            raise InputError("cost plus needs work whose cost to the provider is known")
        return cls(markup_share=0)

    def repriced(self, factor: float) -> Self:
        """Return the mark-up and the fixed fee at which the same cost brings `factor` times the fee."""
        return type(self)(
            markup_share=(1 + self.markup_share) * factor - 1,
            fixed_fee_per_month=self.fixed_fee_per_month * factor,
        )

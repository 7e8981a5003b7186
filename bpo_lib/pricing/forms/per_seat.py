"""Per-seat pricing: a monthly price for each workplace, which shifts may share."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload


class PerSeatPricing(Form):
    """A monthly price for every seat that the roster needs; people on different shifts share one.

    The client carries what it carries under a price per FTE, and besides how well shifts fill
    the seats. Seats are not rounded.

    References
    ----------
    "Cost and Revenue, how WFM affects it", part 2, wewfm, 2019: 150 FTE on 125 seats.
    """

    group: ClassVar[str] = "per_seat"

    rate_per_month: float = assumption(
        "provider's price of one seat", unit="currency/seat/month", ge=0, le=1e9
    )
    fte_per_seat: float = assumption(
        "FTE that share one seat over the shifts of a day", unit="FTE/seat", ge=0.2, le=5, default=1.0
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `fte` has shape (months,) or (paths, months). [FTE]

        Returns
        -------
        ndarray, shape of `workload.fte`
            The fee before indexation. [currency/month]
        """
        return (self.rate_per_month / self.fte_per_seat) * workload.fte

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a price of a seat for one FTE that covers the provider's cost."""
        return at_cost(cls(rate_per_month=1), workload)

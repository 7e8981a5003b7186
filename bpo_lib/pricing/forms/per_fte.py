"""Per-FTE pricing: a monthly rate for each FTE of the provider, on the roster or at work."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload


class PerFtePricing(Form):
    """A monthly rate for every FTE on the provider's roster; those in training are not on it.

    The client carries the volume, the handling time, the idle time and the time in which
    newcomers learn: when any of them moves, so does the number of FTE it pays for. Training
    and hiring are the provider's. Where only productive FTE are billed, those at work and
    available, absence is the provider's too, and the rate of one FTE is higher. FTE are not rounded.

    References
    ----------
    "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019: cost, mark-up, rate per FTE,
    billed with or without shrinkage.
    """

    group: ClassVar[str] = "per_fte"

    rate_per_month: float = assumption(
        "provider's rate for one FTE past training", unit="currency/FTE/month", ge=0, le=1e9
    )
    bill_productive: float = assumption(
        "FTE that are billed: 0 all on the roster, 1 only those at work and available",
        unit="0 or 1",
        one_of=(0, 1),
        default=0,
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `fte` or `productive_fte` has shape (months,) or
            (paths, months). [FTE]

        Returns
        -------
        ndarray, shape of `workload.fte`
            The fee before indexation. [currency/month]
        """
        return self.rate_per_month * (workload.productive_fte if self.bill_productive else workload.fte)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a rate for FTE on the roster that covers the provider's cost."""
        return at_cost(cls(rate_per_month=1), workload)

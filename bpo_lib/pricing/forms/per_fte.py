"""Per-FTE pricing: a monthly rate for each FTE on the provider's roster."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.pricing.workload import Workload


class PerFtePricing(Terms):
    """A monthly rate for every FTE on the provider's roster; those in training are not on it.

    The client carries the volume, the handling time, the idle time and the time in which
    newcomers learn: when any of them moves, so does the number of FTE it pays for. Training
    and hiring are the provider's. FTE are not rounded.

    References
    ----------
    "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019: cost, mark-up, rate per FTE.
    """

    group: ClassVar[str] = "per_fte"
    optional: ClassVar[bool] = True
    follows_cost: ClassVar[bool] = False

    rate_per_month: float = assumption(
        "provider's rate for one FTE past training", unit="currency/FTE/month", ge=0, le=1e9
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
        return self.rate_per_month * workload.fte

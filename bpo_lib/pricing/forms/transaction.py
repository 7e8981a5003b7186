"""Transaction pricing: a baseline charge, adjusted when volume leaves a dead band."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.pricing.workload import Workload


class TransactionPricing(Terms):
    """A monthly charge for a baseline volume, with ARCs and RRCs outside a dead band.

    Inside the band the client pays the baseline charge whatever the volume. Each
    transaction above it adds an additional resource charge (ARC); each one below
    it earns a reduced resource credit (RRC). Volumes are not rounded, nor is the fee.

    References
    ----------
    M. Hart and R. Austin, "Demystifying ARC/RRCs", Merit Outsourcing Advisors.
    The default shares are house assumptions; the band is UpperEdge's typical 10%.
    """

    group: ClassVar[str] = "transaction"
    optional: ClassVar[bool] = True
    follows_cost: ClassVar[bool] = False

    baseline_volume: float = assumption(
        "volume the baseline charge pays for", unit="transactions/month", ge=1
    )
    unit_price: float = assumption("baseline charge for one transaction", unit="currency/transaction", ge=0)
    dead_band: float = assumption(
        "volume swing that changes nothing",
        unit="share",
        ge=0,
        le=0.5,
        default=0.10,
        source="house assumption; UpperEdge calls 10% typical, Hart and Austin find it a little high",
    )
    arc_share: float = assumption("ARC as a share of unit price", unit="share", ge=0, le=2, default=0.80)
    rrc_share: float = assumption("RRC as a share of unit price", unit="share", ge=0, le=1, default=0.70)

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `volume` has shape (months,) or (paths, months). [transactions/month]

        Returns
        -------
        ndarray, shape of `workload.volume`
            The fee before indexation. [currency/month]
        """
        volume = workload.volume
        above = np.maximum(volume - self.baseline_volume * (1 + self.dead_band), 0)
        below = np.maximum(self.baseline_volume * (1 - self.dead_band) - volume, 0)
        units = self.baseline_volume + self.arc_share * above - self.rrc_share * below
        return self.unit_price * units

"""Transaction pricing: a baseline charge, adjusted when volume leaves a dead band."""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.handling_rebase import rebased_price
from bpo_lib.pricing.forms.minimum import at_least
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.forms.settlement import period_months, period_totals, settled
from bpo_lib.pricing.workload import Workload

ROUNDING = 1e-9


class TransactionPricing(Form):
    """A monthly charge for a baseline volume, with ARCs and RRCs outside a dead band.

    Inside the band the client pays the baseline charge whatever the volume. Outside it each
    transaction above adds an additional resource charge (ARC) and each one below earns a reduced
    resource credit (RRC). Contracts mean two things by that: only what lies beyond the edge of the
    band counts, or, once outside, everything from the baseline on, so that the fee jumps at the edge.
    Where charges are settled by the quarter or the year, the volume of the whole period is held
    against its baseline and the difference paid or credited in its last month; a large credit may
    exceed that month's charge. Volumes are not rounded, nor is the fee.

    References
    ----------
    M. Hart and R. Austin, "Demystifying ARC/RRCs", Merit Outsourcing Advisors: rates below the
    average price, and not always equal. UpperEdge: charges on what lies beyond the band. A contract
    of Hercules Offshore on Law Insider ("ARC rate", "reduced resource credit"): back to the baseline.
    The default shares are house assumptions; the band is UpperEdge's typical 10%.
    """

    group: ClassVar[str] = "transaction"

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
    back_to_baseline: float = assumption(
        "what counts once volume is outside the dead band: 0 only what lies beyond its edge, "
        "1 everything from the baseline on",
        unit="0 or 1",
        one_of=(0, 1),
        default=0,
        source="house assumption: as UpperEdge reads it; others count from the baseline on",
    )
    far_band: float = assumption(
        "volume swing beyond which the far ARC and RRC shares hold; 0 where there is no such band",
        unit="share",
        ge=0,
        le=10,
        default=0.0,
    )
    far_arc_share: float = assumption(
        "ARC beyond the far band, as a share of unit price", unit="share", ge=0, le=2, default=0.80
    )
    far_rrc_share: float = assumption(
        "RRC beyond the far band, as a share of unit price", unit="share", ge=0, le=1, default=0.70
    )
    settlement_months: float = assumption(
        "months whose volume is settled together", unit="months", one_of=(1, 3, 12), default=1
    )
    minimum_commitment_share: float = assumption(
        "smallest fee of a settled period, as a share of its baseline charge",
        unit="share",
        ge=0,
        le=1,
        default=0.0,
        source="house assumption: none unless agreed; 70 to 90% is heard of",
    )
    contract_handling_minutes: float = assumption(
        "handling time the price rests on; 0 where the price never follows it",
        unit="minutes/transaction",
        ge=0,
        le=480,
        default=0.0,
    )
    rebase_band: float = assumption(
        "move of the handling time that leaves the price as it is",
        unit="share",
        ge=0,
        le=0.5,
        default=0.05,
    )
    rebase_share: float = assumption(
        "part of a larger move by which the price follows", unit="share", ge=0, le=1, default=0.85
    )

    @model_validator(mode="after")
    def _bands_in_order(self) -> Self:
        if 0 < self.far_band < self.dead_band:
            raise ValueError(f"far_band {self.far_band:g} is inside dead_band {self.dead_band:g}")
        return self

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `volume` has shape (months,) or (paths, months), and its
            `handling_hours` too where the price follows the handling time. [transactions/month]

        Returns
        -------
        ndarray, shape of `workload.volume`
            The fee before indexation. [currency/month]
        """
        volume, together = workload.volume, self.settlement_months
        lengths = period_months(workload.months, together).astype(volume.dtype)
        units = self._units(period_totals(volume, together), lengths)
        if not self.contract_handling_minutes:
            charged = np.broadcast_to(self.unit_price * self.baseline_volume, volume.shape)
            return settled(charged, self.unit_price * units, together)
        price = self.unit_price * rebased_price(
            workload, self.contract_handling_minutes, self.rebase_band, self.rebase_share
        )
        mean_price = period_totals(price, together) / lengths
        return settled(price * self.baseline_volume, mean_price * units, together)

    def _units(self, volume: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Return how many transactions at the full price the volume of each period is charged as."""
        # One number where every period is a month, which is several times as quick as a row of them.
        baseline = self.baseline_volume * (lengths if self.settlement_months > 1 else lengths[:1])
        over = volume - baseline
        counted = _outside(over, self.dead_band * baseline)
        if self.back_to_baseline:
            # What the computer's own rounding puts over the edge is on it.
            counted = np.where(np.abs(counted) > ROUNDING * baseline, over, 0)
        units = _weighed(counted, self.arc_share, self.rrc_share)
        if self.far_band:
            beyond = _outside(over, self.far_band * baseline)
            units += _weighed(
                beyond, self.far_arc_share - self.arc_share, self.far_rrc_share - self.rrc_share
            )
        units += baseline
        return at_least(units, self.minimum_commitment_share * baseline)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a baseline at the mean volume and a price that covers the provider's cost."""
        mean = float(workload.volume.mean())
        if not mean > 0:
            raise InputError("there is no work to size a baseline on")
        return at_cost(cls(baseline_volume=max(mean, 1), unit_price=1), workload)


def _outside(over: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """Return what lies beyond the edge on either side, below it as a negative number."""
    return over - np.clip(over, -edge, edge)


def _weighed(over: np.ndarray, above: float, below: float) -> np.ndarray:
    """Return what lies above times one rate and what lies below times another."""
    weighed = np.clip(over, 0, np.inf)  # three times as quick as the larger of it and 0
    weighed *= above - below
    weighed += below * over
    return weighed

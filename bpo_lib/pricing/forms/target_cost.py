"""Target cost: the provider's cost, with what lies over or under a target shared, up to a ceiling."""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import expected_cost, expected_sum, priced_to
from bpo_lib.pricing.forms.settlement import period_totals, settled
from bpo_lib.pricing.workload import Workload


class TargetCostPricing(Form):
    """The provider's cost and a fee, with overrun and saving against a target shared; never over a ceiling.

    The client pays its share of every unit of cost over the target and keeps the same share of
    every unit under it. Above the ceiling price, the provider bears all further cost; the cost at
    which that begins is the point of total assumption. Target, fee and ceiling grow by an agreed
    rate and, if a baseline is given, move with the volume.

    References
    ----------
    Contracts with cost incentive (CPIF, FPIF): fee = target fee + (target cost - cost) x provider's
    share; point of total assumption = (ceiling - target price) / client's share + target cost.
    """

    group: ClassVar[str] = "target_cost"
    follows_cost: ClassVar[bool] = True

    target_cost_per_month: float = assumption(
        "cost of a month that both parties aim at", unit="currency/month", ge=0
    )
    target_fee_per_month: float = assumption(
        "provider's fee of a month if the target is met", unit="currency/month", ge=0
    )
    client_share: float = assumption(
        "share of cost over or under the target that the client bears or keeps",
        unit="share",
        ge=0,
        le=1,
        default=0.5,
    )
    ceiling_per_month: float = assumption(
        "largest fee of a month, cost included", unit="currency/month", ge=0
    )
    baseline_volume: float = assumption(
        "volume for which the target is set: fee and ceiling too; 0 where they hold whatever the volume",
        unit="transactions/month",
        ge=0,
        default=0.0,
    )
    target_growth_per_year: float = assumption(
        "agreed yearly growth of the target, and of fee and ceiling",
        unit="share/year",
        ge=-0.3,
        le=0.3,
        default=0.0,
    )
    settlement_months: float = assumption(
        "months whose cost is held against their target together",
        unit="months",
        one_of=(1, 3, 12),
        default=1,
    )

    @model_validator(mode="after")
    def _ceiling_over_target(self) -> Self:
        target = self.target_price_per_month
        if self.ceiling_per_month < target:
            raise ValueError(
                f"ceiling_per_month {self.ceiling_per_month:,.10g} is under the target price {target:,.10g}, "
                "which is target_cost_per_month and target_fee_per_month together"
            )
        return self

    @property
    def target_price_per_month(self) -> float:
        """What the client pays for a month that meets the target. [currency/month]."""
        return self.target_cost_per_month + self.target_fee_per_month

    @property
    def point_of_total_assumption(self) -> float:
        """Cost of a month above which the provider bears all of it. [currency/month].

        Infinite where the client bears nothing over the target: the ceiling is then never reached.
        """
        if self.client_share == 0:
            return float("inf")
        room = self.ceiling_per_month - self.target_price_per_month
        return room / self.client_share + self.target_cost_per_month

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `provider_cost`, and its `volume` where there is a baseline,
            has shape (months,) or (paths, months). [currency/month]

        Returns
        -------
        ndarray, shape of `workload.provider_cost`
            The fee; no indexation is applied to it. [currency/month]
        """
        cost, level, together = workload.provider_cost, self._level(workload), self.settlement_months
        spent, agreed = period_totals(cost, together), period_totals(level, together)
        # Cost, target fee and the provider's share of what lies between target and cost, put together.
        fixed = self.target_fee_per_month + (1 - self.client_share) * self.target_cost_per_month
        due = np.minimum(self.client_share * spent + fixed * agreed, self.ceiling_per_month * agreed)
        return settled(cost + self.target_fee_per_month * level, due, together)

    def _level(self, workload: Workload) -> np.ndarray:
        """Return how large target, fee and ceiling are against those of the first month. [ratio]."""
        growth = (1 + self.target_growth_per_year) ** (np.arange(workload.months) // 12)
        if not self.baseline_volume:
            return growth
        return workload.volume * (growth / self.baseline_volume).astype(workload.volume.dtype)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a target at the expected cost for the expected volume, shared in halves, with 15% of room.

        Raises
        ------
        InputError
            When there is no work, or its cost is not known.
        """
        cost, mean = workload.provider_cost, float(workload.volume.mean())
        if not (cost.any() and mean > 0):
            raise InputError("a target needs work whose cost to the provider is known")
        growth = _growth_per_year(expected_by_month(cost), expected_by_month(workload.volume))
        plain = cls(
            target_cost_per_month=1,
            target_fee_per_month=0,
            ceiling_per_month=1.15,
            baseline_volume=mean,
            target_growth_per_year=growth,
        )
        aimed = expected_cost(workload) / expected_sum(np.broadcast_to(plain._level(workload), cost.shape))
        sized = plain.model_copy(update={"target_cost_per_month": aimed, "ceiling_per_month": 1.15 * aimed})
        return priced_to(sized, lambda one: expected_sum(one.monthly_fee(workload)), expected_cost(workload))

    def repriced(self, factor: float) -> Self:
        """Return another fee: the target price is `factor` times as high, with the same room above it."""
        raised = (factor - 1) * self.target_price_per_month
        return self.with_values(
            target_fee_per_month=self.target_fee_per_month + raised,
            ceiling_per_month=self.ceiling_per_month + raised,
        )


def expected_by_month(monthly: np.ndarray) -> np.ndarray:
    """Return the mean of the paths, month by month."""
    return monthly.reshape(-1, monthly.shape[-1]).mean(axis=0)


def _growth_per_year(cost: np.ndarray, volume: np.ndarray) -> float:
    """Return by how much a transaction costs more each year, from the first to the last twelve months."""
    if cost.size < 24 or not (volume[:12].sum() and volume[-12:].sum() and cost[:12].sum()):
        return 0.0
    dearer = (cost[-12:].sum() / volume[-12:].sum()) / (cost[:12].sum() / volume[:12].sum())
    return float(np.clip(dearer ** (12 / (cost.size - 12)) - 1, -0.3, 0.3))

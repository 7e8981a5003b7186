"""Tiered pricing: a price for each transaction that depends on how many there are in the month."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.minimum import at_least
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload


class PriceTier(Terms):
    """One row of a price list: the price of a transaction between two volumes of a month.

    A volume equal to `to_volume` still belongs to the tier; a tier without one has no upper end.
    """

    group: ClassVar[str] = "price_tiers"

    from_volume: float = assumption("volume above which the price holds", unit="transactions/month", ge=0)
    to_volume: float | None = None
    unit_price: float = assumption("price of one transaction", unit="currency/transaction", ge=0, le=1e9)


class TierFault(NamedTuple):
    """What keeps a price list from naming one price for every volume.

    Parameters
    ----------
    position : int
        The tier, counted from 0.
    field : str
        The number of the tier that is wrong.
    words, fix : str
        What is wrong, and what to do.
    """

    position: int
    field: str
    words: str
    fix: str


def tier_faults(tiers: Sequence[PriceTier]) -> list[TierFault]:
    """Return everything wrong with a price list, in its order; nothing where every volume has one price."""
    faults = []
    if tiers and tiers[0].from_volume != 0:
        words = f"the first tier begins at {_written(tiers[0].from_volume)}, so less has no price"
        faults.append(TierFault(0, "from_volume", words, "Let the first tier begin at 0"))
    for position, (tier, after) in enumerate(zip(tiers, [*tiers[1:], None], strict=True)):
        top, first = tier.to_volume, tier.from_volume
        if top is not None and top <= first:
            words = f"to_volume {_written(top)} is not above from_volume {_written(first)}"
            faults.append(TierFault(position, "to_volume", words, "Give the smaller volume first"))
        elif after is not None:
            faults += [TierFault(position + 1, "from_volume", *found) for found in _meeting(tier, after)]
        elif top is not None:
            words = f"the last tier ends at {_written(top)}, so more has no price"
            faults.append(TierFault(position, "to_volume", words, "Leave the last to_volume empty"))
    return faults


def _meeting(tier: PriceTier, after: PriceTier) -> list[tuple[str, str]]:
    """Return what is wrong where one tier ends and the next begins."""
    top, begin = tier.to_volume, after.from_volume
    if begin <= tier.from_volume:
        words = f"the tier begins at {_written(begin)}, not above the one before it"
        return [(words, "Order the tiers by volume")]
    if top is None:
        words = f"the tier before has no end, yet this one begins at {_written(begin)}"
        return [(words, "Give every tier but the last a to_volume")]
    if begin == top:
        return []
    count = "no price" if begin > top else "two prices"
    words = f"volumes from {_written(min(top, begin))} to {_written(max(top, begin))} have {count}"
    return [(words, "Let each tier begin where the one before it ends")]


def _written(volume: float) -> str:
    return f"{volume:,.10g}"


class TieredPricing(Form):
    """A price for each transaction from a list by monthly volume, with a smallest monthly fee if agreed.

    Either each price holds for the slice of the volume within its tier, or the price of the tier that
    is reached holds for all of the month's volume. Under the second, falling prices let the fee drop
    where a tier begins, so that a little more work may cost less.

    References
    ----------
    ISG and WNS, 2015: prices by transaction are usual in contact centres. The two readings of a price
    list are house practice.
    """

    group: ClassVar[str] = "tiered"

    tiers: tuple[PriceTier, ...] = ()
    price_for_all_volume: float = assumption(
        "what a tier's price holds for: 0 the slice of volume within the tier, 1 all of the month's volume",
        unit="0 or 1",
        one_of=(0, 1),
        default=0,
    )
    minimum_commitment_per_month: float = assumption(
        "smallest monthly fee, however little work comes", unit="currency/month", ge=0, default=0.0
    )

    @model_validator(mode="after")
    def _one_price_for_every_volume(self) -> Self:
        if not self.tiers:
            raise ValueError("there is no price list, which price_tiers.csv holds")
        if faults := tier_faults(self.tiers):
            raise ValueError("; ".join(f"tier {fault.position + 1}: {fault.words}" for fault in faults))
        return self

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `volume` has shape (months,) or (paths, months).
            [transactions/month]

        Returns
        -------
        ndarray, shape of `workload.volume`
            The fee before indexation. [currency/month]
        """
        priced = self._all_at_one_price if self.price_for_all_volume else self._slice_by_slice
        return at_least(priced(workload.volume), self.minimum_commitment_per_month)

    def _slice_by_slice(self, volume: np.ndarray) -> np.ndarray:
        fee = self.tiers[0].unit_price * volume
        for before, tier in zip(self.tiers, self.tiers[1:], strict=False):
            fee += (tier.unit_price - before.unit_price) * np.clip(volume - tier.from_volume, 0, np.inf)
        return fee

    def _all_at_one_price(self, volume: np.ndarray) -> np.ndarray:
        prices = np.array([tier.unit_price for tier in self.tiers])
        begins = [tier.from_volume for tier in self.tiers[1:]]
        return prices[np.searchsorted(begins, volume, side="left")] * volume

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return three tiers about the mean volume, each 10% cheaper, that cover the provider's cost."""
        mean = float(workload.volume.mean())
        if not mean > 0:
            raise InputError("there is no work to size a price list on")
        edges = [0.0, 0.9 * mean, 1.1 * mean, None]
        tiers = tuple(
            PriceTier(from_volume=first, to_volume=top, unit_price=price)
            for first, top, price in zip(edges, edges[1:], (1.0, 0.9, 0.8), strict=False)
        )
        return at_cost(cls(tiers=tiers), workload)

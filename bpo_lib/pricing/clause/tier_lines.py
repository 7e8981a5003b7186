"""Invoice lines of a price list by volume: one line per tier, and the minimum."""

import numpy as np

from bpo_lib.pricing.clause.line import Line, adjustment, line
from bpo_lib.pricing.clause.shown_months import at_volumes
from bpo_lib.pricing.forms import TieredPricing
from bpo_lib.pricing.workload import Workload

PART = "tier_"  # and the number of the tier, the first being 1


def tier_lines(model: TieredPricing, work: Workload) -> tuple[Line, ...]:
    """Return what each tier of the list charges, and what lifts it to the smallest fee."""
    free = model.model_copy(update={"minimum_commitment_per_month": 0.0})
    alone = free.monthly_fee(work)
    priced = _whole_volume if model.price_for_all_volume else _slices
    return (*priced(free, work, alone), adjustment("minimum", model.monthly_fee(work) - alone))


def _slices(free: TieredPricing, work: Workload, _alone: np.ndarray) -> list[Line]:
    """Return a line for the slice of volume within each tier."""
    found = []
    for number, (tier, (low, top)) in enumerate(zip(free.tiers, _ends(free), strict=True), start=1):
        upper, lower = np.minimum(work.volume, top), np.minimum(work.volume, low)
        amount = free.monthly_fee(Workload.of(upper)) - free.monthly_fee(Workload.of(lower))
        found.append(line(f"{PART}{number}", upper - lower, "transactions", tier.unit_price, amount))
    return found


def _whole_volume(free: TieredPricing, work: Workload, alone: np.ndarray) -> list[Line]:
    """Return a line for each tier, which charges all of a month's volume where it is the one reached."""
    found, volume = [], work.volume
    for number, (tier, (low, top)) in enumerate(zip(free.tiers, _ends(free), strict=True), start=1):
        reached = (volume > low) & (volume <= top)
        charged, amount = np.where(reached, volume, 0), np.where(reached, alone, 0)
        found.append(line(f"{PART}{number}", charged, "transactions", tier.unit_price, amount))
    return found


def _ends(model: TieredPricing) -> list[tuple[float, float]]:
    """Return above which volume each tier begins and up to which it reaches."""
    begins = [tier.from_volume for tier in model.tiers]
    return list(zip(begins, [*begins[1:], np.inf], strict=True))


def tier_months(model: TieredPricing, month: Workload) -> dict[str, Workload]:
    """Return a month at the end of each tier, one just above it, and one under the smallest fee."""
    shown = {"usual": at_volumes(float(month.volume[-1]))}
    for number, tier in enumerate(model.tiers[1:], start=1):
        end = np.floor(tier.from_volume)
        shown |= {f"at_end_{number}": at_volumes(end), f"past_end_{number}": at_volumes(end + 1)}
    if model.minimum_commitment_per_month > 0:
        shown["minimum"] = at_volumes(_under_the_minimum(model))
    return shown


def _under_the_minimum(model: TieredPricing) -> float:
    """Return a whole volume, half of what the first price pays the smallest fee with."""
    price = model.tiers[0].unit_price
    enough = model.minimum_commitment_per_month / price if price > 0 else 0.0
    return float(np.floor(min(enough, (model.tiers[1:] or model.tiers)[0].from_volume or enough) / 2))

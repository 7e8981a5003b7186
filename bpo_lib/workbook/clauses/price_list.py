"""Wording of a price list by volume, for the slice or for all of a month's volume, with its minimum."""

from collections.abc import Iterator

import numpy as np

from bpo_lib.pricing.forms import TieredPricing
from bpo_lib.workbook.clauses.shared_terms import COUNTING, MONTH, NOT_ROUNDED, services, transaction
from bpo_lib.workbook.clauses.wording import Pen, Wording, quantity


def price_list(model: TieredPricing, pen: Pen) -> Wording:
    """Return the wording of a price per transaction that falls or rises by volume."""
    return Wording(
        title="Charge per transaction by volume tier",
        definitions=(
            services(pen),
            MONTH,
            transaction(pen),
            ("Volume", "the number of Transactions of a Month"),
            *_tiers(model, pen),
        ),
        charge=tuple(_charge(model)),
        calculation=(f"The Provider invoices each Month in arrears. {NOT_ROUNDED}", COUNTING),
        open_points=(
            "when the price list is set anew, and whether volumes of affiliates count together",
            "what happens when work is automated or moved to self-service, by whomever",
        ),
        checklist=("What counts as a transaction", "Sharing what automation saves"),
    )


def _tiers(model: TieredPricing, pen: Pen) -> Iterator[tuple[str, str]]:
    begins = [tier.from_volume for tier in model.tiers]
    for number, (tier, top) in enumerate(zip(model.tiers, [*begins[1:], np.inf], strict=True), start=1):
        above = "from the first Transaction" if number == 1 else f"above {quantity(tier.from_volume)}"
        until = f" up to {quantity(top)} Transactions, included" if np.isfinite(top) else " without end"
        yield f"Tier {number}", f"Volume {above}{until}, at {pen.rate(tier.unit_price)} for one Transaction"
    if model.minimum_commitment_per_month:
        yield "Minimum Charge", f"{pen.money(model.minimum_commitment_per_month)} a Month"


def _charge(model: TieredPricing) -> Iterator[str]:
    if model.price_for_all_volume:
        yield (
            "For the Services of a Month the Client pays, for every Transaction of the Volume, the "
            "price of the Tier in which the Volume ends; the prices of lower Tiers then no longer hold."
        )
    else:
        yield (
            "For the Services of a Month the Client pays, for each Transaction, the price of the Tier "
            "in which it falls when the Transactions of the Month are counted from the first; the "
            "price of a Tier holds for that part of the Volume only."
        )
    if model.minimum_commitment_per_month:
        yield "Where that comes to less than the Minimum Charge, the Client pays the latter in its place."

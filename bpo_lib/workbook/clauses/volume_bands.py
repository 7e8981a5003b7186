"""Wording of a baseline charge with a dead band: ARC and RRC, both meanings, minimum, settlement."""

from collections.abc import Iterator

from bpo_lib.pricing.clause.volume_lines import edges
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.workbook.clauses.shared_terms import (
    COUNTING,
    MONTH,
    NOT_ROUNDED,
    each_month,
    period,
    services,
    settled_when,
    settlement_period,
    transaction,
)
from bpo_lib.workbook.clauses.wording import Pen, Wording, quantity, share


def volume_bands(model: TransactionPricing, pen: Pen) -> Wording:
    """Return the wording of a price per transaction around a baseline."""
    return Wording(
        title="Charge per transaction with a volume band",
        definitions=(
            services(pen),
            MONTH,
            transaction(pen),
            *settlement_period(model.settlement_months),
            *_volumes(model),
            *_prices(model, pen),
        ),
        charge=tuple(_charge(model)),
        calculation=(
            settled_when(model.settlement_months, "The ARC or the RRC"),
            f"{NOT_ROUNDED} {COUNTING}",
        ),
        open_points=(
            (
                "when the Baseline Volume is set anew: after how long a departure from it, from when, "
                "and at which Unit Price"
            ),
            "what happens when work is automated or moved to self-service, by whomever",
        ),
        checklist=(
            "Volume band, ARC and RRC",
            "What counts as a transaction",
            "Sharing what automation saves",
        ),
    )


def _volumes(model: TransactionPricing) -> Iterator[tuple[str, str]]:
    (low, high), together = edges(model), model.settlement_months
    each = each_month(together)
    yield "Volume", f"the number of Transactions of a {period(together)}"
    yield "Baseline Volume", f"{quantity(model.baseline_volume)} Transactions {each}"
    if model.dead_band:
        yield (
            "Dead Band",
            (
                f"{share(model.dead_band)} of the Baseline Volume to either side of it, so from "
                f"{quantity(low)} to {quantity(high)} Transactions {each}, these two included"
            ),
        )
    if model.far_band:
        yield "Far Band", f"{share(model.far_band)} of the Baseline Volume to either side of it"


def _prices(model: TransactionPricing, pen: Pen) -> Iterator[tuple[str, str]]:
    price, baseline = model.unit_price, model.unit_price * model.baseline_volume
    yield "Unit Price", f"{pen.rate(price)} for one Transaction"
    yield (
        "Baseline Charge",
        f"{pen.money(baseline)} a Month: {quantity(model.baseline_volume)} Transactions at the Unit Price",
    )
    for name, near, far in (
        ("ARC Rate", model.arc_share, model.far_arc_share),
        ("RRC Rate", model.rrc_share, model.far_rrc_share),
    ):
        beyond = f"; beyond the Far Band {pen.rate(far * price)} ({share(far)})" if model.far_band else ""
        yield name, f"{pen.rate(near * price)} for one Transaction, {share(near)} of the Unit Price{beyond}"
    if model.minimum_commitment_share:
        least = pen.money(model.minimum_commitment_share * baseline)
        yield (
            "Minimum Charge",
            (
                f"{share(model.minimum_commitment_share)} of the Baseline Charge, {least} for each "
                "Month of a Settlement Period"
            ),
        )


def _charge(model: TransactionPricing) -> Iterator[str]:
    pays = "For the Services the Client pays the Baseline Charge of each Month."
    inside = " While the Volume lies within the Dead Band, nothing is added and nothing taken off."
    yield pays + (inside if model.dead_band else "")
    yield from _swings(model)
    if model.minimum_commitment_share:
        yield (
            f"Where the charges of a {period(model.settlement_months)} come to less than its Minimum "
            "Charge, the Client pays the Minimum Charge in their place."
        )
    if model.contract_handling_minutes:
        yield _rebase(model)


def _swings(model: TransactionPricing) -> Iterator[str]:
    """Return the paragraphs on the additional charge and the credit, in the meaning agreed."""
    band = "Dead Band" if model.dead_band else "Baseline Volume"
    above, below = "the Baseline Volume", "the Baseline Volume"
    more = less = ""
    if model.dead_band and model.back_to_baseline:
        above, below = (f"{from_there}, those within the Dead Band included" for from_there in (above, below))
    elif model.dead_band:
        above, below = "the upper edge of the Dead Band", "the lower edge of the Dead Band"
        more = " Transactions between the Baseline Volume and that edge cause no additional charge."
        less = " The shortfall down to that edge earns no credit."
    yield (
        f"Where the Volume is above the {band}, the Client pays besides, as additional resource charge "
        f"(ARC), the ARC Rate for each Transaction above {above}.{more}"
    )
    yield (
        f"Where the Volume is below the {band}, the Provider credits, as reduced resource credit (RRC), "
        f"the RRC Rate for each Transaction by which the Volume falls short of {below}.{less}"
    )


def _rebase(model: TransactionPricing) -> str:
    """Return the paragraph by which the price follows the handling time."""
    together = model.settlement_months
    settled = "" if together == 1 else " Over a Settlement Period the mean of its Months counts."
    return (
        f"The Unit Price rests on {quantity(model.contract_handling_minutes)} minutes of handling for "
        "one Transaction. Where the mean of a Month and the two before it departs from that by more "
        f"than {share(model.rebase_band)}, the Unit Price of the Month, and with it every charge and "
        f"credit of the Month, moves by {share(model.rebase_share)} of the whole departure.{settled}"
    )

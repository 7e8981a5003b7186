"""Wording of a fee for outcomes, alone within a collar or as a part of a hybrid price."""

from collections.abc import Iterator

from bpo_lib.pricing.forms import HybridPricing, OutcomePricing
from bpo_lib.workbook.clauses.shared_terms import COUNTING, MONTH, NOT_ROUNDED, services, transaction
from bpo_lib.workbook.clauses.wording import Pen, Wording, quantity, share

OUTCOME = (
    "Outcome",
    (
        "a Transaction completed in the Month that ends as [the schedule on outcomes] describes, and "
        "is confirmed by [no repeat on the same matter within 7 days]"
    ),
)
_OPEN = (
    "the measurable definition of an Outcome, its source, and a baseline of twelve months before the start",
    "what ends this way of charging, and which charge holds then",
)


def outcomes(model: OutcomePricing, pen: Pen) -> Wording:
    """Return the wording of a base fee and a fee for each outcome."""
    return Wording(
        title="Charge per outcome",
        definitions=(services(pen), MONTH, transaction(pen), OUTCOME, *_outcome_terms(model, pen)),
        charge=tuple(_outcome_charge(model)),
        calculation=(f"The Provider invoices each Month in arrears. {NOT_ROUNDED}", COUNTING),
        open_points=(
            *_OPEN,
            "whether the share attributed is fixed, as here, or established Outcome by Outcome",
        ),
        checklist=("Outcome and who brought it about", "What counts as a transaction"),
    )


def _outcome_terms(model: OutcomePricing, pen: Pen) -> Iterator[tuple[str, str]]:
    ascribed = share(model.attribution_share)
    yield (
        "Attributed Outcomes",
        f"{ascribed} of the Outcomes of a Month, the part that the parties ascribe to the Provider",
    )
    if model.base_fee_per_month:
        yield "Base Fee", f"{pen.money(model.base_fee_per_month)} a Month"
    yield "Outcome Fee", f"{pen.rate(model.fee_per_outcome)} for one Attributed Outcome"
    if model.floor_per_month:
        yield "Floor", f"{pen.money(model.floor_per_month)} a Month"
    yield "Cap", f"{pen.money(model.cap_per_month)} a Month"


def _outcome_charge(model: OutcomePricing) -> Iterator[str]:
    base = "the Base Fee and, besides, " if model.base_fee_per_month else ""
    paid = f"{base}the Outcome Fee for each of the Attributed Outcomes"
    yield f"For the Services of a Month the Client pays {paid}."
    if model.floor_per_month:
        yield "Where that comes to less than the Floor, the Client pays the Floor in its place."
    yield "Where that comes to more than the Cap, the Client pays the Cap and nothing beyond it."


def hybrid(model: HybridPricing, pen: Pen) -> Wording:
    """Return the wording of a price of which part is fixed, part by transaction and part at risk."""
    return Wording(
        title="Hybrid charge: fixed, per transaction and at risk",
        definitions=(services(pen), MONTH, transaction(pen), OUTCOME, *_hybrid_terms(model, pen)),
        charge=(
            (
                "For the Services of a Month the Client pays the Fixed Charge and the Unit Charge for each "
                "Transaction."
            ),
            (
                "Besides, the Client pays the Outcome Fee for each Outcome of the Month. All Outcome "
                "Fees of a Month together do not exceed the Outcome Cap."
            ),
        ),
        calculation=(f"The Provider invoices each Month in arrears. {NOT_ROUNDED}", COUNTING),
        open_points=(*_OPEN, "when the Baseline Volume and the three parts are set anew"),
        checklist=("Outcome and who brought it about", "What counts as a transaction"),
    )


def _hybrid_terms(model: HybridPricing, pen: Pen) -> Iterator[tuple[str, str]]:
    price, baseline = model.unit_price, model.baseline_volume
    at_risk = model.at_risk_share * price
    whole = pen.rate(price)
    yield "Baseline Volume", f"{quantity(baseline)} Transactions a Month"
    yield (
        "Fixed Charge",
        (
            f"{pen.money(model.fixed_share * price * baseline)} a Month: {share(model.fixed_share)} of "
            f"a price of {whole} for each Transaction of the Baseline Volume"
        ),
    )
    yield (
        "Unit Charge",
        f"{pen.rate(model.unit_share * price)} for one Transaction: {share(model.unit_share)} of {whole}",
    )
    yield (
        "Outcome Fee",
        (
            f"{pen.rate(at_risk / model.agreed_outcome_share)} for one Outcome: the remaining "
            f"{share(model.at_risk_share)} of {whole} over the agreed share of Outcomes, "
            f"{share(model.agreed_outcome_share)} of Transactions"
        ),
    )
    yield (
        "Outcome Cap",
        (
            f"{pen.money(model.outcome_cap_share * at_risk * baseline)} a Month: "
            f"{share(model.outcome_cap_share)} of the Outcome Fees of a Month at the Baseline Volume "
            "and the agreed share of Outcomes"
        ),
    )

"""Wording of a fixed price and of the charges that rest on cost: cost plus, target cost, gain share."""

from collections.abc import Iterator

from bpo_lib.pricing.forms import CostPlusPricing, FixedPricePricing, GainSharePricing, TargetCostPricing
from bpo_lib.workbook.clauses.shared_terms import (
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

ALLOWED_COST = (
    "Allowed Cost",
    (
        "what the Provider itself pays for the Services of a Month in the categories of [the schedule "
        "on cost], without profit of affiliates; cost that better care would have avoided is not "
        "allowed"
    ),
)
BOOKS = (
    "The Provider keeps its books on Allowed Cost open to the Client and its auditors; what an audit "
    "finds too much is credited with the next invoice."
)
_COST_OPEN = (
    "the categories of Allowed Cost and how overhead is spread",
    "who audits, how often, at whose cost",
)
UNLIMITED = 1e12


def fixed_price(model: FixedPricePricing, pen: Pen) -> Wording:
    """Return the wording of a fixed price with the productivity the provider commits to."""
    definitions = [services(pen), MONTH, ("Fixed Charge", f"{pen.money(model.price_per_month)} a Month")]
    charge = ["For the Services the Client pays the Fixed Charge of each Month, whatever the volume of work."]
    if model.glide_path_per_year:
        glide = share(model.glide_path_per_year)
        definitions.append(("Productivity Commitment", f"{glide} a year"))
        charge.append(
            "With each twelve Months gone since the start of the term, the Fixed Charge falls by the "
            "Productivity Commitment, each time from what it was before."
        )
    return Wording(
        title="Fixed charge",
        definitions=tuple(definitions),
        charge=tuple(charge),
        calculation=(f"The Provider invoices each Month in arrears. {NOT_ROUNDED}",),
        open_points=(
            "the volumes and the scope within which the Fixed Charge holds, and how a change is priced",
            "whether the Client shares in productivity beyond the commitment",
        ),
        checklist=("Scope in and out", "Changes"),
    )


def cost_plus(model: CostPlusPricing, pen: Pen) -> Wording:
    """Return the wording of cost passed on with a mark-up."""
    margin = share(model.margin_share)
    definitions = [
        services(pen),
        MONTH,
        ALLOWED_COST,
        (
            "Mark-up",
            (
                f"{share(model.markup_share)} of Allowed Cost, which is {margin} of cost and Mark-up "
                "together (a margin is measured on the price, a mark-up on the cost)"
            ),
        ),
    ]
    fixed = ""
    if model.fixed_fee_per_month:
        definitions.append(("Fixed Fee", f"{pen.money(model.fixed_fee_per_month)} a Month"))
        fixed = " and the Fixed Fee"
    return Wording(
        title="Cost plus a mark-up",
        definitions=tuple(definitions),
        charge=(
            f"For the Services of a Month the Client pays Allowed Cost, the Mark-up on it{fixed}.",
            BOOKS,
        ),
        calculation=(f"The Provider invoices each Month in arrears. {NOT_ROUNDED}",),
        open_points=(*_COST_OPEN, "a budget for the year, and what happens when it is passed"),
        checklist=("Audit", "Changes"),
    )


def target_cost(model: TargetCostPricing, pen: Pen) -> Wording:
    """Return the wording of a target cost with shared difference and ceiling."""
    return Wording(
        title="Target cost with shared difference",
        definitions=tuple(_target_terms(model, pen)),
        charge=(*_target_charge(model), BOOKS),
        calculation=(
            settled_when(model.settlement_months, "The difference to the Target Cost, and the Ceiling,"),
            NOT_ROUNDED,
        ),
        open_points=(*_COST_OPEN, "which changes of scope move the Target Cost"),
        checklist=("Audit", "Changes"),
    )


def _target_terms(model: TargetCostPricing, pen: Pen) -> Iterator[tuple[str, str]]:
    each = each_month(model.settlement_months)
    yield from (services(pen), MONTH)
    if model.baseline_volume:
        yield transaction(pen)
    yield from settlement_period(model.settlement_months)
    yield ALLOWED_COST
    yield "Target Cost", f"{pen.money(model.target_cost_per_month)} {each}"
    yield "Target Fee", f"{pen.money(model.target_fee_per_month)} {each}"
    yield "Ceiling", f"{pen.money(model.ceiling_per_month)} {each}"


def _target_charge(model: TargetCostPricing) -> Iterator[str]:
    theirs, ours = share(1 - model.client_share), share(model.client_share)
    yield (
        f"For the Services of a {period(model.settlement_months)} the Client pays Allowed Cost and the "
        "Target Fee."
    )
    yield (
        f"Where Allowed Cost is under the Target Cost, {theirs} of the difference is paid to the Provider "
        f"besides; where it is over, {theirs} of the difference is taken off. So the Client keeps or bears "
        f"{ours}."
    )
    yield "All of it together does not exceed the Ceiling; cost beyond is the Provider's."
    if model.baseline_volume:
        yield _follows_volume(model)
    if model.target_growth_per_year:
        yield (
            "With each twelve Months gone, Target Cost, Target Fee and Ceiling move by "
            f"{share(model.target_growth_per_year)}, each time from what they were before."
        )


def _follows_volume(model: TargetCostPricing) -> str:
    return (
        f"Target Cost, Target Fee and Ceiling are set for {quantity(model.baseline_volume)} Transactions a "
        "Month and move in proportion to the Transactions of the Month."
    )


def gain_share(model: GainSharePricing, pen: Pen) -> Wording:
    """Return the wording of a share in what the client saves."""
    return Wording(
        title="Share of the gain",
        definitions=(
            services(pen),
            MONTH,
            *settlement_period(model.settlement_months),
            ALLOWED_COST,
            (
                "Reference Cost",
                (
                    "what the work of a Month would have cost the Client to do itself, by the method, "
                    "rates and wage index of [the schedule on the reference], for the volume that came"
                ),
            ),
            *_gain_terms(model, pen),
        ),
        charge=tuple(_gain_charge(model)),
        calculation=(settled_when(model.settlement_months, "The share of the Saving"), NOT_ROUNDED),
        open_points=(
            *_COST_OPEN,
            "the method of the Reference Cost: how it follows volume, mix and wages, and who checks it",
        ),
        checklist=("Audit", "Sharing what automation saves"),
    )


def _gain_terms(model: GainSharePricing, pen: Pen) -> Iterator[tuple[str, str]]:
    yield "Cost Charge", f"{share(model.cost_paid_share)} of Allowed Cost"
    yield "Saving", f"Reference Cost less Cost Charge, both of the same {period(model.settlement_months)}"
    if model.cap_per_month < UNLIMITED:
        yield "Saving Cap", f"{pen.money(model.cap_per_month)} {each_month(model.settlement_months)}"
    if model.floor_per_month:
        yield "Loss Limit", f"{pen.money(-model.floor_per_month)} {each_month(model.settlement_months)}"
    rate = model.provider_share * model.attribution_share
    counted = (
        f" of the {share(model.attribution_share)} of the Saving ascribed to it"
        if model.attribution_share < 1
        else ""
    )
    yield (
        "Provider's Share",
        f"{share(model.provider_share)}{counted}"
        + (f", so {share(rate)} of the Saving" if counted else " of the Saving"),
    )


def _gain_charge(model: GainSharePricing) -> Iterator[str]:
    limit = " A Saving counts up to the Saving Cap." if model.cap_per_month < UNLIMITED else ""
    yield f"For the Services of a {period(model.settlement_months)} the Client pays the Cost Charge."
    yield f"Besides, it pays the Provider's Share where there is a Saving.{limit}"
    if model.floor_per_month:
        yield (
            "Where the Saving is below zero, the Provider credits the Provider's Share of that "
            "loss, which counts up to the Loss Limit."
        )
    else:
        yield "Where the Saving is below zero, no share is due to or from the Provider."
    yield BOOKS

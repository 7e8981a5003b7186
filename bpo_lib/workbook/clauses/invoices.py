"""The worked example in a contract's words: which month it is, what is charged, what it comes to."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from bpo_lib.pricing.clause import WorkedExample
from bpo_lib.pricing.clause.line import ADJUSTMENT, MONEY
from bpo_lib.pricing.clause.tier_lines import PART as TIER
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.clauses.wording import Pen, quantity, rate, share, shown_in_full

HEADS = ("Invoice", "Charge or credit", "Quantity", "Rate", "Amount")

# What a charge is called, by form where forms differ.
_CHARGES = {
    ("transaction", "base"): "Baseline Charge",
    ("outcome", "base"): "Base Fee",
    ("fixed_price", "base"): "Fixed Charge",
    ("gain_share", "cost"): "Cost Charge",
    ("hybrid", "cap"): "Lowered to the Outcome Cap",
    ("per_fte", "unit"): "FTE Rate",
    ("per_seat", "unit"): "Seat Rate",
    ("per_paid_hour", "unit"): "Hourly Rate",
    ("per_productive_hour", "unit"): "Hourly Rate",
    ("per_handled_minute", "unit"): "Minute Rate",
}
CHARGES = {
    "arc": "ARC",
    "far_arc": "ARC beyond the Far Band",
    "rrc": "RRC",
    "far_rrc": "RRC beyond the Far Band",
    "minimum": "Raised to the Minimum Charge",
    "rebase": "Unit Price following the handling time",
    "outcomes": "Outcome Fee",
    "floor": "Raised to the Floor",
    "cap": "Lowered to the Cap",
    "fixed": "Fixed Charge",
    "transactions": "Unit Charge",
    "productivity": "Productivity Commitment",
    "cost": "Allowed Cost",
    "markup": "Mark-up",
    "fixed_fee": "Fixed Fee",
    "target_fee": "Target Fee",
    "shared": "Share of the difference to the Target Cost",
    "ceiling": "Lowered to the Ceiling",
    "gain": "Provider's Share of the Saving",
    "fee": "Charge of the Month",
}
_SHOWN = {
    "usual": "As expected",
    "busier": "Busier than expected",
    "dearer": "Cost above what is expected",
    "baseline": "At the Baseline Volume",
    "lower_edge": "At the lower edge of the Dead Band",
    "upper_edge": "At the upper edge of the Dead Band",
    "just_over": "Just above the Dead Band",
    "well_over": "Well above the Dead Band",
    "just_under": "Just below the Dead Band",
    "well_under": "Well below the Dead Band",
    "over": "Above the Baseline Volume",
    "under": "Below the Baseline Volume",
    "netted": "Months outside the Dead Band that make up for one another",
    "far_over": "Above the Far Band",
    "minimum": "Under the Minimum Charge",
    "rebased": "At the Baseline Volume, handling takes longer than agreed",
    "floor": "Under the Floor",
    "cap": "Over the Cap",
    "poor": "At the Baseline Volume, with fewer Outcomes",
    "two_years": "The first two years",
    "on_target": "On the Target Cost",
    "under_target": "Under the Target Cost",
    "over_target": "Over the Target Cost",
    "ceiling": "Over the Ceiling",
    "saving": "With a Saving",
    "loss": "With a Saving below zero",
}
_UNITS = {"transactions": "Transactions", "outcomes": "Outcomes", "months": "Months", "seats": "Seats"}
_ONE = {"transactions": "Transaction", "outcomes": "Outcome", "months": "Month", "seats": "Seat"}
_SHOWN_OF = {("gain_share", "cap"): "Above the Saving Cap", ("hybrid", "cap"): "Over the Outcome Cap"}
# What of a month is told beside its name, by form: the quantity and what it is called.
_TOLD = {
    "transaction": (("volume", "Transactions"),),
    "tiered": (("volume", "Transactions"),),
    "hybrid": (("volume", "Transactions"), ("outcomes", "Outcomes")),
    "outcome": (("outcomes", "Outcomes"),),
}


@dataclass(frozen=True)
class InvoiceLine:
    """One row of the example, as text; the first row of an invoice names it, its last may sum it up."""

    invoice: str
    charge: str
    quantity: str
    rate: str
    amount: str
    sums_up: bool = False


def invoice_lines(example: WorkedExample, form: str, pen: Pen) -> list[InvoiceLine]:
    """Return the worked example as rows of text, invoice by invoice."""
    found = []
    for shown, facts in example.invoices.to_dict("index").items():
        rows = example.rows[example.rows["shown"] == shown].to_dict("records")
        lines = [_line(row, form) for row in rows] or [("Nothing due", "", "", numbers.price(0.0))]
        name = _name(str(shown), facts, form, pen)
        found += [InvoiceLine(name if place == 0 else "", *line) for place, line in enumerate(lines)]
        if len(lines) > 1:
            found.append(InvoiceLine("", "Total", "", "", numbers.price(facts["fee"]), sums_up=True))
    return found


def charge_name(part: str, form: str) -> str:
    """Return what a charge is called in the wording of its form."""
    if part.startswith(TIER):
        return f"Tier {part.removeprefix(TIER)}"
    return _CHARGES.get((form, part), CHARGES.get(part, labels.readable(part)))


def _line(row: dict[Hashable, Any], form: str) -> tuple[str, str, str, str]:
    name, unit, amount = charge_name(str(row["part"]), form), str(row["unit"]), numbers.price(row["amount"])
    if unit == ADJUSTMENT:
        return name, "", "", amount
    if unit == MONEY:
        return name, numbers.price(row["quantity"]), share(row["rate"]), amount
    word = (_ONE if row["quantity"] == 1 else _UNITS).get(unit, unit)
    word = f"Attributed{numbers.SPACE}{word}" if (form, unit) == ("outcome", "outcomes") else word
    return name, f"{quantity(row['quantity'])}{numbers.SPACE}{word}", rate(row["rate"]), amount


def _name(shown: str, facts: dict[Hashable, Any], form: str, pen: Pen) -> str:
    """Return which invoice it is, with what was counted and the months it covers."""
    where, _, number = shown.rpartition("_")
    if where in {"at_end", "past_end"}:
        words = f"{'At the end of' if where == 'at_end' else 'Just above'} Tier {number}"
    else:
        words = _SHOWN_OF.get((form, shown), _SHOWN.get(shown, labels.readable(shown)))
    told = [f"{quantity(facts[name])} {word}" for name, word in _TOLD.get(form, ())]
    if form == "gain_share":
        told = [f"Reference Cost {pen.money(facts['in_house_cost'])}"]
    if shown == "rebased":
        told.append(f"{quantity(60 * facts['handling_hours'] / facts['volume'])} minutes each")
    if facts["months"] > 1:
        told = [f"{quantity(facts['months'])} Months", *told]
    return f"{words}: {', '.join(told)}" if told else words


def in_full(example: WorkedExample) -> tuple[str, ...]:
    """Return a remark where a rate is shown with fewer digits than it is charged with; else nothing."""
    priced = example.rows[~example.rows["unit"].isin([ADJUSTMENT, MONEY])]
    if all(shown_in_full(found) for found in priced["rate"].dropna()):
        return ()
    return ("Rates are shown rounded; the amounts are worked out with all their digits.",)


def other_meaning(example: WorkedExample, pen: Pen) -> tuple[str, ...]:
    """Return what the wording rules out: the same month under the other meaning of the same words."""
    invoices = example.invoices
    if "just_over" not in invoices.index:
        return ()
    month = invoices.loc["just_over"].to_dict()
    for name, words in (
        (
            "back_to_baseline",
            "if, once outside the Dead Band, all Transactions from the Baseline Volume on counted",
        ),
        ("excess", "if only Transactions beyond the edge of the Dead Band counted"),
    ):
        if name in invoices.columns:
            return (
                (
                    f"The wording decides between two meanings in use: {quantity(month['volume'])} "
                    f"Transactions cost {pen.money(month['fee'])} as worded above, and "
                    f"{pen.money(month[name])} {words}."
                ),
            )
    return ()

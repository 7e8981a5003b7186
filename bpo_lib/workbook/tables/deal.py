"""Tables of a deal over its term: year by year, service targets, the cost of an early end."""

from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.course import IN_HOUSE, PARTS, SAVED_SO_FAR, SAVING, TOTAL, DealCourse
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import Column, empty, table

PART_WORDS = {
    "fee": "Provider's fee, indexed",
    "service_credits": "Service credits expected back",
    "transformation": "Provider's charge for investments",
    "tax": "Tax that cannot be recovered",
    "governance": "Managing the contract",
    "transition": "Moving the work",
    "own_team": "Own team until the work has moved",
    "dual_running": "Both teams side by side",
    "retained": "Own people who stay",
    "stranded": "Overhead left behind",
    "rework": "Errors beyond those of the own team",
}
_SUMS = {
    TOTAL: "Cost of the deal",
    IN_HOUSE: "Staying in-house",
    SAVING: "Saving",
    SAVED_SO_FAR: "Saving so far",
}
_NO_DEAL = "no pricing model is offered."


def deal_by_year(course: DealCourse | None, case: Engagement) -> Html:
    """Return what a deal costs in each year of the contract, part by part, beside staying in-house."""
    caption = "What the deal costs, year by year"
    if course is None:
        return empty(caption, _NO_DEAL)
    frame = course.by_year()
    shown = frame.loc[[*(part for part in PARTS if frame.loc[part, "term"]), *_SUMS]]
    heads = {"term": "Whole term", "present_value": "Present value"}
    scale, unit = _unit(float(shown["term"].abs().max()), case)
    rows = (shown / scale).map(lambda value: "" if numbers.missing(value) else numbers.amount(value))
    rows["part"] = pd.Series([_part(name) for name in shown.index], shown.index, dtype=object)
    columns: dict[Any, Column] = {"part": Column("", unit=unit)}
    columns |= {year: Column(heads.get(year, f"Year {year}"), numbers.as_text) for year in frame.columns}
    return table(rows, f"{caption}: {_form(course)}", columns, _note(course))


def _part(name: Any) -> str | Html:
    return Html(f"<strong>{esc(_SUMS[name])}</strong>") if name in _SUMS else PART_WORDS[str(name)]


def _form(course: DealCourse) -> str:
    return f"{labels.inside(labels.readable(course.model))} pricing"


def _unit(largest: float, case: Engagement) -> tuple[float, str]:
    """Return what to divide amounts by so that seven years fit on a page, and what to call them."""
    for size, scale, word in ((1e11, 1e6, " million"), (1e8, 1e3, " thousand")):
        if largest >= size:
            return scale, case.profile.currency + word
    return 1.0, case.profile.currency


def _note(course: DealCourse) -> str:
    months = len(course.months) % 12
    short = f" The last year has {numbers.months(months)}." if months else ""
    zero = [PART_WORDS[name] for name in PARTS if not course.present_values[name]]
    left = f" Nothing is counted for: {'; '.join(labels.inside(word) for word in zero)}." if zero else ""
    return (
        "At the expected volume, not discounted but in the last column. Year 1 begins in "
        f"{labels.month(course.months[0])}.{short}{left}"
    )


def termination(charges: pd.DataFrame, case: Engagement) -> Html:
    """Return what ending the deal early would cost at the end of each half-year, part by part."""
    caption = "What an early end would cost"
    if charges.empty:
        return empty(caption, _NO_DEAL)
    if not charges["charge"].any():
        return empty(caption, "the contract names no charge for it.")
    parts = {
        "unpaid_instalments": "Instalments unpaid",
        "write_off": "Investment not written off",
        "wind_down": "Moving or releasing people",
        "breakage": "Leases and licences",
        "lost_margin": "Margin of months not worked",
        "cut": "Cut off by the cap",
    }
    currency = case.profile.currency
    columns: dict[Any, Column] = {
        "when": Column("At the end of"),
    }
    columns |= {name: Column(word, numbers.amount) for name, word in parts.items() if charges[name].any()}
    columns["charge"] = Column("To be paid", numbers.amount, currency)
    chosen = charges[(charges["month_number"] % 6 == 0) | (charges["month_number"] == 1)]
    ends = zip(chosen["month"], chosen["month_number"], strict=True)
    shown = chosen.assign(when=[f"{labels.month(month)}, month {number}" for month, number in ends])
    return table(shown, caption, columns, "For ending the contract for convenience, by half-year.")


def service_targets(targets: pd.DataFrame) -> Html:
    """Return how likely a month misses each target of service, and what a miss brings back."""
    caption = "Targets of service"
    if targets.empty:
        return empty(caption, "none are given, so no service credit is counted.")
    columns = {
        "measure": Column("Target"),
        "better": Column("Better is", str),
        "target": Column("To reach", numbers.plain),
        "expected": Column("Average month", numbers.plain),
        "miss_chance": Column("Months that miss it", numbers.percent),
        "credit_alone": Column("Fee given back for a miss", numbers.percent),
    }
    note = (
        "A month's value is taken to vary as a normal one around its average. Several misses in a month add "
        "up to the part of the fee at risk at most."
    )
    return table(targets, caption, columns, note)

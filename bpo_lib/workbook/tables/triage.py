"""Tables of the automation triage: what each technology brings, and which step it takes over."""

from collections.abc import Hashable
from typing import Any

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.pricing import Triage
from bpo_lib.pricing.alternatives.technologies import TECHNOLOGIES
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, status, table


def technologies(found: Triage | Missing, case: Engagement) -> Html:
    """Return what each technology reaches, costs and saves against staying."""
    if isinstance(found, Missing):
        return Html("")  # the chapter says what is missing
    currency = case.profile.currency
    shown = found.technologies.assign(
        name=[labels.sentence(TECHNOLOGIES[name].name) for name in found.technologies.index],
        worth=[_worth(row) for row in found.technologies.to_dict("records")],
    )
    columns = {
        "name": Column("Technology"),
        "reachable_share": Column("Work within reach", numbers.percent),
        "saved_share": Column("Takes over", numbers.percent),
        "fte": Column("Frees", numbers.fte, "FTE"),
        "investment": Column("One-off cost", numbers.amount, currency),
        "run_per_month": Column("Running cost", numbers.amount, f"{currency}/month"),
        "saving_npv": Column("Saves over the term", numbers.amount, currency),
        "payback_month": Column("Pays back in month", _month),
        "worth": Column("Worth it", status),
    }
    note = (
        "Present value against staying, with the same volume, pay and discount rate as for every contract. "
        "Costs and success shares are house assumptions until there is an offer."
    )
    return table(shown, "What could be automated, and what would that save?", columns, note)


def _worth(row: dict[Hashable, Any]) -> str:
    """Return whether a technology is worth it; one that pays may still be beaten by what is chosen."""
    if row["chosen"]:
        return "recommended"
    return "beaten by others" if row["saving_npv"] > 0 else "no"


def _month(value: float) -> str:
    return "never" if numbers.missing(value) else numbers.count(value)


def automated_steps(found: Triage | Missing) -> Html:
    """Return for every step which part of its time software could take over, and by which technology."""
    if isinstance(found, Missing):
        return Html("")
    shown = found.steps.assign(
        technology=[
            labels.sentence(TECHNOLOGIES[name].name) if name else "stays with people"
            for name in found.steps["technology"]
        ]
    )
    columns = {
        "name": Column("Step"),
        "time_share": Column("Share of time", numbers.percent),
        "input_kind": Column("Input", labels.readable),
        "rule_based": Column("Rules", numbers.whole_percent),
        "digital": Column("Digital", numbers.whole_percent),
        "stable": Column("Stable", numbers.whole_percent),
        "reachable": Column("All three", numbers.whole_percent),
        "saved_share": Column("Taken over, of all time", numbers.percent),
        "technology": Column("Mostly by"),
    }
    return table(shown, "Step by step: what software could take over", columns)

"""Tables of the bids: who stands where and why, what is missing, who marked how, whom we called."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.sourcing import ProviderScores
from bpo_lib.sourcing.bids.draws import DRAWS
from bpo_lib.workbook import cards, labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, status, table

Scores = ProviderScores | Missing


def providers(scores: Scores, case: Engagement) -> Html:
    """Return the providers in order of rank; must-haves come before any score."""
    if isinstance(scores, Missing):
        return cards.missing(scores)
    columns = {
        "vendor": Column("Provider"),
        "rank": Column("Rank", numbers.count),
        "rank_without_price": Column("Rank without price", numbers.count),
        "score": Column("Score", numbers.score, "of 100"),
        "first": Column("Scores most", numbers.whole_percent, "of draws"),
        "must_haves": Column("Must-haves", status),
        "failed": Column("Failed"),
        "open": Column("Still open"),
        "price": Column("Price", numbers.price, case.profile.unit("currency/transaction")),
        "price_against_in_house": Column("Against in-house", numbers.signed_percent),
    }
    note = (
        f"Scores most: share of {numbers.count(DRAWS)} draws of weights and evidence, among those that fail "
        f"no must-have. {scores.sealed.words}"
    )
    return table(scores.table, "Providers compared", columns, note)


def must_haves(scores: Scores) -> Html:
    """Return the must-haves that are failed or still open, what each rests on and what lifts it."""
    if isinstance(scores, Missing):
        return Html("")
    caption = "Must-haves not met"
    left = scores.gates[scores.gates["status"] != "met"]
    if left.empty:
        return empty(caption, "Every provider has shown every must-have.")
    columns = {
        "vendor": Column("Provider"),
        "name": Column("Must-have"),
        "status": Column("Status", status),
        "because": Column("Because", labels.sentence),
        "note": Column("Note", labels.sentence),
        "lifts": Column("Lifted by", labels.sentence),
    }
    return table(
        left, caption, columns, "No score buys off a must-have; what nobody showed never counts as met."
    )


def provider_lead(scores: Scores) -> Html:
    """Return what each criterion adds to the winner's lead over the runner-up, summed in the last row."""
    if isinstance(scores, Missing) or scores.lead.empty:
        return Html("")
    sums = scores.lead[["winner", "runner_up", "gap"]].sum()
    rows = pd.concat([scores.lead, pd.DataFrame([{"name": "Together", **sums}])], ignore_index=True)
    columns = {
        "name": Column("Criterion"),
        "winner": Column(str(scores.winner), numbers.score, "points"),
        "runner_up": Column(str(scores.runner_up), numbers.score, "points"),
        "gap": Column("Lead", numbers.signed_score, "points"),
    }
    return table(rows, "What the lead is made of", columns)


def provider_tips(scores: Scores) -> Html:
    """Return at which weight of one criterion another provider would score most, the nearest first."""
    if isinstance(scores, Missing) or scores.winner is None:
        return Html("")
    caption = "Which weight would turn the lead"
    if scores.tips.empty:
        return empty(
            caption, f"No weight of a single criterion lets another score more than {scores.winner}."
        )
    columns = {
        "name": Column("Criterion"),
        "weight": Column("Weight", numbers.percent),
        "tip": Column("Turns at", numbers.percent),
        "to": Column("Then scores most"),
    }
    return table(scores.tips, caption, columns, "The other weights keep their proportions to each other.")


def quality_price(scores: Scores, case: Engagement) -> Html:
    """Return what each bid's quality costs, and which bid no other beats on both."""
    if isinstance(scores, Missing):
        return Html("")
    caption = "Quality against price"
    if scores.frontier.empty:
        return empty(caption, "No provider has quoted a price yet.")
    unit = case.profile.unit("currency/transaction")
    rows = scores.frontier.to_dict("records")
    shown = scores.frontier.assign(standing=[_standing(row) for row in rows])
    columns = {
        "vendor": Column("Provider"),
        "quality": Column("Quality", numbers.score, "of 100"),
        "price": Column("Price", numbers.price, unit),
        "all_in": Column("All in", numbers.price, unit),
        "cost_per_point": Column("A point of quality costs", numbers.three_digits, unit),
        "extra_per_point": Column("Each further point costs", numbers.three_digits, unit),
        "standing": Column("Standing"),
    }
    note = (
        "All in: with tax that cannot be recovered and managing the contract. Each further point: against "
        "the next cheaper bid that nobody beats."
    )
    return table(shown, caption, columns, note)


def _standing(row: dict[Hashable, Any]) -> str:
    if not row["in_contention"]:
        return "fails a must-have"
    return f"beaten by {row['beaten_by']}" if row["beaten_by"] else "beaten by none"


def red_flags(scores: Scores) -> Html:
    """Return the warnings on each bid, what they rest on and what to ask."""
    if isinstance(scores, Missing):
        return Html("")
    caption = "Red flags"
    if scores.flags.empty:
        return empty(caption, "No answer raises one.")
    columns = {
        "vendor": Column("Provider"),
        "flag": Column("Red flag", labels.sentence),
        "because": Column("Because", labels.sentence),
        "ask": Column("Ask for", labels.sentence),
    }
    return table(scores.flags, caption, columns, "A flag takes no points away; it asks to be settled.")


def evaluators(scores: Scores) -> Html:
    """Return how severely each evaluator marks, told apart from the bids each of them saw."""
    if isinstance(scores, Missing) or scores.panel is None:
        return Html("")
    found = scores.panel.severity
    columns = {
        "evaluator": Column("Evaluator"),
        "marks": Column("Marks", numbers.count),
        "mean": Column("Mean", numbers.ratio, "level"),
        "effect": Column("Against the panel", numbers.signed_ratio, "levels"),
        "error": Column("Give or take", numbers.ratio, "levels"),
    }
    note = "Below zero is severe. Give or take: standard error."
    if not found.connected:
        groups = "; ".join(" and ".join(group) for group in found.groups)
        note = f"Not compared, since they marked nothing in common: {groups}."
    frame = found.evaluators.rename_axis("evaluator").reset_index()
    return table(frame, "How severely the evaluators mark", columns, note)


def adjusted_quality(scores: Scores) -> Html:
    """Return each provider's quality as marked, and as the whole panel would have marked it."""
    if isinstance(scores, Missing) or scores.panel is None:
        return Html("")
    frame = scores.panel.quality.rename_axis("vendor").reset_index()
    frame = frame.assign(change=frame["adjusted"] - frame["quality"])
    columns = {
        "vendor": Column("Provider"),
        "quality": Column("Quality as marked", numbers.score, "of 100"),
        "adjusted": Column("Adjusted", numbers.score, "of 100"),
        "change": Column("Change", numbers.signed_score, "points"),
    }
    note = (
        "Adjusted for who marked what. The score stays with the plain mean, so that one bid's marks never "
        "change what another is worth."
    )
    return table(frame, "Quality, adjusted for severity", columns, note)


def evaluator_agenda(scores: Scores) -> Html:
    """Return the answers whose marks lie far apart, to be talked about before anybody decides."""
    if isinstance(scores, Missing) or scores.panel is None:
        return Html("")
    caption = "What the evaluators should talk about"
    if scores.panel.agenda.empty:
        return empty(caption, "No two marks of the same answer lie two levels or more apart.")
    columns = {
        "vendor": Column("Provider"),
        "name": Column("Criterion"),
        "low": Column("Lowest", numbers.count, "level"),
        "low_by": Column("Given by"),
        "high": Column("Highest", numbers.count, "level"),
        "high_by": Column("Given by"),
    }
    return table(scores.panel.agenda, caption, columns)


def reference_calls(scores: Scores) -> Html:
    """Return the log of reference calls."""
    if isinstance(scores, Missing):
        return Html("")
    caption = "Reference calls"
    if scores.calls.empty:
        return empty(caption, "No answer was confirmed by a reference.")
    columns = {
        "date": Column("Date", labels.date),
        "vendor": Column("Provider"),
        "name": Column("Confirmed"),
        "answer": Column("Answer"),
        "evaluator": Column("Heard by"),
        "note": Column("Note", labels.sentence),
    }
    return table(scores.calls, caption, columns)

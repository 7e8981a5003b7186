"""Tables of the fit: what each alternative is worth, what would change the answer, what to settle first."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.fit import criteria_of, value_table
from bpo_lib.fit.carve_out import CarveOut
from bpo_lib.fit.result import FitResult
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, status, table

_BEYOND_CHANCE = 0.001  # of value: what draws show for criteria that decide nothing is about half of it
_MOST_ROWS = 8  # what is far from changing the answer is not worth a line


def fit_alternatives(fit: FitResult) -> Html:
    """Return what each alternative is worth, how often it comes first and which gate removes it."""
    shown = fit.alternatives.sort_values("value", ascending=False, kind="stable")
    shown = shown.assign(
        name=[labels.ALTERNATIVES[key] for key in shown.index],
        range=[_range(row) for row in shown.to_dict("records")],
        first=shown["first"].where(shown["status"] != "stopped"),
    ).sort_values("status", key=lambda state: state == "stopped", kind="stable")
    columns = {
        "name": Column("Alternative"),
        "status": Column("Gates", status),
        "gates": Column("Which"),
        "value": Column("Value", numbers.points, "of 100"),
        "range": Column("Range", numbers.as_text),
        "first": Column("Comes first in", numbers.percent_if_known),
        "confidence": Column("First under its own weights", numbers.percent_if_known),
    }
    note = (
        "Value at the expected answers and weights; the range holds eight of ten of all answers and weights "
        "that are possible. First under its own weights: how sure an alternative is to lead for somebody "
        "whose weights favour it most. What a gate has stopped cannot come first."
    )
    return table(shown, "What each alternative is worth", columns, note)


def _range(row: dict[Hashable, Any]) -> str:
    return f"{numbers.points(row['low'])} to {numbers.points(row['high'])}"


def fit_methods(fit: FitResult) -> Html:
    """Return which alternative leads when value is added up in other ways."""
    shown = fit.methods.assign(
        way=[_METHODS[str(name)] for name in fit.methods.index],
        name=[labels.ALTERNATIVES[key] for key in fit.methods["leader"]],
        same=["yes" if agrees else "no" for agrees in fit.methods["agrees"]],
    )
    columns = {"way": Column("Adding up"), "name": Column("Leads"), "same": Column("Same leader")}
    note = (
        "TOPSIS measures every alternative against the best and worst ones present, so a poor alternative "
        "that is added can reorder the others; it is a cross-check here and never the score."
    )
    return table(shown, "Does the way of adding up decide?", columns, note)


_METHODS = {
    "additive": "Additive: a strength makes up for a weakness",
    "geometric": "Geometric: a very weak side pulls the rest down",
    "pessimistic": "Pessimistic: the weakest sides count most",
    "topsis": "TOPSIS, as a cross-check",
}


def settle_first(fit: FitResult) -> Html:
    """Return the answers that are worth settling first, since they could change what is chosen."""
    caption = "Which answer to settle first"
    useful = worth_settling(fit).head(_MOST_ROWS)
    if useful.empty:
        return empty(caption, "no single answer, once known for certain, would change what is chosen.")
    columns = {
        "name": Column("Criterion", labels.sentence),
        "gain": Column("Worth knowing", numbers.points, "points"),
        "basis": Column("Rests on", labels.readable),
        "question": Column("What to find out"),
    }
    note = (
        "Worth knowing: the points of 100 by which the choice would gain on average if the answer were "
        "known for certain (expected value of perfect information)."
    )
    return table(useful, caption, columns, note)


def worth_settling(fit: FitResult) -> pd.DataFrame:
    """Return the answers that could change the choice by more than chance does among the draws."""
    return fit.settle_first[fit.settle_first["gain"] >= _BEYOND_CHANCE]


def weight_tips(fit: FitResult) -> Html:
    """Return at which weight of one criterion another alternative would lead."""
    caption = "At which weight would another alternative lead?"
    tips = nearest_tips(fit)
    if tips.empty:
        return empty(caption, "no weight of a single criterion changes the leader.")
    columns = {
        "name": Column("Criterion", labels.sentence),
        "weight": Column("Weight now", numbers.percent),
        "tip": Column("Weight at which it changes", numbers.percent),
        "to_name": Column("Then leads"),
    }
    shown = tips.head(_MOST_ROWS).assign(
        to_name=[labels.ALTERNATIVES[key] for key in tips["to"].head(_MOST_ROWS)]
    )
    return table(shown, caption, columns, "All other weights keep their proportions to one another.")


def nearest_tips(fit: FitResult) -> pd.DataFrame:
    """Return the criteria whose weight can change the leader, the smallest change first."""
    tips = fit.tips.dropna(subset=["tip"])
    nearest = (tips["tip"] - tips["weight"]).abs().sort_values(kind="stable").index
    return tips.loc[nearest]


def level_flips(fit: FitResult) -> Html:
    """Return which answer, changed alone, would make another alternative lead."""
    caption = "Which other answer would change the leader?"
    flips = fit.flips.dropna(subset=["flips_at"])
    if flips.empty:
        return empty(caption, "no single answer, whatever its level, changes the leader.")
    nearest = (flips["flips_at"] - flips["level"]).abs().sort_values(kind="stable").index
    shown = flips.loc[nearest].head(_MOST_ROWS)
    shown = shown.assign(to_name=[labels.ALTERNATIVES[key] for key in shown["to"]])
    columns = {
        "name": Column("Criterion", labels.sentence),
        "level": Column("Level now", numbers.one_decimal_under_100, "1-5"),
        "flips_at": Column("Level at which it changes", numbers.ratio, "1-5"),
        "to_name": Column("Then leads"),
    }
    return table(shown, caption, columns, "One answer at a time, all others as they are.")


def value_functions(case: Engagement) -> Html:
    """Return how each criterion speaks for or against each alternative, as the client's firm reads it."""
    shapes, known = value_table(case), criteria_of(case)
    rows = [
        {"name": about.name, **dict(zip(labels.ALTERNATIVES, shapes.words(about.id), strict=True))}
        for about in known
    ]
    columns = {"name": Column("Criterion", labels.sentence)} | {
        key: Column(name, _shape) for key, name in labels.ALTERNATIVES.items()
    }
    note = (
        "Up: the higher the level, the more it speaks for the alternative; down: against it; peak: most at "
        "the level named; a dash: neither. House assumptions, unless criteria.csv says otherwise."
    )
    return table(pd.DataFrame(rows), "How criteria speak for alternatives", columns, note)


def _shape(words: str) -> str:
    return "\u2013" if words == "flat" else words


def carve_out(found: CarveOut | Missing) -> Html:
    """Return for every step whether it should stay, be automated or leave, and what holds it back."""
    if isinstance(found, Missing):
        return empty("Which steps could leave on their own?", found.ask)
    shown = found.steps.assign(
        answer=[labels.ALTERNATIVES[key] for key in found.steps["answer"]],
        because=[gates.replace("-", numbers.HYPHEN) for gates in found.steps["because"]],
    )
    columns = {
        "name": Column("Step"),
        "time_share": Column("Share of time", numbers.percent),
        "answer": Column("Best for this step"),
        "keep": Column("Keep", numbers.points, "of 100"),
        "automate": Column("Automate", numbers.points, "of 100"),
        "leave": Column(labels.ALTERNATIVES[found.place], numbers.points, "of 100"),
        "because": Column("Held back by"),
    }
    note = (
        "Each step is judged with the weights and gates of the whole, but with its own rules, data, "
        "documents, exceptions and room for automation."
    )
    return table(shown, "Which steps could leave on their own?", columns, note)

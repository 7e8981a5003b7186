"""Tables of what was found out: the register, the process, the fit."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit import FitResult
from bpo_lib.glossary import GLOSSARY
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import Column, empty, status, table

# Groups of assumptions that weigh and limit, where others describe the client's work and money.
_JUDGING = ("fit", "judgement", "delivery_model", "scorecard", "triage")
_REGISTER = ["assumption", "value", "range", "source", "as_of", "origin"]


def register(case: Engagement) -> Html:
    """Return the assumptions the results stand on: value, range, source, date and origin of each.

    Those of `house_register` are left out.
    """
    unchanged = _of_the_house(case)
    more = f" {int(unchanged.sum())} more are folded below." if unchanged.any() else ""
    note = (
        "A blank range means that none was given. On screen the name in assumptions.csv stands under "
        f"each assumption.{more}"
    )
    return _register(case.register[~unchanged], case, "Assumption register", note)


def house_register(case: Engagement) -> Html:
    """Return weights and limits of the house that nobody changed, and terms that stand at nothing."""
    rows = case.register[_of_the_house(case)]
    if rows.empty:
        return Html("")
    return _register(rows, case, "House assumptions and terms left at nothing", "")


def _of_the_house(case: Engagement) -> pd.Series:
    """Return which assumptions stand as the house has them and either weigh and limit, or are nothing."""
    group = case.register["name"].str.partition(".")[0]
    idle = group.isin(_JUDGING) | (case.register["value"] == 0)
    return (case.register["origin"] == "default") & idle


def _register(rows: pd.DataFrame, case: Engagement, caption: str, note: str) -> Html:
    shown = pd.DataFrame([_assumption(row, case) for row in rows.to_dict("records")], columns=_REGISTER)
    columns = {
        "assumption": Column("Assumption"),
        "value": Column("Value", numbers.as_text),
        "range": Column("Range", numbers.as_text),
        "source": Column("Source"),
        "as_of": Column("As of"),
        "origin": Column("Origin"),
    }
    return table(shown, caption, columns, note)


def _assumption(row: dict[Hashable, Any], case: Engagement) -> dict[str, Any]:
    unit, is_share = str(row["unit"]), str(row["unit"]).startswith("share")
    given = not numbers.missing(row["value"])
    ends = [] if numbers.missing(row["low"]) or numbers.missing(row["high"]) else [row["low"], row["high"]]
    shown = [f"{numbers.plain(end * 100)}%" if is_share else numbers.plain(end) for end in ends]
    return {
        "assumption": Html(f"{esc(labels.sentence(row['meaning']))}<br><small>{esc(row['name'])}</small>"),
        "value": numbers.with_unit(row["value"], unit, case.profile) if given else "",
        "range": " to ".join(shown),
        "source": row["source"],
        "as_of": labels.date(row["as_of"]).replace(" ", numbers.SPACE),
        "origin": row["origin"],
    }


def criteria(fit: FitResult) -> Html:
    """Return the score of every criterion and what it adds to the whole."""
    columns = {
        "criterion": Column("Criterion", labels.readable),
        "name": Column("What it asks", labels.sentence),
        "group": Column("Group", labels.readable),
        "weight": Column("Weight", numbers.percent),
        "level": Column("Level", numbers.one_decimal_under_100, "1-5"),
        "contribution": Column("Adds to score", numbers.one_decimal_under_100, "points"),
        "basis": Column("Basis"),
        "raters": Column("Raters", numbers.count),
    }
    measured = fit.evidence.set_index("criterion")
    shown = fit.criteria.assign(
        basis=pd.Series([_basis(row, measured) for row in fit.criteria.to_dict("records")], dtype=object)
    )
    note = f"A criterion adds at most as many points as its weight. Weights: {fit.weighting.method}."
    return table(shown, "Criteria of the fit score", columns, note)


def _basis(row: dict[Hashable, Any], measured: pd.DataFrame) -> Html:
    """Return what a level rests on; for a measured one also what was measured."""
    basis = esc(labels.readable(row["basis"]))
    if row["criterion"] not in measured.index:
        return Html(basis)
    found = measured.loc[row["criterion"]]
    told = "; ".join(filter(None, (found["figure"], found["detail"])))
    return Html(f"{basis}<br><small>{esc(told)}</small>")


def gates(fit: FitResult) -> Html:
    """Return the gates that no score can buy off, and what would lift each."""
    columns = {
        "gate": Column("Gate", lambda gate: str(gate).replace("-", numbers.HYPHEN)),
        "rule": Column("Rule"),
        "status": Column("Status", status),
        "evidence": Column("Evidence"),
        "lifts": Column("What would lift it"),
    }
    return table(fit.gates, "Gates", columns, "Limits of the gates are house assumptions.")


def disagreements(fit: FitResult) -> Html:
    """Return the criteria on which raters are two levels or more apart."""
    caption = "Where raters disagree"
    if fit.disagreements.empty:
        return empty(caption, "no criterion has raters two levels or more apart.")
    columns = {
        "name": Column("Criterion", labels.sentence),
        "low": Column("Lowest", numbers.one_decimal_under_100, "level"),
        "high": Column("Highest", numbers.one_decimal_under_100, "level"),
        "raters": Column("Who said what"),
    }
    return table(fit.disagreements, caption, columns, "Talk these through before relying on the score.")


def glossary() -> Html:
    """Return the terms a report uses, with their meaning."""
    terms = pd.DataFrame([{"term": term, **entry._asdict()} for term, entry in GLOSSARY.items()])
    columns = {"term": Column("Term"), "meaning": Column("Meaning"), "unit": Column("Unit")}
    return table(terms, "Glossary", columns)

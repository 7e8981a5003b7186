"""Tables of how it is done: the plan, its risks, governance."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.delivery import GovernancePack
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import Column, status, table


def plan(frame: pd.DataFrame) -> Html:
    """Return the stages of the transition, with what must be true to enter and leave each."""
    dates = zip(frame["start"], frame["end"], strict=True)
    shown = frame.assign(when=[_unbroken(start, end) for start, end in dates])
    columns = {
        "stage": Column("Stage"),
        "when": Column("When"),
        "owner": Column("Owner", labels.readable),
        "entry": Column("Starts when", labels.sentence),
        "exit_test": Column("Ends when", labels.sentence),
        "provider_fte_share": Column("Work with the provider", numbers.whole_percent),
    }
    return table(shown, "Transition plan", columns)


def _unbroken(start: object, end: object) -> str:
    """Return two dates that break nowhere but between them."""
    first, last = (labels.date(day).replace(" ", numbers.SPACE) for day in (start, end))
    return f"{first}{numbers.SPACE}to {last}"


def risks(frame: pd.DataFrame) -> Html:
    """Return the risks with their evidence, control, owner and trigger."""
    columns = {
        "risk": Column("Risk"),
        "severity": Column("Severity", status),
        "evidence": Column("Evidence", labels.sentence),
        "control": Column("Control", labels.sentence),
        "owner": Column("Owner", labels.readable),
        "trigger": Column("Act when", labels.sentence),
    }
    return table(frame, "Risk register", columns)


def metrics(pack: GovernancePack) -> Html:
    """Return the measures of service the contract is run by, each with what counts and what does not."""
    rows = pack.metrics.to_dict("records")
    shown = pack.metrics.assign(
        metric=pd.Series([_metric(row) for row in rows], dtype=object),
        kept=[f"{row['source']}; {row['owner']}" for row in rows],
    )
    columns = {
        "metric": Column("Measure"),
        "formula": Column("Counts"),
        "left_out": Column("Left out"),
        "window": Column("Over"),
        "target": Column("Target"),
        "kept": Column("Source and owner"),
    }
    return table(shown, "Service measures", columns)


def _metric(row: dict[Hashable, Any]) -> Html:
    return Html(f"{esc(row['metric'])}<br><small>{esc(row['measures'])}</small>")


def cadence(pack: GovernancePack) -> Html:
    """Return who meets when, and on what."""
    return _all_columns(pack.cadence, "Meetings")


def responsibilities(pack: GovernancePack) -> Html:
    """Return who is responsible, accountable, consulted and informed."""
    return _all_columns(pack.responsibilities, "Who does what")


def contract(pack: GovernancePack) -> Html:
    """Return what the contract has to settle."""
    rows = pack.contract_checklist.to_dict("records")
    shown = pack.contract_checklist.assign(clause=pd.Series([_clause(row) for row in rows], dtype=object))
    columns = {
        "clause": Column("Clause"),
        "says": Column("Says", labels.sentence),
        "without_it": Column("Without it", labels.sentence),
        "owner": Column("Owner", labels.sentence),
    }
    note = (
        "Under a clause: why this contract needs it. The others belong in every contract of this kind. The "
        "charge, its indexation and what surrounds it are drafted for counsel in the chapter on contract and "
        "risk."
    )
    return table(shown, "Contract checklist", columns, note)


def _clause(row: dict[Hashable, Any]) -> Html:
    """Return a clause with what asks for it, unless every contract does."""
    because = str(row["asked_because"])
    why = "" if because.startswith("every contract") else f"<br><small>{esc(because)}</small>"
    return Html(f"{esc(labels.sentence(row['clause']))}{why}")


def _all_columns(frame: pd.DataFrame, caption: str) -> Html:
    """Return every column of a frame of words."""
    return table(
        frame,
        caption,
        {str(name): Column(labels.readable(name), labels.sentence) for name in frame.columns},
    )

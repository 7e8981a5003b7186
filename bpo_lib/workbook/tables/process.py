"""Tables of the process map: its steps, what it leaves open, and the process at a glance."""

from collections.abc import Iterable

import pandas as pd

from bpo_lib.process import ProcessEvidence, StepMap, sipoc
from bpo_lib.process.steps.checks import listed
from bpo_lib.process.steps.sipoc import PARTS
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import Column, empty, table


def steps(evidence: ProcessEvidence) -> Html:
    """Return the steps of the process, with the time each takes of an average case, loops included."""
    found = evidence.steps
    if found is None or found.empty:
        return Html("")  # the chapter says what is missing
    repeats = "repeat_minutes" in found and bool((found["repeat_minutes"] > 0).any())
    columns = {
        "name": Column("Step"),
        "actor": Column("Actor"),
        "system": Column("System"),
        "kind": Column("Kind", labels.readable),
        "minutes": Column("Time", numbers.minutes, "minutes"),
        "case_share": Column("Cases that pass", numbers.percent),
        **({"visits": Column("Passes per case", numbers.ratio)} if repeats else {}),
        "minutes_per_case": Column("Time per case", numbers.ratio, "minutes"),
        **({"repeat_minutes": Column("Of it repeats", numbers.ratio, "minutes")} if repeats else {}),
        "time_share": Column("Share of time", numbers.percent),
        "document": Column("Written procedure"),
    }
    note = (
        "Time per case is the time of one pass times the passes of an average case; repeats are its second "
        "and later passes of the same step."
        if repeats
        else "Time per case is the time times the share of cases."
    )
    return table(found, "Steps of the process", columns, note)


def map_checks(found: StepMap | None) -> Html:
    """Return what the process map leaves open, step by step, and how to mend it."""
    if found is None:
        return Html("")  # the chapter says what is missing
    caption = "What the map leaves open"
    if not found.problems:
        return empty(caption, "nothing; every step can be reached, has a way on, an actor and a system.")
    columns = {"name": Column("Step"), "words": Column("What is open"), "mend": Column("How to mend it")}
    return table(pd.DataFrame(found.problems), caption, columns)


def process_at_a_glance(found: StepMap | None) -> Html:
    """Return triggers, inputs, actors, systems, controls, checks, exceptions, escalations and outputs."""
    if found is None:
        return Html("")
    entries = sipoc(found)
    rows = [
        {"part": labels.sentence(part), "entries": _entries(entries[entries["part"] == part])}
        for part in PARTS
    ]
    columns = {"part": Column("Part"), "entries": Column("What the step table names")}
    note = "The steps that name an entry stand behind it; what one step makes for another is left out."
    return table(pd.DataFrame(rows), "The process at a glance", columns, note)


def _entries(found: pd.DataFrame) -> Html | str:
    if found.empty:
        return "none named"
    return Html("<br>".join(_entry(entry, names) for entry, names in _pairs(found)))


def _pairs(found: pd.DataFrame) -> Iterable[tuple[str, tuple[str, ...]]]:
    return zip(found["entry"], found["steps"], strict=True)


def _entry(entry: str, names: tuple[str, ...]) -> str:
    """Return an entry with the steps that name it, unless it is itself the name of the step."""
    if names == (entry,):
        return esc(entry)
    return f"{esc(entry)} <small>({esc(listed(names))})</small>"

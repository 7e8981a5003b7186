"""The process at a glance: what starts it, what goes in, who handles it, what guards it, what comes out."""

import re
from collections.abc import Callable, Iterator

import pandas as pd

from bpo_lib.process.steps.step_map import StepMap

SIPOC_COLUMNS = ("part", "entry", "steps")
PARTS = (
    "trigger",
    "inputs",
    "actors",
    "systems",
    "data",
    "controls",
    "quality checks",
    "exceptions",
    "escalations",
    "outputs",
)
_SAID_YES = {"yes", "y", "x", "true", "1"}

Row = dict[str, str]


def sipoc(found: StepMap) -> pd.DataFrame:
    """Return what a process is made of: triggers, inputs, actors, systems, controls, outputs and the rest.

    What one step makes for another is neither input nor output of the process, and left out.

    Parameters
    ----------
    found : StepMap

    Returns
    -------
    pandas.DataFrame
        Columns part (one of PARTS), entry and steps (tuple: names of the steps that name it), in the order
        of the parts and then of the rows. A part of which the table says nothing has no row.

    References
    ----------
    SIPOC, suppliers, inputs, process, outputs and customers, is a common first sheet of Six Sigma; controls,
    exceptions, escalations and quality checks are added, since a provider has to take them over as well.
    """
    rows: list[Row] = [
        {str(name): str(value) for name, value in row.items()} for row in found.steps.to_dict("records")
    ]
    within = _named(rows, "inputs") & _named(rows, "outputs")
    entries = [
        (part, entry, row["name"])
        for part in PARTS
        for row in rows
        for entry in dict.fromkeys(_ENTRIES[part](row))
        if part not in {"inputs", "outputs"} or entry.casefold() not in within
    ]
    table = pd.DataFrame(entries, columns=list(SIPOC_COLUMNS))
    table["key"] = table["entry"].str.casefold()
    grouped = table.groupby(["part", "key"], sort=False, as_index=False)
    return grouped.agg(entry=("entry", "first"), steps=("steps", tuple))[list(SIPOC_COLUMNS)]


def _named(rows: list[Row], part: str) -> set[str]:
    return {entry.casefold() for row in rows for entry in _ENTRIES[part](row)}


def _several(text: str, marks: str = ";\n") -> Iterator[str]:
    yield from (entry.strip() for entry in re.split(f"[{marks}]", text) if entry.strip())


def _cells(column: str, marks: str = ";\n") -> Callable[[Row], Iterator[str]]:
    return lambda row: _several(row[column], marks)


def _quality_checks(row: Row) -> Iterator[str]:
    if row["kind"] == "check" or row["quality_check"].casefold() in _SAID_YES:
        yield row["name"]
    if row["quality_check"].casefold() not in _SAID_YES:
        yield from _several(row["quality_check"])


def _exceptions(row: Row) -> Iterator[str]:
    if row["kind"] == "exception":
        yield row["name"]


def _escalations(row: Row) -> Iterator[str]:
    if row["kind"] == "escalation":
        yield row["name"]
    yield from (f"to {entry}" for entry in _several(row["escalation"]))


_ENTRIES: dict[str, Callable[[Row], Iterator[str]]] = {
    "trigger": _cells("trigger"),
    "inputs": _cells("input"),
    "actors": _cells("actor"),
    "systems": _cells("system", ";,\n"),
    "data": _cells("data_class"),
    "controls": _cells("control"),
    "quality checks": _quality_checks,
    "exceptions": _exceptions,
    "escalations": _escalations,
    "outputs": _cells("output"),
}

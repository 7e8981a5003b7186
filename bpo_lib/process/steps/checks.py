"""What a process map leaves open: steps nobody comes to, ways without an end, unwritten exceptions."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.process.steps.flows import END, START
from bpo_lib.process.steps.table import is_exception

SAID_APART = 0.02  # share of cases by which a row and the flow may differ unmentioned (house assumption)
_NAMED_AT_MOST = 5  # names in a note; the rest are counted


class MapProblem(NamedTuple):
    """One thing a map leaves open: the step's id and name, the kind of gap, what it is, how to mend it."""

    step: str
    name: str
    kind: str
    words: str
    mend: str


_KINDS = {
    "unreached": (
        "No flow leads here, so no case passes it",
        "Name it as the next step of the one before it, or delete its row",
        "No flow leads to these steps, so no case passes them",
    ),
    "no exit": (
        "It has no next step; cases are taken to leave the process here",
        "Write where cases go from here, or end, in the column next",
        "Steps without a next step, taken to end the process",
    ),
    "one branch": (
        "It decides, yet every case goes the same way",
        "Write the other way and the share of cases that takes it, or call it a task",
        "Decisions with a single way out",
    ),
    "not led to": (
        "The step it is an exception to does not lead here",
        "Add it to the next steps of that one, or correct exception_to",
        "Exceptions to which the step they belong to does not lead",
    ),
    "share": (
        "The flow gives another share of cases than its row",
        "Correct case_share, or the shares in the column next",
        "Steps whose own share of cases is not what the flow gives",
    ),
    "no origin": (
        "It does not say to which step it is an exception",
        "Fill in exception_to",
        "Exceptions that name no step they leave from",
    ),
    "unwritten": (
        "It is an exception without a written path",
        "Write down what is done then, and name it in the column document",
        "Exceptions without a written path",
    ),
    "no actor": ("Nobody is named who does it", "Fill in the actor", "Steps that nobody is named for"),
    "no system": (
        "No system is named",
        "Fill in the system; write paper or telephone where there is none",
        "Steps without a system",
    ),
}


def flow_problems(table: pd.DataFrame, flows: pd.DataFrame, passed: np.ndarray) -> tuple[MapProblem, ...]:
    """Return what the written flow of a map leaves open.

    Parameters
    ----------
    table : pandas.DataFrame
        A filled step table, with `case_share` as it was given.
    flows : pandas.DataFrame
        Columns source, target and probability.
    passed : ndarray
        Share of cases that pass each step, by the flow. [share]
    """
    inner = flows[(flows["source"] != START) & (flows["target"] != END)]
    edges = set(zip(inner["source"], inner["target"], strict=True))
    ways = flows["source"].value_counts()
    apart = (table["case_share"] < 1) & (np.abs(table["case_share"] - passed) > SAID_APART)
    led_to = [edge in edges for edge in zip(table["exception_to"], table["step"], strict=True)]
    is_silent = table["next"] == ""
    return (
        *_found("unreached", table, pd.Series(passed == 0)),
        *_found("no exit", table, is_silent),
        *_found(
            "one branch", table, (table["kind"] == "decision") & (table["step"].map(ways) < 2) & ~is_silent
        ),
        *_found("not led to", table, (table["exception_to"] != "") & ~pd.Series(led_to) & (passed > 0)),
        *_found("share", table, apart & pd.Series(passed > 0)),
    )


def row_problems(table: pd.DataFrame) -> tuple[MapProblem, ...]:
    """Return what the rows of a filled step table leave open, each by itself."""
    flows_said = bool((table["next"] != "").any())
    exceptional = is_exception(table)
    return (
        *_found("no origin", table, exceptional & (table["exception_to"] == "") & (not flows_said)),
        *_found("unwritten", table, exceptional & (table["document"] == "")),
        *_found("no actor", table, table["actor"] == ""),
        *_found("no system", table, table["system"] == ""),
    )


def notes_of(problems: Iterable[MapProblem]) -> tuple[str, ...]:
    """Return a sentence for each kind of gap, naming the steps."""
    names: dict[str, list[str]] = {}
    for problem in problems:
        names.setdefault(problem.kind, []).append(problem.name)
    return tuple(f"{_KINDS[kind][2]}: {listed(found)}." for kind, found in names.items())


def listed(names: Iterable[str]) -> str:
    """Return names in a row, the first few in words and the rest counted."""
    every = list(names)
    shown, more = ", ".join(every[:_NAMED_AT_MOST]), len(every) - _NAMED_AT_MOST
    return f"{shown} and {more} more" if more > 0 else shown


def _found(kind: str, table: pd.DataFrame, faulty: pd.Series) -> list[MapProblem]:
    words, mend, _ = _KINDS[kind]
    rows = table[faulty.to_numpy()]
    return [
        MapProblem(step, name or step, kind, f"{words}.", f"{mend}.")
        for step, name in zip(rows["step"], rows["name"], strict=True)
    ]

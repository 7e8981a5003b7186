"""`steps.csv`: the steps of the process, with the time each takes and where cases go after it."""

import math
from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator, Field

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.row_models import Key, Needed, Row, Word, checked_row, needed
from bpo_lib.intake.text_tables import Table
from bpo_lib.process import steps_without_end, visits_of, written_flows
from bpo_lib.process.steps.flows import END, START, branches_of
from bpo_lib.process.steps.markov import TooManyPassesError

_DAY = 24 * 60


def _share(text: str) -> float:
    """Return a share, NaN where nobody said."""
    share = cells.number(text) if text.strip() else math.nan
    if share < 0 or share > 1:
        raise CellError(f"{text.strip()} is not a share", "Write a number from 0 to 1")
    return share


Stripped = Annotated[str, BeforeValidator(str.strip)]
Share = Annotated[float, BeforeValidator(_share)]
InputKind = Literal["structured", "document", "free_text", ""]


class StepRow(Row):
    """One step of the process; `case_share` of the cases pass it, each taking `minutes`."""

    step: Key
    name: Needed
    actor: Needed
    system: str = ""
    minutes: Annotated[
        float, BeforeValidator(lambda text: cells.number(needed(text))), Field(ge=0, le=10 * _DAY)
    ]
    case_share: Annotated[
        float, BeforeValidator(lambda text: cells.number(text.strip() or "1")), Field(ge=0, le=1)
    ] = 1.0
    kind: Annotated[
        Literal["task", "decision", "check", "exception", "escalation"],
        BeforeValidator(lambda text: text.strip().lower() or "task"),
    ] = "task"
    exception_to: Stripped = ""
    quality_check: str = ""
    escalation: str = ""
    control: str = ""
    document: str = ""
    next: Stripped = ""
    trigger: Stripped = ""
    input: Stripped = ""
    output: Stripped = ""
    data_class: Annotated[Literal["public", "internal", "personal", "special", "secret", ""], Word] = ""
    input_kind: Annotated[InputKind, BeforeValidator(lambda text: text.strip().lower().replace(" ", "_"))] = (
        ""
    )
    rule_based: Share = math.nan
    digital: Share = math.nan
    stable: Share = math.nan


COLUMNS = list(StepRow.model_fields)


def steps_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the steps in the order of the file.

    Ids must be unique, exceptions leave from a step, and cases go on to steps that exist, in shares
    that add up, and out of the process in the end.
    """
    seen: dict[str, int] = {}
    steps: list[StepRow] = []
    ids, before = sorted(set(table.cells["step"].str.strip()) - {""}), problems.count
    for row, record in table.records():
        place, step = problems.place(table.file, row), record["step"].strip()
        if step in seen:
            words = f"the step {quoted(step)} is given twice, first in row {seen[step]}"
            place.add("step", words, "Give each step its own id")
        elif step:
            seen[step] = row
        if step.casefold() in {START, END}:
            words = f"{quoted(step)} is kept for where cases come from or go to"
            place.add("step", words, "Give the step another id")
        _check_targets(place, record, step, ids)
        if checked := checked_row(place, record, StepRow):
            steps.append(checked)
    found = pd.DataFrame([step.model_dump() for step in steps], columns=COLUMNS)
    if problems.count == before and (found["next"] != "").any():
        _check_flow(found, table.file, seen, problems)
    return found


def _check_targets(place: Place, record: dict[str, str], step: str, ids: list[str]) -> None:
    """Write down steps that a row points to and that are not there, and shares that do not add up."""
    origin, others = record.get("exception_to", "").strip(), [each for each in ids if each != step]
    if origin and origin not in others:
        place.add("exception_to", f"{quoted(origin)} is not another step", nearest(origin, others))
    for problem in branches_of(record.get("next", ""), ids)[1]:
        mend = problem.mend if problem.unknown is None else nearest(problem.unknown, [*ids, END])
        place.add("next", problem.words, mend)


def _check_flow(steps: pd.DataFrame, file: str, rows: dict[str, int], problems: ProblemList) -> None:
    """Write down where cases would go round for ever."""
    flows = written_flows(steps)
    stuck = steps_without_end(steps, flows)
    place = problems.place(file, rows[stuck[0]] if stuck else None)
    if stuck:
        words = f"cases that come to {', '.join(stuck)} never leave the process"
        place.add("next", words, "Write what share of them goes on to another step or to end")
        return
    try:
        visits_of(steps, flows)
    except TooManyPassesError as error:
        place = problems.place(file, rows[str(steps["step"].iloc[error.state])])
        place.add("next", str(error), "Check the shares of the steps that lead back")

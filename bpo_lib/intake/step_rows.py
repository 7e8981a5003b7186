"""`steps.csv`: the steps of the process, with the time each takes."""

from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator, Field

from bpo_lib.intake import cells
from bpo_lib.intake.cells import nearest, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Key, Needed, Row, checked_rows, needed
from bpo_lib.intake.text_tables import Table

_DAY = 24 * 60


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
    exception_to: Annotated[str, BeforeValidator(str.strip)] = ""
    quality_check: str = ""
    escalation: str = ""
    control: str = ""
    document: str = ""


COLUMNS = list(StepRow.model_fields)


def steps_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the steps in the order of the file; ids must be unique and exceptions leave from a step."""
    rows = checked_rows(table, StepRow, problems)
    seen: dict[str, int | None] = {}
    ids = sorted(table.cells["step"].str.strip().unique())
    for place, row in rows:
        if row.step in seen:
            words = f"the step {quoted(row.step)} is given twice, first in row {seen[row.step]}"
            place.add("step", words, "Give each step its own id")
        seen.setdefault(row.step, place.row)
        others = [step for step in ids if step != row.step]
        if row.exception_to and row.exception_to not in others:
            words = f"{quoted(row.exception_to)} is not another step"
            place.add("exception_to", words, nearest(row.exception_to, others))
    return pd.DataFrame([row.model_dump() for _, row in rows], columns=COLUMNS)

"""`steps.csv`: the steps of the process, with the time each takes."""

from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator, Field

from bpo_lib.intake import cells
from bpo_lib.intake.cells import nearest, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Key, Needed, Row, checked_row, needed
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
    seen: dict[str, int] = {}
    steps: list[StepRow] = []
    ids = sorted(table.cells["step"].str.strip().unique())
    for row, record in table.records():
        place, step = problems.place(table.file, row), record["step"].strip()
        if step in seen:
            words = f"the step {quoted(step)} is given twice, first in row {seen[step]}"
            place.add("step", words, "Give each step its own id")
        elif step:
            seen[step] = row
        origin, others = record.get("exception_to", "").strip(), [each for each in ids if each != step]
        if origin and origin not in others:
            place.add("exception_to", f"{quoted(origin)} is not another step", nearest(origin, others))
        if checked := checked_row(place, record, StepRow):
            steps.append(checked)
    return pd.DataFrame([step.model_dump() for step in steps], columns=COLUMNS)

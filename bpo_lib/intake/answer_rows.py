"""`answers.csv`: one level for each fit criterion and rater."""

from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator, Field

from bpo_lib.fit import CRITERIA
from bpo_lib.intake import cells
from bpo_lib.intake.cells import nearest, quoted
from bpo_lib.intake.hints import answer_hints, own_note
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import DateOrEmpty, Key, Row, Word, checked_row
from bpo_lib.intake.text_tables import Table

_IDS = tuple(criterion.id for criterion in CRITERIA)
_HINTS = answer_hints()


class AnswerRow(Row):
    """One rater's level for one fit criterion."""

    criterion: Key
    level: Annotated[int, BeforeValidator(cells.whole_number), Field(ge=1, le=5)]
    source: Annotated[Literal["measured", "document", "opinion"], Word]
    date: DateOrEmpty = ""
    rater: str = ""
    note: str = ""


COLUMNS = list(AnswerRow.model_fields)


def answers_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the answered criteria; a row with an empty level is a criterion not answered yet."""
    seen: dict[tuple[str, str], int] = {}
    answers: list[AnswerRow] = []
    for row, record in table.records():
        place = problems.place(table.file, row)
        criterion = record["criterion"].strip()
        if criterion not in _IDS:
            place.add("criterion", f"{quoted(criterion)} is not a criterion", nearest(criterion, _IDS))
        elif record["level"].strip() and (answer := checked_row(place, record, AnswerRow)):
            who = (criterion, answer.rater.strip().casefold())
            if who in seen:
                words = f"{criterion} has a level from this rater already, in row {seen[who]}"
                place.add("rater", words, "Keep one, or name who rated in the column rater")
            seen.setdefault(who, row)
            note = own_note(answer.note, _HINTS[criterion])
            answers.append(answer.model_copy(update={"note": note}))
    return pd.DataFrame([answer.model_dump() for answer in answers], columns=COLUMNS)

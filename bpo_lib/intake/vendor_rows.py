"""`vendors.csv`: what each provider answered, and what stands behind the answer."""

from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Key, Needed, Row, Word, checked_rows
from bpo_lib.intake.text_tables import Table
from bpo_lib.sourcing import VENDOR_CRITERIA

_BY_ID = {criterion.id: criterion for criterion in VENDOR_CRITERIA}


class VendorRow(Row):
    """One provider's answer to one criterion."""

    vendor: Needed
    criterion: Key
    answer: Annotated[str, BeforeValidator(str.strip)] = ""
    evidence: Annotated[Literal["reference", "certificate", "demo", "claim", ""], Word] = ""
    note: str = ""


COLUMNS = list(VendorRow.model_fields)


def vendors_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the providers' answers as text: yes or no, a level, or a price; empty is an open question."""
    seen: dict[tuple[str, str], int | None] = {}
    answers: list[VendorRow] = []
    for place, row in checked_rows(table, VendorRow, problems):
        if row.criterion not in _BY_ID:
            words = f"{quoted(row.criterion)} is not a criterion for providers"
            place.add("criterion", words, nearest(row.criterion, _BY_ID))
            continue
        key = (row.vendor.strip().casefold(), row.criterion)
        if key in seen:
            words = f"{quoted(row.vendor)} answers {row.criterion} already in row {seen[key]}"
            place.add("criterion", words, "Keep one of the rows")
        seen.setdefault(key, place.row)
        try:
            answers.append(row.model_copy(update={"answer": _answer(row)}))
        except CellError as error:
            place.add_error("answer", error)
    return pd.DataFrame([answer.model_dump() for answer in answers], columns=COLUMNS)


def _answer(row: VendorRow) -> str:
    """Return an answer in the form its criterion asks for."""
    if not row.answer:
        return ""
    match _BY_ID[row.criterion].kind:
        case "must_have":
            if row.answer.lower() not in {"yes", "no"}:
                raise CellError(
                    f"{quoted(row.answer)} is neither yes nor no",
                    f"{row.criterion} is a must-have: write yes or no",
                )
            return row.answer.lower()
        case "scored":
            level = cells.whole_number(row.answer)
            if not 1 <= level <= 5:
                raise CellError(f"{level} is not a level", "Write a level from 1 to 5")
            return str(level)
    if cells.number(row.answer) < 0:
        raise CellError(f"the price {row.answer} is below 0", "Write the price of one transaction")
    return row.answer

"""`vendors.csv`: what each provider answered, and what stands behind the answer."""

from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Key, Needed, Row, Word, checked_row
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
    seen: dict[tuple[str, str], int] = {}
    answers: list[VendorRow] = []
    for row, record in table.records():
        place, vendor = problems.place(table.file, row), record["vendor"].strip()
        checked = checked_row(place, record, VendorRow)
        criterion = record["criterion"].strip()
        if criterion not in _BY_ID:
            words = f"{quoted(criterion)} is not a criterion for providers"
            place.add("criterion", words, nearest(criterion, _BY_ID))
            continue
        key = (vendor.casefold(), criterion)
        if key in seen:
            words = f"{quoted(vendor)} answers {criterion} already in row {seen[key]}"
            place.add("criterion", words, "Keep one of the rows")
        seen.setdefault(key, row)
        try:
            answer = _answer(criterion, record["answer"].strip())
        except CellError as error:
            place.add_error("answer", error)
        else:
            answers += [checked.model_copy(update={"answer": answer})] if checked else []
    return pd.DataFrame([answer.model_dump() for answer in answers], columns=COLUMNS)


def _answer(criterion: str, text: str) -> str:
    """Return an answer in the form its criterion asks for."""
    if not text:
        return ""
    match _BY_ID[criterion].kind:
        case "must_have":
            if text.lower() not in {"yes", "no"}:
                raise CellError(
                    f"{quoted(text)} is neither yes nor no", f"{criterion} is a must-have: write yes or no"
                )
            return text.lower()
        case "scored":
            level = cells.whole_number(text)
            if not 1 <= level <= 5:
                raise CellError(f"{level} is not a level", "Write a level from 1 to 5")
            return str(level)
    if cells.number(text) <= 0:
        raise CellError(f"the price {text} is not above 0", "Write the price of one transaction")
    return text

"""`vendors.csv`: what each provider answered, who marked it and what stands behind the answer."""

from typing import Annotated, Literal, NamedTuple

import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.row_models import DateOrEmpty, Key, Row, Word, checked_row
from bpo_lib.intake.text_tables import Table
from bpo_lib.sourcing import VENDOR_CRITERIA, VendorCriterion

_BY_ID = {criterion.id: criterion for criterion in VENDOR_CRITERIA}
_MOST_LEAVERS = 5.0  # of a team in a year; above it a percentage was written for a share


class VendorRow(Row):
    """One provider's answer to one criterion, as one evaluator marked it."""

    vendor: Key
    criterion: Key
    answer: Annotated[str, BeforeValidator(str.strip)] = ""
    evidence: Annotated[Literal["reference", "certificate", "demo", "claim", ""], Word] = ""
    note: str = ""
    evaluator: Annotated[str, BeforeValidator(str.strip)] = ""
    date: DateOrEmpty = ""


COLUMNS = list(VendorRow.model_fields)


class _Given(NamedTuple):
    """An answer that is there already: where, and whether somebody is named with it."""

    row: int
    evaluator: str


def vendors_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the providers' answers as text, each in the form its criterion asks for; empty is open.

    A provider or an evaluator written in small letters once and in capitals another time is the same.
    """
    seen: dict[tuple[str, str], list[_Given]] = {}
    spelt: dict[tuple[str, str], str] = {}
    answers: list[VendorRow] = []
    for row, record in table.records():
        place = problems.place(table.file, row)
        checked = checked_row(place, record, VendorRow)
        name = record["criterion"].strip()
        if name not in _BY_ID:
            words = f"{quoted(name)} is not a criterion for providers"
            place.add("criterion", words, nearest(name, _BY_ID))
            continue
        vendor, evaluator = (record.get(column, "").strip() for column in ("vendor", "evaluator"))
        before = seen.setdefault((vendor.casefold(), name), [])
        _check_once(place, vendor, _BY_ID[name], evaluator, before)
        before.append(_Given(row, evaluator))
        try:
            answer = _answer(_BY_ID[name], record["answer"].strip())
        except CellError as error:
            place.add_error("answer", error)
            continue
        if checked:
            names = {"vendor": checked.vendor, "evaluator": checked.evaluator}
            known = {each: spelt.setdefault((each, text.casefold()), text) for each, text in names.items()}
            answers.append(checked.model_copy(update={"answer": answer, **known}))
    return pd.DataFrame([answer.model_dump() for answer in answers], columns=COLUMNS)


def _check_once(
    place: Place, vendor: str, criterion: VendorCriterion, evaluator: str, before: list[_Given]
) -> None:
    """Write down a second answer where only one can stand."""
    if not before:
        return
    first = before[0]
    if criterion.kind != "scored":
        fix = "Keep one of the rows" + ("; only levels are marked by several evaluators" if evaluator else "")
        place.add("criterion", f"{quoted(vendor)} answers {criterion.id} already in row {first.row}", fix)
        return
    same = next((each for each in before if each.evaluator.casefold() == evaluator.casefold()), None)
    if same is not None:
        by = f" by {quoted(evaluator)}" if evaluator else ""
        words = f"{quoted(vendor)} answers {criterion.id} already in row {same.row}"
        fix = "Keep one of the rows" if evaluator else "Keep one of the rows, or name who marked each"
        place.add("criterion", f"{words}{by}", fix)
    elif not evaluator or not first.evaluator:
        words = f"row {first.row} gives another level of {criterion.id}, and one of them names no evaluator"
        place.add("evaluator", words, "Name the evaluator of each, or keep one of the rows")


def _answer(criterion: VendorCriterion, text: str) -> str:
    """Return an answer in the form its criterion asks for."""
    if not text:
        return ""
    if criterion.form == "level":
        level = cells.whole_number(text)
        if not 1 <= level <= 5:
            raise CellError(f"{level} is not a level", "Write a level from 1 to 5")
        return str(level)
    if criterion.form == "price":
        if cells.number(text) <= 0:
            raise CellError(f"the price {text} is not above 0", "Write the price of one transaction")
        return text
    plain = text.lower()
    may_be_yes = criterion.kind == "must_have" or criterion.form == "yes"
    if plain == "no" or (plain == "yes" and may_be_yes):
        return plain
    return _fact(criterion, text)


def _fact(criterion: VendorCriterion, text: str) -> str:
    """Return a day, a volume, a share or a count, which a criterion may ask for in place of yes."""
    match criterion.form:
        case "date" if text[:1].isdigit():
            return cells.date(text).isoformat()
        case "volume" if text[:1].isdigit():
            if cells.number(text) <= 0:
                raise CellError(
                    f"the volume {text} is not above 0", "Write the transactions a month it can handle"
                )
            return cells.plain(cells.number(text))
        case "share":
            if not 0 <= cells.number(text) <= _MOST_LEAVERS:
                raise CellError(f"{text} is no share of a team", "Write 0.3 for 30% a year, or no")
            return cells.plain(cells.number(text))
        case "count":
            if cells.whole_number(text) < 1:
                raise CellError(f"{text} is below 1", "Write how many there are, or no")
            return str(cells.whole_number(text))
    or_else = {
        "date": ", or the day until which it is valid, such as 2027-06-30",
        "volume": ", or the transactions a month it can handle",
    }.get(criterion.form, "")
    what = "a must-have" if criterion.kind == "must_have" else "a plain question"
    raise CellError(
        f"{quoted(text)} is neither yes nor no", f"{criterion.id} is {what}: write yes or no{or_else}"
    )

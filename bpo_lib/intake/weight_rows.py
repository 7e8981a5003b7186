"""`weights.csv`: what raters said of the weight of groups, or of the criteria of one group."""

import re
from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

import numpy as np
import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.fit.weighting.elicited import GROUP_SET, WEIGHT_SETS
from bpo_lib.fit.weighting.judgements import unconnected
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, plain, quoted
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.row_models import DateOrEmpty, Key, Row, Word, checked_row
from bpo_lib.intake.text_tables import Table

_SET_OF = {member: name for name, members in WEIGHT_SETS.items() for member in members}
_SPELT = {name.casefold(): name for name in _SET_OF}
_MOST_POINTS, _MOST_TIMES = 100.0, 9.0
_ROUNDED = 0.006  # 0.33 is meant to be a third when the same pair stands the other way round as 3


def _value(text: str) -> float:
    """Return a number, or one number divided by another."""
    if re.match(cells.DATE, text.strip()):
        fix = "A spreadsheet makes dates of 1/3: swap first and second and write 3, or make the cell a text"
        raise CellError(f"{quoted(text)} is a date", fix)
    parts = text.split("/")
    if len(parts) == 1 or not all(re.fullmatch(cells.NUMBER, part.strip()) for part in parts):
        return cells.number(text)
    above, below = (cells.number(part) for part in parts[:2])
    if len(parts) > 2 or below == 0:
        raise CellError(f"{quoted(text)} is not a number", "Write 3, or 1/3 for the other way round")
    return above / below


class WeightRow(Row):
    """One rater's points, rank or comparison."""

    method: Annotated[Literal["swing", "rank", "compare"], Word]
    first: Key
    second: Annotated[str, BeforeValidator(str.strip)] = ""
    value: Annotated[float, BeforeValidator(_value)]
    rater: Annotated[str, BeforeValidator(str.strip)] = ""
    date: DateOrEmpty = ""
    note: str = ""


COLUMNS = list(WeightRow.model_fields)


class _Said(NamedTuple):
    place: Place
    set_name: str
    row: WeightRow


def weights_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return what raters said of weights; a row without a value is a question not answered yet.

    Parameters
    ----------
    table : Table
    problems : ProblemList
        Gets what is wrong.

    Returns
    -------
    pandas.DataFrame
        Columns method, first, second, value, rater, date, note; first and second are spelt as the house
        does, a rater as where first named.
    """
    before, spelt = problems.count, dict[str, str]()
    said: list[_Said] = []
    for row, record in table.records():
        place = problems.place(table.file, row)
        if not record["value"].strip():
            continue
        checked = checked_row(place, record, WeightRow)
        names = _names(place, record)
        if checked and names and _fits(place, checked):
            first, second = names
            rater = spelt.setdefault(checked.rater.casefold(), checked.rater)
            clean = checked.model_copy(update={"first": first, "second": second, "rater": rater})
            said.append(_Said(place, _SET_OF[first], clean))
    kept = _once(_one_method(said))
    if problems.count == before:
        for name, members in WEIGHT_SETS.items():
            _check_whole(members, [each for each in kept if each.set_name == name])
    return pd.DataFrame([each.row.model_dump() for each in kept], columns=COLUMNS)


def _names(place: Place, record: dict[str, str]) -> tuple[str, str] | None:
    """Return what is weighed against what, or None after writing down what is wrong with the names."""
    found = []
    for column in ("first", "second"):
        given = record.get(column, "").strip()
        known = _SPELT.get(given.casefold(), "") if given else ""
        if given and not known:
            words = f"{quoted(given)} is neither a group nor a criterion"
            place.add(column, words, nearest(given, _SET_OF))
            return None
        found.append(known)
    first, second = found
    if not first:
        return None
    if first == second:
        place.add(
            "second", f"{first} is compared with itself", "Name what it is compared with, or delete the row"
        )
        return None
    if second and _SET_OF[first] != _SET_OF[second]:
        fix = "Compare groups with groups, and a criterion with others of its group"
        place.add("second", f"{first} and {second} do not belong to one set", fix)
        return None
    return first, second


def _fits(place: Place, row: WeightRow) -> bool:
    """Whether second and value are what the method asks for; what is wrong is written down."""
    faults = []
    if row.method == "compare" and not row.second:
        fix = "Name in second what it is compared with"
        faults.append(("second", "a comparison needs two names", fix))
    if row.method != "compare" and row.second:
        fix = "Leave second empty, or write compare as the method"
        faults.append(("second", f"{row.method} weighs one thing at a time", fix))
    faults += _value_faults(row)
    for fault in faults:
        place.add(*fault)
    return not faults


def _value_faults(row: WeightRow) -> list[tuple[str, str, str]]:
    value = plain(row.value)
    if row.method == "swing" and not 0 <= row.value <= _MOST_POINTS:
        return [("value", f"{value} points are outside the range", "Give points from 0 to 100")]
    if row.method == "rank" and (row.value < 1 or row.value != int(row.value)):
        return [
            ("value", f"{value} is not a rank", "Write 1 for the most important, 2 for the next, and so on")
        ]
    if row.method == "compare" and row.value <= 0:
        fix = "Write 3 when first counts three times as much as second, 1/3 when it is the other way round"
        return [("value", f"{value} is no comparison", fix)]
    if row.method == "compare" and not 1 / _MOST_TIMES - _ROUNDED <= row.value <= _MOST_TIMES:
        return [("value", f"{value} is outside the scale", "Compare on a scale from 1/9 to 9")]
    return []


def _called(set_name: str) -> str:
    return "the groups" if set_name == GROUP_SET else f"the criteria of {set_name}"


def _one_method(said: Sequence[_Said]) -> list[_Said]:
    """Return the rows of each set that follow its first method; the others are written down."""
    first: dict[str, _Said] = {}
    kept = []
    for each in said:
        begun = first.setdefault(each.set_name, each)
        if begun.row.method == each.row.method:
            kept.append(each)
            continue
        words = f"{_called(each.set_name)} are weighed by {begun.row.method} in row {begun.place.row} already"
        each.place.add("method", words, "Weigh one set by one method; another set may have another")
    return kept


def _once(said: Sequence[_Said]) -> list[_Said]:
    """Return each saying once; a second one of the same rater is written down unless it says the same."""
    seen: dict[tuple[str, str, str], _Said] = {}
    kept = []
    for each in said:
        row = each.row
        turned = seen.get((row.rater, row.second, row.first)) if row.second else None
        again = seen.get((row.rater, row.first, row.second))
        if again:
            of = f"{row.first} against {row.second}" if row.second else row.first
            words = f"{of} has a value from this rater already, in row {again.place.row}"
            each.place.add("first", words, "Keep one, or name who said it in the column rater")
        elif turned and not _same(row.value, turned.row.value):
            words = (
                f"{row.second} against {row.first} is {plain(turned.row.value)} in row {turned.place.row}, "
                "which is not 1 divided by this"
            )
            each.place.add("value", words, "Keep one of the two rows")
        elif not turned:
            kept.append(each)
        seen.setdefault((row.rater, row.first, row.second), each)
    return kept


def _same(value: float, turned: float) -> bool:
    return min(abs(value - 1 / turned), abs(turned - 1 / value)) <= _ROUNDED


def _check_whole(members: tuple[str, ...], said: Sequence[_Said]) -> None:
    """Write down what a set lacks before its weights can be found."""
    if not said:
        return
    if said[0].row.method == "compare":
        _check_chain(members, said)
        return
    for rater in dict.fromkeys(each.row.rater for each in said):
        own = [each for each in said if each.row.rater == rater]
        given = {each.row.first: each.row.value for each in own}
        lacking = [member for member in members if member not in given]
        who = rater or "the rater"
        if lacking:
            words = f"{who} says nothing of {', '.join(lacking)}"
            fix = f"Give each of {', '.join(members)} a row; 0 points for what does not matter"
            own[0].place.add("first", words, fix)
        elif own[0].row.method == "swing" and not any(given.values()):
            own[0].place.add("value", f"{who} gives no points at all", "Give 100 to what matters most")
        elif own[0].row.method == "rank" and sorted(given.values()) != list(range(1, len(members) + 1)):
            words = f"the ranks of {who} are {', '.join(plain(value) for value in given.values())}"
            fix = f"Use each of 1 to {len(members)} once; where two matter alike, give points (swing)"
            own[0].place.add("value", words, fix)


def _check_chain(members: tuple[str, ...], said: Sequence[_Said]) -> None:
    judged = np.eye(len(members), dtype=bool)
    for each in said:
        one, other = members.index(each.row.first), members.index(each.row.second)
        judged[one, other] = judged[other, one] = True
    if apart := unconnected(judged):
        alone = ", ".join(members[place] for place in apart)
        words = f"no chain of comparisons leads from {members[0]} to {alone}"
        said[0].place.add("first", words, "Compare one of them with one of the others")

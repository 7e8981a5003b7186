"""`assumptions.csv` against everything that is declared: values, ranges, units and sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.engagement import REGISTER_COLUMNS
from bpo_lib.errors import InputError
from bpo_lib.fit import FitWeights
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.intake.units import same_unit
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.deal import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.profile import Profile
from bpo_lib.staffing.terms import WorkTerms

GROUPS: tuple[type[Terms], ...] = (
    WorkTerms,
    InHouseTerms,
    DealTerms,
    ProviderTerms,
    *PRICING_MODELS.values(),
    FitWeights,
)
DECLARED: dict[str, Declaration] = {
    declaration.name: declaration for kind in GROUPS for declaration in kind.declarations()
}


@dataclass(frozen=True)
class Given:
    """One assumption as the client gave it, checked on its own."""

    row: int
    value: float
    low: float
    high: float
    source: str
    as_of: str
    note: str


@dataclass(frozen=True, eq=False)
class Assumptions:
    """The groups of assumptions of a client, and the register of where each number comes from."""

    terms: dict[type[Terms], Terms]
    register: pd.DataFrame


def assumptions_of(table: Table, profile: Profile | None, problems: ProblemList) -> Assumptions | None:
    """Return the checked assumptions, or None after writing down everything wrong with them."""
    before = problems.count
    seen: dict[str, int] = {}
    given: dict[str, Given] = {}
    for row, record in table.records():
        name = record["name"].strip()
        if not _is_new_name(table.file, row, name, seen, problems):
            continue
        seen[name] = row
        if record["value"].strip():
            found = _given(table.file, row, record, DECLARED[name], profile, problems)
            if found:
                given[name] = found
    _add_missing(table, seen, problems)
    terms = _terms(table.file, given, problems)
    if problems.count > before:
        return None
    return Assumptions(terms, _register(terms, given, profile))


def _is_new_name(file: str, row: int, name: str, seen: Mapping[str, int], problems: ProblemList) -> bool:
    if name in seen:
        problems.add(
            file, f"{name} is given twice, first in row {seen[name]}", "Keep one of them", row=row, column="name"
        )
    elif name not in DECLARED:
        problems.add(file, f"{quoted(name)} is not an assumption", nearest_name(name), row=row, column="name")
    return name in DECLARED and name not in seen


def nearest_name(name: str) -> str:
    """Return what to do about an unknown assumption: the nearest one of its group, or of all."""
    group = name.partition(".")[0].strip().lower()
    mine = [declared for declared in DECLARED if declared.startswith(f"{group}.")]
    words = nearest(name, DECLARED)
    if words.startswith("Use one of") and mine:
        return f"Use one of: {', '.join(mine)}"
    if words.startswith("Use one of"):
        return f"Names begin with {', '.join(kind.group for kind in GROUPS)} and a point"
    return words


def _given(
    file: str,
    row: int,
    record: Mapping[str, str],
    declared: Declaration,
    profile: Profile | None,
    problems: ProblemList,
) -> Given | None:
    before = problems.count
    numbers = {
        column: _number(file, row, column, record[column], declared, problems)
        for column in ("value", "low", "high")
    }
    _check_order(file, row, numbers, problems)
    _check_unit(file, row, record["unit"], declared, profile, problems)
    if not record["source"].strip():
        fix = "Say where the number comes from: a report, a contract, a person's estimate"
        problems.add(file, f"{declared.name} has no source", fix, row=row, column="source")
    if record["as_of"].strip():
        try:
            cells.date(record["as_of"])
        except CellError as error:
            problems.add(file, error.message, error.fix, row=row, column="as_of")
    if problems.count > before:
        return None
    return Given(
        row, **numbers, source=record["source"], as_of=record["as_of"].strip(), note=record["note"]
    )


def _number(
    file: str, row: int, column: str, text: str, declared: Declaration, problems: ProblemList
) -> float:
    """Return one number of a row, NaN where the cell is empty or wrong."""
    if not text.strip():
        return np.nan
    try:
        return in_range(cells.number(text), declared)
    except CellError as error:
        problems.add(file, error.message, error.fix, row=row, column=column)
        return np.nan


def in_range(value: float, declared: Declaration) -> float:
    """Return a value that its declaration allows.

    Raises
    ------
    CellError
        When it is outside the range; a share above 1 is told how percent are written.
    """
    too_low = declared.ge is not None and value < declared.ge
    too_high = declared.le is not None and value > declared.le
    if too_low or too_high:
        fix = f"{declared.name} ({declared.meaning}) may be {declared.allowed} {declared.unit}"
        if too_high and declared.unit.startswith("share") and value <= 100:
            fix += f"; write {value:g} % as {value / 100:g}"
        raise CellError(f"{value:g} is outside the range", fix)
    return value


def _check_order(file: str, row: int, numbers: Mapping[str, float], problems: ProblemList) -> None:
    value, low, high = numbers["value"], numbers["low"], numbers["high"]
    # A comparison with NaN is false, so an end that is empty or already reported says nothing more.
    if low > value:
        problems.add(file, f"low {low:g} is above value {value:g}", "Correct one of them", row=row, column="low")
    if high < value:
        problems.add(
            file, f"high {high:g} is below value {value:g}", "Correct one of them", row=row, column="high"
        )


def _check_unit(
    file: str, row: int, unit: str, declared: Declaration, profile: Profile | None, problems: ProblemList
) -> None:
    wanted = profile.unit(declared.unit) if profile else declared.unit
    if not unit.strip():
        problems.add(file, f"{declared.name} has no unit", f"Write {wanted}", row=row, column="unit")
    elif not same_unit(unit, declared.unit, profile):
        fix = f"Give the value in {wanted}"
        if "%" in unit or "percent" in unit.lower():
            fix += ", 0.15 for 15 %"
        problems.add(
            file, f"the unit is {quoted(unit)}, not {wanted}", fix, row=row, column="unit"
        )


def _add_missing(table: Table, seen: Mapping[str, int], problems: ProblemList) -> None:
    filled = {
        record["name"].strip() for _, record in table.records() if record["value"].strip()
    }
    for kind in GROUPS:
        declarations = kind.declarations()
        if kind.optional and not any(declared.name in filled for declared in declarations):
            continue
        for declared in declarations:
            if declared.required and declared.name not in filled:
                row = seen.get(declared.name)
                message = f"{declared.name} has no value" if row else f"{declared.name} is missing"
                fix = f"Give the {declared.meaning}, {declared.allowed} {declared.unit}"
                if kind.optional:
                    fix += f", or leave out every {kind.group} row"
                problems.add(table.file, message, fix, row=row, column="value")


def _terms(file: str, given: Mapping[str, Given], problems: ProblemList) -> dict[type[Terms], Terms]:
    """Return each complete group; one that breaks a rule between its numbers is written down."""
    terms: dict[type[Terms], Terms] = {}
    for kind in GROUPS:
        declarations = kind.declarations()
        mine = {declared.name: given[declared.name] for declared in declarations if declared.name in given}
        lacks = any(declared.required and declared.name not in mine for declared in declarations)
        if lacks or (kind.optional and not mine):
            continue
        try:
            terms[kind] = kind(**{name.partition(".")[2]: found.value for name, found in mine.items()})
        except InputError as error:
            message = str(error).partition(": ")[2]
            row = next((found.row for name, found in mine.items() if name.partition(".")[2] in message), None)
            problems.add(file, f"{kind.group}: {message}", "Correct one of them", row=row, column="value")
    return terms


def _register(
    terms: Mapping[type[Terms], Terms], given: Mapping[str, Given], profile: Profile | None
) -> pd.DataFrame:
    rows: Iterable[tuple[object, ...]] = (
        _register_row(declared, given.get(declared.name), profile)
        for kind in terms
        for declared in kind.declarations()
    )
    return pd.DataFrame(rows, columns=REGISTER_COLUMNS)


def _register_row(
    declared: Declaration, found: Given | None, profile: Profile | None
) -> tuple[object, ...]:
    unit = profile.unit(declared.unit) if profile else declared.unit
    head = (declared.name, declared.meaning)
    if found:
        return (*head, found.value, found.low, found.high, unit, found.source, found.as_of, found.note, "client")
    return (*head, declared.default, np.nan, np.nan, unit, declared.source, "", "", "default")

"""`assumptions.csv` against everything that is declared: values, ranges, units and sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.engagement import REGISTER_COLUMNS
from bpo_lib.errors import InputError
from bpo_lib.fit import FitWeights, JudgementTerms
from bpo_lib.forecast import DemandTerms
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, plain, quoted
from bpo_lib.intake.hints import assumption_hint, own_note
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.intake.units import same_unit
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.alternatives import ALTERNATIVES
from bpo_lib.pricing.alternatives.technologies import TriageTerms
from bpo_lib.pricing.deal import (
    CurrencyTerms,
    DealTerms,
    ExitTerms,
    IndexationTerms,
    InHouseTerms,
    ProviderTerms,
    QualityTerms,
    RampTerms,
    RetainedTerms,
    ServiceTerms,
    TransformationTerms,
)
from bpo_lib.pricing.decide.terms import IncentiveTerms, ParticipationTerms
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.profile import Profile
from bpo_lib.sourcing.bids.terms import ScorecardTerms
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.staffing.backlog import DeferredTerms
from bpo_lib.staffing.shift_patterns import ShiftTerms
from bpo_lib.staffing.terms import PeopleTerms, ProviderPeopleTerms, WorkTerms

GROUPS: tuple[type[Terms], ...] = (
    DemandTerms,
    WorkTerms,
    PeopleTerms,
    ShiftTerms,
    DeferredTerms,
    InHouseTerms,
    DealTerms,
    RampTerms,
    TransformationTerms,
    IndexationTerms,
    CurrencyTerms,
    ServiceTerms,
    QualityTerms,
    RetainedTerms,
    ExitTerms,
    ProviderTerms,
    ProviderPeopleTerms,
    *ALTERNATIVES.values(),
    TriageTerms,
    RiskTerms,
    *PRICING_MODELS.values(),
    IncentiveTerms,
    ParticipationTerms,
    FitWeights,
    JudgementTerms,
    ScorecardTerms,
    DeliveryModelTerms,
)
DECLARED: dict[str, Declaration] = {
    declaration.name: declaration for kind in GROUPS for declaration in kind.declarations()
}

LARGEST = 1e15  # beyond it sums lose whole units of currency
AGREEING = (
    0.05  # how far a figure may lie from the same one told by another file: rounding, not a second view
)
_GROUP_NAMES = ", ".join(kind.group for kind in GROUPS)
HINTS: dict[str, str] = {
    declared.name: assumption_hint(kind, declared) for kind in GROUPS for declared in kind.declarations()
}


@dataclass(frozen=True)
class Given:
    """One assumption as the client gave it, checked on its own; no row where another file tells it."""

    row: int | None
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


def assumptions_of(
    table: Table,
    profile: Profile | None,
    problems: ProblemList,
    told: Mapping[str, Given | None] | None = None,
    tables: Mapping[type[Terms], Mapping[str, object] | None] | None = None,
) -> Assumptions | None:
    """Return the checked assumptions, or None after writing down everything wrong with them.

    `told` are those that another file of the client tells, by name; a row of the same name counts
    instead of it, and must agree with it. `tables` are fields of a group that a file of its own
    holds, None where that file is faulty; the file alone is enough to have the group.
    """
    before = problems.count
    seen: dict[str, int] = {}
    given: dict[str, Given] = {}
    for row, record in table.records():
        place, name = problems.place(table.file, row), record["name"].strip()
        if name in seen:
            place.add("name", f"{name} is given twice, first in row {seen[name]}", "Keep one of them")
        elif name not in DECLARED:
            place.add("name", f"{quoted(name)} is not an assumption", nearest_name(name))
        else:
            seen[name] = row
            if record["value"].strip() and (found := _given(place, record, DECLARED[name], profile)):
                given[name] = found
    told = told or {}
    for name, elsewhere in told.items():
        if elsewhere is None:
            continue
        if name in given:
            _check_agreement(problems.place(table.file, given[name].row), name, given[name], elsewhere)
        else:
            given[name] = elsewhere
    _add_missing(table, seen, told, problems)
    terms = _terms(table.file, given, tables or {}, problems)
    _check_cost_is_known(table.file, terms, given, problems)
    if problems.count > before:
        return None
    return Assumptions(terms, _register(terms, given))


def nearest_name(name: str) -> str:
    """Return what to do about an unknown assumption: the nearest of its group, or its like in another."""
    group, _, field = name.strip().lower().partition(".")
    mine = {each.partition(".")[2]: each for each in DECLARED if each.startswith(f"{group}.")}
    words = nearest(field, mine) if mine else ""
    if words.startswith("Did you mean"):
        return words.replace("mean ", f"mean {group}.")
    if elsewhere := [each for each in DECLARED if each.partition(".")[2] == (field or group)]:
        return f"Did you mean {' or '.join(elsewhere)}?"
    if not mine and (words := nearest(name, DECLARED)).startswith("Did you mean"):
        return words
    return (
        f"Use one of: {', '.join(mine.values())}" if mine else f"Names begin with {_GROUP_NAMES} and a point"
    )


def _given(
    place: Place, record: Mapping[str, str], declared: Declaration, profile: Profile | None
) -> Given | None:
    before = place.problems.count
    value, low, high = (
        _number(place, column, record[column], declared) for column in ("value", "low", "high")
    )
    # A comparison with NaN is false, so an end that is empty or already reported says nothing more.
    if low > value:
        place.add("low", f"low {plain(low)} is above value {plain(value)}", "Correct one of them")
    if high < value:
        place.add("high", f"high {plain(high)} is below value {plain(value)}", "Correct one of them")
    _check_unit(place, record["unit"], declared, profile)
    if not record["source"].strip():
        fix = "Say where the number comes from: a report, a contract, a person's estimate"
        place.add("source", f"{declared.name} has no source", fix)
    as_of = _date(place, record["as_of"])
    if place.problems.count > before or place.row is None:
        return None
    note = own_note(record["note"], HINTS[declared.name])
    return Given(place.row, value, low, high, record["source"], as_of, note)


def _number(place: Place, column: str, text: str, declared: Declaration) -> float:
    """Return one number of a row, NaN where the cell is empty or wrong."""
    try:
        return in_range(cells.number(text), declared) if text.strip() else np.nan
    except CellError as error:
        place.add_error(column, error)
        return np.nan


def _date(place: Place, text: str) -> str:
    try:
        return cells.date(text).isoformat() if text.strip() else ""
    except CellError as error:
        place.add_error("as_of", error)
        return ""


def in_range(value: float, declared: Declaration) -> float:
    """Return a value that its declaration allows.

    Raises
    ------
    CellError
        When it is outside the range; a share above 1 is told how percent are written.
    """
    if abs(value) > LARGEST:
        raise CellError(f"{value:g} is too large to calculate with", "Check the number and its unit")
    if declared.one_of and value not in declared.one_of:
        fix = f"{declared.name} ({declared.meaning}) may be {declared.allowed}"
        raise CellError(f"{plain(value)} is not one of the values allowed", fix)
    too_low = declared.ge is not None and value < declared.ge
    too_high = declared.le is not None and value > declared.le
    if too_low or too_high:
        fix = f"{declared.name} ({declared.meaning}) may be {declared.allowed} {declared.unit}"
        if too_high and declared.unit.startswith("share") and value <= 100:
            fix += f"; write {plain(value)}% as {value / 100:g}"
        raise CellError(f"{plain(value)} is outside the range", fix)
    return value


def _check_unit(place: Place, unit: str, declared: Declaration, profile: Profile | None) -> None:
    wanted = profile.unit(declared.unit) if profile else declared.unit
    if not unit.strip():
        place.add("unit", f"{declared.name} has no unit", f"Write {wanted}")
    elif not same_unit(unit, declared.unit, profile):
        percent = "%" in unit or "percent" in unit.lower()
        fix = f"Give the value in {wanted}" + (", 0.15 for 15%" if percent else "")
        place.add("unit", f"the unit is {quoted(unit)}, not {wanted}", fix)


def _check_agreement(place: Place, name: str, row: Given, elsewhere: Given) -> None:
    if abs(row.value - elsewhere.value) > AGREEING * elsewhere.value:
        words = f"{name} is {plain(row.value)}, but {elsewhere.source} makes it {elsewhere.value:,.2f}"
        place.add("value", words, "Correct one of them, or delete this row")


def _add_missing(table: Table, seen: Mapping[str, int], told: Iterable[str], problems: ProblemList) -> None:
    filled = {record["name"].strip() for _, record in table.records() if record["value"].strip()} | set(told)
    for kind in GROUPS:
        declarations = kind.declarations()
        if kind.optional and not any(declared.name in filled for declared in declarations):
            continue
        lacking = (each for each in declarations if each.required and each.name not in filled)
        for declared in lacking:
            row = seen.get(declared.name)
            message = f"{declared.name} has no value" if row else f"{declared.name} is missing"
            fix = f"Give the {declared.meaning}, {declared.allowed} {declared.unit}"
            if kind.optional:
                fix += f", or leave out every {kind.group} row"
            problems.place(table.file, row).add("value", message, fix)


def _terms(
    file: str,
    given: Mapping[str, Given],
    tables: Mapping[type[Terms], Mapping[str, object] | None],
    problems: ProblemList,
) -> dict[type[Terms], Terms]:
    """Return each complete group; one that breaks a rule between its numbers is written down."""
    terms: dict[type[Terms], Terms] = {}
    for kind in GROUPS:
        declarations = kind.declarations()
        mine = {declared.name: given[declared.name] for declared in declarations if declared.name in given}
        lacks = any(declared.required and declared.name not in mine for declared in declarations)
        table = tables.get(kind, {})
        if lacks or table is None or (kind.optional and not mine and not table):
            continue
        values = {name.partition(".")[2]: found.value for name, found in mine.items()}
        try:
            terms[kind] = kind(**values, **table)
        except InputError as error:
            message = str(error).partition(": ")[2]
            named = [found for name, found in mine.items() if name.partition(".")[2] in message]
            row = next((found.row for found in named or mine.values()), None)
            fix = "Correct one of them" if named else f"Mend that, or leave out every {kind.group} row"
            problems.place(file, row).add("value", f"{kind.group}: {message}", fix)
    return terms


def _check_cost_is_known(
    file: str, terms: Mapping[type[Terms], Terms], given: Mapping[str, Given], problems: ProblemList
) -> None:
    """Write down every price that passes on a cost nobody tells; it would come to nothing."""
    if any(name.startswith(f"{ProviderTerms.group}.") for name in given):
        return
    for name, kind in PRICING_MODELS.items():
        if kind in terms and kind.follows_cost:
            row = next(found.row for each, found in given.items() if each.startswith(f"{name}."))
            fix = f"Give {ProviderTerms.group}.cost_per_fte_month, or leave out every {name} row"
            problems.place(file, row).add(
                "name", f"{name} passes on the provider's cost, which is not given", fix
            )


def _register(terms: Mapping[type[Terms], Terms], given: Mapping[str, Given]) -> pd.DataFrame:
    rows: Iterable[tuple[object, ...]] = (
        _register_row(declared, given.get(declared.name))
        for kind in terms
        for declared in kind.declarations()
    )
    return pd.DataFrame(rows, columns=REGISTER_COLUMNS)


def _register_row(declared: Declaration, found: Given | None) -> tuple[object, ...]:
    unit, head = declared.unit, (declared.name, declared.meaning)
    if found is None:
        return (*head, declared.default, np.nan, np.nan, unit, declared.source, "", "", "default")
    numbers = (found.value, found.low, found.high)
    return (*head, *numbers, unit, found.source, found.as_of, found.note, "client")

"""`scenarios/<name>.csv`: the assumptions that one what-if changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.errors import InputError
from bpo_lib.intake import cells
from bpo_lib.intake.assumption_rows import DECLARED, GROUPS, Assumptions, in_range, nearest_name
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.intake.layouts import SCENARIO
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Key, Row, checked_rows, needed
from bpo_lib.intake.text_tables import Table

_KIND_OF_GROUP: dict[str, type[Terms]] = {kind.group: kind for kind in GROUPS}


class ScenarioRow(Row):
    """One assumption that a scenario changes."""

    name: Key
    value: Annotated[float, BeforeValidator(lambda text: cells.number(needed(text)))]
    note: str = ""


@dataclass(frozen=True)
class Change:
    """The new value of one assumption, and why."""

    value: float
    note: str


def changes_of(table: Table, base: Assumptions | None, problems: ProblemList) -> dict[str, Change]:
    """Return a scenario's changes by name; the good ones of a faulty file are still returned.

    A change is checked like the base value, and the groups it belongs to are checked as a whole.
    When the base itself has problems (None), only single values can be judged.
    """
    before = problems.count
    if table.cells.empty:
        problems.add(table.file, "the scenario changes nothing", SCENARIO.how_to)
    changes: dict[str, Change] = {}
    for place, change in checked_rows(table, ScenarioRow, problems):
        try:
            declared = _changeable(change.name, changes, base)
        except CellError as error:
            place.add_error("name", error)
            continue
        try:
            changes[change.name] = Change(in_range(change.value, declared), change.note)
        except CellError as error:
            place.add_error("value", error)
    if base and problems.count == before:
        _check_groups(table.file, changes, base, problems)
    return changes


def _changeable(name: str, earlier: Mapping[str, Change], base: Assumptions | None) -> Declaration:
    if name not in DECLARED:
        raise CellError(f"{quoted(name)} is not an assumption", nearest_name(name))
    if name in earlier:
        raise CellError(f"{name} is given twice", "Keep one of the rows")
    group = name.partition(".")[0]
    if base and _KIND_OF_GROUP[group] not in base.terms:
        raise CellError(
            f"the client gives no {group} assumptions for {name} to change",
            f"Give the {group} assumptions in assumptions first, then change them here",
        )
    return DECLARED[name]


def _check_groups(file: str, changes: Mapping[str, Change], base: Assumptions, problems: ProblemList) -> None:
    for kind, terms in base.terms.items():
        mine = {
            name.partition(".")[2]: change.value
            for name, change in changes.items()
            if name.startswith(f"{kind.group}.")
        }
        try:
            terms.with_values(**mine)
        except InputError as error:
            problems.add(
                file, f"{kind.group}: {str(error).partition(': ')[2]}", "Correct one of them", column="value"
            )

"""`service_measures.csv`: the targets of service, how likely each is missed and what a miss weighs."""

from typing import Any

import pandas as pd

from bpo_lib.intake.cells import quoted
from bpo_lib.intake.declared_rows import declared_numbers
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.pricing.deal.service_measure import MEASURE_COLUMNS, ServiceMeasure

MOST_MEASURES = 20


def measures_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the measures in the order of the file.

    Parameters
    ----------
    table : Table
    problems : ProblemList
        Gets what is wrong.

    Returns
    -------
    pandas.DataFrame
        Columns `MEASURE_COLUMNS`; empty after a problem.
    """
    before = problems.count
    seen: dict[str, int] = {}
    found: list[dict[str, Any]] = []
    for row, record in table.records():
        place, name = problems.place(table.file, row), record["measure"].strip()
        if not name:
            place.add("measure", "the cell is empty", "Name what is measured, such as answered in time")
        elif name.casefold() in seen:
            words = f"{quoted(name)} is given twice, first in row {seen[name.casefold()]}"
            place.add("measure", words, "Keep one of the rows")
        seen.setdefault(name.casefold(), row)
        better = _better(place, record.get("better", ""))
        numbers = declared_numbers(place, record, ServiceMeasure)
        _check_weight(place, numbers)
        found.append({**numbers, "measure": name, "better": better, "note": record.get("note", "")})
    if len(found) > MOST_MEASURES:
        problems.add(table.file, f"there are more than {MOST_MEASURES} measures", "Keep those with a credit")
    good = found if problems.count == before else []
    return pd.DataFrame([ServiceMeasure(**row).model_dump() for row in good], columns=list(MEASURE_COLUMNS))


def _better(place: Place, text: str) -> str:
    word = text.strip().lower() or "higher"
    if word not in {"higher", "lower"}:
        fix = "Write higher or lower: which side of the target is good"
        place.add("better", f"{quoted(text)} is neither higher nor lower", fix)
        return "higher"
    return word


def _check_weight(place: Place, numbers: dict[str, float]) -> None:
    """Write down a measure whose miss weighs nothing either way."""
    weights = [numbers.get(name) for name in ("allocation", "points")]
    if weights == [0, 0]:
        fix = "Give its share of the pool in allocation, or its points; a measure without credit needs no row"
        place.add("allocation", "a miss of this measure weighs nothing", fix)

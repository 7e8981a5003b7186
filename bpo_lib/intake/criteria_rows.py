"""`criteria.csv`: where the client's firm weighs, measures or reads a criterion otherwise than the house."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from bpo_lib.fit.scales.client_table import KEYS, TABLE_COLUMNS
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.criterion import GROUPS, Criterion
from bpo_lib.fit.scales.value_functions import HOUSE_TABLE, shape_of
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, nearest, plain, quoted
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table

_BY_ID = {each.id: each for each in CRITERIA}
_MOST_POINTS = 100.0
_HOW_TO_SHAPE = "Write up, down, flat or peak with a level, such as peak 3; leave it empty for the house's"


def criteria_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the changed rows of the table of criteria, after writing down everything wrong with them.

    Parameters
    ----------
    table : Table
    problems : ProblemList
        Gets every criterion, weight, cut point and shape that cannot be read, and every group whose
        criteria have no weight left.

    Returns
    -------
    pandas.DataFrame
        Columns `TABLE_COLUMNS`; weight is NaN and a text empty where the house's counts.
    """
    before = problems.count
    seen: dict[str, int] = {}
    rows: list[dict[str, object]] = []
    for row, record in table.records():
        place, name = problems.place(table.file, row), record["criterion"].strip()
        if name not in _BY_ID:
            place.add("criterion", f"{quoted(name)} is not a criterion", nearest(name, _BY_ID))
        elif name in seen:
            place.add("criterion", f"{name} has a row already, row {seen[name]}", "Put both into one row")
        else:
            seen[name] = row
            rows.append(_row(place, _BY_ID[name], record))
    found = pd.DataFrame(rows, columns=TABLE_COLUMNS)
    if problems.count == before:
        _check_groups(problems.place(table.file), found)
        _check_shapes(problems.place(table.file), found)
    return found


def _row(place: Place, about: Criterion, record: Mapping[str, str]) -> dict[str, object]:
    return {
        "criterion": about.id,
        "weight": _weight(place, record.get("weight", "")),
        "cuts": _cuts(place, about, record.get("cuts", "")),
        **{key: _shape(place, key, record.get(key, "")) for key in KEYS},
    }


def _weight(place: Place, text: str) -> float:
    if not text.strip():
        return np.nan
    try:
        points = cells.number(text)
    except CellError as error:
        place.add_error("weight", error)
        return np.nan
    if not 0 <= points <= _MOST_POINTS:
        fix = f"Write points from 0 to {plain(_MOST_POINTS)}; the other criteria of its group have about 1"
        place.add("weight", f"{plain(points)} points are outside the range", fix)
    return points


def _cuts(place: Place, about: Criterion, text: str) -> str:
    """Return six cut points that rise or fall as the house's do, joined by semicolons."""
    if not text.strip():
        return ""
    if about.cuts is None:
        fix = "Leave cuts empty; its level is answered"
        place.add("cuts", f"{about.id} {about.name} is not measured, so it has no cut points", fix)
        return ""
    try:
        cuts = [cells.number(part) for part in text.split(";")]
    except CellError as error:
        place.add_error("cuts", error)
        return ""
    house = ";".join(plain(cut) for cut in about.cuts)
    steps = np.diff(cuts) * np.sign(about.cuts[-1] - about.cuts[0])
    if len(cuts) != len(about.cuts) or (steps <= 0).any():
        way = "rising" if about.cuts[-1] > about.cuts[0] else "falling"
        words = f"{quoted(text)} are not {len(about.cuts)} {way} cut points"
        place.add("cuts", words, f"Write them from level 1 to level 5, as the house does: {house}")
        return ""
    return ";".join(plain(cut) for cut in cuts)


def _shape(place: Place, key: str, text: str) -> str:
    if not text.strip():
        return ""
    shape = shape_of(text)
    if shape is None:
        place.add(key, f"{quoted(text)} is not a shape", _HOW_TO_SHAPE)
        return ""
    return shape.words


def _check_groups(place: Place, found: pd.DataFrame) -> None:
    """Write down every group in which no criterion has weight: its own weight would go nowhere."""
    own = found.dropna(subset=["weight"]).set_index("criterion")["weight"].to_dict()
    for group in GROUPS:
        if not any(own.get(each.id, each.weight) for each in CRITERIA if each.group == group):
            fix = f"Give one of them points; to leave the group out, set fit.{group} to 0 instead"
            place.add("weight", f"every criterion of {group} has weight 0", fix)


def _check_shapes(place: Place, found: pd.DataFrame) -> None:
    """Write down a table in which every criterion is flat for every alternative: nothing would count."""
    table = HOUSE_TABLE.with_rows(
        {row["criterion"]: [row[key] for key in KEYS] for _, row in found.iterrows()}
    )
    if not table.separates.any():
        fix = "Leave a cell empty for the house's shape, or write another, such as up"
        place.add(KEYS[0], "every criterion is flat for all nine alternatives", fix)

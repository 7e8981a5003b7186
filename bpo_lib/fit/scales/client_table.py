"""The criteria and value functions as a client's firm reads them: the house table with its changes."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit.alternatives import ALTERNATIVES
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.criterion import Criterion
from bpo_lib.fit.scales.value_functions import HOUSE_TABLE, ValueTable

KEYS = [each.key for each in ALTERNATIVES]
TABLE_COLUMNS = ["criterion", "weight", "cuts", *KEYS]


def house_table() -> pd.DataFrame:
    """Return the complete table of the house as `criteria.csv` writes it, for a firm to edit.

    Returns
    -------
    pandas.DataFrame
        Columns `TABLE_COLUMNS`, one row per criterion, every cell a text.
    """
    rows = [
        (each.id, f"{each.weight:g}", _written(each.cuts), *HOUSE_TABLE.words(each.id)) for each in CRITERIA
    ]
    return pd.DataFrame(rows, columns=TABLE_COLUMNS)


def _written(cuts: tuple[float, ...] | None) -> str:
    return ";".join(f"{cut:g}" for cut in cuts or ())


@lru_cache(maxsize=8)
def criteria_of(case: Engagement) -> tuple[Criterion, ...]:
    """Return the 25 criteria with the weights and cut points that the client's firm gives them.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of Criterion
        In the order of `CRITERIA`.
    """
    if case.criteria.empty:
        return CRITERIA
    changes = {str(row["criterion"]): row for row in case.criteria.to_dict("records")}
    return tuple(_changed(each, changes[each.id]) if each.id in changes else each for each in CRITERIA)


def _changed(about: Criterion, row: Mapping[Hashable, Any]) -> Criterion:
    weight = about.weight if pd.isna(row["weight"]) else float(row["weight"])
    cuts = tuple(float(cut) for cut in str(row["cuts"]).split(";")) if row["cuts"] else about.cuts
    assert cuts is None or len(cuts) == 6
    return replace(about, weight=weight, cuts=cuts)


@lru_cache(maxsize=8)
def value_table(case: Engagement) -> ValueTable:
    """Return the value functions that count for a client: those of the house, changed by its firm."""
    if case.criteria.empty:
        return HOUSE_TABLE
    return HOUSE_TABLE.with_rows(
        {str(row["criterion"]): [str(row[key]) for key in KEYS] for row in case.criteria.to_dict("records")}
    )


def table_note(case: Engagement) -> tuple[str, ...]:
    """Return which criteria the client's firm reads otherwise than the house; empty when none."""
    table = value_table(case)
    named = [
        mine.name
        for mine, house in zip(criteria_of(case), CRITERIA, strict=True)
        if mine != house or table.words(mine.id) != HOUSE_TABLE.words(mine.id)
    ]
    words = f"The client's own table of criteria counts instead of the house's for {', '.join(named)}."
    return (words,) if named else ()

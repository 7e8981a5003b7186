"""The client's own table of criteria: the house's where it is silent, and written as it is read."""

import numpy as np
import pandas as pd
from fit_cases import case

from bpo_lib.fit import CRITERIA, HOUSE_TABLE, criteria_of, house_table, value_table
from bpo_lib.fit.scales.client_table import KEYS, TABLE_COLUMNS, table_note


def own(**cells):
    row = {"criterion": "P2", "weight": np.nan, "cuts": "", **dict.fromkeys(KEYS, ""), **cells}
    return pd.DataFrame([row], columns=TABLE_COLUMNS)


def test_without_a_table_the_house_counts():
    assert criteria_of(case()) is CRITERIA
    assert value_table(case()) is HOUSE_TABLE
    assert table_note(case()) == ()


def test_a_row_changes_what_it_fills_in_and_nothing_else():
    changed = case(criteria=own(weight=3.0, cuts="0.2;0.3;0.5;0.7;0.9;1", keep="flat"))
    mine = {each.id: each for each in criteria_of(changed)}
    assert (mine["P2"].weight, mine["P2"].cuts) == (3.0, (0.2, 0.3, 0.5, 0.7, 0.9, 1.0))
    assert mine["P2"].level_of(0.6) == 3.0
    assert mine["P1"] == CRITERIA[2]
    assert value_table(changed).words("P2") == ("flat", *HOUSE_TABLE.words("P2")[1:])
    assert table_note(changed) == (
        "The client's own table of criteria counts instead of the house's for standardisation.",
    )


def test_the_written_house_table_reads_back_as_the_house():
    table = house_table().assign(weight=lambda rows: rows["weight"].astype(float))
    assert table.shape == (25, 12)
    again = case(criteria=table)
    assert criteria_of(again) == CRITERIA
    assert all(value_table(again).words(each.id) == HOUSE_TABLE.words(each.id) for each in CRITERIA)

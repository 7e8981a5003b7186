"""Stacked bars: parts end to end, numbers where there is room, hostile names inert."""

import pandas as pd
from stand_ins import HOSTILE, page

from bpo_lib.workbook import tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import figure
from bpo_lib.workbook.charts.stacked import stacked_bars

VALUES = pd.DataFrame({"pay": [60.0, 300], "rent": [40.0, 100]}, index=["Here", HOSTILE])
COLOURS = {"pay": "#12355b", "rent": theme.QUIET}


def drawn(values):
    plot = stacked_bars(values, COLOURS, "EUR", [f"sum {total:g}" for total in values.sum(axis=1)])
    return page(figure("t", plot, tables.empty("t", "none"), "d"))


def test_parts_numbers_sums_and_key_are_there():
    texts = [text.text.replace("\u00a0", " ").strip() for text in drawn(VALUES).svg.find_all("text")]
    assert {"pay", "rent", "60.0", "300", "40.0", "100", "sum 100", "sum 400", "Here"} <= set(texts)


def test_a_part_without_room_has_no_number():
    narrow = VALUES.assign(rent=[40.0, 3.0])
    assert "3.00" not in drawn(narrow).text


def test_a_hostile_name_stays_text():
    svg = drawn(VALUES).svg
    assert svg.find("script") is None
    assert svg.find("a") is None


def test_nothing_spent_is_drawn_too():
    assert drawn(VALUES * 0).svg is not None

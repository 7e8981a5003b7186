"""Tables of results: averages by hand, units in headers, what is left out."""

from dataclasses import replace

import stand_ins
from stand_ins import page, rows

from bpo_lib.workbook import tables

CASE = stand_ins.engagement()


def test_pricing_puts_models_in_columns_and_units_in_the_measure():
    table = rows(tables.pricing(stand_ins.comparison(), CASE))
    assert table[0] == ["Cost over the term, present value [EUR]", "9,800,000", "8,300,000", "7,900,000"]
    assert ["Cost of one call, average of the term [EUR]", "4.90", "4.10", "3.90"] in table
    assert ["Month in which the transition is paid back", "n/a", "11", "9"] in table


def test_staff_is_averaged_by_half_year_of_a_long_term():
    table = rows(tables.staffing(stand_ins.plan()))
    assert len(table) == 6
    assert table[0][:2] == ["Jan to Jun 2026", "61,300"]  # 61,000, 61,120, ... 61,600 by hand
    assert table[-1][0] == "Jul to Dec 2028"


def test_staff_is_averaged_by_quarter_of_a_short_term():
    plan = stand_ins.plan()
    plan = replace(plan, monthly=plan.monthly.iloc[:24])
    table = rows(tables.staffing(plan))
    assert len(table) == 8
    assert table[0][:2] == ["Jan to Mar 2026", "61,120"]  # 61,000, 61,120 and 61,240 by hand


def test_the_week_is_weighted_by_volume():
    monday = rows(tables.week(stand_ins.plan()))[0]
    assert monday[:4] == ["Mon", "2,976", "38", "11:00"]
    assert monday[4] == "82.0%"


def test_levers_that_move_nothing_are_left_out_and_counted():
    flat = stand_ins.sensitivity().assign(swing=[1_700_000.0, 0.0, 0.0])
    shown = tables.sensitivity(flat, CASE)
    assert len(rows(shown)) == 1
    assert "2 assumptions that move this deal less or not at all are left out" in page(shown).text

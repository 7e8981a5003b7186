"""Assumptions with the controls that move them."""

from dataclasses import replace

import stand_ins

from bpo_lib.workbook import sliders
from bpo_lib.workbook.term_table import TermTable

CASE = stand_ins.engagement()
RATE, HANDLING = "per_fte.rate_per_month", "work.handling_minutes"


def term_table(moved=lambda: None, **values):
    starts = [sliders.start_of(CASE, name) for name in (RATE, HANDLING)]
    return TermTable(starts, CASE.profile, moved, values)


def test_only_what_stands_elsewhere_than_at_its_start_is_a_change():
    shown = term_table()
    assert shown.changes == {}
    shown.controls[RATE].value = 3_400
    assert shown.changes == {RATE: 3_400}
    shown.put({HANDLING: 6})
    assert shown.changes == {HANDLING: 6}


def test_a_table_may_begin_elsewhere_than_at_the_start():
    shown = term_table(**{RATE: 3_333.3})
    assert shown.changes == {RATE: 3_333.3}
    assert "client: 3,300" in shown.cells[0].children[0].value


def test_a_hand_on_a_control_is_told():
    moved = []
    shown = term_table(lambda: moved.append(1))
    assert moved == []
    shown.controls[RATE].value = 3_400
    assert moved == [1]


def test_each_control_stands_under_its_label():
    for cell, control in zip(term_table().cells, term_table().controls.values(), strict=True):
        assert [type(child).__name__ for child in cell.children] == ["HTML", type(control).__name__]


def test_what_stands_at_its_default_is_no_main_cell_until_it_is_moved():
    start = replace(sliders.start_of(CASE, HANDLING), whose=sliders.HOUSES)
    shown = TermTable([sliders.start_of(CASE, RATE), start], CASE.profile, lambda: None)
    assert shown.main_cells() == shown.cells[:1]
    shown.put({HANDLING: 6})
    assert shown.main_cells() == shown.cells


def test_the_noise_of_a_slider_s_steps_is_not_kept():
    shown = term_table()
    shown.controls[HANDLING].value = 6.300000000000001
    assert shown.changes == {HANDLING: 6.3}

"""Layouts: each example is a row of its own table."""

import pytest

from bpo_lib.intake import layouts
from bpo_lib.intake.layouts import OPTIONAL, REQUIRED, SCENARIO, Layout
from bpo_lib.intake.text_tables import read_csv

ALL = [*REQUIRED, *OPTIONAL, SCENARIO, layouts.SCENARIOS_SHEET, layouts.CLIENT_SHEET]


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_the_example_fits_the_required_columns(layout: Layout):
    text = f"{','.join(layout.required)}\n{layout.example}\n"
    [(_, record)] = read_csv("x.csv", text.encode(), layout).records()
    assert all(record[name] for name in layout.required if name not in {"as_of", "note"})


def test_what_a_table_should_hold_is_one_sentence():
    assert SCENARIO.how_to == (
        "What one scenario changes. It needs the columns name,value,note and rows such as "
        "work.handling_minutes,5.9,after automation"
    )

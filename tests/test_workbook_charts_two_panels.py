"""Two charts side by side: where a value stands."""

import pandas as pd
import pytest

from bpo_lib.workbook.charts.two_panels import Panel


def test_a_value_stands_between_the_ends_of_its_panel():
    panel = Panel("Cost", 10, 20, 0.5, 1.0)
    assert panel.at(pd.Series([10, 15, 20])).tolist() == [0.5, 0.75, 1]


def test_a_value_beyond_the_axis_stands_at_its_end():
    assert Panel("Cost", 10, 20, 0.0, 0.5).at(pd.Series([-5, 99])).tolist() == [0, 0.5]


def test_an_axis_without_length_is_no_error():
    assert Panel("Cost", 5, 5, 0.0, 0.5).at(pd.Series([5.0])).tolist() == [0]


def test_marks_are_round():
    assert Panel("Cost", 6.2, 9.1, 0, 1).marks.tolist() == pytest.approx([7, 8, 9])

"""What every chart shares: labels moved apart, round grid lines, texts that stay texts."""

from itertools import pairwise

import pandas as pd
import pytest
import stand_ins
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.workbook.charts import figure


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6), st.floats(0.5, 10))
def test_labels_are_moved_apart_and_stay_in_order(values, gap):
    placed = figure.spread(values, gap)
    order = sorted(range(len(values)), key=lambda place: values[place])
    steps = [placed[after] - placed[before] for before, after in pairwise(order)]
    assert all(step >= gap - 1e-6 for step in steps)
    assert sum(placed) == pytest.approx(sum(values), abs=1e-6)


def test_labels_far_apart_stay_where_they_are():
    assert figure.spread([3.0, 1.0, 9.0], 1.5) == [3.0, 1.0, 9.0]
    assert figure.spread([2.0, 2.0], 1.0) == [1.5, 2.5]


def test_grid_lines_are_round():
    assert figure.breaks(0, 23_800) == [0, 5_000, 10_000, 15_000, 20_000]
    assert figure.breaks(-0.05, 0.31) == [0.0, 0.1, 0.2, 0.3]
    assert figure.breaks(5, 5) == [5]


def test_months_are_named_from_january():
    assert figure.month_breaks(pd.Period("2026-02", "M"), pd.Period("2027-08", "M"))[1] == [
        "Apr 2026",
        "Jul 2026",
        "Oct 2026",
        "Jan 2027",
        "Apr 2027",
        "Jul 2027",
    ]


def test_nothing_in_a_text_is_left_for_the_chart_library_to_interpret():
    shielded = figure.shield(stand_ins.HOSTILE + "\x00")
    assert "<" not in shielded
    assert "\\" not in shielded
    assert "\x00" not in shielded


def test_only_texts_of_a_frame_are_shielded():
    frame = pd.DataFrame({"name": ["<a>", None], "value": [1.0, 2.0]})
    assert list(figure.shielded(frame)["value"]) == [1.0, 2.0]
    assert figure.shielded(frame)["name"].iloc[1] is None


def test_a_long_name_ends_in_an_ellipsis():
    assert figure.wrapped("one two three four", width=8, lines=2) == "one two\nthree \u2026"


def test_days_are_counted_from_1970():
    assert figure.day_number([pd.Period("1970-02", "M"), pd.Timestamp("1970-01-02 12:00")]) == [31.0, 1.5]

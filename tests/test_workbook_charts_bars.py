"""Bars: rows from the top, room for every label, ends of the axis."""

import pandas as pd
import stand_ins

from bpo_lib.workbook.charts import bars, figure
from bpo_lib.workbook.html import Html

FRAME = pd.DataFrame(
    {
        "name": ["up", "down", stand_ins.HOSTILE],
        "value": [4.0, -2.0, float("nan")],
        "text": ["4", "-2", "n/a"],
        "fill": ["#12355b"] * 3,
    }
)


def drawn(**options):
    plot = bars.ranked_bars(FRAME, "points", **options)
    return stand_ins.page(figure.figure("title", plot, Html(""), "told")).svg


def texts(picture):
    return [text.text.strip("\u00a0") for text in picture.find_all("text")]


def test_the_first_row_is_on_top():
    assert bars.rows_from_top(3) == [2, 1, 0]
    assert [text for text in texts(drawn()) if text in {"up", "down"}] == ["up", "down"]


def test_every_bar_carries_its_number_and_nothing_is_a_bar_of_no_length():
    assert {"4", "-2", "n/a"} <= set(texts(drawn()))


def test_the_axis_can_be_given_an_end():
    assert "100" in texts(drawn(to_value=100))
    assert "100" not in texts(drawn())


def test_more_rows_make_a_taller_chart():
    assert bars.chart_height(25) > bars.chart_height(3) == bars.chart_height(1) + 30

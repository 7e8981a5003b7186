"""The tornado: bars from the expected figure to both ends, each labelled with the value that causes it."""

import pandas as pd
import stand_ins
from stand_ins import page

from bpo_lib.workbook.charts.figure import figure
from bpo_lib.workbook.charts.theme import palette
from bpo_lib.workbook.charts.tornado import _bars, tornado
from bpo_lib.workbook.html import Html

CASE = stand_ins.engagement()
ROWS = pd.DataFrame(
    [
        ("handling time: talk", "minutes/transaction", 5.0, 6.5, 64.0, 80.0),
        ("cap", "share", 0.8, 0.9, 75.0, 68.0),
    ],
    columns=["meaning", "unit", "low", "high", "at_low", "at_high"],
)


def test_every_assumption_has_two_bars_from_the_expected_figure():
    bars = _bars(ROWS, 70.0, palette(CASE))
    assert bars["start"].tolist() == [70] * 4
    assert bars["end"].tolist() == [64, 80, 75, 68]
    assert bars["side"].tolist() == [1, 0, 0, 1]  # labels stand outside, whichever end is the smaller


def test_shares_are_labelled_in_percent_and_units_named_in_the_clients_words():
    texts = [
        text.text.strip("\u00a0")
        for text in page(figure("x", tornado(ROWS, 70.0, "FTE", CASE), Html(""), "y")).svg("text")
    ]
    assert {"low 5", "high 6.5", "low 80.0%", "high 90.0%"} <= set(texts)
    assert "[minutes/call]" in "".join(texts)

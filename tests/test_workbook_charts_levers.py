"""The chart of levers: which assumption moves the saving most, and the value that does it."""

import pytest
import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import levers

CASE = stand_ins.engagement()


@pytest.fixture(autouse=True)
def _expected_saving(monkeypatch):
    monkeypatch.setattr(levers, "_base_saving", lambda _: 1_900_000.0)


def test_the_widest_lever_is_named():
    assert title(levers.sensitivity(stand_ins.sensitivity(), CASE)) == (
        "Provider's rate for one paid FTE moves the saving most: "
        "EUR 600,000 to EUR 2.30m, where EUR 1.90m is expected"
    )


def test_each_bar_is_labelled_with_the_value_that_causes_it():
    texts = [
        text.text.strip("\u00a0")
        for text in page(levers.sensitivity(stand_ins.sensitivity(), CASE)).svg("text")
    ]
    assert {"low 3,000", "high 3,700", "low 5", "high 6.5", "low 5.0%", "high 12.0%"} <= set(texts)


def test_without_ranges_there_is_nothing_to_draw():
    assert "no range to draw" in page(levers.sensitivity(stand_ins.sensitivity().iloc[:0], CASE)).text

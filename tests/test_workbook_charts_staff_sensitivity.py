"""The chart of what moves the staff."""

import pytest
import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import staff_sensitivity

CASE = stand_ins.engagement()


@pytest.fixture(autouse=True)
def _plan(monkeypatch):
    monkeypatch.setattr(staff_sensitivity, "staffing_plan", lambda _: stand_ins.plan())


def test_the_widest_lever_is_named():
    expected = stand_ins.plan().monthly["paid_fte"].iloc[:12].mean()
    assert title(staff_sensitivity.staff_levers(stand_ins.fte_sensitivity(), CASE)) == (
        f"Average handling time moves paid staff most: 64.0 to 80.0 FTE, where {expected:.1f} are expected"
    )


def test_without_work_there_is_nothing_to_draw():
    shown = staff_sensitivity.staff_levers(stand_ins.fte_sensitivity().iloc[:0], CASE)
    assert "No work is expected" in page(shown).text

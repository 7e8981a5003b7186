"""Charts of the staff: the peak of the week and of the term."""

from dataclasses import replace

import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import staff


def test_the_peak_hour_is_named():
    # The busiest cell: 15 * 1.2 * 20 calls of 5.5 minutes are 33 erlangs, 38 agents with 15% more.
    assert title(staff.week_heat_map(stand_ins.plan())) == (
        "38 agents are needed at the peak, Mon from 11:00: 1.8 times the average open hour"
    )


def test_work_that_can_wait_has_no_week():
    shown = staff.week_heat_map(replace(stand_ins.plan(), week=None))
    assert "staffed by the month" in page(shown).text


def test_the_peak_month_is_named_with_its_range():
    assert title(staff.staff_by_month(stand_ins.plan())) == (
        "70.0 FTE are needed at the start and 79.4 at the peak in Apr 2028 (73.0 to 88.1)"
    )


def test_a_week_without_work_is_said_and_not_drawn():
    plan = stand_ins.plan()
    plan = replace(plan, week=plan.week.assign(agents=0))
    assert "needs nobody" in page(staff.week_heat_map(plan)).text

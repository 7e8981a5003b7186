"""Charts of the staff: the peak of the week and of the term."""

from dataclasses import replace

import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import staff
from bpo_lib.workbook.charts.theme import palette


def test_the_peak_hour_is_named():
    # The busiest cell: 15 * 1.2 * 20 calls of 5.5 minutes are 33 erlangs, 38 agents with 15% more.
    assert title(staff.week_heat_map(stand_ins.plan())) == (
        "38 agents are needed at the peak, Mon from 11:00: 1.8 times the average open hour"
    )


def test_work_that_can_wait_has_no_week():
    shown = staff.week_heat_map(replace(stand_ins.plan(), week=None))
    assert "staffed by the month" in page(shown).text


def test_the_year_is_named_with_its_range_and_the_peak_with_its_month():
    year, low, high = stand_ins.plan().first_year
    assert title(staff.staff_by_month(stand_ins.plan())) == (
        f"{year:.1f} FTE are paid on average in the first year ({low:.1f} to {high:.1f}), "
        "79.4 at the peak in Apr 2028"
    )


def test_no_peak_is_named_where_every_month_takes_as_much():
    plan = stand_ins.plan()
    level = plan.monthly.assign(paid_fte=plan.first_year[0])
    assert title(staff.staff_by_month(replace(plan, monthly=level))).endswith("and no month takes more")


def test_what_is_achieved_is_named_only_where_it_is_not_what_is_required():
    frame = stand_ins.plan().monthly.reset_index(names="month").assign(x=0.0)
    named = staff._staff_labels(frame, palette(), 90.0)["text"].tolist()
    assert [text.split()[1] for text in named] == ["paid", "required"]
    wide = frame.assign(productive_fte=frame["required_fte"] + 5)
    assert "achieved" in staff._staff_labels(wide, palette(), 90.0)["text"].iloc[-1]


def test_a_week_without_work_is_said_and_not_drawn():
    plan = stand_ins.plan()
    plan = replace(plan, week=plan.week.assign(agents=0))
    assert "needs nobody" in page(staff.week_heat_map(plan)).text

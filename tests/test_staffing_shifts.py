"""The roster of a week: what whole people in whole shifts cost, by hand and by its laws."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.staffing import WorkTerms
from bpo_lib.staffing.shift_patterns import ShiftTerms
from bpo_lib.staffing.shifts import rostered_week

WORK = WorkTerms(handling_minutes=4, planned_shrinkage=0.0, unplanned_shrinkage=0.0)
FULL_ONLY = ShiftTerms(max_part_time_share=0, minimum_presence=0)


def week(agents, opens=8.0, step=30, days=7):
    """Return a week with the same agents from an opening on, on so many days."""
    starts = [int(opens * 60) + step * place for place in range(len(agents))]
    rows = [
        {
            "weekday": day,
            "start": f"{start // 60:02d}:{start % 60:02d}",
            "agents": need,
            "volume": need * 10.0,
        }
        for day in range(days)
        for start, need in zip(starts, agents, strict=True)
    ]
    return pd.DataFrame(rows)


def test_a_week_by_hand():
    # One agent from 8:00 to 16:30 on seven days needs two people a day for the break: 14 shifts of 8 hours,
    # five a person: three people, 120 hours. Divided people spread over the five places of the break, so
    # that 1.25 of them are enough at any time: 7 x 1.25 shifts of 8 hours.
    rostered = rostered_week(week([1] * 17), WORK, FULL_ONLY)
    assert rostered.people == 3
    assert rostered.paid_hours == 120
    assert rostered.relaxed_hours == pytest.approx(70)
    assert rostered.lower_bound == 120
    assert rostered.gap_share == 0
    assert rostered.need.hours == pytest.approx(7 * 8.5)
    assert rostered.shift_fit == pytest.approx(59.5 / 120)
    assert rostered.fte == pytest.approx(120 / (160 / (365.25 / 84)))


def test_a_full_week_of_published_hours_is_one_fte():
    # 40 hours a week are 173.9 hours a month (365.25 days / 7 / 12), the usual month of payrolls: 173.93.
    work = WORK.with_values(paid_hours_per_month=40 * 365.25 / 84)
    assert work.paid_hours_per_month == pytest.approx(173.93, abs=5e-3)
    rostered = rostered_week(week([1] * 17), work, FULL_ONLY)
    assert rostered.fte == pytest.approx(rostered.people)


@pytest.fixture(scope="module")
def busy():
    agents = [2, 4, 7, 9, 10, 9, 8, 8, 9, 8, 7, 5, 4, 3] * 2
    return rostered_week(week(sorted(agents)[::-1]), WORK.with_values(unplanned_shrinkage=0.2), ShiftTerms())


def test_each_step_from_work_to_whole_people_costs_something(busy):
    steps = busy.hours.set_index("step")
    assert steps.index.tolist() == ["needed", "whole_people", "divided_shifts", "rostered"]
    assert steps["hours"].is_monotonic_increasing
    assert steps["fte"].to_numpy() == pytest.approx(steps["hours"].to_numpy() / busy.hours_per_fte)
    assert busy.lower_bound >= busy.relaxed_hours - 1e-6
    assert busy.gap_share <= 0.005
    assert 0 < busy.shift_fit < 1


def test_presence_counted_from_the_roster_covers_the_need(busy):
    assert (busy.presence >= busy.need.whole).all()
    assert (busy.over_cover >= -1e-9).all()
    paid = sum({"full_time": 8.0, "part_time": 5.0}[kind] for kind in busy.roster["kind"])
    assert busy.paid_hours == pytest.approx(paid)


def test_the_shift_table_counts_everybody_once(busy):
    assert busy.shifts.columns.tolist() == ["kind", "start", "end", 0, 1, 2, 3, 4, 5, 6]
    assert busy.shifts[list(range(7))].to_numpy().sum() == len(busy.roster)
    assert busy.shortest_rest_hours >= 13


def test_intervals_of_any_length_are_brought_to_the_shifts():
    quarter = rostered_week(week([2] * 40, step=15), WORK, FULL_ONLY)
    hour = rostered_week(week([2] * 10, step=60), WORK, FULL_ONLY)
    assert quarter.need.step_minutes == hour.need.step_minutes == 30
    assert quarter.paid_hours == hour.paid_hours


def test_more_freedom_never_costs_more():
    need = week([3, 3, 5, 8, 8, 6, 5, 5, 7, 6, 4, 3, 2, 2] * 2)
    strict = rostered_week(need, WORK, FULL_ONLY.with_values(start_drift_hours=0))
    free = rostered_week(need, WORK, FULL_ONLY.with_values(start_drift_hours=24))
    mixed = rostered_week(need, WORK, FULL_ONLY.with_values(start_drift_hours=24, max_part_time_share=0.4))
    assert mixed.lower_bound <= free.lower_bound + 1e-6 <= strict.lower_bound + 2e-6
    assert mixed.paid_hours < free.paid_hours


def test_nobody_is_rostered_when_no_work_comes():
    rostered = rostered_week(week([0] * 17), WORK, ShiftTerms())
    assert (rostered.people, rostered.paid_hours, rostered.shift_fit) == (0, 0, 1)
    assert (rostered.presence == 0).all()
    assert len(rostered.shifts) == 0


def test_a_week_of_uneven_intervals_is_named():
    uneven = week([1, 1, 1]).assign(start=["08:00", "08:30", "08:50"] * 7)
    with pytest.raises(InputError, match="not equally long"):
        rostered_week(uneven, WORK, ShiftTerms())
    assert np.isfinite(rostered_week(week([1] * 17), WORK, ShiftTerms()).gap_share)

"""The plan of a term: months that agree with the outlook, and the busiest week by interval."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, case, counts, noisy

from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing import WorkTerms, own_team, required_fte, staffed_volume, staffing_plan
from bpo_lib.staffing.plan import MONTHLY_COLUMNS
from bpo_lib.staffing.week import WEEK_COLUMNS


@pytest.fixture(scope="module")
def voice():
    return case(call_centre(12), "intraday")


def test_the_months_are_those_of_the_outlook(voice):
    plan, outlook = staffing_plan(voice), volume_outlook(voice)
    assert list(plan.monthly) == MONTHLY_COLUMNS
    assert plan.monthly.index.equals(outlook.months)
    assert plan.monthly["volume"].tolist() == outlook.mean.tolist()
    staffed = staffed_volume(voice, outlook.mean)
    assert plan.monthly["required_fte"].tolist() == required_fte(voice, staffed).tolist()
    assert plan.monthly["paid_fte"].tolist() == own_team(voice, outlook.mean).paid.tolist()


def test_a_back_office_month_by_hand():
    # 600 a month x 30 min = 300 h; 160 x 0.86 x 0.80 = 110.08 h a FTE, 85% of it on work: 3.206 FTE.
    # Of a steady team a share of .025 x .4 / (1 - .975 exp(-1/2)) = 2.447% is not learnt yet: 3.286 FTE
    # past training, and a month's hires of .025 / .975 of them in training: 3.371 on the payroll.
    plan = staffing_plan(
        case(counts([600] * 24, "MS", "2023-01-01"), "monthly", operation="back_office", handling_minutes=30)
    )
    first = plan.monthly.iloc[0]
    assert first["handling_hours"] == pytest.approx(300)
    assert first["net_fte"] == pytest.approx(300 / (160 * 0.85))
    assert first["required_fte"] == first["productive_fte"] == pytest.approx(300 / (110.08 * 0.85))
    assert first["paid_fte"] == pytest.approx(300 / 93.568 / (1 - 0.024472) * (1 + 0.025 / 0.975), rel=1e-6)
    assert first["paid_people"] == 4
    assert first["occupancy"] == pytest.approx(0.85)
    assert plan.week is None


def test_without_turnover_only_the_required_people_are_paid():
    steady = case(
        noisy(40, "MS", "2021-09-01"), "monthly", people={"attrition_per_year": 0, "starting_productivity": 1}
    )
    monthly = staffing_plan(steady).monthly
    assert monthly["paid_fte"].max() == pytest.approx(monthly["required_fte"].max())
    assert monthly["paid_fte"].is_monotonic_increasing  # nobody leaves, and nobody is let go
    assert monthly["leavers"].tolist() == [0] * 36


def test_calls_that_grow_longer_take_more_people(voice):
    # Half of the volume is deflected at once, and a call that stays takes 1 + .3 x .5 of today's time.
    fewer = voice.with_values({"demand.deflected_share": 0.5, "demand.deflection_ramp_months": 1})
    now, then = staffing_plan(voice).monthly.iloc[-1], staffing_plan(fewer).monthly.iloc[-1]
    assert then["volume"] == pytest.approx(now["volume"] * 0.5)
    assert then["handling_hours"] == pytest.approx(now["handling_hours"] * 0.5 * 1.15)
    assert then["required_fte"] == pytest.approx(
        required_fte(voice, staffed_volume(voice, volume_outlook(fewer).mean * 1.15))[-1]
    )


def test_low_and_high_stand_around_the_plan(voice):
    monthly = staffing_plan(voice).monthly
    assert (monthly["paid_fte_low"] < monthly["paid_fte"]).all()
    assert (monthly["paid_fte"] < monthly["paid_fte_high"]).all()


def test_the_range_of_the_year_is_that_of_the_courses_not_of_the_edges(voice):
    plan = staffing_plan(voice)
    expected, low, high = plan.first_year
    year = plan.monthly.iloc[:12]
    assert expected == pytest.approx(year["paid_fte"].mean())
    assert year["paid_fte_low"].mean() < low < expected < high < year["paid_fte_high"].mean()
    assert ((plan.courses >= low) & (plan.courses <= high)).mean() == pytest.approx(0.80, abs=0.01)


def test_every_interval_of_the_busiest_week_keeps_its_targets(voice):
    plan, work = staffing_plan(voice), voice.of(WorkTerms)
    week = plan.week
    assert list(week) == WEEK_COLUMNS
    assert len(week) == 336
    weekly = staffed_volume(voice, plan.monthly["volume"]) * 12 * 7 / 365.25
    assert plan.busiest_month == plan.monthly.index[weekly.argmax()]
    worked = week[week["volume"] > 0]
    assert (worked["service_level"] >= work.service_level).all()
    assert (worked["occupancy"] <= work.max_occupancy + 1e-12).all()
    assert week["volume"].sum() == pytest.approx(weekly.max())


def test_closed_intervals_have_no_agents(voice):
    week = staffing_plan(voice).week
    closed = week[(week["start"] < "08:00") | (week["start"] >= "18:00")]
    assert len(closed) == 28 * 7
    assert (closed["agents"] == 0).all()


def test_voice_without_intervals_says_what_it_cannot_know():
    plan = staffing_plan(case(noisy(200, "D", "2024-06-01"), "daily"))
    assert plan.week is None
    assert "Give volumes by half hour." in plan.notes[0]
    assert (plan.monthly["occupancy"].round(12) == 0.85).all()


def test_calls_longer_than_an_interval_are_noted():
    plan = staffing_plan(case(call_centre(6), "intraday", handling_minutes=45))
    assert any("Calls last longer than an interval of 30 minutes" in note for note in plan.notes)


def test_a_client_without_work_needs_nobody():
    plan = staffing_plan(case(counts(np.zeros(30), "MS", "2022-06-01"), "monthly"))
    assert plan.monthly[["paid_fte", "occupancy"]].sum().tolist() == [0, 0]


def test_the_same_client_has_the_same_plan(voice):
    pd.testing.assert_frame_equal(staffing_plan(voice).monthly, staffing_plan(voice).monthly)

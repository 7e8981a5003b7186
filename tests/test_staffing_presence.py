"""Presence: shrinkage, opening hours and smallest presence by hand."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.staffing import WorkTerms
from bpo_lib.staffing.presence import OpeningHours, presence_need
from bpo_lib.staffing.shift_patterns import ShiftTerms

WORK = WorkTerms(handling_minutes=4, planned_shrinkage=0.14, unplanned_shrinkage=0.2)
TERMS = ShiftTerms(minimum_presence=2)
WORKDAYS = OpeningHours((480,) * 5 + (0, 0), (1080,) * 5 + (0, 0))


def week(agents, starts=("08:00", "08:30", "09:00"), weekday=0):
    count = len(starts)
    return pd.DataFrame(
        {
            "weekday": [weekday] * count,
            "start": list(starts),
            "agents": agents,
            "volume": np.array(agents) * 10.0,
        }
    )


def test_shrinkage_of_a_published_team():
    # 14 agents at 30% shrinkage are 20 people: the example of the pyworkforce documentation.
    need = presence_need(week([14, 14, 14]), WORK.with_values(unplanned_shrinkage=0.3), TERMS)
    assert need.at_work[16:19] == pytest.approx([20, 20, 20])


def test_presence_by_hand():
    need = presence_need(week([8, 1, 3]), WORK, TERMS)
    # 8 / 0.8 = 10; one agent would be 1.25 people, but two are always there; 3 / 0.8 = 3.75 people, whole 4.
    assert need.at_work[16:19] == pytest.approx([10, 2, 3.75])
    assert need.whole[16:19].tolist() == [10, 2, 4]
    assert need.at_work.sum() == pytest.approx(15.75)
    assert need.hours == pytest.approx(15.75 / 2)


def test_shrinkage_may_differ_by_interval():
    need = presence_need(week([8, 8, 8]), WORK, TERMS, unplanned_shrinkage=[0.2, 0.5, 0.0])
    assert need.at_work[16:19] == pytest.approx([10, 16, 8])


def test_calls_outside_the_opening_hours_are_not_answered_and_named():
    need = presence_need(week([1, 2, 2], ("07:30", "08:00", "08:30")), WORK, TERMS, opening=WORKDAYS)
    assert need.outside_share == pytest.approx(0.2)
    assert need.at_work[15] == 0
    assert need.is_open.sum() == 5 * 20
    assert need.at_work[need.is_open].min() == 2


def test_hours_follow_the_work_where_none_are_declared():
    found = OpeningHours.of_volume(pd.concat([week([1, 0, 2]), week([0, 3, 0], weekday=6)]))
    assert (found.opens[0], found.closes[0]) == (480, 570)
    assert (found.opens[6], found.closes[6]) == (510, 540)
    assert found.opens[1:6] == found.closes[1:6] == (0,) * 5


def test_a_night_runs_into_the_next_day():
    bar = OpeningHours((0,) * 6 + (1320,), (0,) * 6 + (1560,))
    hours = bar.is_open(60)
    assert np.flatnonzero(hours).tolist() == [0, 1, 166, 167]


def test_an_interval_of_another_length_keeps_the_largest_need():
    need = presence_need(week([8, 4, 4], ("08:00", "08:15", "08:30")), WORK, ShiftTerms(minimum_presence=0))
    assert need.step_minutes == 15
    coarse = need.every(30)
    assert coarse.at_work[16:18] == pytest.approx([10, 5])
    assert coarse.every(15).at_work[32:36] == pytest.approx([10, 10, 5, 5])
    assert coarse.hours >= need.hours


@pytest.mark.parametrize("minimum", [0, 1, 5])
def test_more_people_always_present_never_lower_the_need(minimum):
    low = presence_need(week([8, 1, 3]), WORK, ShiftTerms(minimum_presence=minimum))
    high = presence_need(week([8, 1, 3]), WORK, ShiftTerms(minimum_presence=minimum + 1))
    assert (high.at_work >= low.at_work).all()


def test_a_week_without_work_needs_nobody():
    need = presence_need(week([0, 0, 0]), WORK, TERMS)
    assert (need.hours, need.outside_share) == (0, 0)


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ([0.1, 0.2], "unplanned shrinkage has 2 values for a week of 3 intervals"),
        ([0.1, 0.2, 1.0], "unplanned shrinkage must be from 0 to below 1"),
    ],
)
def test_shares_that_cannot_be_are_named(shares, words):
    with pytest.raises(InputError, match=words):
        presence_need(week([1, 1, 1]), WORK, TERMS, unplanned_shrinkage=shares)


def test_uneven_intervals_are_named():
    with pytest.raises(InputError, match="the intervals of the week are not equally long"):
        presence_need(week([1, 1, 1], ("08:00", "08:30", "08:50")), WORK, TERMS)


def test_hours_that_close_before_they_open_are_named():
    with pytest.raises(InputError, match="opening hours of weekday 1 run from minute 1080 to 480"):
        OpeningHours((1080,) * 7, (480,) * 7)
    with pytest.raises(InputError, match="opening hours need seven days"):
        OpeningHours((480,), (1080,))

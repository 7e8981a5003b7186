"""The smallest team for work that can wait: by hand, against an independent bound, and its laws."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing.backlog import DeferredWork, worked_off
from bpo_lib.staffing.deferred import deferred_cover

DAY_OPEN = np.repeat([False, True, False], [8, 10, 6])
WEEK_OPEN = np.concatenate([np.tile(DAY_OPEN, 5), np.zeros(48, dtype=bool)])


def by_demand_bound(work):
    """Return the smallest constant team: in no window may more fall due than the team can do in it.

    S. K. Baruah, L. E. Rosier and R. R. Howell (1990): the processor demand criterion.
    """
    cycles = 4 if work.repeats else 1
    week = work.clock[-1]
    begins = np.concatenate([work.clock[:-1] + cycle * week for cycle in range(cycles)])
    ends = np.append(begins[1:], cycles * week)
    hours = np.tile(work.hours, cycles)
    hours[0] += work.backlog_hours
    able = np.append(0.0, np.tile(work.open_hours, cycles).cumsum())
    due = np.searchsorted(ends, begins + work.turnaround_hours - 1e-9)
    team = work.hours.sum() / work.open_hours.sum() if work.repeats else 0.0
    for first in range(hours.size):
        for last in range(first, hours.size):
            fallen_due = hours[first : last + 1][due[first : last + 1] <= last].sum()
            if fallen_due > 0:
                room = able[last + 1] - able[first]
                team = max(team, fallen_due / room) if room else np.inf
    return team


def test_a_team_by_hand():
    # Six hours come at once and are due within two hours: three people, then nothing.
    work = DeferredWork(np.array([6.0, 0, 0]), np.ones(3, dtype=bool), 1.0, 2.0, repeats=False)
    cover = deferred_cover(work)
    assert cover.team == pytest.approx([3.0])
    assert cover.path["backlog"].tolist() == pytest.approx([3.0, 0, 0])
    assert cover.paid_hours == pytest.approx(9.0)
    assert cover.occupancy == pytest.approx(6 / 9)
    # A team that may differ by hour works the six hours and no more, spread evenly while it may.
    varying = deferred_cover(work, np.arange(3))
    assert varying.paid_hours == pytest.approx(6.0)
    assert varying.share_within == 1


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_programme_agrees_with_the_demand_bound(data):
    size = data.draw(st.integers(4, 16))
    hours = np.array(data.draw(st.lists(st.integers(0, 6), min_size=size, max_size=size)), dtype=float)
    is_open = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    is_open[0] = True
    repeats = data.draw(st.booleans())
    work = DeferredWork(
        hours,
        is_open,
        0.5,
        data.draw(st.integers(1, 2 * size)) / 2,
        closed_time_share=data.draw(st.sampled_from([0.0, 1.0])),
        repeats=repeats,
        backlog_hours=0.0 if repeats else data.draw(st.integers(0, 5)),
    )
    bound = by_demand_bound(work)
    if np.isinf(bound):
        with pytest.raises(InputError, match="too short for the opening hours"):
            deferred_cover(work)
        return
    cover = deferred_cover(work)
    assert cover.team[0] == pytest.approx(bound, abs=1e-7)
    assert cover.share_within == pytest.approx(1)


@given(st.lists(st.integers(0, 6), min_size=50, max_size=50))
@settings(max_examples=10, deadline=None)
def test_a_tighter_turnaround_never_needs_less(day_hours):
    hours = np.zeros(168)
    hours[WEEK_OPEN] = day_hours
    teams = [
        deferred_cover(DeferredWork(hours, WEEK_OPEN, 1.0, turnaround)).team[0]
        for turnaround in (1, 2, 4, 10, 50)
    ]
    assert all(later <= sooner + 1e-9 for sooner, later in itertools.pairwise(teams))
    assert teams[-1] == pytest.approx(hours.sum() / 50)  # a week's turnaround: the average workload


def test_a_team_by_day_never_costs_more_than_a_constant_one_and_changes_least():
    hours = np.zeros(168)
    hours[WEEK_OPEN] = np.repeat([9.0, 3, 3, 3, 6], 10) / 10
    work = DeferredWork(hours, WEEK_OPEN, 1.0, 4.0)
    constant, by_day = deferred_cover(work), deferred_cover(work, np.arange(168) // 24)
    assert by_day.paid_hours <= constant.paid_hours + 1e-9
    assert by_day.team[5:] == pytest.approx([0, 0])  # closed on the weekend
    long = deferred_cover(DeferredWork(hours, WEEK_OPEN, 1.0, 50.0), np.arange(168) // 24)
    assert long.team[:5] == pytest.approx(np.full(5, 24 / 50))


def test_the_team_found_does_the_work_when_run():
    rng = np.random.default_rng(0)
    work = DeferredWork(rng.random(168) * 2, WEEK_OPEN, 1.0, 20.0, closed_time_share=0.25)
    cover = deferred_cover(work, np.arange(168) // 24)
    path, share = worked_off(work, cover.path["capacity"].to_numpy())
    assert share == pytest.approx(1)
    assert path["oldest_hours"].max() < 20
    assert cover.occupancy <= 1 + 1e-9


def test_work_due_while_closed_is_named():
    hours = np.zeros(168)
    hours[120] = 1.0  # Saturday, with Monday 8:00 still 56 hours away
    with pytest.raises(InputError, match="a turnaround of 24 hours is too short for the opening hours"):
        deferred_cover(DeferredWork(hours, WEEK_OPEN, 1.0, 24.0, closed_time_share=1.0))
    assert deferred_cover(DeferredWork(hours, WEEK_OPEN, 1.0, 24.0)).share_within == pytest.approx(1)

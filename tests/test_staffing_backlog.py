"""Work that can wait: clocks, backlogs and ages, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing.backlog import DeferredTerms, DeferredWork, worked_off

OPEN = np.array([True, True, False, True])


def once(hours, turnaround, is_open=OPEN, **more):
    return DeferredWork(np.array(hours, dtype=float), is_open, 1.0, turnaround, repeats=False, **more)


def test_littles_law_by_published_form():
    # J. D. C. Little (1961), L = lambda W: one hour of work an hour, each three hours late, is three hours.
    path, _ = worked_off(once([4, 1, 1, 1, 1], 9, np.ones(5, dtype=bool)), np.ones(5))
    assert path["backlog"].tolist() == [3, 3, 3, 3, 3]


def test_a_backlog_by_hand():
    # 3 hours come, 2 are done; 1 left and 2 come, 2 are done; closed, then 1 hour is left for the last.
    path, share = worked_off(once([3, 2, 0, 0], 4), np.array([2.0, 2.0, 0.0, 2.0]))
    assert path["backlog"].tolist() == [1, 1, 1, 0]
    # Oldest first: the hour left at the end of the second interval came in that one.
    # While closed no time passes on a clock of working hours.
    assert path["oldest_hours"].tolist() == [1, 1, 1, 0]
    assert share == 1


def test_capacity_before_the_work_comes_is_lost():
    path, _ = worked_off(once([0, 4, 0, 0], 9), np.array([4.0, 1.0, 0.0, 1.0]))
    assert path["backlog"].tolist() == [0, 3, 3, 2]


def test_nights_count_in_calendar_hours_only():
    working, calendar = (once([4, 0, 0, 0], 3, closed_time_share=share) for share in (0.0, 1.0))
    assert working.clock.tolist() == [0, 1, 2, 2, 3]
    assert calendar.clock.tolist() == [0, 1, 2, 3, 4]
    # Due after three hours: at the end of the last open interval, or while closed.
    assert working.undue().tolist() == [4, 4, 4, 0]
    assert calendar.undue().tolist() == [4, 4, 0, 0]


def test_a_backlog_at_the_start_is_as_old_as_the_start():
    work = once([0, 0, 0, 0], 2, backlog_hours=3.0)
    assert work.undue().tolist() == [3, 0, 0, 0]
    path, share = worked_off(work, np.array([1.0, 1.0, 0.0, 1.0]))
    assert path["backlog"].tolist() == [2, 1, 1, 0]
    assert share == pytest.approx(2 / 3)


def test_a_week_that_repeats_carries_over_its_end():
    work = DeferredWork(np.array([0.0, 0.0, 3.0]), np.ones(3, dtype=bool), 1.0, 3.0)
    path, share = worked_off(work, np.ones(3))
    assert path["backlog"].tolist() == [1, 0, 2]
    assert path["oldest_hours"].tolist() == [2, 0, 1]
    assert share == 1
    assert work.undue().tolist() == [3, 0, 3]  # what came in the last interval is due after two more


@given(
    st.lists(st.floats(0, 10), min_size=4, max_size=12),
    st.lists(st.floats(0, 10), min_size=12, max_size=12),
    st.floats(0, 20),
)
def test_the_backlog_is_the_recursion(hours, capacity, start):
    capacity = np.array(capacity[: len(hours)])
    work = once(hours, 2.0, np.ones(len(hours), dtype=bool), backlog_hours=start)
    left, expected = start, []
    for arriving, able in zip(hours, capacity, strict=True):
        left = max(0.0, left + arriving - able)
        expected.append(left)
    assert worked_off(work, capacity)[0]["backlog"].to_numpy() == pytest.approx(np.array(expected), abs=1e-6)


@given(st.lists(st.floats(0.1, 10), min_size=4, max_size=12), st.floats(1, 4))
def test_the_turnaround_holds_exactly_when_the_backlog_is_not_yet_due(hours, able):
    work = once([*hours, 0, 0, 0], 2.0, np.ones(len(hours) + 3, dtype=bool))
    path, share = worked_off(work, np.full(len(hours) + 3, able))
    assert (share > 1 - 1e-9) == bool((path["backlog"] <= work.undue() + 1e-6).all())


def test_every_default_has_a_source():
    assert all(entry.source for entry in DeferredTerms.declarations())
    assert DeferredTerms().turnaround_hours == 24


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hours": np.array([-1.0, 0, 0, 0])}, "hours of work must be 0 or more"),
        ({"hours": np.zeros(3)}, "must have the same intervals"),
        ({"is_open": np.zeros(4, dtype=bool)}, "never open"),
        ({"turnaround_hours": 0.0}, "turnaround is 0.0 hours; it must be more than 0"),
        ({"backlog_hours": 1.0}, "a week that repeats has no backlog to start with"),
    ],
)
def test_work_that_cannot_be_is_named(change, words):
    given = {"hours": np.zeros(4), "is_open": OPEN, "step_hours": 1.0, "turnaround_hours": 4.0} | change
    with pytest.raises(InputError, match=words):
        DeferredWork(**given)


def test_too_little_capacity_for_every_week_is_named():
    work = DeferredWork(np.ones(3), np.ones(3, dtype=bool), 1.0, 3.0)
    with pytest.raises(InputError, match="the backlog grows without end"):
        worked_off(work, np.full(3, 0.9))

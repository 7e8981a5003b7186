"""Shifts that may be worked: breaks and starts by hand."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.staffing.shift_patterns import ShiftTerms, open_stretches, shift_patterns

FULL_ONLY = ShiftTerms(max_part_time_share=0)


def day(opens, closes, step=30):
    minutes = np.arange(0, 1440, step)
    return (minutes >= opens * 60) & (minutes < closes * 60)


def test_the_shifts_of_a_long_day_by_hand():
    # 8:00 to 18:00: eight and a half hours start at 8:00, 8:30, 9:00 or 9:30; each break has five places.
    patterns = shift_patterns(day(8, 18), 30, FULL_ONLY, around_the_week=False)
    assert sorted(set(patterns.start)) == [16, 17, 18, 19]
    assert patterns.kind.size == 4 * 5
    assert (patterns.presence.sum(axis=0) == 16).all()
    assert (patterns.end - patterns.start == 17).all()
    # From three to five hours after the start.
    assert sorted(set(patterns.pause - patterns.start)) == [6, 7, 8, 9, 10]
    assert patterns.paid_hours.tolist() == [8.0] * 20


def test_nobody_is_present_in_a_break():
    patterns = shift_patterns(day(8, 18), 30, FULL_ONLY, around_the_week=False)
    assert not patterns.presence[patterns.pause, np.arange(patterns.kind.size)].any()


def test_part_time_has_no_break():
    patterns = shift_patterns(day(8, 18), 30, ShiftTerms(), around_the_week=False)
    part = patterns.kind == 1
    assert (patterns.pause == patterns.end)[part].all()
    assert (patterns.presence.sum(axis=0) == 10)[part].all()
    assert part.sum() == 11  # from 8:00 to 13:00 every half hour


def test_a_day_shorter_than_the_shift_is_worked_from_its_opening():
    patterns = shift_patterns(day(9, 15), 30, FULL_ONLY, around_the_week=False)
    assert set(patterns.start) == {18}


def test_the_last_shift_ends_with_the_closing_off_the_grid_too():
    terms = ShiftTerms(max_part_time_share=0, start_step_minutes=120)
    patterns = shift_patterns(day(8, 19.5), 30, terms, around_the_week=False)
    assert sorted(set(patterns.start)) == [16, 20, 22]  # 8:00, 10:00 and 11:00 for the closing at 19:30


def test_the_night_of_sunday_runs_into_monday():
    patterns = shift_patterns(np.ones(336, dtype=bool), 30, FULL_ONLY)
    assert sorted(set(patterns.start)) == list(range(336))
    last = patterns.presence[:, patterns.start == 335]
    assert (last.sum(axis=0) == 16).all()
    assert last[0].all()


def test_stretches_by_hand():
    is_open = np.array([True, False, True, True, False, True])
    assert open_stretches(is_open, around_the_week=True) == [(2, 4), (5, 7)]
    assert open_stretches(is_open, around_the_week=False) == [(0, 1), (2, 4), (5, 6)]


def test_every_default_has_a_source():
    assert all(entry.source and not entry.required for entry in ShiftTerms.declarations())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"full_time_hours": 7.6}, "full_time_hours is not a whole number of quarter hours"),
        ({"break_minutes": 20}, "break_minutes is not a whole number of quarter hours"),
        ({"days_per_week": 7}, "days_per_week is 7, above the largest allowed value 6"),
    ],
)
def test_terms_that_fit_no_clock_are_named(change, words):
    with pytest.raises(InputError, match=words):
        ShiftTerms(**change)


def test_intervals_too_long_for_the_break_are_named():
    with pytest.raises(
        InputError, match="a break of 30 minutes is not a whole number of 60-minute intervals"
    ):
        shift_patterns(day(8, 18, 60), 60, FULL_ONLY)

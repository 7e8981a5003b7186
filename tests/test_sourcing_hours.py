"""Shared hours: clocks that change on different days, nights over midnight, and hours that cannot be read."""

import datetime as dt
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.sourcing.hours import Shift, day_bars, shared_hours, time_zones, working_hours

YEAR = dt.date(2027, 1, 1)
OFFICE = "Mon-Fri 09:00-17:00"


def shared(client, zone, *others):
    return shared_hours(client, zone, others, YEAR)


def test_london_and_new_york_share_three_hours_and_four_while_only_one_clock_has_moved():
    # New York moves on 14 March and 7 November 2027, London on 28 March and 31 October.
    found = shared(OFFICE, "Europe/London", (OFFICE, "America/New_York"))
    assert found.usual == found.worst == 3 / 8
    more = [day for day, share in zip(found.mondays, found.by_week, strict=True) if share > 0.4]
    assert more == [dt.date(2027, 3, 15), dt.date(2027, 3, 22), dt.date(2027, 11, 1)]
    assert set(found.by_week[found.by_week > 0.4]) == {4 / 8}
    assert found.weeks_below_usual == 0


def test_a_country_that_gave_up_summer_time_misses_an_hour_half_of_the_year_by_hand():
    # Mexico has kept winter time since October 2022; Chicago does not: 13 of 14 hours from 15 March.
    found = shared("daily 07:00-21:00", "America/Chicago", ("daily 07:00-21:00", "America/Mexico_City"))
    assert (found.best, found.worst) == (1, pytest.approx(13 / 14))
    assert found.worst_week == dt.date(2027, 3, 15)
    assert found.hours_per_week == 98


def test_a_night_shift_in_manila_is_a_working_day_in_berlin():
    # 22:00 to 07:00 in Manila is 15:00 to 24:00 in Berlin in winter, 16:00 to 01:00 in summer.
    found = shared(OFFICE, "Europe/Berlin", ("Mon-Fri 22:00-07:00", "Asia/Manila"))
    assert (found.best, found.usual) == (2 / 8, 1 / 8)
    assert day_bars("Mon-Fri 22:00-07:00", "Asia/Manila", "Europe/Berlin", dt.date(2027, 7, 7)) == (
        (0, 60),
        (16 * 60, 24 * 60),
    )


def test_an_hour_counts_once_however_many_places_work_it():
    one = shared(OFFICE, "UTC", ("Mon-Fri 09:00-13:00", "UTC"))
    two = shared(OFFICE, "UTC", ("Mon-Fri 09:00-13:00", "UTC"), ("daily 12:00-15:00", "UTC"))
    assert (one.usual, two.usual) == (4 / 8, 6 / 8)


def test_a_night_in_which_the_clock_moves_has_its_true_length():
    night = shared("Sat 23:00-07:00", "America/New_York", ("24/7", "America/New_York"))
    assert night.worst == 1
    # 22:00 UTC on Saturday to 10:00 on Sunday covers all of it on every night of the year.
    utc = shared("Sat 23:00-07:00", "America/New_York", ("Sun 03:00-12:00", "UTC"))
    assert utc.worst == 1


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(
        ["Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "America/St_Johns", "Asia/Kathmandu"]
    ),
    st.integers(0, 23),
    st.integers(1, 24),
)
def test_whoever_works_round_the_clock_shares_every_hour_and_nobody_more_than_all(zone, start, length):
    end = (start + length) % 24 if length < 24 else start
    hours = "24/7" if end == start else f"daily {start:02d}:00-{end:02d}:30"
    assert np.all(shared(hours, "Europe/London", ("24/7", zone)).by_week == 1)
    part = shared("Mon-Fri 08:00-18:00", "Europe/London", (hours, zone)).by_week
    assert part.min() >= 0
    assert part.max() <= 1


def test_hours_are_read_as_they_are_written():
    assert working_hours("Sat 09:00-13:00") == (Shift(5, 540, 780),)
    assert [shift.weekday for shift in working_hours("Fri-Mon 22:00-06:00")] == [0, 4, 5, 6]
    assert working_hours("Mon,Wed 8:00-12:00; Mon 13:00-17:00") == (
        (0, 480, 720),
        (0, 780, 1020),
        (2, 480, 720),
    )
    assert working_hours("22:00-06:00") == working_hours("daily 22:00-06:00")
    assert len(working_hours("24/7")) == 7


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("office hours", "'office hours' does not say days and hours"),
        ("", "there are no hours in it"),
        ("Mon-Fri 09:00-26:00", "does not say days and hours"),
        ("Mon-Fri 24:00-06:00", "has a time after midnight; a night shift is written 22:00-06:00"),
        ("Mon 09:00-09:00", "ends when it begins; a whole day is written 00:00-24:00"),
        ("Mon-Wed-Fri 09:00-17:00", "does not say days and hours"),
        ("Mo-Fr 09:00-17:00", "names a day that is none of Mon, Tue"),
    ],
)
def test_hours_that_cannot_be_read_are_named(text, words):
    with pytest.raises(InputError, match=re.escape(words)):
        working_hours(text)


def test_only_zones_that_follow_the_clock_of_a_place_are_known():
    assert {"UTC", "America/New_York", "Asia/Manila"} <= time_zones()
    assert not {"EST", "GMT"} & time_zones()

"""Working hours in two time zones: how much of the client's week a provider's people are there."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

import numpy as np

from bpo_lib.errors import InputError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EXAMPLE = "Mon-Fri 08:00-18:00; Sat 09:00-13:00"
WEEK = 7
WEEKS = 52  # a year of whole weeks: every change of the clock falls into one of them
_DAY, _HOUR = 1_440, 60  # minutes
_TIME = r"([01]?\d|2[0-4]):([0-5]\d)"
_PART = re.compile(rf"(?:([A-Za-z,\- ]+?)\s+)?{_TIME}\s*-\s*{_TIME}")
_ORDINARY = ("daily", "every day")


class Shift(NamedTuple):
    """Hours that begin on one day of the week; past midnight they end after minute 1,440.

    `weekday` is 0 for Monday; `start` and `end` are on the clock of the place. [minutes of the day]
    """

    weekday: int
    start: int
    end: int


def working_hours(text: str) -> tuple[Shift, ...]:
    """Return the working hours that a text describes.

    Parameters
    ----------
    text : str
        Such as `Mon-Fri 08:00-18:00; Sat 09:00-13:00`, `daily 22:00-06:00` or `24/7`; hours without days
        are those of every day.

    Returns
    -------
    tuple of Shift

    Raises
    ------
    InputError
        When the text does not say hours.
    """
    if text.strip() == "24/7":
        return tuple(Shift(day, 0, _DAY) for day in range(WEEK))
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [shift for part in parts for shift in _shifts(part)]
    if not found:
        raise InputError("there are no hours in it")
    return tuple(sorted(set(found)))


def _shifts(part: str) -> list[Shift]:
    match = _PART.fullmatch(part)
    if match is None:
        raise InputError(f"{part!r} does not say days and hours")
    days, *clock = match.groups()
    first_hour, first_minute, last_hour, last_minute = (int(number) for number in clock)
    start, end = first_hour * _HOUR + first_minute, last_hour * _HOUR + last_minute
    if start >= _DAY or end > _DAY:
        raise InputError(f"{part!r} has a time after midnight; a night shift is written 22:00-06:00")
    if start == end:
        raise InputError(f"{part!r} ends when it begins; a whole day is written 00:00-24:00")
    return [Shift(day, start, end if end > start else end + _DAY) for day in _days(days, part)]


def _days(text: str | None, part: str) -> list[int]:
    if text is None or text.strip().casefold() in _ORDINARY:
        return list(range(WEEK))
    found: list[int] = []
    for piece in text.split(","):
        ends = [_day(name, part) for name in piece.split("-")]
        if len(ends) > 2:
            raise InputError(f"{part!r} does not say days and hours")
        first, last = ends[0], ends[-1]
        found.extend((first + step) % WEEK for step in range((last - first) % WEEK + 1))
    return found


def _day(name: str, part: str) -> int:
    short = name.strip()[:3].capitalize()
    if short not in DAYS:
        raise InputError(f"{part!r} names a day that is none of {', '.join(DAYS)}")
    return DAYS.index(short)


@cache
def time_zones() -> frozenset[str]:
    """Return the names of the time zones that follow the clock of a place, such as America/New_York."""
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


@dataclass(frozen=True, eq=False)
class SharedHours:
    """How much of a client's hours other people work too, over a year of whole weeks.

    Parameters
    ----------
    by_week : ndarray, shape (52,)
        Of each week's hours of the client, those in which the others work. [share]
    mondays : tuple of date
        When each of these weeks begins, on the client's clock.
    hours_per_week : float
        Hours of the client in an ordinary week. [hours/week]
    """

    by_week: np.ndarray
    mondays: tuple[dt.date, ...]
    hours_per_week: float

    @property
    def usual(self) -> float:
        """What most of the year looks like: the middle week. [share]."""
        return float(np.median(self.by_week))

    @property
    def best(self) -> float:
        """The week in which most is shared. [share]."""
        return float(self.by_week.max())

    @property
    def worst(self) -> float:
        """The week in which least is shared. [share]."""
        return float(self.by_week.min())

    @property
    def worst_week(self) -> dt.date:
        """When the first such week begins."""
        return self.mondays[int(self.by_week.argmin())]

    @property
    def weeks_below_usual(self) -> int:
        """In how many weeks of the year less is shared than usual."""
        return int((self.by_week < self.usual - 1e-9).sum())


def shared_hours(
    client: str, client_zone: str, others: tuple[tuple[str, str], ...], first: dt.date
) -> SharedHours:
    """Return how much of a client's hours are covered by people elsewhere, daylight saving included.

    Parameters
    ----------
    client : str
        The client's hours, as `working_hours` reads them.
    client_zone : str
        Its IANA time zone.
    others : tuple of (hours, time zone)
        The places together: an hour counts once however many of them work it.
    first : date
        The year begins with the first Monday from here on.

    Returns
    -------
    SharedHours

    Notes
    -----
    Both ends of every shift are put on the common clock by themselves, minute by minute, so a night in
    which a clock is changed has its true length.
    """
    monday = first + dt.timedelta(days=-first.weekday() % WEEK)
    own = _at_work(client, client_zone, monday)
    theirs = np.zeros_like(own)
    for hours, zone in others:
        theirs |= _at_work(hours, zone, monday)
    mondays = tuple(monday + dt.timedelta(days=WEEK * week) for week in range(WEEKS))
    begins = [
        _minute(each, 0, client_zone, monday) for each in (*mondays, monday + dt.timedelta(WEEK * WEEKS))
    ]
    minutes = np.add.reduceat(own, begins)[:-1].astype(float)
    both = np.add.reduceat(own & theirs, begins)[:-1].astype(float)
    return SharedHours(both / minutes, mondays, float(np.median(minutes)) / _HOUR)


@lru_cache(maxsize=64)
def _at_work(hours: str, zone: str, monday: dt.date) -> np.ndarray:
    """Return for every minute of the common clock, from two days before a Monday, whether they work."""
    found = np.zeros((WEEK * WEEKS + 5) * _DAY, dtype=np.int8)
    shifts = working_hours(hours)
    for past in range(-2, WEEK * WEEKS + 2):
        day = monday + dt.timedelta(days=past)
        for shift in shifts:
            if shift.weekday == day.weekday():
                start, end = (_minute(day, at, zone, monday) for at in (shift.start, shift.end))
                found[max(start, 0) : max(end, 0)] = 1
    found.setflags(write=False)
    return found


def _minute(day: dt.date, at: int, zone: str, monday: dt.date) -> int:
    """Return the minute of the common clock at which a clock on the wall shows a time."""
    wall = dt.datetime.combine(day, dt.time(), tzinfo=ZoneInfo(zone)) + dt.timedelta(minutes=at)
    origin = dt.datetime.combine(monday - dt.timedelta(days=2), dt.time(), tzinfo=dt.UTC)
    return (wall - origin) // dt.timedelta(minutes=1)


class Bar(NamedTuple):
    """Hours of one day on the client's clock. [minutes of the day]."""

    start: int
    end: int


def day_bars(hours: str, zone: str, client_zone: str, day: dt.date) -> tuple[Bar, ...]:
    """Return the hours that people elsewhere work on one day of the client's, on the client's clock.

    Parameters
    ----------
    hours, zone : str
        Of the people elsewhere.
    client_zone : str
    day : date
        On the client's calendar.

    Returns
    -------
    tuple of Bar
        From 0 to 1,440; a shift over the client's midnight gives one bar at either end of the day.
    """
    monday = day - dt.timedelta(days=day.weekday())
    begins, ends = (_minute(day, at, client_zone, monday) for at in (0, _DAY))
    span = _at_work(hours, zone, monday)[begins:ends]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], span, [0]])))
    # A day on which the clock changes is 23 or 25 hours long; its bars are drawn on 24.
    return tuple(
        Bar(int(a * _DAY / (ends - begins)), int(b * _DAY / (ends - begins))) for a, b in edges.reshape(-1, 2)
    )

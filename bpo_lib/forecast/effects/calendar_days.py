"""The days a client's calendar sets apart: closed days, public holidays, events."""

import calendar
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import pandas as pd

from bpo_lib.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

EVENT_COLUMNS = ["date", "name", "effect", "ignore", "yearly"]
_DEFAULTS = {"effect": float("nan"), "ignore": False, "yearly": False}
_SUFFIX = re.compile(r"\s*\([^)]*\)$")  # "Christmas Day (observed)" is a Christmas Day


@dataclass(frozen=True, eq=False)
class Calendar:
    """Which days are not like the others of their weekday.

    Compared by identity, as a client's history is.

    Parameters
    ----------
    closed : frozenset of Timestamp
        Days, past and future, without work: left out of the history, forecast as exactly 0.
    country : str or None
        Code of the country whose public holidays count, as `GB` or `DE`.
    subdivision : str or None
        Code of its part with holidays of its own, as `SCT` or `BY`.
    events : pandas.DataFrame or None
        One row per day, with at least date and name. Optional: effect, the share by which the
        volume differs (0.2 is a fifth more; empty: learned from past days of this name); ignore,
        a past day whose count says nothing of the future, such as an outage; yearly, a day that
        comes again on the same date every year.
    """

    closed: frozenset[pd.Timestamp] = frozenset()
    country: str | None = None
    subdivision: str | None = None
    events: pd.DataFrame | None = None

    @classmethod
    def of(cls, given: "Calendar | Iterable[object] | None") -> Self:
        """Return a checked calendar from one, or from an iterable of closed days.

        Parameters
        ----------
        given : Calendar, iterable of dates or None
            As a caller of `forecast_volume` may give it.

        Returns
        -------
        Calendar

        Raises
        ------
        InputError
            When a day is not a date, the country or its part is not known, or the events are not
            a table of this shape.
        """
        source = given if isinstance(given, Calendar) else Calendar(closed=_listed(given))
        closed = frozenset(_day(date, "closed day") for date in source.closed)
        _check_country(source.country, source.subdivision)
        events = None if source.events is None else _checked_events(source.events)
        return cls(closed, source.country, source.subdivision, events)

    def with_events(self, found: pd.DataFrame) -> Self:
        """Return the calendar with more events, which give way to those it has.

        Parameters
        ----------
        found : pandas.DataFrame
            With the five columns of checked events.

        Returns
        -------
        Calendar
        """
        if found.empty:
            return self
        known = [] if self.events is None else [self.events]
        return replace(self, events=pd.concat([found, *known], ignore_index=True))

    @property
    def is_empty(self) -> bool:
        """Whether the calendar sets no day apart."""
        return not self.closed and self.country is None and (self.events is None or self.events.empty)

    def holidays(self, first: pd.Timestamp, last: pd.Timestamp) -> pd.Series:
        """Return the names of the public holidays from a first to a last day.

        Parameters
        ----------
        first, last : Timestamp
            Both included.

        Returns
        -------
        Series
            Name by day, in order of time; empty without a country. A day observed in place of a
            holiday carries its name.
        """
        if self.country is None:
            return pd.Series(dtype=object, index=pd.DatetimeIndex([]))
        import holidays  # noqa: PLC0415 - only for clients who name their country

        found = holidays.country_holidays(
            self.country, subdiv=self.subdivision, years=range(first.year, last.year + 1), language="en_US"
        )
        named = pd.Series({pd.Timestamp(day): _plain(name) for day, name in sorted(found.items())})
        return named[(named.index >= first.normalize()) & (named.index <= last.normalize())]

    def events_between(self, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
        """Return the events from a first to a last day, each yearly one in every year.

        Parameters
        ----------
        first, last : Timestamp
            Both included.

        Returns
        -------
        DataFrame
            Columns name, effect, ignore, by day in order of time.
        """
        if self.events is None or self.events.empty:
            return pd.DataFrame(columns=["name", "effect", "ignore"], index=pd.DatetimeIndex([]))
        rows = [
            (date, name, effect, ignore)
            for given, name, effect, ignore, yearly in self.events.to_numpy()
            for date in _dates(given, first, last, yearly=yearly)
        ]
        table = pd.DataFrame(rows, columns=["date", "name", "effect", "ignore"])
        table = table.sort_values("date", kind="stable").drop_duplicates("date", keep="last")
        return table.astype({"effect": float, "ignore": bool}).set_index("date")


def _listed(given: "Iterable[object] | None") -> "frozenset[pd.Timestamp]":
    """Return closed days as they were given; a single text would be read letter by letter."""
    if isinstance(given, str):
        raise InputError(f"closed days are {given!r}; give a list of dates, as ['2025-12-25']")
    try:
        return frozenset(() if given is None else given)  # type: ignore[arg-type]
    except TypeError:
        raise InputError(f"closed days are {given!r}; give a list of dates, as ['2025-12-25']") from None


def _day(given: object, what: str) -> pd.Timestamp:
    try:
        day = pd.Timestamp(given)  # type: ignore[arg-type]
        known = not pd.isna(day)
    except (TypeError, ValueError):
        known = False
    if not known:
        raise InputError(f"{what} {given!r} is not a date; write it as 2025-12-25")
    return (day if day.tz is None else day.tz_localize(None)).normalize()


def _check_country(country: str | None, subdivision: str | None) -> None:
    if country is None:
        if subdivision is not None:
            raise InputError(f"part {subdivision!r} of a country is given without the country")
        return
    import holidays  # noqa: PLC0415 - only for clients who name their country

    known = holidays.list_supported_countries(include_aliases=True)
    if country not in known:
        raise InputError(f"holidays of country {country!r} are not known; write its code, as GB or DE")
    if subdivision is not None:
        try:
            holidays.country_holidays(country, subdiv=subdivision)
        except NotImplementedError:
            parts = ", ".join(known[country]) or "none"
            raise InputError(f"{country} has no part {subdivision!r}; it has {parts}") from None


def _checked_events(given: pd.DataFrame) -> pd.DataFrame:
    absent = [column for column in ("date", "name") if column not in given]
    if absent:
        raise InputError(f"the events have no column {absent[0]!r}; give date and name of each")
    events = given.assign(**{name: value for name, value in _DEFAULTS.items() if name not in given})
    events = events[EVENT_COLUMNS].reset_index(drop=True)
    events["date"] = [_day(date, "event day") for date in events["date"]]
    events["name"] = events["name"].astype(str).str.strip()
    for column in ("ignore", "yearly"):
        events[column] = [flag is True or flag == 1 for flag in events[column]]
    events["effect"] = pd.to_numeric(events["effect"], errors="coerce")
    too_low = events[events["effect"] < -1]
    if len(too_low):
        row = too_low.iloc[0]
        raise InputError(
            f"event {row['name']!r} takes away {-row['effect']:.0%} of volume; -1, all of it, is the most"
        )
    return events


def _plain(name: str) -> str:
    return _SUFFIX.sub("", name.split(";", maxsplit=1)[0]).strip()


def _dates(
    date: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp, *, yearly: bool
) -> list[pd.Timestamp]:
    """Return the days from first to last on which an event falls; 29 February only in leap years."""
    years = range(first.year, last.year + 1) if yearly else (date.year,)
    leap = (date.month, date.day) == (2, 29)
    same = [date.replace(year=year) for year in years if not leap or calendar.isleap(year)]
    return [day for day in same if first.normalize() <= day <= last.normalize()]

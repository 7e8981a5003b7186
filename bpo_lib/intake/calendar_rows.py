"""`calendar.csv`: days closed, events, and days to ignore, each day once."""

import datetime as dt
import math
from typing import Annotated, Literal

import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.engagement import EVENT_COLUMNS, SpecialDays
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, plain
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.row_models import Row, Word, checked_row, needed
from bpo_lib.intake.text_tables import Table

FIRST_YEAR, LAST_YEAR = 1990, 2100
LARGEST_EFFECT = 10.0  # eleven times a usual day; more is a slip of the unit


def _day(text: str) -> dt.date:
    day = cells.date(needed(text))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellError(f"{text.strip()} is outside the years {FIRST_YEAR} to {LAST_YEAR}", "Check the year")
    return day


def _effect(text: str) -> float:
    if not text.strip():
        return math.nan
    effect = cells.number(text)
    if not -1 <= effect <= LARGEST_EFFECT:
        words = f"the effect {plain(effect)} is outside the range from -1 to {plain(LARGEST_EFFECT)}"
        fix = "Write the change against a usual day as a share: 0.3 for 30% more, -0.5 for half"
        raise CellError(words, fix)
    return effect


class CalendarRow(Row):
    """One day that differs from others."""

    date: Annotated[dt.date, BeforeValidator(_day)]
    kind: Annotated[Literal["closed", "event", "ignore"], Word]
    name: Annotated[str, BeforeValidator(str.strip)] = ""
    effect: Annotated[float, BeforeValidator(_effect)] = math.nan
    yearly: Annotated[Literal["yes", "no", ""], Word] = ""


def special_days_of(table: Table, problems: ProblemList) -> SpecialDays:
    """Return the closed days and the events in order of time; a day may be given once."""
    seen: dict[dt.date, int] = {}
    days: list[CalendarRow] = []
    for row, record in table.records():
        place = problems.place(table.file, row)
        day = checked_row(place, record, CalendarRow)
        if day is None:
            continue
        if day.date in seen:
            words = f"{day.date} is given twice, first in row {seen[day.date]}"
            place.add("date", words, "Keep one of the rows")
        seen.setdefault(day.date, row)
        _check_kind(place, day)
        days.append(day)
    closed = frozenset(pd.Timestamp(day.date) for day in days if day.kind == "closed")
    events = [
        (pd.Timestamp(day.date), day.name, day.effect, day.kind == "ignore", day.yearly == "yes")
        for day in days
        if day.kind != "closed"
    ]
    return SpecialDays(closed, pd.DataFrame(sorted(events), columns=list(EVENT_COLUMNS)))


def _check_kind(place: Place, day: CalendarRow) -> None:
    if day.kind == "event" and not day.name:
        place.add("name", "the event has no name", "Name it; events of one name are taken to act alike")
    if day.kind != "event" and not math.isnan(day.effect):
        place.add(
            "effect", f"a day of kind {day.kind} has an effect", "Leave it empty, or write event as kind"
        )
    if day.kind != "event" and day.yearly == "yes":
        place.add("yearly", f"a day of kind {day.kind} cannot be yearly", "Give each year its own row")

"""Tables of shifts and of work that can wait: who works when, what whole people cost, teams by month."""

import pandas as pd

from bpo_lib.staffing import BlendedCover, DeferredYear, RosteredWeek
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

_STEPS = {
    "needed": "At work at will, shrinkage included",
    "whole_people": "In whole people",
    "divided_shifts": "In shifts with days off, people divided",
    "rostered": "In shifts, whole people",
}


def shifts(rostered: RosteredWeek | None) -> Html:
    """Return how many people start which shift on each day of the week."""
    caption = "Shifts of the busiest month's average week"
    if rostered is None or not rostered.people:
        return empty(caption, "no shifts are needed.")
    columns: dict[object, Column] = {
        "kind": Column("Shift", labels.readable),
        "start": Column("From", _clock),
        "end": Column("To", _clock),
    } | {day: Column(labels.weekday(day), numbers.count) for day in range(7)}
    terms = rostered.terms
    note = (
        f"{numbers.count(rostered.people)} people; each works {terms.days_per_week} days, has the other days "
        f"off together and starts within {numbers.plain(terms.start_drift_hours)} hours of the same time. A "
        f"full-time shift holds an unpaid break of {numbers.plain(terms.break_minutes)} minutes. "
        f"{_proof(rostered)} Holiday and sickness come on top."
    )
    return table(rostered.shifts, caption, columns, note)


def _clock(minutes: int) -> str:
    """Return a time of day; the end of a night shift lies after midnight."""
    return labels.clock(minutes % 1_440)


def _proof(rostered: RosteredWeek) -> str:
    if rostered.gap_share < 5e-4:
        return "No roster under these rules costs less."
    return f"No roster under these rules costs over {numbers.percent(rostered.gap_share)} less."


def shift_hours(rostered: RosteredWeek | None) -> Html:
    """Return step by step how the work of a week becomes paid hours and FTE."""
    caption = "From work to whole people in shifts"
    if rostered is None or not rostered.people:
        return empty(caption, "no shifts are needed.")
    columns = {
        "step": Column("Counted", _STEPS.__getitem__),
        "hours": Column("At work", numbers.count, "hours/week"),
        "fte": Column("Paid staff", numbers.fte, "FTE"),
    }
    note = (
        f"{numbers.percent(rostered.shift_fit)} of the rostered hours are needed; the rest is what whole "
        "people and whole shifts cost. FTE include holiday and sickness."
    )
    if rostered.need.outside_share > 0:
        note += (
            f" {numbers.percent(rostered.need.outside_share)} of the volume comes outside the opening hours "
            "and is not answered."
        )
    return table(rostered.hours, caption, columns, note)


def deferred(year: DeferredYear | None) -> Html:
    """Return the team by month that does work which can wait in its turnaround, if there is any."""
    caption = "Team for the turnaround, first year"
    if year is None:
        return Html("")
    work = year.cover.work
    columns = {
        "month": Column("Month", labels.month),
        "work_hours": Column("Work", numbers.count, "hours"),
        "average_team": Column("Team for the average", numbers.fte, "people at work"),
        "team": Column("Team for the turnaround", numbers.fte, "people at work"),
        "occupancy": Column("Work in its time", numbers.percent),
        "oldest_hours": Column("Oldest work left", numbers.one_decimal_under_100, "hours"),
    }
    clock = {0.0: "working hours", 1.0: "calendar hours"}.get(
        work.closed_time_share, f"hours, of closed time {numbers.percent(work.closed_time_share)}"
    )
    note = (
        f"Every case is done within {numbers.plain(work.turnaround_hours)} {clock}, oldest first. People at "
        "work on each open day, before shrinkage; a month has one team size."
    )
    return table(year.monthly, caption, columns, note)


def blending(blended: BlendedCover | None) -> Html:
    """Return what agents between calls save of a team for work that can wait; empty without such work."""
    caption = "Work that can wait, done in idle time"
    if blended is None:
        return Html("")
    rows = [
        ("Idle time that can be used", blended.idle_hours),
        ("Work done in it, within the turnaround", blended.absorbed_hours),
        ("Team of its own, without blending", blended.separate.paid_hours),
        ("Team of its own, with blending", blended.blended.paid_hours),
        ("Saved", blended.saved_hours),
    ]
    columns = {"what": Column("Counted"), "hours": Column("At work", numbers.count, "hours/week")}
    note = f"Blending saves {numbers.percent(blended.saved_share)} of the separate team's hours."
    return table(pd.DataFrame(rows, columns=["what", "hours"]), caption, columns, note)

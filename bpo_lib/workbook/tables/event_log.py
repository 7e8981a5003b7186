"""Tables of the event log: routes, activities, arrivals, and its figures with how sure they are."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from bpo_lib.process import EventProfile
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, table

_MINUTE, _DAY = 60, 86_400  # seconds


def variants(profile: EventProfile | None) -> Html:
    """Return the routes that most cases take through the process."""
    caption = "Most frequent routes"
    if profile is None:
        return Html("")
    columns = {
        "variant": Column("Route"),
        "cases": Column("Cases", numbers.count),
        "share": Column("Share of cases", numbers.percent),
    }
    note = f"{numbers.count(profile.variants)} different routes in {numbers.count(profile.cases)} cases."
    return table(profile.top_variants, caption, columns, note)


def activities(profile: EventProfile | None) -> Html:
    """Return how often each activity happens, is repeated, and how long it takes."""
    caption = "Activities in the event log"
    if profile is None:
        return Html("")
    columns = {
        "activity": Column("Activity"),
        "events": Column("Events", numbers.count),
        "cases": Column("Cases", numbers.count),
        "rework_cases": Column("Cases that repeat it", numbers.count),
        "median_minutes": Column("Median time", numbers.duration),
    }
    if "median_touch_minutes" not in profile.activity_table:
        return table(
            profile.activity_table, caption, columns, "Time since the step before it in the same case."
        )
    columns |= {
        "median_touch_minutes": Column("Median work", numbers.duration),
        "median_waiting_minutes": Column("Median wait before it", numbers.duration),
    }
    note = (
        "Time since the step before it in the same case. Work is from start to completion; the wait is "
        "from the latest completion before to the start."
    )
    return table(profile.activity_table, caption, columns, note)


def log_figures(profile: EventProfile | None) -> Html:
    """Return what the log measures, each figure with the range that chance leaves to it."""
    if profile is None:
        return Html("")
    shown = pd.DataFrame([*_with_ranges(profile), *_without_ranges(profile)])
    columns = {
        "figure": Column("Figure"),
        "value": Column("Measured", numbers.as_text),
        "low": Column("Low", numbers.as_text),
        "high": Column("High", numbers.as_text),
    }
    note = (
        "Low and high hold nine in ten of 1,000 logs drawn case by case from this one: what a log of as "
        "many other cases might have shown."
    )
    return table(shown, "The event log in figures", columns, note)


def _days(seconds: float) -> str:
    return numbers.duration(seconds / _MINUTE)


_FIGURES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "top10_coverage": ("Cases that take one of the ten commonest routes", numbers.percent),
    "rework_share": ("Cases that repeat a step", numbers.percent),
    "handoffs_per_case": ("Hand-offs per case", numbers.ratio),
    "exception_share": ("Cases that are exceptions", numbers.percent),
    "median_seconds": ("Time from first to last event, half of the cases within", _days),
    "p90_seconds": ("Time from first to last event, nine in ten within", _days),
}


def _with_ranges(profile: EventProfile) -> list[dict[str, str]]:
    rows = []
    for name, *ends in profile.intervals.dropna(subset=["value"]).itertuples(index=False, name=None):
        words, show = _FIGURES[name]
        rows.append({"figure": words, **dict(zip(("value", "low", "high"), map(show, ends), strict=True))})
    return rows


def _without_ranges(profile: EventProfile) -> list[dict[str, str]]:
    """Return what is a plain count, or has no range of its own."""
    usual = numbers.percent(profile.coverage(profile.variants_for_most))
    rows = {
        f"Routes with which {usual} of cases go": numbers.count(profile.variants_for_most),
        "Cases that go a way no other goes": numbers.percent(profile.singleton_share),
        "Disorder of the routes, of the most there could be": numbers.percent(profile.entropy_share),
        "Events that repeat a step of their case": numbers.percent(profile.rework_event_share),
        "Events per case": numbers.ratio(profile.events_per_case),
        "Average time from first to last event": _days(profile.mean_seconds),
        "Longest time from first to last event": _days(profile.max_seconds),
    }
    touched = profile.touch_quantile(0.5)
    if profile.touch_share is not None and touched is not None:
        rows["Work on a case, half of the cases within"] = _days(touched)
        rows["Share of the elapsed time in which somebody works"] = numbers.percent(profile.touch_share)
    if profile.resources is not None:
        rows["Different people or systems"] = numbers.count(profile.resources)
        rows["Events that name nobody"] = numbers.percent(profile.resource_missing_share)
    return [{"figure": name, "value": value, "low": "", "high": ""} for name, value in rows.items()]


def arrivals(counts: pd.Series, period: str) -> Html:
    """Return how many cases arrive in each period: the data of the chart."""
    frame = pd.DataFrame({"start": counts.index, "cases": counts.to_numpy()})
    columns = {"start": Column(labels.sentence(period), labels.date), "cases": Column("Cases", numbers.count)}
    return table(frame, f"Data: cases that arrive in a {period}", columns)


def arrival_hours(cells: pd.DataFrame) -> Html:
    """Return how many cases arrive in each hour of the week: the data of the chart."""
    frame = cells.assign(hour=[f"{hour:02d}:00" for hour in cells["hour"]])
    columns = {"day": Column("Day"), "hour": Column("Hour from"), "value": Column("Cases", numbers.count)}
    return table(frame, "Data: cases that arrive in each hour of the week", columns)

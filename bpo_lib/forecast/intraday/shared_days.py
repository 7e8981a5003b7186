"""Forecast within the day: the day's total, shared out by the recent profile of its weekday.

A day's shape is far steadier than its height. On two call centres this was as good as or
better than seasonal models of the intervals, at a hundredth of their cost (design measurement).
A series that never closes may do better on the memory of its last hours and weeks; its
back-test decides.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from bpo_lib.forecast.accuracy import mase
from bpo_lib.forecast.backtest import LONGEST_WINDOW, Run
from bpo_lib.forecast.carry import Carried, carry
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.intraday.day_table import WEEK, DayTable, daily_history
from bpo_lib.forecast.intraday.round_the_clock import (
    LONGEST_DAYS,
    carry_round_the_clock,
    never_closes,
    views_of,
)
from bpo_lib.forecast.methods.plain import NAIVE2, SAME_SEASONS, SAME_SEASONS_AVERAGE, SEASONAL_NAIVE
from bpo_lib.forecast.series import PreparedSeries, filled

PROFILE_METHOD = "day total by weekday profile"
LEAST_EXPECTED = 0.02  # part of the average slot below which an error is not judged by its own forecast


def carry_intraday(
    prepared: PreparedSeries, horizon: int, calendar: Calendar | Collection[pd.Timestamp]
) -> tuple[Carried, Carried]:
    """Return the intervals and the days carried forward; the intervals of a day sum to the day.

    Parameters
    ----------
    prepared : PreparedSeries
        Intraday.
    horizon : int
        Intervals to forecast.
    calendar : Calendar or collection of Timestamp
        The days set apart, or only those without work.

    Returns
    -------
    intervals, days : Carried
    """
    calendar = Calendar.of(calendar)
    table = DayTable.of(prepared.counts, prepared.step_minutes).without(calendar.closed)
    history = daily_history(prepared, table)
    wanted = max((prepared.future(horizon)[-1].normalize() - history.counts.index[-1]).days, 1)
    # The longest window tests the days of many weeks, however few are asked for.
    reached = carry(history, max(wanted, LONGEST_WINDOW["daily"]), calendar)
    days = replace(
        reached,
        periods=reached.periods[:wanted],
        mean=reached.mean[:wanted],
        deviation=reached.deviation[:wanted],
    )
    intervals = _shared_out(prepared, table, days, horizon)
    short = wanted <= LONGEST_DAYS and calendar.is_empty
    if short and never_closes(table.weeks()) and _memory_wins(intervals.runs, table):
        intervals = carry_round_the_clock(prepared, horizon)
    return intervals, days


def _shared_out(prepared: PreparedSeries, table: DayTable, days: Carried, horizon: int) -> Carried:
    """Return the intervals of the days carried forward."""
    periods, wanted = prepared.future(horizon), len(days.periods)
    used = [run for run in days.runs if run.method in {days.method, NAIVE2}]
    runs = tuple(run for day_run in used for run in _slot_runs(day_run, days.method, table, wanted))
    shares = table.profile()[days.periods.dayofweek]
    mean = days.mean[:, None] * shares
    # Without a back-test: the day's own error shared out, and chance within the slot.
    assumed = np.sqrt((days.deviation[:, None] * shares) ** 2 + mean)
    deviation = np.where(days.deviation[:, None] > 0, _chance(mean), 0) if runs else assumed
    start = (periods[0] - days.periods[0]) // pd.Timedelta(minutes=prepared.step_minutes)
    return replace(
        days,
        periods=periods,
        mean=_from(start, mean)[:horizon],
        deviation=_from(start, deviation)[:horizon],
        method=f"{PROFILE_METHOD} ({days.method})",
        proposed=f"{PROFILE_METHOD} ({days.proposed})",
        runs=runs,
    )


def _from(start: int, by_day: np.ndarray) -> np.ndarray:
    """Return the slots from a first one on; those before the first day are the closed end of a day."""
    return np.concatenate([np.zeros(max(-start, 0)), by_day.ravel()[max(start, 0) :]])


def _slot_runs(day_run: Run, method: str, table: DayTable, wanted: int) -> list[Run]:
    """Return the slot-level forecasts of one origin: ours or Naive2, and once the plain ones beside it."""
    soon = (day_run.periods - day_run.periods[0]).days < wanted
    days, total = day_run.periods[soon], day_run.mean[soon, None]
    past, actual = table.before(days[0]), table.on(days).ravel()
    made = {NAIVE2: total * past.profile()[days.dayofweek]}
    if day_run.method == method:
        made = {
            PROFILE_METHOD: made[NAIVE2],
            SEASONAL_NAIVE: past.same_weekdays(days, 1),
            SAME_SEASONS_AVERAGE: past.same_weekdays(days, SAME_SEASONS),
        }
    history, week = past.counts.ravel(), WEEK * past.counts.shape[1]
    return [
        Run(
            name, days, actual, mean.ravel(), _chance(mean.ravel()), mase(actual, mean.ravel(), history, week)
        )
        for name, mean in made.items()
    ]


def _chance(mean: np.ndarray) -> np.ndarray:
    """Return the error of slots by chance alone, 0 where closed; the back-test tells how much more."""
    return np.where(mean > 0, np.sqrt(np.maximum(mean, LEAST_EXPECTED * mean.mean())), 0)


def _memory_wins(runs: Sequence[Run], table: DayTable) -> bool:
    """Return whether the views of a series that never closes did better from the same origins."""
    ours = theirs = 0.0
    for run in runs:
        past = table.before(run.periods[0]).counts
        if run.method != PROFILE_METHOD or not np.isfinite(past).any():
            continue
        day = past.shape[1]
        views = views_of(filled(past.ravel(), WEEK * day), day, run.mean.size)
        if views:
            ours += float(np.nansum(np.abs(run.actual - run.mean)))
            theirs += float(np.nansum(np.abs(run.actual - np.median(list(views.values()), axis=0))))
    return theirs < ours

"""A client's work by the hour and the day: its roster, and its work that can wait."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing.backlog import DeferredTerms, DeferredWork
from bpo_lib.staffing.blending import BlendedCover, blended_cover, idle_hours
from bpo_lib.staffing.deferred import DeferredCover, deferred_cover
from bpo_lib.staffing.plan import staffing_plan
from bpo_lib.staffing.presence import OpeningHours
from bpo_lib.staffing.shift_patterns import ShiftTerms
from bpo_lib.staffing.shifts import RosteredWeek, rostered_week
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import WeekDemand, staffed_week, targets, week_demand
from bpo_lib.staffing.workload import handling_hours

DEFERRED_COLUMNS = ["month", "work_hours", "average_team", "team", "occupancy", "oldest_hours"]


@dataclass(frozen=True, eq=False)
class DeferredYear:
    """The team by month that does a back office's work within its turnaround.

    Parameters
    ----------
    cover : DeferredCover
        By day of the first year of the term.
    monthly : pandas.DataFrame
        By month with `DEFERRED_COLUMNS`: work [hours at work], the team that its average takes and
        the team that the turnaround takes [people at work on every open day], occupancy of the
        latter by what is done in the month [share], age of the oldest work left [hours on the
        clock of the turnaround].
    """

    cover: DeferredCover
    monthly: pd.DataFrame


@lru_cache(maxsize=16)
def week_roster(case: Engagement) -> RosteredWeek | None:
    """Return the roster of the busiest month's average week, or None where the hour does not matter.

    Parameters
    ----------
    case : Engagement
        Its history, its terms of work and shifts.

    Returns
    -------
    RosteredWeek or None
        None also where fewer days are open than a person works in a week: no roster keeps that rule.
    """
    week = staffing_plan(case).week
    if week is None:
        return None
    terms = case.of(ShiftTerms)
    days_open = week.loc[week["volume"] > 0, "weekday"].nunique()
    return rostered_week(week, case.of(WorkTerms), terms) if not 0 < days_open < terms.days_per_week else None


@lru_cache(maxsize=16)
def blended_week(case: Engagement) -> BlendedCover | None:
    """Return what agents between calls do of the work that can wait, or None without such work.

    Parameters
    ----------
    case : Engagement
        With calls or chats by interval, and a share of volume that can wait (`deferred.volume_share`).

    Returns
    -------
    BlendedCover or None
        In the average week of the busiest month, with one team size whenever open.

    Notes
    -----
    What can wait takes as long to handle as a call, and comes as calls do (house assumptions).
    """
    terms, work, demand = case.of(DeferredTerms), case.of(WorkTerms), week_demand(case)
    week = staffing_plan(case).week
    if demand is None or week is None or not terms.volume_share or not week["volume"].any():
        return None
    calls = staffed_week(demand, float(week["volume"].sum()) * (1 - terms.volume_share), work)
    calls, week = (frame.sort_values(["weekday", "start"]) for frame in (calls, week))
    step = int(demand.step_minutes)
    deferred = DeferredWork(
        handling_hours(week["volume"] * terms.volume_share, work.handling_minutes),
        OpeningHours.of_volume(week).is_open(step),
        step / 60,
        terms.turnaround_hours,
        terms.closed_time_share,
    )
    return blended_cover(
        deferred, idle_hours(_with_full_hands(calls, demand, work), terms.blending_efficiency)
    )


def _with_full_hands(week: pd.DataFrame, demand: WeekDemand, work: WorkTerms) -> pd.DataFrame:
    """Return a week whose load is the agents it would keep busy with full hands."""
    factor = targets(work, holds_several=demand.holds_several).factors[-1]
    return week.assign(load_erlangs=week["load_erlangs"] / factor)


@lru_cache(maxsize=16)
def deferred_year(case: Engagement) -> DeferredYear | None:
    """Return the team by month that keeps the turnaround, or None without volumes by day.

    Parameters
    ----------
    case : Engagement
        A back office with volumes by day, its terms of work and of deferred work.

    Returns
    -------
    DeferredYear or None
        The first year of the term; each month has one team size.

    Notes
    -----
    A day without volume is closed. A working day has the hours of a full-time shift. Handling
    takes `work.max_occupancy` of the time at work.
    """
    history = case.history
    if case.profile.answers_live or history is None or history.frequency != "daily":
        return None
    daily = _first_year(case)
    if not (daily > 0).any():
        return None
    work, terms, shifts = case.of(WorkTerms), case.of(DeferredTerms), case.of(ShiftTerms)
    deferred = DeferredWork(
        handling_hours(daily, work.handling_minutes) / work.max_occupancy,
        (daily > 0).to_numpy(),
        shifts.full_time_hours,
        terms.turnaround_hours,
        terms.closed_time_share,
        repeats=False,
    )
    months = pd.DatetimeIndex(daily.index).to_period("M")
    cover = deferred_cover(deferred, months.factorize()[0])
    return DeferredYear(cover, _monthly(cover, months))


def _first_year(case: Engagement) -> pd.Series:
    """Return the expected volume of each day of the first year, months as in the outlook."""
    outlook = volume_outlook(case)
    daily = outlook.forecast.mean
    months = pd.DatetimeIndex(daily.index).to_period("M")
    daily = daily[np.isin(months, outlook.months[:12])]
    months = pd.DatetimeIndex(daily.index).to_period("M")
    totals = daily.groupby(months).transform("sum")
    expected = outlook.mean.reindex(months).to_numpy()
    return (daily / totals.where(totals > 0, 1.0) * expected).fillna(0.0)


def _monthly(cover: DeferredCover, months: pd.PeriodIndex) -> pd.DataFrame:
    path = cover.path.assign(open_hours=cover.work.open_hours)
    path["done"] = path["arriving"] - path["backlog"].diff().fillna(path["backlog"])
    by_month = path.groupby(np.asarray(months))
    hours, open_hours = by_month["arriving"].sum(), by_month["open_hours"].sum()
    paid = by_month["capacity"].sum()
    table = {
        "month": hours.index,
        "work_hours": hours,
        "average_team": hours / open_hours.where(open_hours > 0, np.inf),
        "team": cover.team,
        "occupancy": by_month["done"].sum() / paid.where(paid > 0, np.inf),
        "oldest_hours": by_month["oldest_hours"].max(),
    }
    return pd.DataFrame(table, columns=DEFERRED_COLUMNS).reset_index(drop=True)

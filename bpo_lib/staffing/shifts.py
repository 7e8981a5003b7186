"""The roster of a week: the shifts that cover it, and what whole people in whole shifts cost."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from bpo_lib.staffing.presence import OpeningHours, PresenceNeed, presence_need
from bpo_lib.staffing.roster import presence_of, roster_of, shortest_rest_hours
from bpo_lib.staffing.shift_cover import DAYS, week_cover
from bpo_lib.staffing.shift_patterns import ShiftTerms, shift_patterns
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.workload import WEEKS_PER_MONTH

HOURS_COLUMNS = ["step", "hours", "fte"]


@dataclass(frozen=True, eq=False)
class RosteredWeek:
    """A roster for a week that repeats; nothing is rounded but people.

    Parameters
    ----------
    need : PresenceNeed
        Who has to be at work, by interval of the roster.
    roster : pandas.DataFrame
        One row per person and day: person, kind, weekday, start, pause, end, as `roster_of` returns it.
    terms : ShiftTerms
        The rules of the roster.
    cost_hours, lower_bound, relaxed_hours : float
        What the roster costs, what every roster costs at least, and the cost if people could be
        divided; paid hours, those of part-time at their cost factor. [hours/week]
    gap_share : float
        By how much the cost may exceed that of the best roster.
    hours_per_fte : float
        Hours one paid FTE is at work, after holiday and sickness. [hours/FTE/week]
    """

    need: PresenceNeed
    roster: pd.DataFrame
    terms: ShiftTerms
    cost_hours: float
    lower_bound: float
    relaxed_hours: float
    gap_share: float
    hours_per_fte: float

    @cached_property
    def presence(self) -> np.ndarray:
        """Return the people at work in each interval of the week, counted from the roster."""
        return presence_of(self.roster, int(self.terms.break_minutes), self.need.step_minutes)

    @property
    def over_cover(self) -> np.ndarray:
        """Return the people at work in each interval beyond those who have to be."""
        return self.presence - self.need.at_work

    @property
    def paid_hours(self) -> float:
        """Return the hours paid for the roster, breaks left out. [hours/week]"""
        return float(self.presence.sum()) * self.need.step_minutes / 60

    @property
    def people(self) -> int:
        """Return how many people work in the week."""
        return int(self.roster["person"].nunique())

    @property
    def fte(self) -> float:
        """Return the paid FTE of the roster, with holiday and sickness, not rounded. [FTE]"""
        return self.paid_hours / self.hours_per_fte

    @property
    def shift_fit(self) -> float:
        """Return the hours needed over the hours paid; 1 when nobody is at work in vain."""
        return self.need.hours / self.paid_hours if self.paid_hours else 1.0

    @property
    def shortest_rest_hours(self) -> float:
        """Return the shortest time between two shifts of one person. [hours]"""
        return shortest_rest_hours(self.roster)

    @property
    def shifts(self) -> pd.DataFrame:
        """Return people by shift: kind, start and end [minutes of the day], then a column a weekday."""
        counted = self.roster.pivot_table(
            index=["kind", "start", "end"], columns="weekday", values="person", aggfunc="count", fill_value=0
        )
        return counted.reindex(columns=range(DAYS), fill_value=0).reset_index().rename_axis(columns=None)

    @property
    def hours(self) -> pd.DataFrame:
        """Return step by step what a week takes, with columns step, hours [hours/week] and fte [FTE].

        Steps: `needed` (people come and go at will, not rounded), `whole_people` (rounded up in
        each interval), `divided_shifts` (shifts, days off and breaks, people divided) and
        `rostered` (whole people).
        """
        whole = float(self.need.whole.sum()) * self.need.step_minutes / 60
        steps = {
            "needed": self.need.hours,
            "whole_people": whole,
            "divided_shifts": self.relaxed_hours,
            "rostered": self.paid_hours,
        }
        rows = [(name, hours, hours / self.hours_per_fte) for name, hours in steps.items()]
        return pd.DataFrame(rows, columns=HOURS_COLUMNS)


def rostered_week(
    week: pd.DataFrame,
    work: WorkTerms,
    terms: ShiftTerms,
    *,
    opening: OpeningHours | None = None,
    unplanned_shrinkage: Sequence[float] | np.ndarray | None = None,
) -> RosteredWeek:
    """Return the roster of least cost for a week of interval needs.

    Parameters
    ----------
    week : DataFrame with columns weekday, start (`HH:MM`), volume and agents
        As `staffed_week` returns it.
    work : WorkTerms
        Shrinkage, and the hours paid for an FTE.
    terms : ShiftTerms
        Shifts, breaks, days off, smallest presence.
    opening, unplanned_shrinkage
        As for `presence_need`.

    Returns
    -------
    RosteredWeek

    Raises
    ------
    InputError
        When intervals are not equally long, or no shift reaches an open interval.

    Notes
    -----
    Intervals are brought to the length that shifts, breaks and starts are whole numbers of; a
    longer interval keeps the largest need within it.
    """
    need = presence_need(week, work, terms, opening=opening, unplanned_shrinkage=unplanned_shrinkage)
    need = need.every(_grid_minutes(terms))
    patterns = shift_patterns(need.is_open, need.step_minutes, terms)
    cover = week_cover(need.whole, patterns, terms)
    weekly_hours = work.paid_hours_per_month / WEEKS_PER_MONTH
    return RosteredWeek(
        need=need,
        roster=roster_of(cover, patterns, terms),
        terms=terms,
        cost_hours=cover.cost,
        lower_bound=cover.lower_bound,
        relaxed_hours=cover.relaxed,
        gap_share=cover.gap_share,
        hours_per_fte=weekly_hours * (1 - work.planned_shrinkage),
    )


def _grid_minutes(terms: ShiftTerms) -> int:
    """Return the longest interval that every time of a shift is a whole number of. [minutes]"""
    times = [terms.start_step_minutes]
    for kind in terms.kinds:
        times += [kind.paid_minutes, kind.break_minutes]
    return math.gcd(60, *(int(time) for time in times))

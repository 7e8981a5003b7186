"""Forecast within the day: the day's total, shared out by the recent profile of its weekday.

A day's shape is far steadier than its height. On two call centres this was as good as or
better than seasonal models of the intervals, at a hundredth of their cost (design measurement).
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.accuracy import mase
from bpo_lib.forecast.backtest import Run
from bpo_lib.forecast.calendar_days import Calendar
from bpo_lib.forecast.carry import Carried, carry
from bpo_lib.forecast.methods import SAME_SEASONS, SAME_SEASONS_AVERAGE, SEASONAL_NAIVE
from bpo_lib.forecast.series import DAY_MINUTES, PreparedSeries

PROFILE_WEEKS = 8
PROFILE_METHOD = "day total by weekday profile"
MOSTLY_SEEN = 0.9  # of a usual day's work must have been counted for a weekday to have its own shape
LEAST_SEEN = 0.5  # of a day's usual work, to scale a day with gaps up to its total


@dataclass(frozen=True, eq=False)
class DayTable:
    """Counts by day and slot.

    Parameters
    ----------
    days : pandas.DatetimeIndex
        Midnight of each day.
    counts : ndarray, shape (days, slots)
        NaN where missing. [transactions]
    """

    days: pd.DatetimeIndex
    counts: np.ndarray

    @classmethod
    def of(cls, counts: pd.Series, step_minutes: int) -> "DayTable":
        """Return an intraday series as whole days, missing where the series does not reach."""
        first, last = counts.index[0].normalize(), counts.index[-1].normalize()
        days = pd.date_range(first, last, freq="D")
        slots = DAY_MINUTES // step_minutes
        # A grid that does not start on the hour keeps its own offset.
        offset = (counts.index[0] - first) % pd.Timedelta(minutes=step_minutes)
        grid = pd.date_range(first + offset, periods=len(days) * slots, freq=f"{step_minutes}min")
        return cls(days, counts.reindex(grid).to_numpy(dtype=float).reshape(len(days), slots))

    def before(self, day: pd.Timestamp) -> "DayTable":
        """Return the days before one day."""
        past = self.days < day
        return DayTable(self.days[past], self.counts[past])

    def profile(self, weeks: int = PROFILE_WEEKS) -> np.ndarray:
        """Return how each weekday's work spreads over the day.

        Parameters
        ----------
        weeks : int
            Recent days of a weekday to average.

        Returns
        -------
        ndarray, shape (7, slots)
            Shares that sum to 1 on every weekday with work; a weekday without any recent work takes
            the shape of the other days. [share]
        """
        pooled = _shape(self.counts[-7 * weeks :], guess_unseen=len(self.days) < 7)
        rows = []
        for weekday in range(7):
            own = self.counts[self.days.dayofweek == weekday][-weeks:]
            shape, seen = _shape(own), ~np.isnan(own).all(axis=0)
            known = shape.sum() > 0 and pooled[seen].sum() >= MOSTLY_SEEN
            rows.append(shape if known else pooled)
        return np.array(rows)

    def totals(self, least_seen: float = LEAST_SEEN) -> pd.Series:
        """Return the total of each day; a day with gaps is scaled up, or missing if too little is known.

        Parameters
        ----------
        least_seen : float
            Part of a usual day's work that must have been counted. [share]

        Returns
        -------
        Series by day. [transactions/day]
        """
        usual = self.profile(weeks=len(self.days))[self.days.dayofweek]
        seen = np.where(np.isnan(self.counts), 0, usual).sum(axis=1)
        whole = ~np.isnan(self.counts).any(axis=1)
        known = whole | (seen >= least_seen)
        total = np.nansum(self.counts, axis=1) / np.where(whole | (seen == 0), 1, seen)
        return pd.Series(np.where(known, total, np.nan), index=self.days)


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
    table = DayTable.of(prepared.counts, prepared.step_minutes)
    learned = _without(table, calendar.closed)
    periods = prepared.future(horizon)
    history = daily_history(prepared, learned)
    days = carry(history, (periods[-1].normalize() - history.counts.index[-1]).days, calendar)
    profile = learned.profile()
    mean, deviation = _share_out(days.mean, days.deviation, profile[days.periods.dayofweek])
    step = pd.Timedelta(minutes=prepared.step_minutes)
    skipped = (periods[0] - days.periods[0]) // step
    runs = tuple(run for day_run in days.runs for run in _slot_runs(day_run, days.method, learned))
    intervals = Carried(
        periods,
        mean.ravel()[skipped : skipped + horizon],
        deviation.ravel()[skipped : skipped + horizon],
        method=f"{PROFILE_METHOD} ({days.method})",
        proposed=f"{PROFILE_METHOD} ({days.proposed})",
        members=days.members,
        runs=runs,
        points=days.points,
        notes=days.notes,
        outliers=days.outliers,
        level_shifts=days.level_shifts,
    )
    return intervals, days


def daily_history(prepared: PreparedSeries, table: DayTable | None = None) -> PreparedSeries:
    """Return an intraday history by day, without a last day that is not over.

    Parameters
    ----------
    prepared : PreparedSeries
        Intraday.
    table : DayTable, optional
        The same counts by day and slot, where already made.

    Returns
    -------
    PreparedSeries
        Daily.
    """
    table = table or DayTable.of(prepared.counts, prepared.step_minutes)
    last = prepared.counts.index[-1]
    over = last + pd.Timedelta(minutes=prepared.step_minutes) >= last.normalize() + pd.Timedelta(days=1)
    totals = table.totals()
    if not totals.notna().any():
        totals = table.totals(least_seen=0)
    if not over and totals.iloc[:-1].notna().any():
        totals = totals.iloc[:-1]
    elif not over:
        # The only day known stands in for the day before it, so that its rest can be forecast.
        totals.index = table.days - pd.Timedelta(days=1)
    return PreparedSeries(totals.asfreq("D"), "daily", 0, ())


def _shape(counts: np.ndarray, *, guess_unseen: bool = False) -> np.ndarray:
    """Return the share of each slot in days of shape (days, slots).

    A slot never counted is closed, or in a history too short to say so, like the others.
    """
    times = (~np.isnan(counts)).sum(axis=0)
    average = np.nansum(counts, axis=0) / np.maximum(times, 1)
    if guess_unseen and times.any():
        average[times == 0] = average[times > 0].mean()
    total = average.sum()
    return average / total if total > 0 else np.zeros(counts.shape[1])


def _without(table: DayTable, closed_dates: Collection[pd.Timestamp]) -> DayTable:
    if not closed_dates:
        return table
    shut = np.asarray(table.days.isin(closed_dates))
    return DayTable(table.days, np.where(shut[:, None], np.nan, table.counts))


def _share_out(mean: np.ndarray, deviation: np.ndarray, shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return slot means and deviations: the day's own error shared out, and chance within the slot."""
    expected = mean[:, None] * shares
    return expected, np.sqrt((deviation[:, None] * shares) ** 2 + expected)


def _slot_runs(day_run: Run, method: str, table: DayTable) -> list[Run]:
    """Return the slot-level forecasts of one origin: ours once, and the plain ones beside it."""
    if day_run.method != method:
        return []
    past = table.before(day_run.periods[0])
    rows = np.asarray(table.days.get_indexer(day_run.periods))
    actual = table.counts[rows]
    shares = past.profile()[day_run.periods.dayofweek]
    made = {PROFILE_METHOD: _share_out(day_run.mean, day_run.deviation, shares)}
    for name, weeks in ((SEASONAL_NAIVE, 1), (SAME_SEASONS_AVERAGE, SAME_SEASONS)):
        plain = _same_weekdays(past, day_run.periods, weeks)
        made[name] = (plain, np.sqrt(plain))
    history = past.counts.ravel()
    week = 7 * past.counts.shape[1]
    return [
        Run(
            name,
            day_run.periods,
            actual.ravel(),
            mean.ravel(),
            deviation.ravel(),
            mase(actual.ravel(), mean.ravel(), history, week),
        )
        for name, (mean, deviation) in made.items()
    ]


def _same_weekdays(past: DayTable, days: pd.DatetimeIndex, weeks: int) -> np.ndarray:
    """Return the average of the last same weekdays for each day, the last day where there is none."""
    rows = []
    for day in days:
        own = past.counts[past.days.dayofweek == day.dayofweek][-weeks:]
        own = own if own.size else past.counts[-1:]
        seen = ~np.isnan(own)
        rows.append(np.nansum(own, axis=0) / np.maximum(seen.sum(axis=0), 1))
    return np.array(rows)

"""Counts by day and slot: the clock on the wall decides, so an hour that a clock change skips is no gap."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.intraday.profiles import weekday_profiles
from bpo_lib.forecast.series import DAY_MINUTES, PreparedSeries

MOSTLY_SEEN = 0.9  # of a usual day's work must have been counted for a weekday to have its own shape
LEAST_SEEN = 0.5  # of a day's usual work, to scale a day with gaps up to its total
WEEK = 7


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

    def without(self, dates: Collection[pd.Timestamp]) -> "DayTable":
        """Return the table with these days missing."""
        left_out = np.asarray(self.days.isin(list(dates)))
        return DayTable(self.days, np.where(left_out[:, None], np.nan, self.counts))

    def on(self, days: pd.DatetimeIndex) -> np.ndarray:
        """Return the counts of some days, missing where the table does not reach, shape (days, slots)."""
        rows = self.days.get_indexer(days)
        return np.where((rows >= 0)[:, None], self.counts[rows], np.nan)

    def weeks(self) -> np.ndarray:
        """Return whole weeks from Monday on, shape (weeks, 7, slots), missing where no day is known."""
        before = self.days[0].dayofweek
        after = WEEK - 1 - self.days[-1].dayofweek
        whole = np.pad(self.counts, ((before, after), (0, 0)), constant_values=np.nan)
        return whole.reshape(-1, WEEK, self.counts.shape[1])

    def profile(self) -> np.ndarray:
        """Return how each weekday's work spreads over the day.

        Returns
        -------
        ndarray, shape (7, slots)
            Shares that sum to 1; a weekday without any work, or one of which too little is known,
            takes the shape of the other days. [share]
        """
        weeks = self.weeks()
        own, pooled = weekday_profiles(weeks), self._pooled()
        seen = ~np.isnan(weeks).all(axis=0)
        known = (own.sum(axis=1) > 0) & ((pooled * seen).sum(axis=1) >= MOSTLY_SEEN)
        return np.where(known[:, None], own, pooled)

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
        gaps = np.isnan(self.counts)
        if not gaps.any():
            return pd.Series(self.counts.sum(axis=1), index=self.days)
        usual = self.profile()[self.days.dayofweek]
        seen, whole = np.where(gaps, 0, usual).sum(axis=1), ~gaps.any(axis=1)
        known = whole | (seen >= least_seen)
        total = np.nansum(self.counts, axis=1) / np.where(whole | (seen == 0), 1, seen)
        return pd.Series(np.where(known, total, np.nan), index=self.days)

    def same_weekdays(self, days: pd.DatetimeIndex, weeks: int) -> np.ndarray:
        """Return the average of the last same weekdays, the last day where there is none.

        Parameters
        ----------
        days : pandas.DatetimeIndex
            Days after the table.
        weeks : int
            How many to average; 1 is seasonal naive.

        Returns
        -------
        ndarray, shape (days, slots)
            [transactions]
        """
        rows = []
        for day in days:
            own = self.counts[self.days.dayofweek == day.dayofweek][-weeks:]
            own = own if own.size else self.counts[-1:]
            rows.append(np.nansum(own, axis=0) / np.maximum((~np.isnan(own)).sum(axis=0), 1))
        return np.array(rows)

    def _pooled(self) -> np.ndarray:
        """Return the shape of the recent days together.

        A slot never counted is closed, or in a history too short to say so, like the others.
        """
        recent = self.counts[-8 * WEEK :]
        times = (~np.isnan(recent)).sum(axis=0)
        average = np.nansum(recent, axis=0) / np.maximum(times, 1)
        if len(self.days) < WEEK and times.any():
            average[times == 0] = average[times > 0].mean()
        total = average.sum()
        return average / total if total > 0 else average


def daily_history(prepared: PreparedSeries, table: DayTable | None = None) -> PreparedSeries:
    """Return an intraday history by day, without a last day of which work is still to come.

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
    over = _is_over(prepared, table)
    totals = table.totals()
    if not totals.notna().any():
        totals = table.totals(least_seen=0)
    if not over and totals.iloc[:-1].notna().any():
        totals = totals.iloc[:-1]
    elif not over:
        # The only day known stands in for the day before it, so that its rest can be forecast.
        totals.index = table.days - pd.Timedelta(days=1)
    return PreparedSeries(totals.asfreq("D"), "daily", 0, ())


def _is_over(prepared: PreparedSeries, table: DayTable) -> bool:
    """Return whether nothing more is to come on the last day, because it ended or the rest is closed."""
    last = prepared.counts.index[-1]
    slots_left = int((last.normalize() + pd.Timedelta(days=1) - last).total_seconds() / 60 - 1)
    slots_left //= prepared.step_minutes
    if slots_left == 0 or len(table.days) <= WEEK:
        return slots_left == 0
    return bool(table.profile()[last.dayofweek, -slots_left:].sum() == 0)

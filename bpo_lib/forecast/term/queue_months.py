"""The queues of a client by month of the term, as shares of the volume of all."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.queues import SUMMARY_COLUMNS, with_queues
from bpo_lib.forecast.series import PreparedSeries, dates_of
from bpo_lib.forecast.term.month_shares import month_weights
from bpo_lib.forecast.term.reached_months import same_months
from bpo_lib.forecast.volume import VolumeForecast


@dataclass(frozen=True, eq=False)
class QueueMonths:
    """The queues in the months that a forecast reaches.

    Parameters
    ----------
    shares : pandas.DataFrame
        By month, a column for each queue; every row sums to 1. No column where there are no queues. [share]
    summary : pandas.DataFrame
        By queue, with `SUMMARY_COLUMNS` of `queues.py`.
    notes : tuple of str
        What a reader should know.
    """

    shares: pd.DataFrame
    summary: pd.DataFrame
    notes: tuple[str, ...]

    def volumes(self, mean: pd.Series) -> pd.DataFrame:
        """Return the volume of each queue over the term; the queues sum to the volume of all.

        Parameters
        ----------
        mean : pandas.Series
            Volume of all by month of the term. [transactions/month]

        Returns
        -------
        DataFrame by month
            After the forecast the shares of the same month of the year before. [transactions/month]
        """
        like = same_months(len(mean), len(self.shares))
        return self.shares.iloc[like].set_axis(mean.index).mul(mean, axis=0)


def queues_by_month(
    queues: pd.DataFrame | None,
    shown: PreparedSeries,
    forecast: VolumeForecast,
    months: pd.PeriodIndex,
    calendar: Calendar | Collection[pd.Timestamp] = (),
) -> QueueMonths:
    """Return the queues of the months that a forecast of all of them reaches.

    Parameters
    ----------
    queues : pandas.DataFrame or None
        Past volume by period, a column for each queue. [transactions]
    shown : PreparedSeries
        The history of all by day, week or month.
    forecast : VolumeForecast
        Made from it; held as it is.
    months : pandas.PeriodIndex
        From the start of the term to the end of the forecast.
    calendar : Calendar or collection of Timestamp
        The days set apart, or only those without work.

    Returns
    -------
    QueueMonths
    """
    if queues is None:
        return QueueMonths(pd.DataFrame(index=months), pd.DataFrame(columns=SUMMARY_COLUMNS), ())
    past = _shown_by_queue(queues, shown)
    found = with_queues(forecast, past, calendar=calendar)
    volumes = [
        pd.DataFrame(weights.T @ table.fillna(0).to_numpy(), touched, table.columns).reindex(
            months, fill_value=0.0
        )
        for table in (past, found.queues)
        for touched, weights in [month_weights(pd.DatetimeIndex(table.index), shown.frequency)]
    ]
    by_month = volumes[0] + volumes[1]
    recent = found.summary.set_index("queue")["recent_share"]
    shares = by_month.div(by_month.sum(axis=1).replace(0, np.nan), axis=0).fillna(recent)
    return QueueMonths(shares, found.summary, tuple(found.notes))


def _shown_by_queue(queues: pd.DataFrame, shown: PreparedSeries) -> pd.DataFrame:
    """Return the history of all, shared out among the queues as they were counted in each period."""
    index = pd.DatetimeIndex(queues.index)
    by_day = shown.frequency == "daily"
    known = (
        queues.where(queues.notna().all(axis=1))
        .groupby(index.normalize() if by_day else index)
        .sum(min_count=1)
    )
    shares = known.div(known.sum(axis=1).replace(0, np.nan), axis=0).reindex(dates_of(shown.counts))
    return shares.mul(shown.counts, axis=0).mask(shown.counts == 0, 0.0)

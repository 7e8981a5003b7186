"""From periods to months: which part of each period's volume falls into which month."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.series import dates_of

LEAST_COUNTED = 0.9  # share of a month's periods that must be counted for it to be complete


def month_weights(periods: pd.DatetimeIndex, frequency: Frequency) -> tuple[pd.PeriodIndex, np.ndarray]:
    """Return the months that periods touch, and the share of each period that falls into each.

    Parameters
    ----------
    periods : pandas.DatetimeIndex
        Starts of the periods, in order of time.
    frequency : str
        Their frequency; a week is shared out evenly over its seven days.

    Returns
    -------
    months : PeriodIndex
    weights : ndarray, shape (periods, months)
        Every row sums to 1. [share]
    """
    spread = 7 if frequency == "weekly" else 1
    days = periods.to_numpy()[:, None] + np.arange(spread) * np.timedelta64(1, "D")
    places = pd.PeriodIndex(days.ravel(), freq="M")
    months = pd.period_range(places.min(), places.max(), freq="M")
    weights = np.zeros((len(periods), len(months)))
    rows = np.repeat(np.arange(len(periods)), spread)
    np.add.at(weights, (rows, months.get_indexer(places)), 1 / spread)
    return months, weights


def complete_months(counts: pd.Series, frequency: Frequency) -> pd.Series:
    """Return the volume of the months that a history counts from end to end.

    Parameters
    ----------
    counts : pandas.Series
        Daily, weekly or monthly volumes; NaN is missing. [transactions]
    frequency : str
        Their frequency.

    Returns
    -------
    Series with a monthly PeriodIndex
        A month with up to a tenth of its periods missing is scaled up; one with more is left out.
        [transactions/month]
    """
    months, weights = month_weights(dates_of(counts), frequency)
    values = counts.to_numpy(dtype=float)
    seen = ~np.isnan(values)
    length = {"daily": 1, "weekly": 7}.get(frequency)
    present = weights[seen].sum(axis=0)
    whole = months.days_in_month.to_numpy() / length if length else np.ones(len(months))
    share = present / whole
    volume = pd.Series(values[seen] @ weights[seen] / np.maximum(share, 1e-9), index=months)
    return volume[share >= LEAST_COUNTED - 1e-9]

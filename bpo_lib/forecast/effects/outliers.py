"""Days far from what was usual: listed, and pulled in so that no method runs after them."""

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.usual_days import WEEKS_AROUND, root_deviations, usual_level

# Beyond four standard deviations chance alone makes one day in 16,000 an outlier. House assumption.
UNUSUAL = 4.0
KEPT = 2.0  # an outlier counts as much as a day at the edge of the usual. House assumption.

# A new level looks at first like a row of outliers: several near the end are left to stand.
RECENT_DAYS = 14
RECENT_RUN = 3
GAP_IN_RUN = 3  # days, such as a weekend, that do not end a row

LEAST_LEVEL = 1.0  # where less is usual, a few at once are how the volume comes [transactions]

OUTLIER_COLUMNS = ["period", "count", "expected"]


def unusual_days(counts: pd.Series, limit: float = UNUSUAL) -> pd.DataFrame:
    """Return the days that are far from the same weekday of the weeks around them.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes, holidays and other known effects divided out; NaN is missing. [transactions]
    limit : float
        Usual distances beyond which a day is unusual.

    Returns
    -------
    DataFrame
        Columns period, count, expected, in order of time. [transactions]

    Notes
    -----
    A Hampel identifier on root counts: further from the median of the weeks around, of those before
    and of those after, than some times the usual distance. Where less than one is usual, or a 0 is
    nothing unusual, none is found.

    References
    ----------
    R. K. Pearson, "Outliers in process modeling and identification", IEEE Transactions on Control
    Systems Technology 10 (2002). The limits are house practice.
    """
    level = usual_level(counts)
    distance, usual = root_deviations(counts, level)
    found = (np.abs(distance) > limit * usual) & (level >= LEAST_LEVEL)
    for weeks in ((WEEKS_AROUND, 0), (0, WEEKS_AROUND)):  # next to a new level one side still agrees
        found &= ~(np.abs(root_deviations(counts, usual_level(counts, *weeks))[0]) <= limit * usual)
    for side in (-1, 1):
        found[_last_run(np.flatnonzero(found & (np.sign(distance) == side)), len(counts))] = False
    columns = (counts.index[found], counts.to_numpy(dtype=float)[found], level[found])
    return pd.DataFrame(dict(zip(OUTLIER_COLUMNS, columns, strict=True)))


def _last_run(days: np.ndarray, size: int) -> np.ndarray:
    """Return the unusual days that run on into the last two weeks, when several of these are."""
    if (days >= size - RECENT_DAYS).sum() < RECENT_RUN:
        return days[:0]
    breaks = np.flatnonzero(np.diff(days) > GAP_IN_RUN)
    return days[breaks[-1] + 1 :] if breaks.size else days


def pulled_in(counts: pd.Series, outliers: pd.DataFrame) -> pd.Series:
    """Return the counts with each outlier brought to the edge of what is usual.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes. [transactions]
    outliers : pandas.DataFrame
        As `unusual_days` found them.

    Returns
    -------
    Series
        The outliers down-weighted, every other day as it was. [transactions]
    """
    if outliers.empty:
        return counts
    usual = root_deviations(counts, usual_level(counts))[1]
    expected = np.sqrt(outliers["expected"].to_numpy())
    side = np.sign(np.sqrt(outliers["count"].to_numpy()) - expected)
    edge = np.maximum(expected + side * KEPT * usual, 0) ** 2
    calmed = counts.copy()
    calmed[pd.DatetimeIndex(outliers["period"])] = edge
    return calmed

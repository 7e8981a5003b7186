"""Dates that are unusual in every year: holidays that nobody named."""

import pandas as pd

from bpo_lib.forecast.effects.outliers import unusual_days

LEAST_YEARS = 2  # on which a date must be unusual, in the same direction
YEAR_DAYS = 365
NOTICED = 3.0  # standard deviations; two such days on one date are no chance. House assumption.


def recurring_dates(counts: pd.Series) -> pd.DataFrame:
    """Return as yearly events the dates that were unusual in two years or more, always in one direction.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on their grid; NaN is missing. [transactions]

    Returns
    -------
    DataFrame
        Events as a `Calendar` takes them, their effect to be learned; empty when the history is
        shorter than a year.
    """
    events = pd.DataFrame({"date": [], "name": [], "effect": [], "ignore": [], "yearly": []})
    if len(counts) <= YEAR_DAYS:
        return events
    found = unusual_days(counts, NOTICED)
    if found.empty:
        return events
    day = pd.DatetimeIndex(found["period"])
    table = found.assign(name=day.strftime("%-d %B"), up=found["count"] > found["expected"])
    by_name = table.groupby("name")
    same = by_name["up"].nunique().eq(1) & by_name["period"].count().ge(LEAST_YEARS)
    last = by_name["period"].last()[same]
    rows = {"date": last.dt.normalize(), "name": last.index, "effect": float("nan")}
    return pd.DataFrame({**rows, "ignore": False, "yearly": True}).reset_index(drop=True)

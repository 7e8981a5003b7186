"""Nights on which the clock changes: an hour that is skipped is no gap, one that repeats is one hour.

Times are those of the clock on the wall, so that nine o'clock stays nine o'clock in summer.
"""

import numpy as np
import pandas as pd

MONTHS = (3, 4, 9, 10, 11)  # in which clocks change somewhere, always on a Sunday
HOURS = (1, 2, 3)  # and always within these hours, or at midnight, which is left aside
SUNDAY = 6


def by_the_wall(counts: pd.Series) -> tuple[pd.Series, list[str]]:
    """Return counts by local time, an hour that the clock repeats averaged.

    Parameters
    ----------
    counts : pandas.Series
        With or without a time zone. [transactions]

    Returns
    -------
    counts : Series
        Without a time zone; unchanged when nothing repeats. [transactions]
    notes : list of str
        What was done.
    """
    index = pd.DatetimeIndex(counts.index)
    if index.tz is not None:
        local = counts.set_axis(index.tz_localize(None))  # keeps the clock on the wall
        note = "Times are read as local time; an hour that the clock repeats is averaged."
        return local.groupby(level=0).mean(), [note]
    twice = index[index.duplicated()]
    once = counts[~index.duplicated()]
    if not len(twice) or not _one_hour_a_night(twice) or not once.index.is_monotonic_increasing:
        return counts, []
    nights = ", ".join(str(day.date()) for day in twice.normalize().unique())
    return counts.groupby(level=0).mean(), [f"The hour that the clock repeats on {nights} is averaged."]


def skipped_hours(missing: pd.DatetimeIndex, step_minutes: int) -> int:
    """Return how many missing intervals are of an hour that the clock skipped.

    Parameters
    ----------
    missing : pandas.DatetimeIndex
        Intervals without a count.
    step_minutes : int
        Their length. [minutes]

    Returns
    -------
    int
        A night counts only when exactly one hour of it is missing.
    """
    slots = 60 / step_minutes if step_minutes else np.inf
    sundays = missing[missing.dayofweek == SUNDAY]
    nights = [sundays[sundays.normalize() == day] for day in sundays.normalize().unique()]
    return sum(len(night) for night in nights if len(night) == slots and _one_hour_a_night(night))


def _one_hour_a_night(stamps: pd.DatetimeIndex) -> bool:
    """Return whether all stamps lie in nights of a clock change, within one hour of each."""
    possible = stamps.month.isin(MONTHS) & (stamps.dayofweek == SUNDAY) & stamps.hour.isin(HOURS)
    hours = stamps.floor("h").unique()
    return bool(possible.all() and not hours.normalize().has_duplicates)

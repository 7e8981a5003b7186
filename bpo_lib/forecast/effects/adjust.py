"""Real histories made fit for the methods: known effects divided out, outliers calmed, shifts bridged."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.day_effects import learn_effects, special_days
from bpo_lib.forecast.effects.level_shifts import SHIFT_COLUMNS, level_shifts, levelled
from bpo_lib.forecast.effects.month_turn import turn_effects
from bpo_lib.forecast.effects.outliers import OUTLIER_COLUMNS, pulled_in, unusual_days
from bpo_lib.forecast.effects.year_cycle import year_cycle

LEAST_FACTOR = 0.2  # under this a day says little of an ordinary one and is left out of the history
SHORTEST = 28  # days from which anything can be told from chance
Factors = Callable[[pd.DatetimeIndex], np.ndarray]


@dataclass(frozen=True, eq=False)
class Effects:
    """Which effects a series shows; what they amount to is learned anew from any past.

    Parameters
    ----------
    calendar : Calendar
        The client's, with the recurring dates found when it names no country.
    turn_of_month : bool
        Whether the first and last working days of a month differ.
    year_share : float
        How much of the yearly cycle is used; 0 is none, 1 all of it.
    """

    calendar: Calendar
    turn_of_month: bool = False
    year_share: float = 0.0


@dataclass(frozen=True, eq=False)
class Adjusted:
    """A history as the methods see it, and the way back.

    Parameters
    ----------
    counts : pandas.Series
        The history on its own grid, effects divided out, outliers calmed, at its level of today;
        NaN is missing. [transactions]
    factors : callable
        By what the forecast of each day is multiplied; exactly 0 on days surely closed.
    outliers : pandas.DataFrame
        Columns period, count, expected. [transactions]
    level_shifts : pandas.DataFrame
        Columns period, before, after. [transactions/day]
    """

    counts: pd.Series
    factors: Factors
    outliers: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=OUTLIER_COLUMNS))
    level_shifts: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=SHIFT_COLUMNS))


Look = Callable[[pd.Series], Adjusted]


def as_counted(counts: pd.Series) -> Adjusted:
    """Return a history as it is, for frequencies whose periods have no effects of their own.

    Parameters
    ----------
    counts : pandas.Series
        NaN is missing. [transactions]

    Returns
    -------
    Adjusted
    """
    return Adjusted(counts, lambda periods: np.ones(len(periods)))


def adjusted(counts: pd.Series, effects: Effects) -> Adjusted:
    """Return a history as the methods should see it.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes, without the days that are always closed; NaN is missing. [transactions]
    effects : Effects
        Those to divide out.

    Returns
    -------
    Adjusted
    """
    daily = counts.asfreq("D")
    plain, factors = without_day_effects(daily, effects)
    outliers = unusual_days(plain) if len(daily) >= SHORTEST else unusual_days(plain.iloc[:0])
    calm = pulled_in(plain, outliers)
    if effects.year_share:
        calm, factors = _without_cycle(calm, effects.year_share, factors)
    shifts = level_shifts(calm)
    known = levelled(calm, shifts).reindex(counts.index)
    if not known.notna().any():
        return as_counted(counts)
    outliers = outliers.assign(count=daily.reindex(outliers["period"]).to_numpy())
    return Adjusted(known, factors, outliers, shifts)


def without_day_effects(daily: pd.Series, effects: Effects) -> tuple[pd.Series, Factors]:
    """Return a history without the effects of its days, and the factors of any days.

    Parameters
    ----------
    daily : pandas.Series
        Daily volumes on a grid without omitted days; NaN is missing. [transactions]
    effects : Effects
        Holidays and events always, the turn of the month when asked for.

    Returns
    -------
    plain : Series
        [transactions]
    factors : callable
        Factor of each of the days it is given.
    """
    days = pd.DatetimeIndex(daily.index)
    open_weekdays = frozenset(int(day) for day in days[daily.notna()].dayofweek.unique())
    special = learn_effects(daily, effects.calendar, open_weekdays)
    plain = divided(daily, special.of(days))
    named = special_days(effects.calendar, days, open_weekdays)
    ignored = named.index[named["ignore"].astype(bool)]
    plain[days.normalize().isin(ignored)] = np.nan
    if not effects.turn_of_month:
        return plain, special.of
    turns = turn_effects(plain, open_weekdays)
    return divided(plain, turns.of(days)), lambda asked: special.of(asked) * turns.of(asked)


def divided(counts: pd.Series, factors: np.ndarray) -> pd.Series:
    """Return counts over their factors; missing where the factor leaves too little to tell.

    Parameters
    ----------
    counts : pandas.Series
        [transactions]
    factors : ndarray, shape (days,)
        0 or more.

    Returns
    -------
    Series
        [transactions]
    """
    return counts / np.where(factors >= LEAST_FACTOR, factors, np.nan)


def _without_cycle(calm: pd.Series, share: float, factors: Factors) -> tuple[pd.Series, Factors]:
    """Return a history without its yearly cycle, and the factors with it; as they were when too short."""
    cycle = year_cycle(calm)
    if cycle is None:
        return calm, factors
    days = pd.DatetimeIndex(calm.index)
    return calm / cycle.of(days) ** share, lambda asked: factors(asked) * cycle.of(asked) ** share

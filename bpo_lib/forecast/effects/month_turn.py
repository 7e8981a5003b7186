"""The days around the turn of a month: bills, payroll and payables peak there, and swing between."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.month_phase import MonthPhase, month_phase
from bpo_lib.forecast.effects.usual_days import usual_level, usual_noise, usual_ratio

TURN_DAYS = 3  # working days before and after the turn of a month that may differ
EFFECT_SPREAD = 0.25  # how far from 1 a day's factor is apt to be, before looking. House assumption.


@dataclass(frozen=True, eq=False)
class TurnEffects:
    """The factors of the days at the turn of a month.

    Parameters
    ----------
    open_weekdays : frozenset of int
        Those on which work is done; 0 is Monday.
    factors : mapping
        Factor by place in the month, as `month_places` counts it.
    swing : MonthPhase
        What all days of a month have of its slow swing, beyond these places.
    """

    open_weekdays: frozenset[int]
    factors: Mapping[int, float]
    swing: MonthPhase

    def of(self, days: pd.DatetimeIndex) -> np.ndarray:
        """Return the factor of each day; 1 between the turns of a month that does not swing.

        Parameters
        ----------
        days : pandas.DatetimeIndex
            Past or future.

        Returns
        -------
        ndarray, shape (days,)
        """
        places = month_places(days, self.open_weekdays)
        return np.array([self.factors.get(int(place), 1.0) for place in places]) * self.swing.of(days)


def month_places(days: pd.DatetimeIndex, open_weekdays: frozenset[int]) -> np.ndarray:
    """Return the place of each day at the turn of a month.

    Parameters
    ----------
    days : pandas.DatetimeIndex
        The days asked for.
    open_weekdays : frozenset of int
        Those on which work is done; 0 is Monday.

    Returns
    -------
    ndarray of int, shape (days,)
        1, 2, 3 for the first working days of a month, -3, -2, -1 for its last ones, else 0.
    """
    first, last = days.min().to_period("M").start_time, days.max().to_period("M").end_time.normalize()
    worked = pd.date_range(first, last, freq="D")
    worked = worked[worked.dayofweek.isin(open_weekdays)]
    month = pd.Series(worked.year * 12 + worked.month)
    early = month.groupby(month).cumcount().to_numpy() + 1
    late = month.groupby(month).cumcount(ascending=False).to_numpy() + 1
    place = np.where(late <= TURN_DAYS, -late, np.where(early <= TURN_DAYS, early, 0))
    return pd.Series(place, worked).reindex(days.normalize(), fill_value=0).to_numpy()


def turn_effects(counts: pd.Series, open_weekdays: frozenset[int]) -> TurnEffects:
    """Return by what factor the days at the turn of a month differ from those between.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on their grid; NaN is missing. [transactions]
    open_weekdays : frozenset of int
        Those on which work is done; 0 is Monday.

    Returns
    -------
    TurnEffects
        Each factor shrunk towards 1 the fewer the days it was seen on and the noisier the series.
    """
    places = month_places(pd.DatetimeIndex(counts.index), open_weekdays)
    level = usual_level(counts.mask(places != 0))
    values = counts.to_numpy(dtype=float)
    usable = ~np.isnan(values) & (level > 0)
    between = usable & (places == 0)
    factors: dict[int, float] = {}
    if between.any():
        noise = usual_noise(values[between], level[between])
        for place in sorted(set(places[usable]) - {0}):
            here = usable & (places == place)
            seen, number = usual_ratio(values[here], level[here], noise), int(here.sum())
            factors[int(place)] = 1 + (seen - 1) * number / (number + (noise / EFFECT_SPREAD) ** 2)
    turn = np.array([factors.get(int(place), 1.0) for place in places])
    return TurnEffects(open_weekdays, factors, month_phase(counts / turn))

"""Carry a daily, weekly or monthly history forward by the recipe, or by a plain method that beat it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.backtest import Run, errors_by_method, roll
from bpo_lib.forecast.effects.adjust import Adjusted, Look, as_counted
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.level_shifts import SHIFT_COLUMNS
from bpo_lib.forecast.effects.notes import looked_at
from bpo_lib.forecast.effects.outliers import OUTLIER_COLUMNS
from bpo_lib.forecast.ensemble import combined, name_of, seen_through
from bpo_lib.forecast.methods.plain import (
    BENCHMARKS,
    LEAST_ERRORS,
    SAME_SEASONS_AVERAGE,
    SEASONAL_NAIVE,
    Projection,
    Season,
    prior_deviation,
)
from bpo_lib.forecast.methods.recipe import SHARED_WEEKS, members_for
from bpo_lib.forecast.series import SEASONS, PreparedSeries, dates_of, filled

# Below this the average of what there is beats every cleverer method: on M3 monthly series cut to
# 6, 9 and 12 points it erred least of ten methods (design measurement).
SHORT_HISTORY = 13

# Fewer seasons leave seasonal naive one or none to be judged by: too little to replace the recipe,
# unless it erred by a quarter less (house assumption), as where every year is like the last.
SEASONS_TO_JUDGE = 3
CLEARLY_LESS = 0.75

# A loss to seasonal naive is believed when it was seen from nearly all origins: on M3 monthly series
# one that rested on a few origins did not come back, and acting on it raised sMAPE by 0.2 points.
SHARE_LOST = 0.8

# A daily history that ends on a peak nobody could recognise must not carry the peak through the
# term: beyond eight weeks the level settles, over four more, at that of a quarter. House assumption.
SETTLED_SEASONS = 13
SETTLED_FROM = 56
SETTLED_OVER = 28

SHORTEST_FOR_CLOSED = 14  # two weeks without any work show that a weekday is closed [days]


SETTLED_NOTE = (
    f"Beyond {SETTLED_FROM} days the level settles at the average of the last "
    f"{SETTLED_SEASONS} weeks (house assumption)."
)

SPARSE_NOTE = "With less than one a day, weeks are forecast too and shared out over their days."


@dataclass(frozen=True, eq=False)
class Carried:
    """A history carried forward.

    Parameters
    ----------
    periods : pandas.DatetimeIndex
        The periods forecast.
    mean, deviation : ndarray, shape (horizon,)
        Expected volume and the method's own error; both exactly 0 where closed. [transactions]
    method : str
        The method used.
    proposed : str
        What the recipe proposed: the method used, unless a benchmark did no worse.
    members : mapping
        The methods behind it and the weight of each. [share]
    runs : tuple of Run
        The back-test of every method that served.
    points : int
        Counts the forecast rests on.
    notes : tuple of str
        What a reader should know.
    outliers, level_shifts : pandas.DataFrame
        What the history was cleared of; empty but for daily histories. [transactions]
    """

    periods: pd.DatetimeIndex
    mean: np.ndarray
    deviation: np.ndarray
    method: str
    proposed: str
    members: Mapping[str, float]
    runs: tuple[Run, ...]
    points: int
    notes: tuple[str, ...]
    outliers: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=OUTLIER_COLUMNS))
    level_shifts: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=SHIFT_COLUMNS))


def carry(
    prepared: PreparedSeries, horizon: int, calendar: Calendar | Collection[pd.Timestamp] = ()
) -> Carried:
    """Return the history carried forward.

    Parameters
    ----------
    prepared : PreparedSeries
        Daily, weekly or monthly.
    horizon : int
        Periods to forecast.
    calendar : Calendar or collection of Timestamp
        The days set apart, or only those without work, which are left out of the history and
        exactly 0 in the forecast; daily series only.

    Returns
    -------
    Carried
    """
    counts, periods = prepared.counts, prepared.future(horizon)
    daily, calendar = prepared.frequency == "daily", Calendar.of(calendar)
    weekdays = closed_weekdays(counts) if daily else frozenset()
    worked = _worked(counts, weekdays, calendar if daily else Calendar())
    season = _season(prepared.frequency, worked, len(weekdays))
    is_open = ~periods.dayofweek.isin(weekdays)
    open_periods = periods[is_open] if is_open.any() else periods[:1]
    look, effect_words = looked_at(worked, calendar) if daily else (as_counted, ())
    seen = look(worked)
    choice = _chosen(worked, season, open_periods, prepared.frequency, seen=seen, look=look)
    mean, deviation = (_spread_over(is_open, part) for part in choice.projection)
    if daily:
        shut = periods.normalize().isin(calendar.closed)
        mean[shut] = deviation[shut] = 0
    settles = daily and len(open_periods) > SETTLED_FROM
    return Carried(
        periods,
        mean,
        deviation,
        method=choice.method,
        proposed=choice.proposed,
        members=choice.members,
        runs=choice.runs,
        points=int(worked.notna().sum()),
        notes=(
            *_closed_notes(weekdays),
            *effect_words,
            *([SPARSE_NOTE] if SHARED_WEEKS in choice.members else []),
            *([SETTLED_NOTE] if settles else []),
        ),
        outliers=seen.outliers,
        level_shifts=seen.level_shifts,
    )


def closed_weekdays(counts: pd.Series) -> frozenset[int]:
    """Return the weekdays (0 is Monday) on which a daily history never counts anything.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes; NaN is missing. [transactions]

    Returns
    -------
    frozenset of int
        Empty when the history is shorter than two weeks or counts nothing at all.
    """
    if len(counts) < SHORTEST_FOR_CLOSED or not counts.max() > 0:
        return frozenset()
    most = counts.groupby(dates_of(counts).dayofweek).max()
    return frozenset(int(day) for day in most.index[~(most > 0)])


def _worked(counts: pd.Series, weekdays: Collection[int], calendar: Calendar) -> pd.Series:
    """Return the counts of the days that were worked; those of the calendar's closed days are missing."""
    dates = dates_of(counts)
    is_open = ~dates.dayofweek.isin(weekdays)
    worked = counts[is_open].mask(dates[is_open].normalize().isin(calendar.closed))
    return worked if worked.notna().any() else counts[is_open]


def _season(frequency: Frequency, counts: pd.Series, closed: int) -> Season:
    """Return the season; a weekly year only counts from two years on."""
    length = SEASONS[frequency] - closed
    if frequency == "weekly" and len(counts) < 2 * length:
        length = 1
    # A trend of recent days would run away over the months a workbook looks ahead.
    return Season(length, trend=frequency != "daily")


class _Choice(NamedTuple):
    """What is used, what the recipe proposed, the weights behind it, and how all methods did."""

    method: str
    proposed: str
    members: Mapping[str, float]
    projection: Projection
    runs: tuple[Run, ...]


def _chosen(
    counts: pd.Series,
    season: Season,
    periods: pd.DatetimeIndex,
    frequency: Frequency,
    *,
    seen: Adjusted,
    look: Look,
) -> _Choice:
    """Return the recipe's forecast, or the best benchmark's where the recipe is no better than naive."""
    points = int(counts.notna().sum())
    recipe = members_for(frequency, points, float(counts.mean()))
    said = seen_through(seen, recipe, season, periods)
    served = {name: recipe.get(name, BENCHMARKS[SEASONAL_NAIVE]) for name in said}
    runs = roll(counts, season, len(periods), frequency, served, look=look)
    method, members = name_of(list(said)), dict.fromkeys(said, 1 / len(said))
    projection, used = combined(said.values()), method
    allowed = 1.0 if points >= SEASONS_TO_JUDGE * season.length else CLEARLY_LESS
    plain = _better_benchmark(method, runs, frequency, allowed) if points >= SHORT_HISTORY else None
    if plain is not None:
        values = filled(counts.to_numpy(dtype=float), season.length)
        answer = BENCHMARKS[plain](values, season, len(periods))
        assert answer is not None, "benchmarks always serve"
        is_shut = seen.factors(periods) == 0
        projection = Projection(*(np.where(is_shut, 0, part) for part in answer))
        used, members = plain, {plain: 1.0}
    if frequency == "daily" and len(periods) > SETTLED_FROM:
        projection = projection._replace(mean=_settled(projection.mean, seen, season, periods))
    return _Choice(used, method, members, _widened(projection, points), runs)


def _better_benchmark(method: str, runs: tuple[Run, ...], frequency: Frequency, allowed: float) -> str | None:
    """Return the best benchmark when seasonal naive beat the method for good, else None.

    `allowed` is how much of the method's error seasonal naive may have made.
    """
    errors = errors_by_method(runs)
    if not errors or method == SEASONAL_NAIVE or allowed * errors[method] < errors[SEASONAL_NAIVE]:
        return None
    if _share_lost(method, runs) < SHARE_LOST:
        return None
    # The average of four years carries the level of two years ago: on M3 series it lost what it had promised.
    too_old = {SAME_SEASONS_AVERAGE} if frequency in {"monthly", "weekly"} else set()
    return min(
        (name for name in BENCHMARKS if name in errors and name not in too_old), key=errors.__getitem__
    )


def _share_lost(method: str, runs: tuple[Run, ...]) -> float:
    """Return the share of the origins from which seasonal naive did no worse than the method."""
    own, naive = (
        [errors_by_method([run])[name] for run in runs if run.method == name]
        for name in (method, SEASONAL_NAIVE)
    )
    return float(np.mean(np.array(own) >= np.array(naive)))


def _settled(mean: np.ndarray, seen: Adjusted, season: Season, periods: pd.DatetimeIndex) -> np.ndarray:
    """Return a daily forecast whose level settles, far ahead, at that of the last 13 weeks."""
    values = filled(seen.counts.to_numpy(dtype=float), season.length)
    rounds = min(SETTLED_SEASONS, values.size // season.length)
    if rounds == 0:
        return mean
    usual = values[-rounds * season.length :].reshape(rounds, season.length).mean(axis=0)
    beyond = np.arange(mean.size) + 1 - SETTLED_FROM
    weight = np.clip(1 - beyond / SETTLED_OVER, 0, 1)
    settled = usual[np.arange(mean.size) % season.length] * seen.factors(periods)
    return weight * mean + (1 - weight) * settled


def _widened(projection: Projection, points: int) -> Projection:
    """Return the projection with the prior error where there are too few counts to see any."""
    if points > LEAST_ERRORS:
        return projection
    prior = np.array([prior_deviation(level) for level in projection.mean])
    return Projection(projection.mean, np.maximum(projection.deviation, prior))


def _spread_over(open_periods: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return values at the open periods and exactly 0 at the closed ones."""
    spread = np.zeros(open_periods.size)
    spread[open_periods] = np.maximum(values[: open_periods.sum()], 0)
    return spread


def _closed_notes(weekdays: frozenset[int]) -> tuple[str, ...]:
    if not weekdays:
        return ()
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return (f"Closed, and forecast as 0: {', '.join(names[day] for day in sorted(weekdays))}.",)

"""Which effects a history shows: those with which a plain forecast of its own past comes nearer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.adjust import Effects, Factors, divided, without_day_effects
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.month_phase import WORTH_IT
from bpo_lib.forecast.effects.month_turn import turn_effects
from bpo_lib.forecast.effects.outliers import pulled_in, unusual_days
from bpo_lib.forecast.effects.recurring_dates import recurring_dates
from bpo_lib.forecast.effects.usual_days import WEEK
from bpo_lib.forecast.effects.year_cycle import LEAST_YEARS, YEAR_DAYS, year_cycle

ORIGINS = 12
APART = 29  # between two origins, so that they fall on every weekday [days]
WINDOW = 28  # days forecast from each origin
YEAR_WINDOW = 56  # the yearly cycle shows further ahead
LEAST_PAST = 84  # days before the first origin
LEAST_YEARS_TRIED = 1.25  # years before the first origin when the yearly cycle is tried
RECENT = 3 * 366  # days that are tried on; what was true before says less
AVERAGED_WEEKS = 8

YEAR_SHARES = (0.5, 1.0)


def effects_of(counts: pd.Series, calendar: Calendar) -> Effects:
    """Return which effects the history shows.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes, without the weekdays that are always closed; NaN is missing. [transactions]
    calendar : Calendar
        The client's; its holidays and events are always used.

    Returns
    -------
    Effects

    Notes
    -----
    The plain forecast is the average of the last eight same weekdays, from up to twelve origins.
    The turn of the month and the yearly cycle (half of it or all) are used only when with them its
    absolute error is at least 2% smaller. Source: house practice.
    """
    daily = counts.asfreq("D").iloc[-RECENT:]
    effects = Effects(calendar)
    if len(daily) < LEAST_PAST + WINDOW:
        return effects
    effects = replace(effects, turn_of_month=_month_turns(daily, effects))
    if calendar.country is None:
        found = recurring_dates(without_day_effects(daily, effects)[0])
        effects = replace(effects, calendar=calendar.with_events(found))
    if len(daily) < LEAST_YEARS * YEAR_DAYS - 1:
        return effects
    return replace(effects, year_share=_year_share(daily, effects))


def _month_turns(daily: pd.Series, effects: Effects) -> bool:
    """Return whether the turn of the month helps."""
    plain = without_day_effects(daily, effects)[0]
    days = pd.DatetimeIndex(daily.index)
    open_weekdays = frozenset(int(day) for day in days[daily.notna()].dayofweek.unique())
    turns = turn_effects(plain, open_weekdays).of(days)
    calm = pulled_in(plain / turns, unusual_days(plain / turns)) * turns

    def learned(past: pd.Series) -> Factors:
        return turn_effects(past, open_weekdays).of

    without = _error(plain, calm, _no_effect, WINDOW, LEAST_PAST)
    return _error(plain, calm, learned, WINDOW, LEAST_PAST) < WORTH_IT * without


def _year_share(daily: pd.Series, effects: Effects) -> float:
    """Return how much of the yearly cycle helps most; 0 when none does."""
    plain = without_day_effects(daily, effects)[0]
    calm = pulled_in(plain, unusual_days(plain))
    first = int(LEAST_YEARS_TRIED * YEAR_DAYS) + 1
    errors = {
        share: _error(plain, calm, partial(_cycle, share=share), YEAR_WINDOW, first) for share in YEAR_SHARES
    }
    best = min(errors, key=errors.__getitem__)
    return best if errors[best] < WORTH_IT * _error(plain, calm, _no_effect, YEAR_WINDOW, first) else 0.0


def _error(
    plain: pd.Series, calm: pd.Series, learned: Callable[[pd.Series], Factors], window: int, first: int
) -> float:
    """Return the mean error of the average of the last same weekdays, its factors learned from each past."""
    power = 2 if plain.median() == 0 else 1  # where most days are empty, nothing at all would seem best
    errors = [np.array([np.nan])]
    for origin in range(len(plain) - window, first - 1, -APART)[:ORIGINS]:
        past, ahead = calm.iloc[:origin], plain.iloc[origin : origin + window]
        factors = learned(past)
        recent = past.iloc[-AVERAGED_WEEKS * WEEK :]
        usual = np.resize(_week_of(divided(recent, factors(_days(recent)))), window)
        errors.append(np.abs(ahead.to_numpy() - usual * factors(_days(ahead))) ** power)
    return float(pd.Series(np.concatenate(errors)).mean())


def _week_of(counts: pd.Series) -> np.ndarray:
    """Return the average of each weekday, missing where none was counted."""
    weeks = counts.to_numpy(dtype=float).reshape(-1, WEEK)
    seen = ~np.isnan(weeks)
    return np.where(seen, weeks, 0).sum(axis=0) / np.where(seen.any(axis=0), seen.sum(axis=0), np.nan)


def _cycle(past: pd.Series, share: float) -> Factors:
    cycle = year_cycle(past, LEAST_YEARS_TRIED)
    return _no_effect(past) if cycle is None else lambda days: cycle.of(days) ** share


def _no_effect(past: pd.Series) -> Factors:  # noqa: ARG001 - asked as the others
    return lambda days: np.ones(len(days))


def _days(counts: pd.Series) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(counts.index)

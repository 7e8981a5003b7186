"""What holidays and events do to the volume of their day, and of the days before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.usual_days import usual_level, usual_noise

# How far from 1 a factor is apt to be before anything is seen of it. House assumption.
EFFECT_SPREAD = {"holiday": 0.5, "event": 0.5, "day before": 0.2, "day after": 0.2}
LEAST_BETWEEN = 0.05  # holidays differ at least by this much from one another [share]

# A day that counted nothing although this much was usual was closed: by chance it happens once in
# 150 times. House assumption.
SURELY_CLOSED = 5.0
RARELY_MISSING = 0.05  # share of days without a count up to which a gap on a holiday means closed

SPECIAL_COLUMNS = ["kind", "name", "effect", "ignore"]


@dataclass(frozen=True, eq=False)
class DayEffects:
    """The factors of the days that a calendar sets apart.

    Parameters
    ----------
    calendar : Calendar
        Whose days they are.
    open_weekdays : frozenset of int
        Those on which work is done; 0 is Monday.
    factors : mapping
        Factor of (kind, name) as learned; exactly 0 where the past always was 0.
    usual : mapping
        Factor of a kind (holiday, day before, day after, event) for a name never seen.
    """

    calendar: Calendar
    open_weekdays: frozenset[int]
    factors: Mapping[tuple[str, str], float]
    usual: Mapping[str, float]

    def of(self, days: pd.DatetimeIndex) -> np.ndarray:
        """Return the factor of each day; 1 on ordinary days.

        Parameters
        ----------
        days : pandas.DatetimeIndex
            Past or future.

        Returns
        -------
        ndarray, shape (days,)
        """
        special = special_days(self.calendar, days, self.open_weekdays)
        factor = [
            self.factors.get((kind, name), self.usual.get(kind, 1.0)) if np.isnan(effect) else 1 + effect
            for kind, name, effect in special[["kind", "name", "effect"]].to_numpy()
        ]
        by_day = pd.Series(factor, special.index, dtype=float)
        return by_day.reindex(days.normalize()).fillna(1.0).to_numpy()


def special_days(calendar: Calendar, days: pd.DatetimeIndex, open_weekdays: frozenset[int]) -> pd.DataFrame:
    """Return what a calendar makes of the days: events first, then holidays, then the days beside them.

    Parameters
    ----------
    calendar : Calendar
        The client's.
    days : pandas.DatetimeIndex
        One or more; every day from the first to the last of them is looked at.
    open_weekdays : frozenset of int
        Those on which work is done: the day after a Friday may be a Monday.

    Returns
    -------
    DataFrame
        Columns kind, name, effect (NaN: to be learned), ignore, by day.
    """
    if calendar.is_empty:
        return pd.DataFrame(columns=SPECIAL_COLUMNS, index=pd.DatetimeIndex([]))
    first, last = days.min().normalize(), days.max().normalize()
    beyond = pd.Timedelta(days=14)  # a holiday just outside still has a day before or after inside
    holidays = calendar.holidays(first - beyond, last + beyond)
    events = calendar.events_between(first, last).assign(kind="event")
    parts = [events[SPECIAL_COLUMNS]]
    for kind, step in (("holiday", 0), ("day before", -1), ("day after", 1)):
        moved = [_open_day(day, step, open_weekdays) for day in holidays.index]
        part = pd.DataFrame({"kind": kind, "name": holidays.to_numpy()}, index=pd.DatetimeIndex(moved))
        parts.append(part.assign(effect=np.nan, ignore=False))
    table = pd.concat([part for part in parts if len(part)] or parts[:1])
    table = table[(table.index >= first) & (table.index <= last)]
    return table[~table.index.duplicated()].sort_index()


def learn_effects(counts: pd.Series, calendar: Calendar, open_weekdays: frozenset[int]) -> DayEffects:
    """Return the factors of holidays and events as the history shows them.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on their grid; NaN is missing. [transactions]
    calendar : Calendar
        The client's.
    open_weekdays : frozenset of int
        Those on which work is done.

    Returns
    -------
    DayEffects

    Notes
    -----
    A factor is the volume of the days of one name over what is usual on their weekday in the
    weeks around. The fewer days of that name and the noisier the series, the nearer it
    is moved to the factor of all days of its kind, which in turn is moved towards 1.
    Source: house practice, after the empirical Bayes estimate of B. Efron and C. Morris (1973).
    """
    days = pd.DatetimeIndex(counts.index)
    special = special_days(calendar, days, open_weekdays)
    place = days.normalize().get_indexer(special.index)
    special, place = special[place >= 0], place[place >= 0]
    values = counts.to_numpy(dtype=float)
    ordinary = np.ones(values.size, dtype=bool)
    ordinary[place] = False
    level = usual_level(counts.where(ordinary))
    noise = usual_noise(values[ordinary], level[ordinary])
    table = special.assign(count=values[place], level=level[place])
    table = table[(table["level"] > 0) & table["effect"].isna() & ~table["ignore"].astype(bool)]
    complete = np.isnan(values[ordinary & days.dayofweek.isin(open_weekdays)]).mean() <= RARELY_MISSING
    factors: dict[tuple[str, str], float] = {}
    usual: dict[str, float] = {}
    for kind, part in table.groupby("kind"):
        usual[str(kind)], learned = _factors_of_kind(str(kind), part, noise, gaps_are_closed=bool(complete))
        factors |= learned
    return DayEffects(calendar, open_weekdays, factors, usual)


def _factors_of_kind(
    kind: str, days: pd.DataFrame, noise: float, *, gaps_are_closed: bool
) -> tuple[float, dict[tuple[str, str], float]]:
    """Return the factor of a kind of day, and that of each name in it."""
    names = {str(name): part for name, part in days.groupby("name")}
    shut = [name for name, part in names.items() if _closed(part, gaps_are_closed=gaps_are_closed)]
    seen = days[days["count"].notna()]
    ratios = {
        str(name): (part["count"].sum() / part["level"].sum(), len(part))
        for name, part in seen.groupby("name")
    }
    usual, between = 1.0, EFFECT_SPREAD["event"] ** 2
    if kind != "event":  # events are strangers to one another; days of the other kinds are alike
        usual = _usual(kind, seen, noise) if len(seen) else float(not shut)
        between = _between(ratios, usual, noise)
    learned = {
        (kind, name): usual + (ratio - usual) * times / (times + noise**2 / between)
        for name, (ratio, times) in ratios.items()
    }
    return usual, learned | {(kind, name): 0.0 for name in shut}


def _usual(kind: str, days: pd.DataFrame, noise: float) -> float:
    """Return the factor of all days of a kind, moved towards 1 when they are few or noisy."""
    weight = len(days) / (len(days) + (noise / EFFECT_SPREAD[kind]) ** 2)
    return 1 + (days["count"].sum() / days["level"].sum() - 1) * weight


def _closed(days: pd.DataFrame, *, gaps_are_closed: bool) -> bool:
    """Return whether the days of one name never counted anything although others would have."""
    if days["kind"].iloc[0] in {"day before", "day after"} or days["count"].max() > 0:
        return False
    counted = days if gaps_are_closed else days[days["count"].notna()]
    return bool(counted["level"].sum() >= SURELY_CLOSED)


def _between(ratios: Mapping[str, tuple[float, int]], usual: float, noise: float) -> float:
    """Return how much the names of a kind differ from one another beyond chance, as a variance."""
    number = sum(times for _, times in ratios.values())
    if not number:
        return LEAST_BETWEEN**2
    distance = sum(times * (ratio - usual) ** 2 for ratio, times in ratios.values())
    return max((distance - noise**2 * len(ratios)) / number, LEAST_BETWEEN**2)


def _open_day(day: pd.Timestamp, step: int, open_weekdays: frozenset[int]) -> pd.Timestamp:
    """Return the next open day in a direction; the day itself for no step."""
    moved = day + pd.Timedelta(days=step)
    while step and open_weekdays and moved.dayofweek not in open_weekdays:
        moved += pd.Timedelta(days=step)
    return moved

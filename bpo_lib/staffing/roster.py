"""From how many people work each shift to who works when."""

import math

import numpy as np
import pandas as pd

from bpo_lib.staffing.shift_cover import DAY, DAYS, Cover, start_bands, works_on
from bpo_lib.staffing.shift_patterns import ShiftPatterns, ShiftTerms

ROSTER_COLUMNS = ["person", "kind", "weekday", "start", "pause", "end"]


def roster_of(cover: Cover, patterns: ShiftPatterns, terms: ShiftTerms) -> pd.DataFrame:
    """Return who works when.

    Parameters
    ----------
    cover : Cover
        Of a week.
    patterns : ShiftPatterns
    terms : ShiftTerms

    Returns
    -------
    DataFrame with `ROSTER_COLUMNS`
        One row per person and day: number of the person, kind of shift, weekday (0 is Monday),
        start, begin of the break (missing without one) and end. [minutes of the day]

    Notes
    -----
    Within a team the people of the day take its shifts in the same order every day, so that who
    starts early keeps starting early. Those with the same days off are spread over that order.
    """
    band, weekday = start_bands(patterns, terms), patterns.start * patterns.step_minutes // DAY
    rows, first = [], 1
    for kind, which in np.ndindex(cover.teams.shape[:2]):
        rotations = _in_order(cover.teams[kind, which])
        for day in range(DAYS):
            mine = (patterns.kind == kind) & (band == which) & (weekday == day)
            shifts = np.repeat(np.flatnonzero(mine), cover.counts[mine])
            working = [
                first + place
                for place, rotation in enumerate(rotations)
                if works_on(rotation, terms.days_per_week)[day]
            ]
            rows += [(person, day, shift) for person, shift in zip(working, shifts, strict=True)]
        first += len(rotations)
    return _readable(pd.DataFrame(rows, columns=["person", "weekday", "shift"], dtype=int), patterns)


def presence_of(roster: pd.DataFrame, break_minutes: int, step_minutes: int) -> np.ndarray:
    """Return the people at work in each interval of a week that repeats.

    Parameters
    ----------
    roster : DataFrame with `ROSTER_COLUMNS`
    break_minutes, step_minutes : int
        [minutes]

    Returns
    -------
    ndarray of int, shape (intervals,)
    """
    size = DAYS * DAY // step_minutes
    midnight = roster["weekday"] * DAY
    changes = np.zeros(2 * size, dtype=int)  # a shift of Sunday may end after the week
    taken = roster["pause"].notna()
    for moments, change in (
        (midnight + roster["start"], 1),
        ((midnight + roster["pause"])[taken], -1),
        ((midnight + roster["pause"] + break_minutes)[taken], 1),
        (midnight + roster["end"], -1),
    ):
        np.add.at(changes, (moments // step_minutes).to_numpy(dtype=int), change)
    return changes.cumsum().reshape(2, size).sum(axis=0)


def shortest_rest_hours(roster: pd.DataFrame) -> float:
    """Return the shortest time between two shifts of one person, infinite without people. [hours]"""
    ordered = roster.sort_values(["person", "weekday"])
    begin, end = (ordered["weekday"] * DAY + ordered[name] for name in ("start", "end"))
    person = ordered["person"]
    next_week = begin.groupby(person).transform("first") + DAYS * DAY
    rest = begin.groupby(person).shift(-1).fillna(next_week) - end
    return float(rest.min()) / 60 if len(rest) else math.inf


def _in_order(people: np.ndarray) -> list[int]:
    """Return the rotation of each person of a team, each rotation spread evenly over the order."""
    places = [((rank + 0.5) / count, day) for day, count in enumerate(people) for rank in range(count)]
    return [day for _, day in sorted(places)]


def _readable(assigned: pd.DataFrame, patterns: ShiftPatterns) -> pd.DataFrame:
    shift = assigned.pop("shift").to_numpy()
    midnight = assigned["weekday"].to_numpy() * DAY
    start, pause, end = (at[shift] * patterns.step_minutes - midnight for at in _moments(patterns))
    names = np.array([kind.name for kind in patterns.kinds])
    found = assigned.assign(
        kind=names[patterns.kind[shift]], start=start, pause=np.where(pause < end, pause, np.nan), end=end
    )
    return found.sort_values(["person", "weekday"], ignore_index=True)[ROSTER_COLUMNS]


def _moments(patterns: ShiftPatterns) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return patterns.start, patterns.pause, patterns.end

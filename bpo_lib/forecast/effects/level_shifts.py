"""Lasting jumps of the level: found in weekly totals, dated to the day, and bridged."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.usual_days import NORMAL_MAD, POISSON_ROOT_DEVIATION, WEEK

SPANS = ((8, 4), (13, 13))  # weeks before and after: one sees a jump early, the other a smaller one
APART = 8  # weeks between two shifts, and the days that tell the level of either side [weeks]
LEAST_WEEKS_AFTER = 3  # of a jump near the end of the history; fewer cannot be told from a busy spell
LEAST_CHANGE = 0.12  # smaller ones the methods follow by themselves [share]

LARGEST_CHANGE = 5.0

# How far beyond its usual size a change of level must be, in standard deviations: with 50 to
# 150 weeks looked at, chance alone passes this in fewer than one history of 20. House assumption.
UNUSUAL = 4.5
ENOUGH_TO_COMPARE = 40  # changes from which the usual size of a change is known [weeks]

SHIFT_COLUMNS = ["period", "before", "after"]


class _Jump(NamedTuple):
    """A change of level between two weeks, in units of its chance error."""

    week: int
    surprise: float


def level_shifts(counts: pd.Series) -> pd.DataFrame:
    """Return the days from which on a lasting new level held.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on their grid, day effects divided out; NaN is missing. [transactions]

    Returns
    -------
    DataFrame
        Columns period (first day of the new level), before and after (average day of the eight
        weeks before and of those after, up to the next shift). [transactions/day]

    Notes
    -----
    On the root of weekly means, the mean of the next four weeks is compared with that of the last
    eight, and thirteen with thirteen. The usual size of a change is that of chance between
    neighbouring weeks and, in a long history, that of all such changes: a level that always
    wanders has no shifts.
    Source: house practice.
    """
    first = len(counts) % WEEK
    table = counts.to_numpy(dtype=float)[first:].reshape(-1, WEEK)
    weeks = _means(table)
    found = [_first_day(counts, first + WEEK * jump.week) for jump in _jumps(np.sqrt(weeks))]
    rows = []
    for place, day in enumerate(found):
        end = found[place + 1] if place + 1 < len(found) else len(counts)
        start = max(found[place - 1] if place else 0, day - APART * WEEK)
        before, after = _mean(counts, start, day), _mean(counts, day, min(end, day + APART * WEEK))
        if abs(after - before) >= LEAST_CHANGE * max(before, after):
            rows.append((counts.index[day], before, after))
    return pd.DataFrame(rows, columns=SHIFT_COLUMNS)


def levelled(counts: pd.Series, shifts: pd.DataFrame) -> pd.Series:
    """Return the history brought to its level of today, so that no method learns from an old one.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes. [transactions]
    shifts : pandas.DataFrame
        As `level_shifts` found them.

    Returns
    -------
    Series
        What came before a shift times after / before; what came since as it was. Before a change
        beyond a fifth or five times it was another business, and is missing. [transactions]
    """
    factor = np.ones(len(counts))
    for period, before, after in shifts.itertuples(index=False):
        if after > 0:
            known = after < LARGEST_CHANGE * before and before < LARGEST_CHANGE * after
            factor[counts.index < period] *= after / before if known else np.nan
    return counts * factor


def _means(table: np.ndarray) -> np.ndarray:
    """Return the mean of each week; a week without counts is as the one before."""
    seen = ~np.isnan(table)
    total = np.where(seen, table, 0).sum(axis=1)
    weeks = pd.Series(np.where(seen.any(axis=1), total / np.maximum(seen.sum(axis=1), 1), np.nan))
    return weeks.ffill().bfill().to_numpy()


def _jumps(roots: np.ndarray) -> list[_Jump]:
    """Return the jumps in order of time, the most surprising ones first to be taken."""
    every = np.stack([_surprises(roots, *span) for span in SPANS])
    surprise = np.take_along_axis(every, np.abs(every).argmax(axis=0)[None], axis=0)[0]
    found: list[_Jump] = []
    while surprise.size and np.abs(surprise).max() > UNUSUAL:
        week = int(np.abs(surprise).argmax())
        found.append(_Jump(week, float(surprise[week])))
        surprise[max(week - APART + 1, 0) : week + APART] = 0
    return sorted(found)


def _surprises(roots: np.ndarray, weeks_before: int, weeks_after: int) -> np.ndarray:
    """Return by week how far the weeks from it on differ from those before, in standard deviations."""
    changes, errors = np.zeros(roots.size), np.ones(roots.size)
    for week in range(LEAST_WEEKS_AFTER + 1, roots.size - LEAST_WEEKS_AFTER + 1):
        before, after = roots[max(week - weeks_before, 0) : week], roots[week : week + weeks_after]
        changes[week] = after.mean() - before.mean()
        errors[week] = np.sqrt(1 / before.size + 1 / after.size)
    steps = np.diff(roots)
    if steps.size == 0:
        return changes
    seen = NORMAL_MAD * float(np.median(np.abs(steps - np.median(steps)))) / np.sqrt(2)
    chance = max(seen, POISSON_ROOT_DEVIATION / np.sqrt(WEEK))
    surprise = changes / (chance * errors)
    if roots.size >= ENOUGH_TO_COMPARE and surprise.any():
        usual = NORMAL_MAD * float(np.median(np.abs(surprise[surprise != 0])))
        surprise /= max(usual, 1)
    return surprise


def _first_day(counts: pd.Series, near: int) -> int:
    """Return the place of the first day of the new level: that which parts the days around it best."""
    low, high = max(near - WEEK, 1), min(near + WEEK, len(counts) - 1)
    start, end = max(near - LEAST_WEEKS_AFTER * WEEK, 0), min(near + LEAST_WEEKS_AFTER * WEEK, len(counts))
    values = counts.to_numpy(dtype=float)
    weekday = np.arange(len(counts)) % WEEK
    part = pd.Series(values[start:end])
    usual = part.groupby(weekday[start:end]).transform("mean").to_numpy()
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = np.where(usual > 0, values[start:end] / usual, np.nan)
    known = ~np.isnan(relative)
    total, number = np.cumsum(np.where(known, relative, 0)), np.cumsum(known)

    def parted(day: int) -> float:
        left, seen = total[day - start - 1], number[day - start - 1]
        right, unseen = total[-1] - left, number[-1] - seen
        return float(left**2 / max(seen, 1) + right**2 / max(unseen, 1))

    return max(range(max(low, start + 1), high + 1), key=parted)


def _mean(counts: pd.Series, start: int, end: int) -> float:
    return float(counts.iloc[start:end].mean())

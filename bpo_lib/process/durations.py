"""How long activities take: since the previous event, at work, and waiting for it."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.process.log_columns import COMPLETE, START, LogColumns

_SECONDS = 60.0  # in a minute


class ActivityMinutes(NamedTuple):
    """Median durations by activity, and what could not be timed."""

    table: pd.DataFrame
    notes: tuple[str, ...]


def activity_minutes(told: LogColumns, log: LogColumns) -> ActivityMinutes:
    """Return median durations of every activity.

    Parameters
    ----------
    told : LogColumns
        The whole log, with its starts.
    log : LogColumns
        The events that are profiled.

    Returns
    -------
    ActivityMinutes
        Table indexed by activity: `median_minutes` since the previous event of the case, and
        `median_touch_minutes` from start to completion and `median_waiting_minutes` from the latest
        earlier completion to the start where the log has both. [minutes]
    """
    elapsed = pd.Series(np.diff(log.seconds)[log.continues] / _SECONDS)
    name = log.activity_names[log.activity[1:][log.continues]]
    medians = {"median_minutes": elapsed.groupby(name).median()}
    if told.state is None or not {START, COMPLETE} <= set(np.unique(told.state)):
        return ActivityMinutes(pd.DataFrame(medians, index=log.activity_names), ())
    pairs, notes = _pairs(told)
    by_name = pairs.groupby("activity")
    medians["median_touch_minutes"] = by_name["touch"].median()
    medians["median_waiting_minutes"] = by_name["waiting"].median()
    return ActivityMinutes(pd.DataFrame(medians, index=log.activity_names), notes)


def _pairs(told: LogColumns) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return starts with their completions, the k-th of an activity in a case with the k-th.

    Only activities of a case with as many starts as completions are paired: anything else is a guess.
    """
    assert told.state is not None
    log = told.only(np.isin(told.state, [START, COMPLETE]))
    assert log.state is not None
    visit = pd.factorize(log.case.astype(np.int64) * len(log.activity_names) + log.activity)[0]
    started, completed = log.state == START, log.state == COMPLETE
    visits = int(visit.max()) + 1
    even = np.bincount(visit[started], minlength=visits) == np.bincount(visit[completed], minlength=visits)
    starts = _by_visit(visit, started & even[visit])
    ends = _by_visit(visit, completed & even[visit])
    touch = (log.seconds[ends] - log.seconds[starts]) / _SECONDS
    sound = touch >= 0
    waiting = (log.seconds - _latest_completion(log))[starts] / _SECONDS
    pairs = pd.DataFrame(
        {"activity": log.activity_names[log.activity[starts]], "touch": touch, "waiting": waiting}
    )
    unpaired, reversed_ = int(np.sum(started)) - len(starts), int(np.sum(~sound))
    return pairs[sound], _pair_notes(unpaired, reversed_)


def _by_visit(visit: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Return positions of the chosen events, visit by visit in the order of time."""
    positions = np.flatnonzero(chosen)
    return positions[np.argsort(visit[positions], kind="stable")]


def _latest_completion(log: LogColumns) -> np.ndarray:
    """Return when the case last completed something before each event; NaN before its first completion."""
    assert log.state is not None
    completed = np.r_[False, (log.state == COMPLETE)[:-1]]
    before = np.where(completed, np.arange(len(completed)) - 1, -1)
    latest = np.maximum.accumulate(before)
    first = np.repeat(log.starts, np.diff(np.r_[log.starts, len(log.case)]))
    return np.where(latest >= first, log.seconds[latest], np.nan)


def _pair_notes(unpaired: int, ended_early: int) -> tuple[str, ...]:
    notes = []
    if unpaired:
        notes.append(f"Starts without a matching completion, not timed: {unpaired:,}.")
    if ended_early:
        notes.append(f"Activities that end before they start, not timed: {ended_early:,}.")
    return tuple(notes)

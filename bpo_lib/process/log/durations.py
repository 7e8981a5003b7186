"""How long activities take: since the previous event, at work, and waiting for it."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.process.log.columns import COMPLETE, START, LogColumns

_SECONDS = 60.0  # in a minute


class LogTimes(NamedTuple):
    """Durations by activity and by case, and what could not be timed.

    `activities`: median minutes by activity; `cases`: touch_seconds and elapsed_seconds of each case,
    without columns where the log has no starts.
    """

    activities: pd.DataFrame
    cases: pd.DataFrame
    notes: tuple[str, ...]


class _Pairs(NamedTuple):
    """Starts with their completions; `sound` where none ends before it starts. Times in seconds."""

    case: np.ndarray
    activity: np.ndarray
    start: np.ndarray
    end: np.ndarray
    waiting: np.ndarray
    sound: np.ndarray
    unpaired_cases: np.ndarray


def log_times(told: LogColumns, log: LogColumns) -> LogTimes:
    """Return durations of activities and cases.

    Parameters
    ----------
    told : LogColumns
        The whole log of the same cases, with its starts.
    log : LogColumns
        The events that are profiled.

    Returns
    -------
    LogTimes
        `activities` indexed by name: `median_minutes` since the previous event of the case, and
        `median_touch_minutes` from start to completion and `median_waiting_minutes` from the latest
        earlier completion to the start where the log has both [minutes]. `cases`: the time in which
        somebody works, overlapping work counted once and NaN where a start has no completion, and the
        time from first to last event, starts included. [seconds]
    """
    elapsed = np.diff(log.seconds)[log.continues] / _SECONDS
    medians = {"median_minutes": _medians(elapsed, log.activity[1:][log.continues], log)}
    if not _has_pairs(told):
        return LogTimes(pd.DataFrame(medians, index=log.activity_names), pd.DataFrame(), ())
    pairs, notes = _pairs(told)
    place = pd.Index(log.activity_names).get_indexer(pd.Index(told.activity_names))[pairs.activity]
    known = pairs.sound & (place >= 0)
    touch = (pairs.end - pairs.start)[known] / _SECONDS
    medians["median_touch_minutes"] = _medians(touch, place[known], log)
    medians["median_waiting_minutes"] = _medians(pairs.waiting[known] / _SECONDS, place[known], log)
    return LogTimes(pd.DataFrame(medians, index=log.activity_names), _by_case(told, pairs), notes)


def _has_pairs(told: LogColumns) -> bool:
    """Whether the log has starts and completions of the same activities."""
    # Where the lifecycle is part of its name, an activity and its start are two activities.
    if told.state is None or "lifecycle" in told.classifier:
        return False
    return {START, COMPLETE} <= set(np.unique(told.state))


def _medians(minutes: np.ndarray, activity: np.ndarray, log: LogColumns) -> np.ndarray:
    found = pd.Series(minutes).groupby(activity).median()
    return found.reindex(range(len(log.activity_names))).to_numpy()


def _pairs(told: LogColumns) -> tuple[_Pairs, tuple[str, ...]]:
    """Return starts with their completions, the k-th of an activity in a case with the k-th.

    Only activities of a case with as many starts as completions are paired: anything else is a guess.
    """
    assert told.state is not None
    started, completed = told.state == START, told.state == COMPLETE
    visit = pd.factorize(told.case.astype(np.int64) * len(told.activity_names) + told.activity)[0]
    visits = int(visit.max()) + 1
    begun = np.bincount(visit[started], minlength=visits)
    even = begun == np.bincount(visit[completed], minlength=visits)
    starts = _by_visit(visit, started & even[visit])
    ends = _by_visit(visit, completed & even[visit])
    pairs = _Pairs(
        case=told.case[starts],
        activity=told.activity[starts],
        start=told.seconds[starts],
        end=told.seconds[ends],
        waiting=(told.seconds - _latest_completion(told))[starts],
        sound=told.seconds[ends] >= told.seconds[starts],
        unpaired_cases=np.unique(told.case[started & ~even[visit]]),
    )
    bare = int(np.sum(completed & (begun == 0)[visit]))
    return pairs, _pair_notes(int(np.sum(started)) - len(starts), bare, int(np.sum(~pairs.sound)))


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


def _by_case(told: LogColumns, pairs: _Pairs) -> pd.DataFrame:
    """Return touch and elapsed seconds of each case."""
    worked = np.bincount(pairs.case, weights=_own_time(pairs), minlength=told.cases).astype(float)
    worked[pairs.unpaired_cases] = np.nan
    worked[pairs.case[~pairs.sound]] = np.nan
    timed = np.zeros(told.cases, dtype=bool)
    timed[pairs.case] = True
    elapsed = told.seconds[told.ends] - told.seconds[told.starts]
    return pd.DataFrame({"touch_seconds": np.where(timed, worked, np.nan), "elapsed_seconds": elapsed})


def _own_time(pairs: _Pairs) -> np.ndarray:
    """Return the seconds of each pair that no earlier pair of its case covers."""
    order = np.lexsort((pairs.start, pairs.case))
    case, start, end = pairs.case[order], pairs.start[order], pairs.end[order]
    latest = pd.Series(end).groupby(case).cummax().to_numpy()
    covered = np.r_[-np.inf, latest[:-1]]
    covered[np.flatnonzero(np.r_[True, case[1:] != case[:-1]])] = -np.inf
    own = np.empty(len(order))
    own[order] = np.maximum(end - np.maximum(start, covered), 0)
    return own


def _pair_notes(unpaired: int, bare: int, ended_early: int) -> tuple[str, ...]:
    notes = []
    if unpaired:
        notes.append(f"Starts without a matching completion, not timed: {unpaired:,}.")
    if bare:
        notes.append(f"Completions without a start, which add nothing to touch time: {bare:,}.")
    if ended_early:
        notes.append(f"Activities that end before they start, not timed: {ended_early:,}.")
    return tuple(notes)

"""An event log as evidence: variants, rework, hand-offs and how long cases take."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.process.durations import activity_minutes
from bpo_lib.process.log_columns import COMPLETE, UNSAID, LogColumns, read_columns

ARROW = " > "
SHOWN_VARIANTS = 10


@dataclass(frozen=True, eq=False)
class EventProfile:
    """What an event log says about a process.

    Parameters
    ----------
    events, cases, activities, variants : int
        Counts of what was profiled. A variant is one sequence of activities from first to last event.
    rework_cases : int
        Cases in which some activity happens twice or more. [cases]
    handoffs : int or None
        Times the next event of a case has another resource; None when the log names no resource.
    entropy_bits : float
        Entropy of the distribution of variants. [bits]
    durations : ndarray, shape (cases,)
        From first to last event of each case. [seconds]
    variant_cases : ndarray, shape (variants,)
        Cases of each variant, largest first. [cases]
    edges : pandas.DataFrame
        Columns source, target, count: which activity directly follows which, commonest first.
    top_variants : pandas.DataFrame
        Columns variant, cases, share: the ten commonest.
    activity_table : pandas.DataFrame
        Columns activity, events, cases, rework_cases, median_minutes (since the previous event of the
        case), and where the log has starts and completions median_touch_minutes and
        median_waiting_minutes.
    notes : tuple of str
        How the log was read, and what to beware of.
    """

    events: int
    cases: int
    activities: int
    variants: int
    rework_cases: int
    handoffs: int | None
    entropy_bits: float
    durations: np.ndarray
    variant_cases: np.ndarray
    edges: pd.DataFrame
    top_variants: pd.DataFrame
    activity_table: pd.DataFrame
    notes: tuple[str, ...]

    def duration_quantile(self, q: float) -> float:
        """Return the duration that a share `q` of cases does not exceed, linear between cases. [seconds]"""
        return float(np.quantile(self.durations, q))

    def coverage(self, variants: int) -> float:
        """Return the share of cases that follow the commonest variants. [share]"""
        return float(self.variant_cases[:variants].sum() / self.cases)


def profile_events(
    events: pd.DataFrame,
    *,
    complete_only: bool = True,
    classifier: Sequence[str] = ("activity",),
    end_activities: Collection[str] | None = None,
) -> EventProfile:
    """Return what an event log says about a process.

    Parameters
    ----------
    events : pandas.DataFrame
        Columns case_id, activity, timestamp, and optionally lifecycle and resource.
    complete_only : bool
        Count completions only, where the lifecycle knows `complete`. Counting starts as well
        would show rework in every case; the notes say how many events were left out.
    classifier : sequence of str
        Columns that together name an activity, such as `("activity", "lifecycle")`.
    end_activities : collection of str, optional
        Keep only cases that end in one of them, so that running cases do not count as variants.

    Returns
    -------
    EventProfile

    Raises
    ------
    InputError
        When a column is absent, an event has no case, activity or readable time, or nothing is left.

    References
    ----------
    W. van der Aalst, "Process Mining: Data Science in Action", 2016: variants and the directly-follows
    graph. Rework and hand-offs as defined above are house practice.
    """
    told = read_columns(events, classifier)
    log = _completions(told) if complete_only else told
    log = log if end_activities is None else _ended(log, end_activities)
    minutes = activity_minutes(told, log)
    variant_cases, variants = _variants(log)
    repeats = _visits(log)
    shares = variant_cases / log.cases
    return EventProfile(
        events=len(log.case),
        cases=log.cases,
        activities=len(log.activity_names),
        variants=len(variant_cases),
        rework_cases=repeats.loc[repeats["visits"] > 1, "case"].nunique(),
        handoffs=_handoffs(log),
        entropy_bits=float(np.sum(shares * np.log2(1 / shares))),
        durations=log.seconds[log.ends] - log.seconds[log.starts],
        variant_cases=variant_cases,
        edges=_edges(log),
        top_variants=variants,
        activity_table=_activity_table(log, repeats).join(minutes.table, on="activity"),
        notes=(*log.notes, *minutes.notes, *_running_cases(log)),
    )


def _completions(log: LogColumns) -> LogColumns:
    """Return completions only, when the lifecycle knows them; an event without a state counts as one."""
    if log.state is None or COMPLETE not in log.state:
        return log
    kept = (log.state == COMPLETE) | (log.state == UNSAID)
    if kept.all():
        return log
    dropped = int(np.sum(~kept))
    notes = [
        f"Completions only: {dropped:,} of {len(kept):,} events mark a start or another state; left out."
    ]
    lost = np.setdiff1d(log.activity, log.activity[kept])
    if lost.size:
        names = ", ".join(str(name) for name in log.activity_names[lost])
        notes.append(f"Never completed in the log, and so left out: {names}.")
    unfinished = log.cases - len(np.unique(log.case[kept]))
    if unfinished:
        notes.append(f"Cases that completed nothing, and so left out: {unfinished:,}.")
    return log.only(kept, *notes)


def _ended(log: LogColumns, end_activities: Collection[str]) -> LogColumns:
    """Return the cases whose last event is one of the given activities."""
    unknown = set(end_activities) - set(log.activity_names)
    if unknown:
        raise InputError(f"no event of the log is called {', '.join(sorted(unknown))}")
    finished = np.isin(log.activity_names[log.activity[log.ends]], list(end_activities))
    running = int(np.sum(~finished))
    return log.only(finished[log.case], f"{running:,} of {log.cases:,} cases had not ended and are left out.")


def _variants(log: LogColumns) -> tuple[np.ndarray, pd.DataFrame]:
    """Return cases by variant, largest first, and the commonest in words."""
    # The bytes of a case's activity numbers compare exactly, and far faster than texts would.
    text, width = log.activity.astype(np.uint32).tobytes(), np.uint32().itemsize
    bounds = np.r_[log.starts, len(log.activity)] * width
    keys = [text[start:end] for start, end in pairwise(bounds)]
    variant, distinct = pd.factorize(np.asarray(keys, dtype=object))
    count = np.bincount(variant)
    order = np.argsort(-count, kind="stable")
    shown = order[:SHOWN_VARIANTS]
    words = [
        ARROW.join(map(str, log.activity_names[np.frombuffer(distinct[number], dtype=np.uint32)]))
        for number in shown
    ]
    table = pd.DataFrame({"variant": words, "cases": count[shown], "share": count[shown] / log.cases})
    return count[order], table


def _visits(log: LogColumns) -> pd.DataFrame:
    """Return how often each case passes each activity."""
    kinds = len(log.activity_names)
    pair, visits = np.unique(log.case.astype(np.int64) * kinds + log.activity, return_counts=True)
    return pd.DataFrame({"case": pair // kinds, "activity": pair % kinds, "visits": visits})


def _handoffs(log: LogColumns) -> int | None:
    if log.resource is None:
        return None
    before, after = log.resource[:-1], log.resource[1:]
    return int(np.sum(log.continues & (before != after) & (before >= 0) & (after >= 0)))


def _edges(log: LogColumns) -> pd.DataFrame:
    """Return the directly-follows graph, commonest edge first."""
    kinds = len(log.activity_names)
    code = log.activity[:-1].astype(np.int64) * kinds + log.activity[1:]
    pair, count = np.unique(code[log.continues], return_counts=True)
    source, target = np.divmod(pair, kinds)
    edges = pd.DataFrame(
        {"source": log.activity_names[source], "target": log.activity_names[target], "count": count}
    )
    return edges.sort_values(["count", "source", "target"], ascending=[False, True, True], ignore_index=True)


def _activity_table(log: LogColumns, visits: pd.DataFrame) -> pd.DataFrame:
    """Return one row per activity, commonest first."""
    kinds = len(log.activity_names)
    table = pd.DataFrame(
        {
            "activity": log.activity_names,
            "events": np.bincount(log.activity, minlength=kinds),
            "cases": np.bincount(visits["activity"], minlength=kinds),
            "rework_cases": np.bincount(visits.loc[visits["visits"] > 1, "activity"], minlength=kinds),
        }
    )
    return table.sort_values("events", ascending=False, kind="stable", ignore_index=True)


def _running_cases(log: LogColumns) -> list[str]:
    """Return a caution when cases end in many ways: some of them are probably still running."""
    last = np.bincount(log.activity[log.ends])
    ways = int(np.count_nonzero(last))
    if ways == 1:
        return []
    commonest = str(log.activity_names[np.argmax(last)])
    caution = (
        f"Cases end in {ways} different activities, {last.max() / log.cases:.0%} of them in '{commonest}'. "
        "Some may still be running, which cuts their variant and duration short."
    )
    return [caution]

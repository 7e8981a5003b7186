"""An event log as evidence: variants, rework, hand-offs and how long cases take."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.process.log.arrivals import Arrivals, arrivals_of
from bpo_lib.process.log.case_figures import case_table, steps_taken, variant_table, variants_of, visits_of
from bpo_lib.process.log.columns import COMPLETE, OTHER, START, UNSAID, LogColumns, read_columns
from bpo_lib.process.log.durations import LogTimes, log_times
from bpo_lib.process.log.event_profile import EventProfile

_SKEW = 5.0  # mean against median from which a mean misleads (house assumption)


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
        Columns case_id, activity, timestamp, and optionally lifecycle and resource. Times may be texts,
        with or without UTC offsets, or times of Python or pandas; case ids may be numbers or texts.
    complete_only : bool
        Count completions only, where the lifecycle knows `complete`. Counting starts as well
        would show rework in every case; the notes say how many events were left out.
    classifier : str or sequence of str
        Columns that together name an activity, such as `("activity", "lifecycle")`.
    end_activities : str or collection of str, optional
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
    # One name alone is a text, and a text is a collection of its letters.
    classifier = (classifier,) if isinstance(classifier, str) else classifier
    end_activities = {end_activities} if isinstance(end_activities, str) else end_activities
    told = read_columns(events, classifier)
    log = _completions(told) if complete_only else _every_state(told)
    log = log if end_activities is None else _ended(log, end_activities)
    whole = told if log.cases == told.cases else told.only(np.isin(told.case, log.case_of))
    return _profile(log, log_times(whole, log), arrivals_of(told))  # running cases have arrived as well


def _profile(log: LogColumns, times: LogTimes, arrivals: Arrivals) -> EventProfile:
    variants, visits = variants_of(log), visits_of(log)
    per_case = case_table(log, variants, visits, times.cases)
    shares = variants.cases / log.cases
    ends = _by_activity(log, log.ends)
    return EventProfile(
        events=len(log.case),
        cases=log.cases,
        activities=len(log.activity_names),
        variants=len(variants.cases),
        rework_cases=int(per_case["rework"].sum()),
        handoffs=None if log.resource is None else int(per_case["handoffs"].sum()),
        entropy_bits=float(np.sum(shares * np.log2(1 / shares))),
        durations=per_case["seconds"].to_numpy(),
        variant_cases=variants.cases,
        edges=_edges(log),
        top_variants=variant_table(log, variants),
        activity_table=_activity_table(log, visits).join(times.activities, on="activity"),
        per_case=per_case,
        steps_taken=steps_taken(log, visits, variants),
        starts=_by_activity(log, log.starts),
        ends=ends,
        arrivals=arrivals.days,
        arrival_hours=arrivals.hours,
        resources=None if log.resource is None else len(np.unique(log.resource[log.resource >= 0])),
        resource_missing_share=None if log.resource is None else float(np.mean(log.resource < 0)),
        seconds_between_arrivals=arrivals.seconds_between,
        simulated_clock=log.simulated,
        notes=(*log.notes, *times.notes, *_running_cases(log, ends), *_long_tail(per_case["seconds"])),
    )


def _completions(log: LogColumns) -> LogColumns:
    """Return completions only, when the lifecycle knows them; an event without a state counts as one."""
    if log.state is None or COMPLETE not in log.state:
        return _without_completions(log)
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


def _without_completions(log: LogColumns) -> LogColumns:
    """Return the log as it is, and that its lifecycle could tell activities further apart."""
    if log.state is None or not (log.state == OTHER).any() or len(log.classifier) > 1:
        return log
    words = (
        "The lifecycle of the log knows no completion: every event counts, and activities are told apart by "
        "their name alone. With the lifecycle in the classifier there would be more routes."
    )
    return replace(log, notes=(*log.notes, words))


def _every_state(log: LogColumns) -> LogColumns:
    """Return the log as it is, and that starts count as well, where it has starts and completions."""
    if log.state is None or not {START, COMPLETE} <= set(np.unique(log.state)):
        return log
    words = "Starts count as well as completions, so a step with both counts as done twice."
    return replace(log, notes=(*log.notes, words))


def _ended(log: LogColumns, end_activities: Collection[str]) -> LogColumns:
    """Return the cases whose last event is one of the given activities."""
    unknown = set(end_activities) - set(log.activity_names)
    if unknown:
        raise InputError(f"no event of the log is called {', '.join(sorted(unknown))}")
    finished = np.isin(log.activity_names[log.activity[log.ends]], list(end_activities))
    running = int(np.sum(~finished))
    return log.only(finished[log.case], f"{running:,} of {log.cases:,} cases had not ended and are left out.")


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


def _by_activity(log: LogColumns, events: np.ndarray) -> pd.Series:
    """Return cases by the activity of one of their events, commonest first."""
    count = np.bincount(log.activity[events], minlength=len(log.activity_names))
    cases = pd.Series(count, index=log.activity_names, name="cases")
    return cases[cases > 0].sort_values(ascending=False, kind="stable")


def _running_cases(log: LogColumns, ends: pd.Series) -> tuple[str, ...]:
    """Return a caution when cases end in many ways: some of them are probably still running."""
    if len(ends) == 1:
        return ()
    caution = (
        f"Cases end in {len(ends)} different activities, {ends.iloc[0] / log.cases:.0%} of them in "
        f"'{ends.index[0]}'. Some may still be running, which cuts their variant and duration short."
    )
    return (caution,)


def _long_tail(seconds: pd.Series) -> tuple[str, ...]:
    """Return a caution when a few long cases carry the mean far from the median."""
    mean, median = float(seconds.mean()), float(seconds.median())
    if not mean > _SKEW * median:
        return ()
    below = float((seconds < mean).mean())
    caution = (
        f"The average duration says little: {below:.0%} of cases take less. The report gives the median "
        "and the tail instead."
    )
    return (caution,)

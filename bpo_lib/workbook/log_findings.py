"""The event log in sentences: medians and tails, work against waiting, how sure each figure is."""

from collections.abc import Callable
from typing import Any

from bpo_lib.engagement import Engagement
from bpo_lib.process import EventProfile, ProcessEvidence, process_evidence
from bpo_lib.workbook import numbers

Sentences = tuple[str, ...]

_MINUTE = 60  # seconds


def log_findings(case: Engagement) -> Sentences:
    """Return what a client's event log shows, for a board; nothing without a log.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        The first sentence stands alone: the summary may repeat it.
    """
    evidence = process_evidence(case)
    profile = evidence.profile
    if profile is None:
        return ()
    said = (
        _turnaround(profile),
        _routes(profile),
        _work(profile),
        _rework(profile),
        _hand_offs(profile),
        _exceptions(evidence, profile),
        _running(case, profile),
    )
    return tuple(filter(None, said))


def _turnaround(profile: EventProfile) -> str:
    half, tail = (_time(profile.duration_quantile(q)) for q in (0.5, 0.9))
    cases = f"the {numbers.count(profile.cases)} cases in the log"
    longest = f"the longest took {_time(profile.max_seconds)}"
    spread = _range(profile, "p90_seconds", _time)
    if half == tail:
        return f"Nine in ten of {cases} finish within {tail}{spread}; {longest}."
    return f"Half of {cases} finish within {half}, nine in ten within {tail}{spread}; {longest}."


def _routes(profile: EventProfile) -> str:
    if profile.variants == 1:
        return "Every case takes the same route."
    usual = profile.variants_for_most
    covered = numbers.percent(profile.coverage(usual))
    way = "the commonest covers" if usual == 1 else f"the {numbers.count(usual)} commonest cover"
    alone = numbers.percent(profile.singleton_share)
    return (
        f"Cases take {numbers.count(profile.variants)} different routes; {way} {covered} of them, "
        f"and {alone} of cases go a way that no other goes."
    )


def _work(profile: EventProfile) -> str:
    share, touched = profile.touch_share, profile.touch_quantile(0.5)
    if share is None or touched is None:
        return ""
    return (
        f"Somebody works on a case for {numbers.percent(share)} of the time it takes, nights and weekends "
        f"included, and for {_time(touched)} in the median case; the rest of the time it waits."
    )


def _rework(profile: EventProfile) -> str:
    if not profile.rework_cases:
        return "No case repeats a step that was already done."
    often = profile.activity_table.loc[profile.activity_table["rework_cases"].idxmax(), "activity"]
    spread = _range(profile, "rework_share", numbers.percent)
    share = numbers.percent(profile.rework_share)
    return f"{share} of cases{spread} repeat a step that was already done, most often {often}."


def _hand_offs(profile: EventProfile) -> str:
    if profile.handoffs_per_case is None:
        return ""
    spread = _range(profile, "handoffs_per_case", numbers.ratio)
    return f"A case changes hands {numbers.ratio(profile.handoffs_per_case)} times on average{spread}."


def _exceptions(evidence: ProcessEvidence, profile: EventProfile) -> str:
    share = evidence.exception_case_share
    if not share:
        return ""
    said = f"{numbers.percent(share)} of cases{_range(profile, 'exception_share', numbers.percent)}"
    if evidence.unwritten_log_share is None:
        return f"{said} leave the usual routes."
    if not evidence.unwritten_log_share:
        return f"{said} are exceptions, and every one of them has a written path."
    bare = numbers.percent(evidence.unwritten_log_share)
    return f"{said} are exceptions, and {bare} of these come to a step that nobody has written down."


def _running(case: Engagement, profile: EventProfile) -> str:
    """Return how many cases may still be running, and how to leave them out."""
    if case.profile.log.end_activities or len(profile.ends) == 1:
        return ""
    others = profile.cases - int(profile.ends.iloc[0])
    usual = profile.ends.index[0]
    end = "One case ends" if others == 1 else f"{numbers.count(others)} cases end"
    return (
        f"{end} otherwise than in {usual} and may still be running: name the activities that end a case in "
        "client.yml, and running ones are left out."
    )


def _time(seconds: float) -> str:
    return numbers.duration(seconds / _MINUTE)


def _range(profile: EventProfile, figure: str, show: Callable[[Any], str]) -> str:
    """Return the range of a figure in brackets; nothing where it shows no width."""
    row = profile.intervals.set_index("figure").loc[figure]
    low, high = show(row["low"]), show(row["high"])
    return "" if low == high else f" ({low} to {high})"

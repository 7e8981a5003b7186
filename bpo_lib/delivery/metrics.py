"""What is measured, how, and against which target: the part of a contract most disputes are about."""

from math import isnan
from typing import NamedTuple

import pandas as pd

from bpo_lib.delivery.plan import QUALITY
from bpo_lib.delivery.quality_gate import chance_of_false_alarm
from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.process import process_evidence
from bpo_lib.staffing import WorkTerms

SAMPLE = 300  # cases checked each month where quality is sampled; house assumption
BETTER = 0.01  # how far above the target a provider is that should not be blamed; house assumption
SECONDS_PER_DAY = 86_400
UNMEASURED = "no target before three months are measured: no event log was given"


class Metric(NamedTuple):
    """One metric with its measurement logic; braces are filled from the client's own figures."""

    metric: str
    measures: str
    formula: str
    left_out: str
    source: str
    window: str
    target: str
    owner: str


PHONE_WORDS = {
    "people": "callers",
    "system": "phone system",
    "handling_parts": "talk, hold and wrap-up time",
}
CHAT_WORDS = {
    "people": "people who write",
    "system": "chat system",
    "handling_parts": "time agents attend to chats, shared between those open at once, and wrap-up time",
}

LIVE = (
    Metric(
        "Service level",
        "whether {people} reach somebody in time",
        "{item}s answered within {answer_seconds:.0f} seconds, of all offered except those given up sooner",
        "outages of the client's network, agreed within two working days",
        "{system}, by half-hour",
        "month, every {item}; each week is reported",
        "at least {service_level:.0%}",
        "provider's service manager",
    ),
    Metric(
        "Abandonment",
        "{people} who give up",
        "{item}s given up after the answer time, of all offered",
        "{item}s given up sooner",
        "{system}",
        "month, every {item}",
        "no more than the client's own last twelve months; measure before signature",
        "provider's service manager",
    ),
    Metric(
        "Handling time (AHT)",
        "time an agent spends on one {item}",
        "{handling_parts}, over {item}s handled",
        "nothing; a transfer counts once, with the time of all who took part",
        "{system}",
        "month, every {item}",
        "about {handling_minutes:.1f} minutes; watched, never rewarded alone",
        "provider's service manager",
    ),
    Metric(
        "Resolved at first contact (FCR)",
        "{people} who need not come back",
        "{item}s without another from the same customer on the same subject within 7 days, of those handled",
        "subjects agreed as follow-up, such as a technician's visit",
        "customer record joined to the {system}",
        "month, every {item}; reported 7 days later",
        "at least {outcome_share:.0%}, the client's own baseline",
        "provider's quality lead",
    ),
    Metric(
        "Customer satisfaction",
        "what {people} say of the contact",
        "answers in the two best of five classes, of all answers",
        "nothing",
        "short question after the {item}, to a random share of {people}",
        "quarter, 400 answers",
        "no worse than the client's last quarter; shown with its range",
        "client's contract owner",
    ),
)

BACK_OFFICE = (
    Metric(
        "Turnaround",
        "how long one {item} takes from arrival to done",
        "days within which nine in ten {item}s of the window are done",
        "days spent waiting for the client, stamped in the workflow",
        "workflow or event log",
        "month, every {item}",
        "{turnaround_target}",
        "provider's service manager",
    ),
    Metric(
        "Backlog age",
        "work that waits too long",
        "open {item}s older than the turnaround target, of all open",
        "{item}s waiting for the client",
        "workflow, every evening",
        "day, every {item}; each week is reported",
        "no more than one in twenty at the end of any week",
        "provider's team lead",
    ),
    Metric(
        "Outcome",
        "work that ends as it should",
        "{item}s that end in the agreed outcome, of those finished",
        "those stopped by the client",
        "workflow",
        "month, every {item}",
        "at least {outcome_share:.0%}, the client's own baseline",
        "provider's quality lead",
    ),
    Metric(
        "Rework",
        "steps done twice",
        "{item}s in which a step happens again, of those finished",
        "repeats the client asked for",
        "event log, completed steps only",
        "month, every {item}",
        "{rework_target}",
        "provider's quality lead",
    ),
    Metric(
        "Exceptions",
        "work that leaves the main path",
        "{item}s that pass an exception step, by kind, of those finished",
        "nothing",
        "event log or tally of four weeks",
        "month, every {item}",
        "none, for the client is the cause as often as the provider; causes are reviewed",
        "client's process owner",
    ),
)

SHARED = (
    Metric(
        "Quality",
        "whether the work is right",
        "{item}s right on every point that matters, of those checked",
        "cases whose rule changed within the last ten working days",
        "sample drawn at random, scored by both sides",
        "month, {sample} checked",
        "{quality_target}",
        "provider's quality lead, calibrated with the client each month",
    ),
    Metric(
        "Forecast error",
        "how well the plan meets the work",
        "volume missed, over or under, by month, of the volume there was",
        "events both sides agree nobody could foresee",
        "forecast filed at the start of the month against the count",
        "three months rolling",
        "{forecast_target}",
        "provider's planning",
    ),
    Metric(
        "Attrition",
        "people who leave the team",
        "leavers in twelve months, of the average headcount",
        "end of agreed temporary work",
        "provider's staff list for this client",
        "month, twelve months rolling",
        "stated by the provider before signature, then held",
        "provider's service manager",
    ),
)


def metrics(case: Engagement) -> pd.DataFrame:
    """Return the metrics that suit the kind of operation, with targets from the client's own figures.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        metric, measures, formula, left_out, source, window, target, owner. The target for quality
        states how often a provider that is a little better misses it by chance alone.
    """
    own = LIVE if case.profile.answers_live else BACK_OFFICE
    figures = _figures(case)
    rows = [[cell.format(**figures) for cell in metric] for metric in (*own, *SHARED)]
    return pd.DataFrame(rows, columns=list(Metric._fields))


def _figures(case: Engagement) -> dict[str, str | float]:
    """Return what the texts above are filled with."""
    return {
        **case.of(WorkTerms).model_dump(),
        **(CHAT_WORDS if case.profile.holds_several else PHONE_WORDS),
        "item": case.profile.transaction,
        "sample": SAMPLE,
        "turnaround_target": _turnaround_target(case),
        "rework_target": _rework_target(case),
        "quality_target": _quality_target(case),
        "forecast_target": _forecast_target(volume_outlook(case).wape),
    }


def _quality_target(case: Engagement) -> str:
    """Return the target for sampled quality, and how often it would blame a provider that is good enough."""
    target, _ = QUALITY[case.profile.operation]
    alarm = chance_of_false_alarm(SAMPLE, target, target + BETTER)
    return (
        f"at least {target:.0%}; a provider at {target + BETTER:.0%} misses it by chance in {alarm:.0%} of "
        "months, so a credit is due at the second miss in three months (house assumption)"
    )


def _forecast_target(error: float) -> str:
    if isnan(error):
        return "no target before the forecast has been tested against six months"
    return f"no worse than {error:.0%}, the error of the back-test in this report"


def _turnaround_target(case: Engagement) -> str:
    profile = process_evidence(case).profile
    if profile is None:
        return UNMEASURED
    days = profile.duration_quantile(0.9) / SECONDS_PER_DAY
    return f"within {days:.1f} days, the client's own nine-in-ten figure from the event log"


def _rework_target(case: Engagement) -> str:
    profile = process_evidence(case).profile
    if profile is None:
        return UNMEASURED
    share = profile.rework_cases / profile.cases
    return f"no more than {share:.0%}, the client's own share from the event log"

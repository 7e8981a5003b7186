"""What is measured, how, and against which target: the part of a contract most disputes are about."""

from math import isnan
from typing import NamedTuple

import pandas as pd

from bpo_lib.delivery.gate_test import chance_of_false_alarm
from bpo_lib.delivery.plan import QUALITY
from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.process import process_evidence
from bpo_lib.staffing import WorkTerms

SAMPLE = 300  # cases checked each month where quality is sampled; house assumption
SECONDS_PER_DAY = 86_400


class Metric(NamedTuple):
    """One metric with its measurement logic.

    `chance_of_false_alarm` is how often a provider that is a little better than the target
    misses it by chance alone; None where the target is not a share of a sample. [share]
    """

    metric: str
    measures: str
    counted: str
    population: str
    left_out: str
    source: str
    window: str
    minimum_sample: str
    target: str
    owner: str
    chance_of_false_alarm: float | None = None


def metrics(case: Engagement) -> pd.DataFrame:
    """Return the metrics that suit the kind of operation, with targets from the client's own figures.

    Returns
    -------
    pandas.DataFrame
        One row per metric with the fields of `Metric`.
    """
    kind = _voice_metrics if case.profile.operation == "voice" else _back_office_metrics
    table = pd.DataFrame([*kind(case), *_shared_metrics(case)], columns=list(Metric._fields))
    return table.astype({"chance_of_false_alarm": float})


def _voice_metrics(case: Engagement) -> list[Metric]:
    work, call = case.of(WorkTerms), case.profile.transaction
    return [
        Metric(
            "Service level",
            "whether callers reach somebody in time",
            f"{call}s answered within {work.answer_seconds:.0f} seconds",
            f"all {call}s offered, those given up after the answer time included",
            "outages of the client's network, agreed within two working days",
            "phone system, by half-hour",
            "month; each week is reported",
            "every call",
            f"at least {work.service_level:.0%} in each month",
            "provider's service manager",
        ),
        Metric(
            "Abandonment",
            "callers who give up",
            f"{call}s given up after the answer time",
            f"all {call}s offered",
            f"{call}s given up sooner",
            "phone system",
            "month",
            "every call",
            "no more than the client's own last twelve months; measure before signature",
            "provider's service manager",
        ),
        Metric(
            "Handling time (AHT)",
            "time an agent spends on one call",
            "talk, hold and wrap-up time",
            f"{call}s handled",
            "transfers counted once, with the time of all who took part",
            "phone system",
            "month",
            "every call",
            f"about {work.handling_minutes:.1f} minutes; watched, never rewarded alone",
            "provider's service manager",
        ),
        Metric(
            "Resolved at first contact (FCR)",
            "callers who need not call again",
            f"{call}s without another from the same customer on the same subject within 7 days",
            f"{call}s handled",
            "subjects agreed as follow-up, such as a technician's visit",
            "customer record joined to the phone system",
            "month, reported 7 days later",
            "every call",
            f"at least {work.outcome_share:.0%}, the client's own baseline",
            "provider's quality lead",
        ),
        _quality_metric(
            case, "calls heard and scored right on every critical point", "recordings, drawn at random"
        ),
        Metric(
            "Customer satisfaction",
            "what callers say of the contact",
            "answers in the two best of five classes",
            "all answers",
            "none",
            "short question after the call, to a random share of callers",
            "quarter",
            "400 answers",
            "no worse than the client's last quarter; shown with its range",
            "client's contract owner",
        ),
    ]


def _back_office_metrics(case: Engagement) -> list[Metric]:
    work, item = case.of(WorkTerms), case.profile.transaction
    return [
        Metric(
            "Turnaround",
            f"how long one {item} takes from arrival to done",
            f"days until nine in ten {item}s are done",
            f"{item}s finished in the window",
            "days spent waiting for the client, stamped in the workflow",
            "workflow or event log",
            "month",
            f"every {item}",
            _turnaround_target(case),
            "provider's service manager",
        ),
        Metric(
            "Backlog age",
            "work that is waiting too long",
            f"open {item}s older than the turnaround target",
            f"all open {item}s",
            f"{item}s waiting for the client",
            "workflow, every evening",
            "day; each week is reported",
            f"every {item}",
            "no more than one in twenty at the end of any week",
            "provider's team lead",
        ),
        _quality_metric(
            case, f"{item}s right in every field that matters", "random sample, checked by the client"
        ),
        Metric(
            "Outcome",
            "work that ends as it should",
            f"{item}s that end in the agreed outcome",
            f"{item}s finished in the window",
            "those stopped by the client",
            "workflow",
            "month",
            f"every {item}",
            f"at least {work.outcome_share:.0%}, the client's own baseline",
            "provider's quality lead",
        ),
        Metric(
            "Rework",
            "steps done twice",
            f"{item}s in which a step happens again",
            f"{item}s finished in the window",
            "repeats the client asked for",
            "event log, completed steps only",
            "month",
            f"every {item}",
            _rework_target(case),
            "provider's quality lead",
        ),
        Metric(
            "Exceptions",
            "work that leaves the main path",
            f"{item}s that pass an exception step, by kind",
            f"{item}s finished in the window",
            "none",
            "event log or tally of four weeks",
            "month",
            f"every {item}",
            "none: the client's cause as often as the provider's; trend and causes reviewed",
            "client's process owner",
        ),
    ]


def _shared_metrics(case: Engagement) -> list[Metric]:
    return [
        Metric(
            "Forecast error",
            "how well the plan meets the work",
            "volume missed, over or under, by month",
            "volume of the same months",
            "events both sides agree nobody could foresee",
            "forecast filed at the start of the month against the count",
            "three months rolling",
            "three months",
            _forecast_target(volume_outlook(case).wape),
            "provider's planning",
        ),
        Metric(
            "Attrition",
            "people who leave the team",
            "leavers in twelve months",
            "average headcount of the team",
            "end of agreed temporary work",
            "provider's staff list for this client",
            "month, twelve months rolling",
            "everyone",
            "stated by the provider before signature, then held",
            "provider's service manager",
        ),
    ]


def _quality_metric(case: Engagement, counted: str, source: str) -> Metric:
    """Return the sampled quality metric, with the chance that it blames a provider that is good enough."""
    target, _ = QUALITY[case.profile.operation]
    slightly_better = target + 0.01
    return Metric(
        "Quality",
        "whether the work is right",
        counted,
        "cases checked",
        "cases whose rule changed within the last ten working days",
        source,
        "month",
        f"{SAMPLE} cases",
        f"at least {target:.0%}; two misses in three months before a credit is due (house assumption)",
        "provider's quality lead, calibrated with the client each month",
        chance_of_false_alarm(SAMPLE, target, slightly_better),
    )


def _forecast_target(error: float) -> str:
    if isnan(error):
        return "no target before the forecast has been tested against six months"
    return f"no worse than {error:.0%}, the error of the back-test in this report"


def _turnaround_target(case: Engagement) -> str:
    profile = process_evidence(case).profile
    if profile is None:
        return "no target before three months are measured: no event log was given"
    days = profile.duration_quantile(0.9) / SECONDS_PER_DAY
    return f"within {days:.1f} days, the client's own nine-in-ten figure from the event log"


def _rework_target(case: Engagement) -> str:
    profile = process_evidence(case).profile
    if profile is None:
        return "no target before three months are measured: no event log was given"
    return (
        f"no more than {profile.rework_cases / profile.cases:.0%}, the client's own share from the event log"
    )

"""The transition plan: stages with an owner, an entry, and an exit that is a test."""

import datetime as dt
from functools import lru_cache
from math import floor
from typing import NamedTuple

import pandas as pd

from bpo_lib.delivery.quality_gate import CONFIDENCE, QualityTest, quality_test
from bpo_lib.engagement import Engagement
from bpo_lib.fit import FitResult, score_fit
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.staffing import WorkTerms, staffing_plan

COLUMNS = [
    "stage", "start", "end", "owner", "entry", "exit_test", "provider_fte_share", "provider_fte",
]  # fmt: skip

# Quality to be shown before a stage ends, and the quality at which a provider should pass.
# House assumptions; a contract names its own.
QUALITY = {"voice": (0.90, 0.94), "chat": (0.90, 0.94), "back_office": (0.95, 0.97)}

LIFTING_MONTHS = 3.0  # to lift a gate before anything else starts; house assumption
PREPARATION_SHARE = 0.75  # of the transition's length, at least a month; house assumption
HYPERCARE_SHARE = 1 / 3  # of the transition's length, at least a month; house assumption

# Where the transition's own length goes, from start to full volume. House assumption.
LEARNING, PILOT = 0.30, 0.15
RAMP = {0.25: 0.15, 0.50: 0.15, 0.75: 0.15, 1.00: 0.10}
PILOT_SHARE = 0.10


class Stage(NamedTuple):
    """One stage, counted in months from the start of the contract."""

    name: str
    start_month: float
    end_month: float
    owner: str
    entry: str
    exit_test: str
    provider_share: float


@lru_cache(maxsize=8)
def transition_plan(case: Engagement) -> pd.DataFrame:
    """Return the way from today's team to normal service at the provider.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        One row per stage: stage, start and end (dates), owner, entry, exit_test, the share of the
        staff that is the provider's [share] and how many that is in its month [FTE].

    Notes
    -----
    The transition of `deal.transition_months` starts with the contract; preparation comes before it and
    hypercare after it. A gate that stops the move puts its own stage in front. How the length is shared
    out, and the quality to be shown, are house assumptions; sample sizes are computed.
    """
    fit = score_fit(case)
    length = case.of(DealTerms).transition_months
    test = quality_test(*QUALITY[case.profile.operation])
    stages = [*_preparation(case, fit, length), *_transfer(case, length, test), *_service(case, length)]
    rows = [
        (
            stage.name,
            _date(case, stage.start_month),
            _last_day(case, stage),
            stage.owner,
            stage.entry,
            stage.exit_test,
            stage.provider_share,
            stage.provider_share * _paid_fte(case, stage.start_month),
        )
        for stage in stages
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _preparation(case: Engagement, fit: FitResult, length: float) -> list[Stage]:
    """Return what has to be done before the contract starts."""
    months = max(1.0, PREPARATION_SHARE * length)
    bearing = fit.route_gates
    stopped = bearing[bearing["status"] == "stopped"]
    still_open = bearing[bearing["status"] == "open"]
    lifting = Stage(
        "Lift the gates",
        -months - LIFTING_MONTHS,
        -months,
        "client",
        f"the fit is judged '{fit.verdict}'",
        _sentence_list(stopped["lifts"]),
        0.0,
    )
    settled = f"gates settled: {', '.join(still_open['gate'])}" if len(still_open) else "no gate is open"
    return [
        *([lifting] if len(stopped) else []),
        Stage(
            "Due diligence",
            -months,
            -months / 2,
            "provider, with the client's process owner",
            f"provider chosen; {settled}",
            "volume, handling time and quality of today signed by both; every surprise priced or waived",
            0.0,
        ),
        Stage(
            "Design and access",
            -months / 2,
            0.0,
            "client and provider",
            "baseline signed",
            f"every role has its access and has logged in once; {_documents(case)}; way back rehearsed",
            0.0,
        ),
    ]


def _transfer(case: Engagement, length: float, test: QualityTest) -> list[Stage]:
    """Return knowledge transfer, pilot and ramp, each ended by the same test on its own cases."""
    first_wave = 0.25 * _paid_fte(case, length)
    ready = length * LEARNING
    stages = [
        Stage(
            "Knowledge transfer",
            0.0,
            ready,
            "client's experts",
            "contract started, access works",
            f"the first {max(first_wave, 1):.0f} agents each handle 20 cases alone while an expert watches, "
            "and explain every exception path",
            0.0,
        )
    ]
    at = ready + length * PILOT
    stages.append(
        Stage(
            "Pilot volume",
            ready,
            at,
            "provider's team lead",
            "knowledge transfer passed",
            _quality_words(case, test, PILOT_SHARE, length * PILOT),
            PILOT_SHARE,
        )
    )
    previous = "pilot passed"
    for share, part in RAMP.items():
        exit_test = f"{_quality_words(case, test, share, length * part)}; {_service_words(case)}"
        end = at + length * part
        stages.append(
            Stage(f"Ramp to {share:.0%}", at, end, "provider's service manager", previous, exit_test, share)
        )
        at, previous = end, f"{share:.0%} passed, backlog no older than before"
    return stages


def _service(case: Engagement, length: float) -> list[Stage]:
    """Return hypercare and normal service."""
    hypercare = max(1.0, HYPERCARE_SHARE * length)
    return [
        Stage(
            "Hypercare",
            length,
            length + hypercare,
            "provider, daily with the client",
            "full volume passed",
            f"{_service_words(case)} in the last month; no open cause of error older than ten working days; "
            "client's team released",
            1.0,
        ),
        Stage(
            "Business as usual",
            length + hypercare,
            float(case.profile.term_months),
            "client's contract owner",
            "hypercare passed",
            "every target of the governance pack met month by month; exit plan rehearsed once a year",
            1.0,
        ),
    ]


def _quality_words(case: Engagement, test: QualityTest, share: float, months: float) -> str:
    """Return the quality test of a stage, and whether the stage holds enough cases for it."""
    cases = share * months * _volume(case)
    words = f"at most {test.allowed_defects} of {test.sample} checked {case.profile.transaction}s wrong"
    if share == PILOT_SHARE:  # said once: the stages after it repeat the test
        words += (
            f" (then quality is at least {test.target:.0%} with {CONFIDENCE:.0%} confidence; "
            f"a provider at {test.expected:.0%} passes {test.chance_to_pass:.0%} of the time)"
        )
    if cases < test.sample:
        return f"{words}; about {cases:,.0f} arrive in the stage, so it lasts until {test.sample} are checked"
    return words


def _service_words(case: Engagement) -> str:
    work = case.of(WorkTerms)
    if case.profile.answers_live:
        return (
            f"{work.service_level:.0%} of {case.profile.transaction}s answered within "
            f"{work.answer_seconds:.0f} seconds on ten working days running"
        )
    return "turnaround no longer than the client's own on ten working days running"


def _documents(case: Engagement) -> str:
    """Return how many steps still lack a written procedure."""
    if case.steps.empty:
        return "a step table is drawn and every step has a written procedure"
    unwritten = case.steps["document"].astype("string").fillna("").str.strip().eq("")
    if not unwritten.any():
        return "every step has a written procedure, tried by a newcomer"
    names = ", ".join(case.steps.loc[unwritten, "name"].astype(str))
    return f"the missing procedures are written and tried by a newcomer: {names}"


def _sentence_list(sentences: pd.Series) -> str:
    return "; ".join(str(sentence).rstrip(".") for sentence in sentences)


def _month_row(case: Engagement, month: float) -> pd.Series:
    """Return the staffing of a month of the term; months before it borrow the first."""
    plan = staffing_plan(case).monthly
    return plan.iloc[min(max(int(month), 0), len(plan) - 1)]


def _paid_fte(case: Engagement, month: float) -> float:
    return float(_month_row(case, month)["paid_fte"])


def _volume(case: Engagement) -> float:
    return float(_month_row(case, 0)["volume"])


def _date(case: Engagement, month: float) -> dt.date:
    """Return the day at a point of the plan: whole months are calendar months, the rest a share of one."""
    whole = floor(month)
    reached = pd.Period(case.profile.start, "M") + whole
    days = int((month - whole) * reached.days_in_month + 0.5)
    return reached.start_time.date() + dt.timedelta(days=days)


def _last_day(case: Engagement, stage: Stage) -> dt.date:
    """Return the day before the next stage; a stage without length ends on the day it starts."""
    end = _date(case, stage.end_month) - dt.timedelta(days=1)
    return max(end, _date(case, stage.start_month))

"""The governance pack: what is measured, who meets when, who owns what, what the contract holds."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from bpo_lib.delivery.contract import contract_checklist
from bpo_lib.delivery.metrics import metrics
from bpo_lib.engagement import Engagement
from bpo_lib.fit import score_fit

CADENCE_COLUMNS = ["meeting", "rhythm", "brings", "decides", "who"]
RESPONSIBILITY_COLUMNS = ["activity", "client", "provider"]


@dataclass(frozen=True, eq=False)
class GovernancePack:
    """How the contract is steered once it is signed.

    Parameters
    ----------
    metrics : pandas.DataFrame
        One row per metric: what it measures, formula, what is left out, source, window, target, owner.
    cadence : pandas.DataFrame
        meeting, rhythm, brings, decides, who.
    responsibilities : pandas.DataFrame
        activity, client and provider: does, answers for, advises, is told.
    contract_checklist : pandas.DataFrame
        clause, asked_because, says, without_it, owner.
    """

    metrics: pd.DataFrame
    cadence: pd.DataFrame
    responsibilities: pd.DataFrame
    contract_checklist: pd.DataFrame


# Does it, answers for it, advises, is told: the usual four, in words.
RESPONSIBILITIES = (
    ("What the work is for, and its rules", "answers for", "advises"),
    ("Procedures: kept current", "answers for", "does"),
    ("Hiring, training and scheduling", "is told", "does and answers for"),
    ("Team leads and daily work", "is told", "does and answers for"),
    ("Quality checks", "advises: calibrates each month", "does and answers for"),
    ("Measuring and reporting", "advises: recomputes a sample", "does and answers for"),
    ("Volume forecast", "advises: campaigns, changes, closures", "does and answers for"),
    ("Systems, access and integration", "does and answers for", "advises"),
    ("Serious complaints and escalations", "answers for", "does"),
    ("Managing the contract", "does and answers for", "advises"),
    ("Paying and checking the fee", "does and answers for", "is told"),
    ("Improvement: list, order, result", "answers for", "does"),
    ("Security and data protection", "answers for", "does"),
    ("Exit plan: kept ready", "answers for", "does"),
)

CADENCE = (
    (
        "Daily stand-up", "each working day, 15 minutes",
        "yesterday's volume, backlog, absences", "who moves where today",
        "provider's team leads",
    ),
    (
        "Operations meeting", "weekly",
        "metrics of the week, causes of misses, changes ahead", "corrections with a name and a date",
        "service manager and client's process owner",
    ),
    (
        "Calibration", "monthly",
        "the same twenty cases scored by both sides", "how the rules are read; training needed",
        "quality leads of both sides",
    ),
    (
        "Service review", "monthly",
        "metrics, credits, risks, forecast, staffing", "credits; changes; the next baseline",
        "service manager and client's contract owner",
    ),
    (
        "Business review", "quarterly",
        "trend, cost per unit, improvement list, client's plans", "priorities and investment",
        "executives of both sides",
    ),
    (
        "Yearly review", "yearly",
        "benchmark, exit rehearsal, audit remarks", "price, scope, renewal",
        "sponsor, purchasing, legal department",
    ),
)  # fmt: skip

TRANSITION_MEETING = (
    "Transition board",
    "weekly until the end of hypercare",
    "stage, exit test, open actions, budget",
    "next stage, hold or way back",
    "client's sponsor and provider's executive",
)
INTRADAY_DESK = (
    "Intraday desk",
    "every half-hour the lines are open",
    "{item}s against forecast, agents against plan",
    "breaks moved, overflow opened",
    "provider's planning",
)


@lru_cache(maxsize=8)
def governance_pack(case: Engagement) -> GovernancePack:
    """Return the governance pack that suits this operation, its delivery model and its answers.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    GovernancePack

    References
    ----------
    Source: house practice. The contract checklist is not legal advice.
    """
    return GovernancePack(
        metrics=metrics(case),
        cadence=_cadence(case),
        responsibilities=_responsibilities(case),
        contract_checklist=contract_checklist(case),
    )


def _cadence(case: Engagement) -> pd.DataFrame:
    rows = [TRANSITION_MEETING, *CADENCE]
    if case.profile.answers_live:
        rows.insert(1, INTRADAY_DESK)
    item = case.profile.transaction
    return pd.DataFrame(rows, columns=CADENCE_COLUMNS).map(lambda cell: cell.format(item=item))


def _responsibilities(case: Engagement) -> pd.DataFrame:
    """Return who owns what; an owner the client has not named yet is said so."""
    table = pd.DataFrame(RESPONSIBILITIES, columns=RESPONSIBILITY_COLUMNS)
    gates = score_fit(case).gates.set_index("gate")["status"]
    if gates.get("G-OWN", "clear") != "clear":
        managing = table["activity"] == "Managing the contract"
        table.loc[managing, "client"] += "; nobody is named yet (gate G-OWN)"
    return table

"""The fit of one client's process for outsourcing: gates first, then a score that can be traced."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit.answers import DISAGREEMENT, Standing, standings
from bpo_lib.fit.gates import GATES, Judgement, judge
from bpo_lib.fit.measured import measured_criteria
from bpo_lib.fit.weights import FitWeights
from bpo_lib.process import process_evidence

Verdict = Literal["pass", "conditional", "fail"]

# A missing answer counts as the middle of the scale: the mean of not knowing, shown with its range.
MISSING_VALUE = 0.5

CRITERIA_COLUMNS = [
    "criterion", "name", "group", "weight", "level", "value", "contribution", "basis", "raters", "spread",
]  # fmt: skip
GATE_COLUMNS = ["gate", "rule", "status", "evidence", "lifts"]
DISAGREEMENT_COLUMNS = ["criterion", "name", "low", "high", "raters"]
EVIDENCE_COLUMNS = [
    "criterion", "name", "measured", "unit", "level", "answered_level", "source", "figure", "detail",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class FitResult:
    """Whether the process should leave the house, and why.

    Parameters
    ----------
    verdict : str
        `pass`, `conditional` or `fail`. Gates decide it; a low score can only withhold a pass.
    score, score_low, score_high : float
        Weighted sum, 0 to 100; the range takes missing answers at their worst and best. [points]
    criteria : pandas.DataFrame
        One row per criterion; `contribution` adds up to the score. [points]
    gates : pandas.DataFrame
        One row per gate: rule, status (clear, open, stopped), evidence and what lifts it.
    conditions : tuple of str
        What has to be settled before the verdict can be a pass.
    missing : tuple of str
        Criteria without an answer, the one that moves the score most first.
    disagreements : pandas.DataFrame
        Criteria on which raters are two levels or more apart.
    evidence : pandas.DataFrame
        Measured criteria beside what raters said.
    notes : tuple of str
        What a reader should know about the evidence.
    """

    verdict: Verdict
    score: float
    score_low: float
    score_high: float
    criteria: pd.DataFrame
    gates: pd.DataFrame
    conditions: tuple[str, ...]
    missing: tuple[str, ...]
    disagreements: pd.DataFrame
    evidence: pd.DataFrame
    notes: tuple[str, ...]


@lru_cache(maxsize=8)
def score_fit(case: Engagement) -> FitResult:
    """Judge whether a client's process is fit for outsourcing.

    Parameters
    ----------
    case : Engagement
        The client; only its answers are needed, data that measures a criterion is used when there.

    Returns
    -------
    FitResult

    Raises
    ------
    InputError
        When an answer names an unknown criterion or level, or a rater answers twice.

    Notes
    -----
    The score is 100 times the sum of weight times value. Values are read from absolute anchors,
    never from the best or worst client in a comparison, so adding one cannot reorder the others.
    """
    terms = case.of(FitWeights) if case.has(FitWeights) else FitWeights()
    measured, unmeasured = measured_criteria(case)
    known = standings(case.answers, measured)
    grounds = {each.criterion.id: each.grounds for each in known}
    unwritten = process_evidence(case).unwritten_exception_share
    judgements = [judge(gate, grounds, unwritten) for gate in GATES]
    criteria = _criteria_table(known, terms.by_criterion())
    score = float(criteria["contribution"].sum())
    low, high = _range(known, criteria)
    conditions = _conditions(judgements, score, terms.pass_score)
    return FitResult(
        verdict=_verdict(judgements, conditions),
        score=score,
        score_low=low,
        score_high=high,
        criteria=criteria,
        gates=_gate_table(judgements),
        conditions=conditions,
        missing=_missing(known, criteria),
        disagreements=_disagreements(known),
        evidence=_evidence(known),
        notes=(*_differences(known), *_opinion_weight(criteria), *unmeasured),
    )


def _criteria_table(known: Sequence[Standing], weights: dict[str, float]) -> pd.DataFrame:
    rows = [_criterion_row(each, weights[each.criterion.id]) for each in known]
    return pd.DataFrame(rows, columns=CRITERIA_COLUMNS).astype({"level": float})


def _criterion_row(standing: Standing, weight: float) -> dict[str, object]:
    about, level = standing.criterion, standing.level
    value = MISSING_VALUE if level is None else about.value(level)
    return {
        "criterion": about.id,
        "name": about.name,
        "group": about.group,
        "weight": weight,
        "level": level,
        "value": value,
        "contribution": 100 * weight * value,
        "basis": standing.basis,
        "raters": len(standing.answered),
        "spread": standing.spread,
    }


def _range(known: Sequence[Standing], criteria: pd.DataFrame) -> tuple[float, float]:
    """Return the score with missing answers at their worst and at their best."""
    low, high = criteria["contribution"].copy(), criteria["contribution"].copy()
    for row, each in enumerate(known):
        if each.level is None:
            points = 100 * criteria["weight"][row]
            low[row] = points * each.criterion.value(each.criterion.worst)
            high[row] = points * each.criterion.value(each.criterion.best)
    return float(low.sum()), float(high.sum())


def _verdict(judgements: Sequence[Judgement], conditions: tuple[str, ...]) -> Verdict:
    if any(each.status == "stopped" for each in judgements):
        return "fail"
    return "conditional" if conditions else "pass"


def _conditions(judgements: Sequence[Judgement], score: float, pass_score: float) -> tuple[str, ...]:
    conditions = [each.condition for each in judgements if each.status == "open"]
    if score < pass_score:
        conditions.append(f"The score of {score:.1f} is below {pass_score:g}: the criteria speak against it.")
    return tuple(conditions)


def _gate_table(judgements: Sequence[Judgement]) -> pd.DataFrame:
    rows = [
        (each.gate.id, each.gate.rule, each.status, each.evidence, each.gate.lifts) for each in judgements
    ]
    return pd.DataFrame(rows, columns=GATE_COLUMNS)


def _missing(known: Sequence[Standing], criteria: pd.DataFrame) -> tuple[str, ...]:
    weight = dict(zip(criteria["criterion"], criteria["weight"], strict=True))
    unknown = [each.criterion for each in known if each.level is None]
    return tuple(about.label for about in sorted(unknown, key=lambda about: -weight[about.id]))


def _disagreements(known: Sequence[Standing]) -> pd.DataFrame:
    rows = [
        (each.criterion.id, each.criterion.name, min(levels), max(levels), each.raters)
        for each in known
        if each.spread >= DISAGREEMENT and (levels := [level for _, level in each.answered])
    ]
    return pd.DataFrame(rows, columns=DISAGREEMENT_COLUMNS)


def _evidence(known: Sequence[Standing]) -> pd.DataFrame:
    rows = [
        {
            "criterion": found.criterion,
            "name": each.criterion.name,
            "measured": found.value,
            "unit": found.unit,
            "level": found.level,
            "answered_level": each.answered_level,
            "source": found.source,
            "figure": found.figure,
            "detail": found.detail,
        }
        for each in known
        if (found := each.measured) is not None
    ]
    return pd.DataFrame(rows, columns=EVIDENCE_COLUMNS).astype({"answered_level": float})


def _differences(known: Sequence[Standing]) -> list[str]:
    """Return where a measurement and the raters are a level or more apart."""
    return [
        f"On {each.criterion.name} raters say level {said:.1f} of 5; the {found.source} shows "
        f"{found.figure}, which is level {found.level:.1f}. The measurement counts."
        for each in known
        if (found := each.measured) is not None
        and (said := each.answered_level) is not None
        and abs(said - found.level) >= 1
    ]


def _opinion_weight(criteria: pd.DataFrame) -> list[str]:
    weight = float(criteria.loc[criteria["basis"] == "opinion", "weight"].sum())
    words = f"{weight:.0%} of the weight rests on opinion alone, with no document or measurement behind it."
    return [words] if weight else []

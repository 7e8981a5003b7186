"""What the judgement says: the nine ways side by side, what carries the answer and what would change it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from bpo_lib.fit.weighting.elicited import Weighting

Verdict = Literal["pass", "conditional", "fail"]
Standing = Literal["robust", "leaning", "open"]

CRITERIA_COLUMNS = [
    "criterion", "name", "group", "weight", "level", "low", "high", "value", "contribution", "basis",
    "raters", "spread",
]  # fmt: skip
GATE_COLUMNS = ["gate", "rule", "status", "evidence", "because", "lifts", "removes", "holds"]
DISAGREEMENT_COLUMNS = ["criterion", "name", "low", "high", "raters"]
EVIDENCE_COLUMNS = [
    "criterion", "name", "measured", "unit", "level", "level_low", "level_high", "answered_level", "source",
    "figure", "detail",
]  # fmt: skip
ALTERNATIVE_COLUMNS = [
    "name", "status", "gates", "value", "low", "high", "geometric", "pessimistic", "first", "confidence",
]  # fmt: skip
SETTLE_COLUMNS = ["criterion", "name", "gain", "basis", "question"]
TIP_COLUMNS = ["criterion", "name", "weight", "tip", "to", "to_name"]
FLIP_COLUMNS = ["criterion", "name", "level", "flips_at", "to"]
METHOD_COLUMNS = ["leader", "value", "agrees"]


class LeastChange(NamedTuple):
    """The smallest change of weights that puts another alternative first.

    Parameters
    ----------
    distance : float
        Sum of all changes of weight, up and down. [share]
    to : str
        Key of the alternative that would lead.
    weights : pandas.DataFrame
        By criterion: before and after. [share]
    """

    distance: float
    to: str
    weights: pd.DataFrame


class Agreement(NamedTuple):
    """How far the raters agree on the levels.

    Parameters
    ----------
    alpha, low, high : float
        Krippendorff's alpha for ordered levels with its 90% interval; NaN when nothing varies.
    words : str
        firm, tentative, discuss, or undefined where nothing varies.
    kendall_w, mean_spearman : float
        Agreement on the order of the criteria among those that every rater answered; NaN when too few.
    ratings : pandas.DataFrame
        Raters by criteria: the levels, NaN where one gave none. [level]
    agenda : pandas.DataFrame
        What to talk about first: the disagreements of the result.
    """

    alpha: float
    low: float
    high: float
    words: Literal["firm", "tentative", "discuss", "undefined"]
    kendall_w: float
    mean_spearman: float
    ratings: pd.DataFrame
    agenda: pd.DataFrame


@dataclass(frozen=True, eq=False)
class FitResult:
    """Where the work should be done, why, and how firm that is.

    Parameters
    ----------
    verdict : str
        Whether the work may leave the house. `fail`: gates remove every way of outsourcing;
        `conditional`: something has to be settled first; `pass`.
    standing : str
        How firm the leader is: `robust`, `leaning` or `open`.
    leader, runner_up : str
        Keys of the best and the second best alternative among those no gate removes; the second is
        None when the leader stands alone.
    led_by : str
        The gate that names the leader whatever the score says, empty where the score decides.
    route : str
        The best way of outsourcing; the best as if no gate were there when gates remove all of them.
    score, score_low, score_high : float
        Value of the route, with the range of nine draws in ten less one at each end. [points of 100]
    alternatives : pandas.DataFrame
        Index key, columns `ALTERNATIVE_COLUMNS`; `first` is the share of draws in which it leads
        among the admissible, 0 for a removed one.
    acceptability : pandas.DataFrame
        Admissible alternatives by rank: the share of draws in which each takes it.
    central_weights : pandas.DataFrame
        Admissible alternatives by criterion: the weights of somebody who prefers it; NaN when nobody would.
    contributions : pandas.DataFrame
        All nine by criterion: weight times value; a row adds up to the alternative's value.
    criteria : pandas.DataFrame
        Columns `CRITERIA_COLUMNS`; value and contribution are those of the route, and the contributions
        add up to the score. [points]
    gates : pandas.DataFrame
        Columns `GATE_COLUMNS`; `removes` has the keys of what the gate takes away now, `holds` of what is
        conditional on it.
    conditions : tuple of str
        What has to be settled before the verdict can be a pass.
    missing : tuple of str
        Criteria without an answer, the heaviest first.
    disagreements : pandas.DataFrame
        Criteria on which raters are two levels or more apart.
    evidence : pandas.DataFrame
        Measured criteria beside what raters said.
    settle_first : pandas.DataFrame
        Columns `SETTLE_COLUMNS`; `gain` is what knowing the answer would add to the value of the
        best choice, the largest first. [value, 0 to 1]
    tips : pandas.DataFrame
        Columns `TIP_COLUMNS`: the weight of a criterion, the others in proportion, at which another leads.
    least_change : LeastChange or None
        None when no weights change the leader.
    flips : pandas.DataFrame
        Columns `FLIP_COLUMNS`: the nearest level of a criterion at which another leads.
    methods : pandas.DataFrame
        Index additive, geometric, pessimistic and, as a cross-check only, topsis.
    agreement : Agreement or None
        None with fewer than two raters.
    weighting : Weighting
        The weights and how they were found.
    notes : tuple of str
        What a reader should know about the evidence.
    """

    verdict: Verdict
    standing: Standing
    leader: str
    runner_up: str | None
    led_by: str
    route: str
    score: float
    score_low: float
    score_high: float
    alternatives: pd.DataFrame
    acceptability: pd.DataFrame
    central_weights: pd.DataFrame
    contributions: pd.DataFrame
    criteria: pd.DataFrame
    gates: pd.DataFrame
    conditions: tuple[str, ...]
    missing: tuple[str, ...]
    disagreements: pd.DataFrame
    evidence: pd.DataFrame
    settle_first: pd.DataFrame
    tips: pd.DataFrame
    least_change: LeastChange | None
    flips: pd.DataFrame
    methods: pd.DataFrame
    agreement: Agreement | None
    weighting: "Weighting"
    notes: tuple[str, ...]

    @property
    def route_gates(self) -> pd.DataFrame:
        """The gates that stop or hold the best way of outsourcing; others bar ways nobody would take."""
        bars = [
            self.route in (*removes, *holds)
            for removes, holds in zip(self.gates["removes"], self.gates["holds"], strict=True)
        ]
        return self.gates[bars]

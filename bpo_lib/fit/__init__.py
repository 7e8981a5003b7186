"""Fit: should this process leave the house?"""

from bpo_lib.fit.aggregation import aggregate, leaders
from bpo_lib.fit.agreement import agreement_words, alpha_interval, kendall_w, krippendorff_alpha
from bpo_lib.fit.ahp import ahp_weights
from bpo_lib.fit.criteria import CRITERIA, criterion_named
from bpo_lib.fit.criterion import GROUPS, HIGHEST, LOWEST, Criterion, reaches, stays_at
from bpo_lib.fit.elicited import Weighting, elicited_weights
from bpo_lib.fit.gates import COST_GATE, GATES, MAX_UNWRITTEN_SHARE, Gate
from bpo_lib.fit.information import value_of_information
from bpo_lib.fit.measured import Measurement, measured_criteria
from bpo_lib.fit.score import FitResult, score_fit
from bpo_lib.fit.sensitivity import (
    WeightChange,
    least_weight_change,
    level_flips,
    margin_by_criterion,
    tipping_weights,
)
from bpo_lib.fit.smaa import Acceptability, smaa, uniform_weights
from bpo_lib.fit.weights import FitWeights, roc_weights, swing_weights

__all__ = [
    "COST_GATE",
    "CRITERIA",
    "GATES",
    "GROUPS",
    "HIGHEST",
    "LOWEST",
    "MAX_UNWRITTEN_SHARE",
    "Acceptability",
    "Criterion",
    "FitResult",
    "FitWeights",
    "Gate",
    "Measurement",
    "WeightChange",
    "Weighting",
    "aggregate",
    "agreement_words",
    "ahp_weights",
    "alpha_interval",
    "criterion_named",
    "elicited_weights",
    "kendall_w",
    "krippendorff_alpha",
    "leaders",
    "least_weight_change",
    "level_flips",
    "margin_by_criterion",
    "measured_criteria",
    "reaches",
    "roc_weights",
    "score_fit",
    "smaa",
    "stays_at",
    "swing_weights",
    "tipping_weights",
    "uniform_weights",
    "value_of_information",
]

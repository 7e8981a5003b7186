"""Fit: should this process leave the house?"""

from bpo_lib.fit.aggregation import aggregate, leaders
from bpo_lib.fit.criteria import CRITERIA, criterion_named
from bpo_lib.fit.criterion import GROUPS, HIGHEST, LOWEST, Criterion, reaches, stays_at
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
from bpo_lib.fit.weights import FitWeights, roc_weights

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
    "aggregate",
    "criterion_named",
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
    "tipping_weights",
    "uniform_weights",
    "value_of_information",
]

"""Fit: should this process leave the house?"""

from bpo_lib.fit.criteria import CRITERIA, criterion_named
from bpo_lib.fit.criterion import GROUPS, HIGHEST, LOWEST, Criterion, reaches, stays_at
from bpo_lib.fit.gates import COST_GATE, GATES, MAX_UNWRITTEN_SHARE, Gate
from bpo_lib.fit.measured import Measurement, measured_criteria
from bpo_lib.fit.score import FitResult, score_fit
from bpo_lib.fit.weights import FitWeights, roc_weights

__all__ = [
    "COST_GATE",
    "CRITERIA",
    "GATES",
    "GROUPS",
    "HIGHEST",
    "LOWEST",
    "MAX_UNWRITTEN_SHARE",
    "Criterion",
    "FitResult",
    "FitWeights",
    "Gate",
    "Measurement",
    "criterion_named",
    "measured_criteria",
    "reaches",
    "roc_weights",
    "score_fit",
    "stays_at",
]

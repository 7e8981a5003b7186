"""Fit: should this process leave the house?"""

from bpo_lib.fit.criteria import CRITERIA, criterion_named
from bpo_lib.fit.criterion import GROUPS, Criterion
from bpo_lib.fit.gates import GATES, Gate
from bpo_lib.fit.measured import Measurement, measured_criteria
from bpo_lib.fit.score import FitResult, score_fit
from bpo_lib.fit.weights import FitWeights, roc_weights

__all__ = [
    "CRITERIA",
    "GATES",
    "GROUPS",
    "Criterion",
    "FitResult",
    "FitWeights",
    "Gate",
    "Measurement",
    "criterion_named",
    "measured_criteria",
    "roc_weights",
    "score_fit",
]

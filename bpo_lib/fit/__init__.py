"""Fit: should this process leave the house?"""

from bpo_lib.fit.agreement import agreement_words, alpha_interval, kendall_w, krippendorff_alpha
from bpo_lib.fit.alternatives import ALTERNATIVES, NAMES, OUTSOURCED
from bpo_lib.fit.carve_out import CarveOut, carve_outs
from bpo_lib.fit.gate_rules import COST_GATE, GATES, RESIDENCY_GATE, Gate
from bpo_lib.fit.inputs import FitInputs, fit_inputs
from bpo_lib.fit.measured import Measurement, measured_criteria
from bpo_lib.fit.rescore import Rescored, rescored
from bpo_lib.fit.result import Agreement, FitResult, LeastChange
from bpo_lib.fit.robustness.aggregation import aggregate, leaders
from bpo_lib.fit.robustness.cross_check import topsis, weighted_sum_minmax
from bpo_lib.fit.robustness.information import value_of_information
from bpo_lib.fit.robustness.sensitivity import (
    WeightChange,
    least_weight_change,
    level_flips,
    margin_by_criterion,
    tipping_weights,
)
from bpo_lib.fit.robustness.smaa import Acceptability, smaa, uniform_weights
from bpo_lib.fit.scales.client_table import criteria_of, house_table, value_table
from bpo_lib.fit.scales.criteria import CRITERIA, criterion_named
from bpo_lib.fit.scales.criterion import GROUPS, HIGHEST, LOWEST, Criterion, reaches, stays_at
from bpo_lib.fit.scales.value_functions import HOUSE_TABLE, ValueTable, utilities
from bpo_lib.fit.score import score_fit
from bpo_lib.fit.terms import JudgementTerms
from bpo_lib.fit.weighting.ahp import ahp_weights
from bpo_lib.fit.weighting.elicited import Weighting, elicited_weights
from bpo_lib.fit.weighting.weights import FitWeights, roc_weights, swing_weights

__all__ = [
    "ALTERNATIVES",
    "COST_GATE",
    "CRITERIA",
    "GATES",
    "GROUPS",
    "HIGHEST",
    "HOUSE_TABLE",
    "LOWEST",
    "NAMES",
    "OUTSOURCED",
    "RESIDENCY_GATE",
    "Acceptability",
    "Agreement",
    "CarveOut",
    "Criterion",
    "FitInputs",
    "FitResult",
    "FitWeights",
    "Gate",
    "JudgementTerms",
    "LeastChange",
    "Measurement",
    "Rescored",
    "ValueTable",
    "WeightChange",
    "Weighting",
    "aggregate",
    "agreement_words",
    "ahp_weights",
    "alpha_interval",
    "carve_outs",
    "criteria_of",
    "criterion_named",
    "elicited_weights",
    "fit_inputs",
    "house_table",
    "kendall_w",
    "krippendorff_alpha",
    "leaders",
    "least_weight_change",
    "level_flips",
    "margin_by_criterion",
    "measured_criteria",
    "reaches",
    "rescored",
    "roc_weights",
    "score_fit",
    "smaa",
    "stays_at",
    "swing_weights",
    "tipping_weights",
    "topsis",
    "uniform_weights",
    "utilities",
    "value_of_information",
    "value_table",
    "weighted_sum_minmax",
]

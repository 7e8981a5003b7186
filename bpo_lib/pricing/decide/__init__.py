"""Aids to a decision: where one form overtakes another, who gains by automating, what a clause hides."""

from bpo_lib.pricing.decide.asymmetry import volume_clause
from bpo_lib.pricing.decide.deflection import deflection
from bpo_lib.pricing.decide.frontier import frontier
from bpo_lib.pricing.decide.incentive import incentive
from bpo_lib.pricing.decide.indifference import indifference
from bpo_lib.pricing.decide.points import cheapest_ranges, cost_lines, indifference_points
from bpo_lib.pricing.decide.terms import IncentiveTerms, ParticipationTerms

__all__ = [
    "IncentiveTerms",
    "ParticipationTerms",
    "cheapest_ranges",
    "cost_lines",
    "deflection",
    "frontier",
    "incentive",
    "indifference",
    "indifference_points",
    "volume_clause",
]

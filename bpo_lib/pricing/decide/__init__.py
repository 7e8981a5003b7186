"""Aids to a decision: where one form overtakes another, who gains by automating, what a clause hides."""

from bpo_lib.pricing.decide.indifference import indifference

__all__ = ["indifference"]

"""Delivery: transition plan, risks and governance."""

from bpo_lib.delivery.governance import GovernancePack, governance_pack
from bpo_lib.delivery.plan import transition_plan
from bpo_lib.delivery.quality_gate import QualityTest, chance_of_quality, quality_test
from bpo_lib.delivery.risks import risk_register

__all__ = [
    "GovernancePack",
    "QualityTest",
    "chance_of_quality",
    "governance_pack",
    "quality_test",
    "risk_register",
    "transition_plan",
]

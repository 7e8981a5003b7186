"""What a client can do with the work itself, besides leaving it as it is or giving it away."""

from bpo_lib.pricing.alternatives.automation import AutomationTerms, automation_cost, taken_over
from bpo_lib.pricing.alternatives.choice import ALTERNATIVES, Staffing, alternatives
from bpo_lib.pricing.alternatives.notes import alternative_notes
from bpo_lib.pricing.alternatives.shared_services import SharedServicesTerms, shared_services_cost

__all__ = [
    "ALTERNATIVES",
    "AutomationTerms",
    "SharedServicesTerms",
    "Staffing",
    "alternative_notes",
    "alternatives",
    "automation_cost",
    "shared_services_cost",
    "taken_over",
]

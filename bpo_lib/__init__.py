"""A workbook for business process outsourcing: the questions, each answered by one call.

Names are loaded when first used, so that `bpo --help` answers before pandas is read.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "open_client": "bpo_lib.intake",
    "Engagement": "bpo_lib.engagement",
    "process_evidence": "bpo_lib.process",
    "score_fit": "bpo_lib.fit",
    "carve_outs": "bpo_lib.fit",
    "volume_outlook": "bpo_lib.forecast",
    "forecast_volume": "bpo_lib.forecast",
    "forecast_queues": "bpo_lib.forecast",
    "staffing_plan": "bpo_lib.staffing",
    "week_roster": "bpo_lib.staffing",
    "deferred_year": "bpo_lib.staffing",
    "blended_week": "bpo_lib.staffing",
    "fte_sensitivity": "bpo_lib.staffing",
    "compare_pricing": "bpo_lib.pricing",
    "automation_triage": "bpo_lib.pricing",
    "monthly_costs": "bpo_lib.pricing",
    "deal_course": "bpo_lib.pricing",
    "early_end": "bpo_lib.pricing",
    "service_targets": "bpo_lib.pricing",
    "deal_notes": "bpo_lib.pricing",
    "every_form": "bpo_lib.pricing",
    "deal_risk": "bpo_lib.pricing",
    "risk_transfer": "bpo_lib.pricing",
    "variance_shares": "bpo_lib.pricing",
    "driver_tornado": "bpo_lib.pricing",
    "indicative": "bpo_lib.pricing",
    "alternative_parts": "bpo_lib.pricing",
    "indifference_points": "bpo_lib.pricing",
    "cost_lines": "bpo_lib.pricing",
    "incentive": "bpo_lib.pricing",
    "deflection": "bpo_lib.pricing",
    "volume_clause": "bpo_lib.pricing",
    "frontier": "bpo_lib.pricing",
    "indifference": "bpo_lib.pricing",
    "leading_deal": "bpo_lib.pricing",
    "cost_build_up": "bpo_lib.pricing",
    "provider_margins": "bpo_lib.pricing",
    "service_cost": "bpo_lib.pricing",
    "delivery_options": "bpo_lib.sourcing",
    "delivery_models": "bpo_lib.sourcing",
    "deal_choice": "bpo_lib.sourcing",
    "recommended_deal": "bpo_lib.sourcing",
    "location_hours": "bpo_lib.sourcing",
    "lasting_prices": "bpo_lib.sourcing",
    "score_providers": "bpo_lib.sourcing",
    "transition_plan": "bpo_lib.delivery",
    "risk_register": "bpo_lib.delivery",
    "governance_pack": "bpo_lib.delivery",
    "sensitivity": "bpo_lib.scenarios",
    "recommend": "bpo_lib.recommendation",
    "headline_figures": "bpo_lib.headlines",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bpo_lib' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted(__all__)

"""Tables: a result goes in, an accessible table with units and rounding comes out."""

from bpo_lib.workbook.tables.alternatives import PART_WORDS, alternatives
from bpo_lib.workbook.tables.clause import replay, replay_summary
from bpo_lib.workbook.tables.deal import deal_by_year, service_targets, termination
from bpo_lib.workbook.tables.decide import (
    deflection,
    frontier,
    incentive,
    indifference_points,
    volume_clause,
)
from bpo_lib.workbook.tables.delivery import (
    cadence,
    contract,
    delivery_options,
    metrics,
    plan,
    providers,
    responsibilities,
    risks,
)
from bpo_lib.workbook.tables.demand import demand_changes, queues, volume_by_queue
from bpo_lib.workbook.tables.evidence import (
    activities,
    criteria,
    disagreements,
    gates,
    glossary,
    register,
    steps,
    variants,
)
from bpo_lib.workbook.tables.forecast import (
    FLOOR,
    accuracy,
    average_week,
    compared,
    error_by_horizon,
    last_test,
    level_shifts,
    making,
    members,
    outliers,
    used_method,
    volume_week,
)
from bpo_lib.workbook.tables.forms import form_prices, price_list
from bpo_lib.workbook.tables.provider import (
    cost_build_up,
    currencies,
    locations,
    margin_by_year,
    place_names,
    provider_margins,
)
from bpo_lib.workbook.tables.results import pricing, sensitivity, staffing, week
from bpo_lib.workbook.tables.risk import risk, risk_ranges, risk_tornado
from bpo_lib.workbook.tables.scenario_table import scenarios
from bpo_lib.workbook.tables.shifts import blending, deferred, shift_hours, shifts
from bpo_lib.workbook.tables.staff import service_cost, staff_levers
from bpo_lib.workbook.tables.table import Column, empty, status, table, words
from bpo_lib.workbook.tables.triage import automated_steps, technologies

__all__ = [
    "FLOOR",
    "PART_WORDS",
    "Column",
    "accuracy",
    "activities",
    "alternatives",
    "automated_steps",
    "average_week",
    "blending",
    "cadence",
    "compared",
    "contract",
    "cost_build_up",
    "criteria",
    "currencies",
    "deal_by_year",
    "deferred",
    "deflection",
    "delivery_options",
    "demand_changes",
    "disagreements",
    "empty",
    "error_by_horizon",
    "form_prices",
    "frontier",
    "gates",
    "glossary",
    "incentive",
    "indifference_points",
    "last_test",
    "level_shifts",
    "locations",
    "making",
    "margin_by_year",
    "members",
    "metrics",
    "outliers",
    "place_names",
    "plan",
    "price_list",
    "pricing",
    "provider_margins",
    "providers",
    "queues",
    "register",
    "replay",
    "replay_summary",
    "responsibilities",
    "risk",
    "risk_ranges",
    "risk_tornado",
    "risks",
    "scenarios",
    "sensitivity",
    "service_cost",
    "service_targets",
    "shift_hours",
    "shifts",
    "staff_levers",
    "staffing",
    "status",
    "steps",
    "table",
    "technologies",
    "termination",
    "used_method",
    "variants",
    "volume_by_queue",
    "volume_clause",
    "volume_week",
    "week",
    "words",
]

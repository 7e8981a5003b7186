"""Tables: a result goes in, an accessible table with units and rounding comes out."""

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
from bpo_lib.workbook.tables.results import accuracy, pricing, scenarios, sensitivity, staffing, week
from bpo_lib.workbook.tables.table import Column, empty, status, table, words

__all__ = [
    "Column",
    "accuracy",
    "activities",
    "cadence",
    "contract",
    "criteria",
    "delivery_options",
    "disagreements",
    "empty",
    "gates",
    "glossary",
    "metrics",
    "plan",
    "pricing",
    "providers",
    "register",
    "responsibilities",
    "risks",
    "scenarios",
    "sensitivity",
    "staffing",
    "status",
    "steps",
    "table",
    "variants",
    "week",
    "words",
]

"""Charts: a result goes in, a figure whose title states the finding comes out."""

from bpo_lib.workbook.charts.delivery import provider_scores, transition_plan
from bpo_lib.workbook.charts.evidence import (
    activity_times,
    fit_by_group,
    fit_contributions,
    process_variants,
)
from bpo_lib.workbook.charts.levers import sensitivity
from bpo_lib.workbook.charts.money import monthly_costs, pricing_comparison
from bpo_lib.workbook.charts.staff import staff_by_month, week_heat_map
from bpo_lib.workbook.charts.volume import forecast_accuracy, volume_history_and_forecast

__all__ = [
    "activity_times",
    "fit_by_group",
    "fit_contributions",
    "forecast_accuracy",
    "monthly_costs",
    "pricing_comparison",
    "process_variants",
    "provider_scores",
    "sensitivity",
    "staff_by_month",
    "transition_plan",
    "volume_history_and_forecast",
    "week_heat_map",
]

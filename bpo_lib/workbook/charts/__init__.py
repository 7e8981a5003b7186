"""Charts: a result goes in, a figure whose title states the finding comes out."""

from bpo_lib.workbook.charts.accuracy import error_by_horizon, forecast_accuracy
from bpo_lib.workbook.charts.alternatives import alternatives
from bpo_lib.workbook.charts.bids import evaluator_marks, quality_price, rank_shares
from bpo_lib.workbook.charts.deal import deal_bridge, early_end
from bpo_lib.workbook.charts.decide import indifference
from bpo_lib.workbook.charts.decide_deflection import deflection
from bpo_lib.workbook.charts.decide_frontier import frontier
from bpo_lib.workbook.charts.delivery import provider_scores, transition_plan
from bpo_lib.workbook.charts.delivery_models import delivery_model_first, shared_hours
from bpo_lib.workbook.charts.evidence import fit_by_group, fit_contributions
from bpo_lib.workbook.charts.fit import acceptability, margin, raters, weight_tips
from bpo_lib.workbook.charts.last_test import last_test
from bpo_lib.workbook.charts.levers import sensitivity
from bpo_lib.workbook.charts.log_times import activity_times, arrival_hours, arrivals
from bpo_lib.workbook.charts.money import monthly_costs, pricing_comparison
from bpo_lib.workbook.charts.process_map import process_map, process_map_svg
from bpo_lib.workbook.charts.provider import cost_build_up, provider_margins
from bpo_lib.workbook.charts.queues import volume_by_queue
from bpo_lib.workbook.charts.replay import replay
from bpo_lib.workbook.charts.risk import both_sides
from bpo_lib.workbook.charts.risk_matrix import cost_drivers, risk_matrix
from bpo_lib.workbook.charts.risk_tornado import risk_tornado
from bpo_lib.workbook.charts.routes import process_variants
from bpo_lib.workbook.charts.service import service_cost
from bpo_lib.workbook.charts.shifts import shift_cover
from bpo_lib.workbook.charts.staff import staff_by_month, week_heat_map
from bpo_lib.workbook.charts.staff_sensitivity import staff_levers
from bpo_lib.workbook.charts.triage import triage
from bpo_lib.workbook.charts.volume import recent_volume, volume_history_and_forecast, volume_week
from bpo_lib.workbook.charts.weights import weights

__all__ = [
    "acceptability",
    "activity_times",
    "alternatives",
    "arrival_hours",
    "arrivals",
    "both_sides",
    "cost_build_up",
    "cost_drivers",
    "deal_bridge",
    "deflection",
    "delivery_model_first",
    "early_end",
    "error_by_horizon",
    "evaluator_marks",
    "fit_by_group",
    "fit_contributions",
    "forecast_accuracy",
    "frontier",
    "indifference",
    "last_test",
    "margin",
    "monthly_costs",
    "pricing_comparison",
    "process_map",
    "process_map_svg",
    "process_variants",
    "provider_margins",
    "provider_scores",
    "quality_price",
    "rank_shares",
    "raters",
    "recent_volume",
    "replay",
    "risk_matrix",
    "risk_tornado",
    "sensitivity",
    "service_cost",
    "shared_hours",
    "shift_cover",
    "staff_by_month",
    "staff_levers",
    "transition_plan",
    "triage",
    "volume_by_queue",
    "volume_history_and_forecast",
    "volume_week",
    "week_heat_map",
    "weight_tips",
    "weights",
]

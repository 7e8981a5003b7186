"""Pricing: one file per commercial idea, all priced on the same `Workload`."""

from bpo_lib.pricing.alternatives import alternatives
from bpo_lib.pricing.alternatives.breakdown import alternative_parts
from bpo_lib.pricing.alternatives.technologies import TriageTerms
from bpo_lib.pricing.alternatives.triage import Triage, automation_potential, automation_triage
from bpo_lib.pricing.clause import replay, replay_summary, worked_example
from bpo_lib.pricing.compared import INDICATIVE, compare_pricing, every_form, indicative
from bpo_lib.pricing.comparison import (
    IN_HOUSE,
    OFFER,
    best_model,
    deal_figures,
    expected_costs,
    leading_deal,
    monthly_costs,
    offered_models,
    offers,
    volume_paths,
    workload,
)
from bpo_lib.pricing.deal import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.notes import deal_notes
from bpo_lib.pricing.deal.service_credits import service_targets
from bpo_lib.pricing.decide import (
    cost_lines,
    deflection,
    frontier,
    incentive,
    indifference,
    indifference_points,
    volume_clause,
)
from bpo_lib.pricing.forms import OutcomePricing, PerFtePricing, TransactionPricing
from bpo_lib.pricing.models import PRICING_MODELS
from bpo_lib.pricing.provider.build_up import bill_rates, cost_build_up
from bpo_lib.pricing.provider.margins import margin_summary, provider_margins
from bpo_lib.pricing.risk.paired_courses import variance_shares
from bpo_lib.pricing.risk.risk_transfer import risk_transfer
from bpo_lib.pricing.risk.tails import deal_risk
from bpo_lib.pricing.risk.tornado import driver_tornado
from bpo_lib.pricing.staff_cost import hour_at_work, reserve_cost, service_cost
from bpo_lib.pricing.term import deal_course, early_end
from bpo_lib.pricing.workload import Workload

__all__ = [
    "INDICATIVE",
    "IN_HOUSE",
    "OFFER",
    "PRICING_MODELS",
    "DealTerms",
    "InHouseTerms",
    "OutcomePricing",
    "PerFtePricing",
    "ProviderTerms",
    "TransactionPricing",
    "Triage",
    "TriageTerms",
    "Workload",
    "alternative_parts",
    "alternatives",
    "automation_potential",
    "automation_triage",
    "best_model",
    "bill_rates",
    "compare_pricing",
    "cost_build_up",
    "cost_lines",
    "deal_course",
    "deal_figures",
    "deal_notes",
    "deal_risk",
    "deflection",
    "driver_tornado",
    "early_end",
    "every_form",
    "expected_costs",
    "frontier",
    "hour_at_work",
    "incentive",
    "indicative",
    "indifference",
    "indifference_points",
    "leading_deal",
    "margin_summary",
    "monthly_costs",
    "offered_models",
    "offers",
    "provider_margins",
    "replay",
    "replay_summary",
    "reserve_cost",
    "risk_transfer",
    "service_cost",
    "service_targets",
    "variance_shares",
    "volume_clause",
    "volume_paths",
    "worked_example",
    "workload",
]

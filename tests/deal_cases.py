"""A deal with every clause, and one without, beside staying in-house: for tables and charts."""

from dataclasses import replace

import numpy as np
import pandas as pd
from stand_ins import HOSTILE, engagement

from bpo_lib.pricing.deal import (
    DealTerms,
    ExitTerms,
    QualityTerms,
    RampTerms,
    RetainedTerms,
    ServiceMeasure,
    ServiceTerms,
    TransformationTerms,
)
from bpo_lib.pricing.deal.cash_flow import deal_factors, termination_charges
from bpo_lib.pricing.deal.course import DealCourse

STAY = np.full(36, 300_000.0)
MEASURES = [
    {"measure": f"Answered in time {HOSTILE}", "target": 0.8, "expected": 0.82, "spread": 0.03},
    {"measure": "Days to answer", "better": "lower", "target": 3, "expected": 2.5, "spread": 0.6},
]
GROUPS = (
    DealTerms(transition_cost=250_000, irrecoverable_tax_share=0.05, payment_days=30),
    RampTerms(ramp_months=3),
    TransformationTerms(cost=300_000, amortised_months=24),
    ServiceTerms(at_risk_share=0.1),
    QualityTerms(outcome_change=-0.02, error_cost=4),
    RetainedTerms(fte=2, stranded_share=0.05),
    ExitTerms(investment=400_000, breakage_cost=200_000, cap_fee_months=2),
)


def full_case():
    measures = pd.DataFrame([ServiceMeasure(**row, allocation=0.6).model_dump() for row in MEASURES])
    case = engagement()
    return replace(
        case, terms={**case.terms, **{type(terms): terms for terms in GROUPS}}, service_measures=measures
    )


def course_of(case, fee=200_000.0):
    factors = deal_factors(case, STAY, volume=np.full(36, 60_000.0))
    flow = factors.cash_flow(np.full(36, fee))
    return DealCourse("transaction", case.profile.months, flow, STAY, factors.discount, factors.paid_discount)


def charges_of(case):
    return termination_charges(case, course_of(case).flow.fee)

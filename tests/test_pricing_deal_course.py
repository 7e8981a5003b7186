"""Course of a deal: its years and its steps add up to what the parts say, whatever is shown."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.pricing.deal import DealTerms, RampTerms, TransformationTerms
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.cash_flow import factors_of
from bpo_lib.pricing.deal.course import PARTS, DealCourse

MONTHS = 30
STAY, FEE = np.full(MONTHS, 130.0), np.full(MONTHS, 100.0)
GIVEN = Agreement(
    DealTerms(transition_cost=90, irrecoverable_tax_share=0.1, payment_days=60),
    ramp=RampTerms(ramp_months=3),
    transformation=TransformationTerms(cost=40, amortised_months=10),
)
FACTORS = factors_of(GIVEN, STAY)


def course():
    flow = FACTORS.cash_flow(FEE)
    months = pd.period_range("2026-01", periods=MONTHS, freq="M")
    return DealCourse("per_fte", months, flow, STAY, FACTORS.discount, FACTORS.paid_discount)


def test_present_values_of_the_parts_add_up_to_that_of_the_deal():
    assert course().npv == pytest.approx(float(FACTORS.npv(course().flow)), rel=1e-12)
    assert tuple(course().present_values.index) == PARTS


def test_years_add_up_to_the_term_and_the_last_may_be_short():
    frame = course().by_year()
    assert frame.columns.tolist() == [1, 2, 3, "term", "present_value"]
    assert frame.loc["in_house"].tolist()[:4] == pytest.approx([1_560, 1_560, 780, 3_900])
    assert frame.loc[list(PARTS)].sum().tolist() == pytest.approx(frame.loc["total"].tolist())
    assert frame.loc["saving", "present_value"] == pytest.approx(course().in_house_npv - course().npv)


def test_what_is_saved_so_far_ends_at_the_saving_of_the_term():
    frame = course().by_year()
    assert frame.loc["saved_so_far", 3] == pytest.approx(frame.loc["saving", "term"])


def test_the_bridge_begins_at_staying_and_ends_at_the_deal():
    steps = course().bridge()
    assert steps["step"].iloc[[0, 1, -1]].tolist() == ["in_house", "fee", "total"]
    assert steps["after"].iloc[-2] == pytest.approx(course().npv)
    assert "stranded" not in set(steps["step"])

"""Courses ready to be priced: their sums are those of the deal's own cash flow."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from course_cases import course_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing.deal import DealTerms, ProviderTerms, ServiceMeasure, ServiceTerms
from bpo_lib.pricing.deal.cash_flow import discount_factors
from bpo_lib.pricing.forms import PerFtePricing
from bpo_lib.pricing.risk.courses import courses
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.priced_courses import AT_CLIENT_RATE, CLIENT, MARGIN_SHARE, PROVIDER, PricedCourses


def priced(case, paths=64):
    block = courses(case, sobol_draws(paths))
    model = case.of(PerFtePricing) if case.has(PerFtePricing) else PerFtePricing(rate_per_month=3_000)
    ready = PricedCourses.of(case, block, paths)
    return block, ready, model, ready.of_model(model)


def test_the_clients_cost_is_that_of_the_cash_flow():
    block, _, model, found = priced(course_case())
    flow = block.factors.cash_flow(model.monthly_fee(block.work))
    assert found[CLIENT] == pytest.approx(block.factors.npv(flow), rel=1e-12)


def test_service_credits_after_a_time_of_grace_come_off_the_fee():
    case, terms = course_case(), ServiceTerms(at_risk_share=0.1, grace_months=6)
    measure = ServiceMeasure(measure="answered in time", target=0.8, expected=0.82, spread=0.03, allocation=1)
    measures = pd.DataFrame([measure.model_dump()])
    case = replace(case, terms={**case.terms, ServiceTerms: terms}, service_measures=measures)
    block, _, model, found = priced(case)
    flow = block.factors.cash_flow(model.monthly_fee(block.work))
    assert np.all(flow.service_credits[:, 6:] < 0)
    assert not flow.service_credits[:, :6].any()
    assert found[CLIENT] == pytest.approx(block.factors.npv(flow), rel=1e-12)
    kept = (flow.paid_to_provider - block.work.provider_cost).sum(axis=1)
    assert found[MARGIN_SHARE] == pytest.approx(kept / flow.paid_to_provider.sum(axis=1))


def test_the_provider_keeps_what_it_is_paid_less_what_it_spends():
    case = course_case(provider__transition_cost=10_000)
    block, _, model, found = priced(case)
    flow = block.factors.cash_flow(model.monthly_fee(block.work))
    assert block.factors.provider_outlay.sum() == 10_000
    kept = flow.paid_to_provider - block.work.provider_cost - block.factors.provider_outlay
    for row, rate in (
        (PROVIDER, case.of(ProviderTerms).discount_rate_per_year),
        (AT_CLIENT_RATE, case.of(DealTerms).discount_rate_per_year),
    ):
        assert found[row] == pytest.approx(kept @ discount_factors(36, rate), rel=1e-9)
    assert found[MARGIN_SHARE] == pytest.approx(kept.sum(axis=1) / flow.paid_to_provider.sum(axis=1))


def test_a_fee_that_follows_cost_is_not_indexed_on_top():
    block, ready, model, indexed = priced(course_case())

    class Followed:
        follows_cost = True
        monthly_fee = staticmethod(model.monthly_fee)

    plain = ready.of_model(Followed())
    assert np.all(plain[CLIENT] < indexed[CLIENT])
    flow = block.factors.cash_flow(model.monthly_fee(block.work), follows_cost=True)
    assert plain[CLIENT] == pytest.approx(block.factors.npv(flow), rel=1e-12)


def test_without_provider_terms_only_the_client_is_known():
    _, _, _, found = priced(sample(CLAIMS))
    assert np.isnan(found[PROVIDER:]).all()
    assert np.isfinite(found[CLIENT]).all()


def test_a_provider_that_is_paid_nothing_has_no_margin_share():
    _, ready, _, _ = priced(course_case())
    free = ready.of_model(PerFtePricing(rate_per_month=0))
    assert np.isnan(free[MARGIN_SHARE]).all()
    assert np.all(free[PROVIDER] < 0)

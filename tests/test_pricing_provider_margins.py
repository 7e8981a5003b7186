"""The provider's margin by month: by hand, and as the deal pays and the work costs."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import ProviderTerms, TransactionPricing
from bpo_lib.pricing.comparison import expected_costs
from bpo_lib.pricing.deal import RampTerms
from bpo_lib.pricing.deal.cash_flow import deal_factors
from bpo_lib.pricing.provider.margins import margin_summary, margin_table, provider_margins
from bpo_lib.pricing.work import expected_work


@cache
def claims():
    case = sample(CLAIMS)
    return replace(case, terms={**case.terms, ProviderTerms: ProviderTerms(cost_per_fte_month=2_000)})


def named(revenue, cost, outlay):
    table = margin_table(*(np.array(part, dtype=float) for part in (revenue, cost, outlay)))
    return margin_summary(table.assign(model="per_fte")).loc["per_fte"]


def test_what_is_kept_by_hand():
    found = named([100, 100, 100], [60, 70, 80], [50, 0, 0])
    assert found[["revenue", "cost", "margin", "lowest"]].tolist() == [300, 260, 40, -10]
    assert found["margin_share"] == pytest.approx(40 / 300)
    assert found["mark_up_share"] == pytest.approx(40 / 260)
    assert found["break_even_month"] == 2


def test_a_provider_that_loses_money_never_breaks_even():
    found = named([50, 50], [60, 60], [0, 0])
    assert np.isnan(found["break_even_month"])
    assert found["margin_share"] == pytest.approx(-0.2)


def test_every_month_is_what_the_deal_pays_less_what_the_work_costs():
    case, known = claims(), expected_work(claims())
    margins = provider_margins(case)
    assert margins["month"].tolist() == list(case.profile.months)
    assert margins["model"].unique().tolist() == ["transaction"]
    assert margins["cost"].to_numpy() == pytest.approx(known.work.provider_cost)
    factors, form = deal_factors(case, known.in_house, volume=known.volume), case.of(TransactionPricing)
    paid = factors.revenue_share() * form.monthly_fee(known.work)
    assert margins["revenue"].to_numpy() == pytest.approx(np.ravel(paid))
    assert margins["cumulative"].iloc[-1] == pytest.approx((paid - known.work.provider_cost).sum())


def test_the_comparison_says_the_same_margin():
    invests = ProviderTerms(cost_per_fte_month=2_000, transition_cost=9_000)
    ramp = RampTerms(start_months=2, ramp_months=3)
    case = replace(claims(), terms={**claims().terms, ProviderTerms: invests, RampTerms: ramp})
    kept = margin_summary(provider_margins(case)).loc["transaction"]
    told = expected_costs(case).loc["transaction"]
    assert kept["margin"] == pytest.approx(told["provider_margin"])
    assert kept["margin_share"] == pytest.approx(told["provider_margin_share"])
    assert kept["mark_up_share"] == pytest.approx(told["provider_markup_share"])
    assert kept["break_even_month"] != 1


def test_forms_nobody_offered_can_be_asked_for():
    class AtCost:
        follows_cost = True

        def monthly_fee(self, workload):
            return workload.provider_cost

    margins = provider_margins(claims(), {"at cost": AtCost()})
    assert margins["model"].unique().tolist() == ["at cost"]
    assert margin_summary(margins).loc["at cost", "margin"] == pytest.approx(0, abs=1e-6)
    assert isinstance(provider_margins(claims(), {}), pd.DataFrame)


def test_without_the_providers_cost_there_is_no_margin():
    assert provider_margins(sample(CLAIMS)).empty

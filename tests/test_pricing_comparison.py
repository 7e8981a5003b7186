"""The comparison: its parts agree with each other, with the cash flow and with a sum by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from sample_cases import CLAIMS, NAMES, VOICE, sample

from bpo_lib.pricing import (
    IN_HOUSE,
    PRICING_MODELS,
    DealTerms,
    InHouseTerms,
    PerFtePricing,
    ProviderTerms,
    best_model,
    expected_costs,
    leading_deal,
    monthly_costs,
    offered_models,
    offers,
    volume_paths,
    workload,
)
from bpo_lib.pricing.deal.present_value import discount_factors, yearly_growth
from bpo_lib.pricing.work import work_at
from bpo_lib.staffing import own_team, required_fte

STABLE = {  # nobody leaves, newcomers are experienced at once
    f"{whose}.{name}": value
    for whose in ("people", "provider_people")
    for name, value in (
        ("attrition_per_year", 0),
        ("hiring_lead_months", 0),
        ("training_months", 0),
        ("starting_productivity", 1),
        ("learning_months", 0),
    )
}

# Nothing comes back for missed targets, no overhead is left behind, an error costs nothing.
PLAIN_SERVICE = {"service.at_risk_share": 0, "retained.stranded_share": 0, "quality.error_cost": 0}

every_sample = pytest.mark.parametrize("name", NAMES)


@every_sample
def test_in_house_comes_first_and_saves_nothing_against_itself(name):
    table = expected_costs(sample(name))
    assert table.index[0] == IN_HOUSE
    assert table.loc[IN_HOUSE, ["saving_npv", "saving_share"]].tolist() == [0, 0]


@every_sample
def test_only_models_with_terms_are_compared(name):
    case = sample(name)
    assert list(offers(case).index) == [m for m, kind in PRICING_MODELS.items() if case.has(kind)]


@every_sample
def test_the_present_value_is_that_of_the_monthly_costs(name):
    case = sample(name)
    factors = discount_factors(case.profile.term_months, case.of(DealTerms).discount_rate_per_year)
    table = expected_costs(case)
    for model, months in monthly_costs(case).groupby("model"):
        assert months["total"].to_numpy() @ factors == pytest.approx(table.loc[model, "client_npv"])
        assert months["in_house"].to_numpy() @ factors == pytest.approx(table.loc[IN_HOUSE, "client_npv"])


@every_sample
def test_low_volume_costs_no_more_than_high_volume(name):
    table = expected_costs(sample(name))
    assert (table["npv_low_volume"] <= table["client_npv"] + 1e-6).all()
    assert (table["client_npv"] <= table["npv_high_volume"] + 1e-6).all()


def test_a_deal_that_repeats_staying_saves_nothing():
    # Per FTE at the in-house cost, no cost around it, the fee indexed as wages grow, the same people.
    case = sample(VOICE)
    stay = case.of(InHouseTerms)
    same = case.with_values(
        {
            "per_fte.rate_per_month": stay.cost_per_fte_month,
            "deal.transition_cost": 0,
            "deal.transition_months": 0,
            "deal.governance_share": 0,
            "deal.labour_share": 1,
            "deal.wage_index_per_year": stay.wage_growth_per_year,
            "deal.indexation_cap_per_year": 0.3,
            "provider.productivity_gain_share": 0,
        }
        | PLAIN_SERVICE
        | STABLE
    )
    assert expected_costs(same).loc["per_fte", "saving_npv"] == pytest.approx(0, abs=1e-6)


def _without_places(case):
    """Return the case with all of the provider's cost growing as its wages do."""
    return replace(case, locations=pd.DataFrame(), currencies=pd.DataFrame())


def test_the_provider_earns_what_the_client_pays_less_its_own_cost_by_hand():
    case = _without_places(sample(VOICE)).with_values(
        {
            "provider.wage_growth_per_year": 0,
            "deal.wage_index_per_year": 0,
            "deal.price_index_per_year": 0,
            "per_fte.rate_per_month": 5_000,
            "provider.cost_per_fte_month": 4_000,
        }
        | PLAIN_SERVICE
        | STABLE
    )
    assert expected_costs(case).loc["per_fte", "provider_margin_share"] == pytest.approx(0.2)


def test_a_margin_is_not_shown_where_the_providers_cost_is_unknown():
    case = sample(CLAIMS)
    assert not case.has(ProviderTerms)
    assert expected_costs(case)["provider_margin_share"].isna().all()


def test_a_provider_that_saves_handling_time_needs_fewer_people():
    case = sample(VOICE)
    volume = volume_paths(case)[0]
    saved = case.with_values({"provider.productivity_gain_share": 0.2})
    assert np.all(work_at(saved, volume).theirs.required < required_fte(case, volume))
    assert workload(saved).handling_hours == pytest.approx(0.8 * volume * 6.1 / 60)


def test_the_ledger_pays_everybody_and_a_rate_only_those_past_training():
    case = sample(VOICE)
    done = work_at(case, volume_paths(case))
    own, theirs = done.own, done.theirs
    stay = case.of(InHouseTerms)
    cost_of_one = stay.cost_per_fte_month * yearly_growth(own.paid.shape[-1], stay.wage_growth_per_year)
    assert done.in_house == pytest.approx(own.paid * cost_of_one)
    assert (own.paid > own.required).all()
    assert workload(case).fte == pytest.approx((theirs.paid - theirs.training)[0])
    assert theirs.training.any()


def test_every_hire_costs_what_hiring_costs():
    case = sample(VOICE)
    dear = case.with_values({"in_house.cost_per_hire": 1_000, "in_house.wage_growth_per_year": 0})
    plain = case.with_values({"in_house.wage_growth_per_year": 0})
    volume = volume_paths(case)
    more = work_at(dear, volume).in_house - work_at(plain, volume).in_house
    assert more == pytest.approx(own_team(case, volume).hires * 1_000)


def test_a_provider_whose_people_leave_earns_less():
    case = sample(VOICE)
    margins = [
        expected_costs(case.with_values({"provider_people.attrition_per_year": rate})).loc[
            "transaction", "provider_margin_share"
        ]
        for rate in (0, 0.3, 0.6, 1.2)
    ]
    assert margins == sorted(margins, reverse=True)


def test_a_dearer_rate_never_saves_more():
    case = sample(VOICE)
    savings = [
        expected_costs(case.with_values({"per_fte.rate_per_month": rate})).loc["per_fte", "saving_npv"]
        for rate in (3_000, 4_000, 5_000, 9_000)
    ]
    assert savings == sorted(savings, reverse=True)


def test_the_leading_deal_is_named_even_when_staying_is_cheaper():
    dear = sample(VOICE).with_values({"in_house.cost_per_fte_month": 1_000})
    assert best_model(dear) == IN_HOUSE
    assert leading_deal(dear) in offered_models(dear)
    assert expected_costs(dear).loc[leading_deal(dear), "saving_npv"] < 0


def test_without_any_pricing_model_staying_is_all_there_is():
    case = sample(VOICE)
    terms = {kind: value for kind, value in case.terms.items() if kind not in set(PRICING_MODELS.values())}
    bare = type(case)(**{**{f: getattr(case, f) for f in case.__dataclass_fields__}, "terms": terms})
    assert list(expected_costs(bare).index) == [IN_HOUSE]
    assert leading_deal(bare) is None
    assert monthly_costs(bare).empty
    assert not bare.has(PerFtePricing)


def test_a_provider_may_be_faster_than_any_client_may_state():
    quick = sample(VOICE).with_values({"work.handling_minutes": 0.1, "provider.productivity_gain_share": 0.8})
    assert workload(quick).handling_hours.sum() == pytest.approx(
        workload(quick).volume.sum() * 0.1 * 0.2 / 60
    )

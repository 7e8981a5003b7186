"""Simulations: the same draws for all forms, however they are cut; without risk the figures expected."""

from dataclasses import replace

import numpy as np
import pytest
from course_cases import course_case, with_range

from bpo_lib.errors import InputError
from bpo_lib.pricing.alternatives import AutomationTerms
from bpo_lib.pricing.deal import DealTerms, ProviderTerms
from bpo_lib.pricing.deal.cash_flow import deal_factors, discount_factors
from bpo_lib.pricing.forms import PerFtePricing, TransactionPricing
from bpo_lib.pricing.risk import simulation
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DRIVERS
from bpo_lib.pricing.risk.simulation import outcomes, simulate
from bpo_lib.pricing.work import expected_work

FIGURES = ("client_npv", "provider_npv", "provider_npv_client_rate", "provider_margin_share", "in_house_npv")


def same(one, other, paths=slice(None), rel=1e-12):
    return all(
        getattr(one, name)[..., paths] == pytest.approx(getattr(other, name), rel=rel, nan_ok=True)
        for name in FIGURES
    )


def test_no_uncertainty_gives_the_expected_figures_to_a_billionth():
    case = course_case()
    found, work = outcomes(case, sobol_draws(8), moving=()), expected_work(case).work
    factors = deal_factors(case, work.in_house_cost)
    for row, kind in enumerate((PerFtePricing, TransactionPricing)):
        flow = factors.cash_flow(case.of(kind).monthly_fee(work))
        assert found.client_npv[row] == pytest.approx(factors.npv(flow).item(), rel=1e-9)
        kept = flow.paid_to_provider - work.provider_cost
        rate = case.of(ProviderTerms).discount_rate_per_year
        assert found.provider_npv[row] == pytest.approx(kept @ discount_factors(36, rate), rel=1e-9)
    stay = work.in_house_cost @ discount_factors(36, case.of(DealTerms).discount_rate_per_year)
    assert found.in_house_npv == pytest.approx(np.full(8, stay), rel=1e-9)


def test_any_chunk_size_gives_the_same_paths(monkeypatch):
    whole = outcomes(course_case(), sobol_draws(300))
    monkeypatch.setattr(simulation, "CHUNK", 77)
    assert same(outcomes(course_case(), sobol_draws(300)), whole)


def test_more_paths_add_to_those_there_are():
    assert same(simulate(course_case(), 300), simulate(course_case(), 200), slice(200))


def test_kept_and_streamed_courses_cost_the_same(monkeypatch):
    kept = simulate(course_case(), 256)
    monkeypatch.setattr(simulation, "MOST_KEPT", 100)
    assert same(simulate(course_case(), 256), kept)
    assert same(outcomes(course_case(), sobol_draws(256)), kept)


def test_all_forms_meet_the_same_courses():
    # One form under two names, and beside other forms, costs the same on every path.
    form = course_case().of(PerFtePricing)
    both = simulate(course_case(), 256, models={"a": form, "b": form})
    assert np.array_equal(both.client_npv[0], both.client_npv[1])
    assert np.array_equal(simulate(course_case(), 256).client_npv[0], both.client_npv[0])


def test_a_new_price_is_met_by_the_same_courses_without_making_them_anew(monkeypatch):
    case = course_case()
    simulate(case, 256)
    monkeypatch.setattr(simulation, "courses", None)  # would fail if asked again
    dearer = simulate(case.with_values({"per_fte.rate_per_month": 6_200}), 256)
    plain = simulate(case, 256)
    assert np.array_equal(dearer.in_house_npv, plain.in_house_npv)
    assert np.array_equal(dearer.client_npv[1], plain.client_npv[1])
    assert np.all(dearer.client_npv[0] > plain.client_npv[0])


def test_another_currency_scales_all_money_and_no_share():
    case, factor = course_case(), 3.0
    money = ("in_house.cost_per_fte_month", "provider.cost_per_fte_month", "deal.transition_cost")
    prices = ("per_fte.rate_per_month", "transaction.unit_price")
    value = case.register.set_index("name")["value"]
    scaled = simulate(case.with_values({name: float(value[name]) * factor for name in money + prices}), 256)
    plain = simulate(case, 256)
    for name in FIGURES:
        expected = getattr(plain, name) * (1 if name == "provider_margin_share" else factor)
        assert getattr(scaled, name) == pytest.approx(expected, rel=1e-9)


def test_a_price_per_fte_does_not_feel_quality():
    found = outcomes(course_case(), sobol_draws(64), moving=("quality",))
    assert np.ptp(found.client_npv[0]) == pytest.approx(0, abs=1e-6)


def test_paths_and_forms_are_those_of_the_client_when_left_out():
    found = simulate(course_case())
    assert found.models == ("per_fte", "transaction")
    assert found.client_npv.shape == (2, 256)


def test_without_forms_staying_is_simulated_alone():
    found = outcomes(course_case(), sobol_draws(8), models={})
    assert found.client_npv.shape == (0, 8)
    assert found.in_house_npv.shape == (8,)


def test_alternatives_are_simulated_on_the_same_paths(monkeypatch):
    automation = AutomationTerms(investment=0, automated_share=0, months_to_go_live=0, ramp_months=0)
    case = replace(course_case(), terms={**course_case().terms, AutomationTerms: automation})
    kept = simulate(case, 128)
    assert kept.alternative_npv["automation"] == pytest.approx(kept.in_house_npv, rel=1e-9)
    monkeypatch.setattr(simulation, "MOST_KEPT", 100)
    assert simulate(case, 128).alternative_npv["automation"] == pytest.approx(kept.in_house_npv, rel=1e-9)


def test_each_seed_has_its_own_courses():
    assert not np.array_equal(
        simulate(course_case(), 64, seed=1).in_house_npv, simulate(course_case(), 64).in_house_npv
    )


def test_a_cut_value_is_told():
    case = with_range(course_case(), "work.outcome_share", 0.5, 0.95)
    assert any(
        "share of transactions" in note and "of 256 courses" in note for note in simulate(case, 256).notes
    )


@pytest.mark.parametrize(
    ("u", "moving", "words"),
    [
        (np.full((2, 3), 0.5), DRIVERS, "draws have shape"),
        (np.full((2, len(DRIVERS)), 1.0), DRIVERS, "above 0 and below 1"),
        (np.full((2, len(DRIVERS)), np.nan), DRIVERS, "above 0 and below 1"),
        (np.full((2, len(DRIVERS)), 0.5), ("weather",), "there is no driver weather"),
    ],
)
def test_draws_that_cannot_be_used_are_refused_in_words(u, moving, words):
    with pytest.raises(InputError, match=words):
        outcomes(course_case(), u, moving=moving)

"""The provider's cost: as stated without locations, item by item with them, wages and currency apart."""

from dataclasses import replace

import numpy as np
import pytest
from stand_ins import engagement
from test_pricing_provider_sites import AWAY, HOME, case_of

from bpo_lib.errors import InputError
from bpo_lib.pricing import InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal import World
from bpo_lib.pricing.provider import provider_cost, team_cost, wage_growth
from bpo_lib.staffing import Team

MONTHS = 24


def team(paid=10.0, hires=0.0, shape=(MONTHS,)):
    people, nobody = np.full(shape, paid), np.zeros(shape)
    return Team(people, people, nobody, people, np.full(shape, hires), nobody, nobody)


def stated(cost=105.0, **provider):
    case = engagement()
    terms = ProviderTerms(cost_per_fte_month=cost, **provider)
    return replace(case, terms={**case.terms, ProviderTerms: terms})


def test_without_locations_everything_grows_with_wages_by_hand():
    cost = provider_cost(stated(wage_growth_per_year=0.1, cost_per_hire=50), team(hires=2))
    assert cost[[0, 11, 12]] == pytest.approx([1_150, 1_150, 1_265])


def test_with_locations_the_first_year_costs_what_is_stated():
    assert provider_cost(case_of(AWAY, HOME), team())[:12] == pytest.approx(np.full(12, 1_050.0))
    assert provider_cost(case_of(AWAY, HOME, cost=210), team())[0] == pytest.approx(2_100)


def test_pay_grows_with_wages_and_the_rest_on_its_own_by_hand():
    # Of 70 a place, 55 are people and 15 are not; 50% of them at a rate of 2, 50% at home.
    case = case_of(AWAY, HOME, wage_growth_per_year=0.1, other_growth_per_year=0)
    assert provider_cost(case, team())[12] == pytest.approx(10 * (1.5 * 55 * 1.1 + 1.5 * 15))


def test_a_place_with_its_own_wage_growth():
    dear = AWAY.with_values(extra_wage_growth_per_year=0.05)
    case = case_of(dear, HOME, wage_growth_per_year=0.1, other_growth_per_year=0)
    assert provider_cost(case, team())[12] == pytest.approx(10 * (55 * 1.15 + 27.5 * 1.1 + 22.5))


def test_only_the_foreign_part_moves_with_the_currency():
    currency = np.zeros((2, MONTHS))
    currency[1] = 0.2
    cost = provider_cost(case_of(AWAY, HOME), team(), World(currency=currency))
    assert cost.shape == (2, MONTHS)
    assert cost[:, 0] == pytest.approx([1_050, 10 * (70 * 1.2 + 35)])


def test_wages_above_the_expected_move_pay_only():
    world = World(wages=np.array([[0.0], [0.05]]))
    case = case_of(AWAY, HOME, wage_growth_per_year=0.1, other_growth_per_year=0)
    cost = provider_cost(case, team(shape=(2, MONTHS)), world)
    assert cost[:, 12] == pytest.approx([10 * (82.5 * 1.1 + 22.5), 10 * (82.5 * 1.15 + 22.5)])


def test_a_hire_costs_what_its_place_says_and_else_what_the_terms_say():
    away = AWAY.with_values(cost_per_hire=30)
    cost = provider_cost(case_of(away, HOME, cost_per_hire=100), team(paid=0, hires=1))
    assert cost[0] == pytest.approx(0.5 * 30 * 2 + 0.5 * 100)


def test_a_team_of_one_path_keeps_its_shape():
    for case in (case_of(AWAY, HOME), stated()):
        assert provider_cost(case, team(), World.expected()).shape == (MONTHS,)
        assert provider_cost(case, team(shape=(3, MONTHS))).shape == (3, MONTHS)


def test_the_own_team_costs_by_the_same_rule():
    terms = InHouseTerms(cost_per_fte_month=100, wage_growth_per_year=0.1)
    assert team_cost(team(), terms)[[0, 12]] == pytest.approx([1_000, 1_100])
    dearer = team_cost(team(), terms, World(wages=np.array([[0.1], [0.0]])))
    assert dearer[:, 12] == pytest.approx([1_200, 1_100])


def test_growth_steps_up_at_each_anniversary():
    assert wage_growth(25, 0.1)[[0, 11, 12, 23, 24]] == pytest.approx([1, 1, 1.1, 1.1, 1.21])


def test_a_provider_that_is_not_described_has_no_cost():
    with pytest.raises(InputError, match="gives no 'provider' assumptions"):
        provider_cost(engagement(), team())

"""Shared services: by hand month by month, and a unit that changes nothing costs what staying costs."""

from dataclasses import replace

import numpy as np
import pytest
from stand_ins import engagement

from bpo_lib.errors import InputError
from bpo_lib.pricing import InHouseTerms
from bpo_lib.pricing.alternatives import SharedServicesTerms, shared_services_cost
from bpo_lib.pricing.deal import World
from bpo_lib.pricing.provider import team_cost
from bpo_lib.staffing import Team


def ten_per_thousand(_case, volume):
    people, nobody = volume / 100, np.zeros_like(volume)
    return Team(people, people, nobody, people, nobody, nobody, nobody)


def case_with(**terms):
    case = engagement()
    stay = InHouseTerms(cost_per_fte_month=4_000, wage_growth_per_year=0.1)
    return replace(
        case, terms={**case.terms, InHouseTerms: stay, SharedServicesTerms: SharedServicesTerms(**terms)}
    )


NOTHING = {
    "one_off_cost": 0,
    "cost_per_fte_month": 4_000,
    "wage_growth_per_year": 0.1,
    "fte_saved_share": 0,
    "overhead_share": 0,
    "stranded_share": 0,
}
VOLUME = np.full(24, 1_000.0)  # ten people


def cost(case, volume=VOLUME, world=None):
    return shared_services_cost(case, volume, world, ten_per_thousand)


def test_a_unit_that_changes_nothing_costs_what_staying_costs():
    case = case_with(**NOTHING)
    stay = team_cost(ten_per_thousand(case, VOLUME), case.of(InHouseTerms))
    assert cost(case) == pytest.approx(stay)


def test_the_months_by_hand():
    # Ten people at 4,000 stay; eight at 3,000 and a tenth on top pool the work, in two months after two.
    case = case_with(
        one_off_cost=10_000,
        cost_per_fte_month=3_000,
        months_to_build=2,
        move_months=2,
        fte_saved_share=0.2,
        overhead_share=0.1,
        stranded_share=0.5,
        stranded_months=4,
        wage_growth_per_year=0,
    )
    unit, own = 8 * 3_000 * 1.1, 40_000
    expected = [
        own + 5_000,
        own + 5_000,
        own * 0.75 + unit * 0.25 + 0.5 * own * 0.25 * 0.75,
        own * 0.25 + unit * 0.75 + 0.5 * own * 0.75 * 0.5,
        unit + 0.5 * own * 0.25,
        unit,
    ]
    assert cost(case)[:6] == pytest.approx(expected)


def test_each_course_of_volume_and_of_wages_has_its_own_cost():
    case, volume = case_with(**NOTHING), np.stack([VOLUME, 2 * VOLUME])
    found = cost(case, volume, World(wages=np.array([[0.0], [0.1]])))
    assert found[:, 12] == pytest.approx([44_000, 96_000])


def test_the_client_has_to_describe_it():
    with pytest.raises(InputError, match="gives no 'shared_services' assumptions"):
        cost(engagement())
    with pytest.raises(InputError, match="fte_saved_share is 1, above the largest allowed value"):
        SharedServicesTerms(one_off_cost=0, cost_per_fte_month=1, fte_saved_share=1)

"""The build-up to the rate: two published ones, newcomers by hand, and the rate an hour."""

import numpy as np
import pytest
from stand_ins import engagement
from test_pricing_provider_cost import stated, team
from test_pricing_provider_location import MANILA
from test_pricing_provider_sites import AWAY, HOME, case_of

from bpo_lib.errors import InputError
from bpo_lib.pricing.provider import margin
from bpo_lib.pricing.provider.build_up import BUILD_UP_ITEMS, bill_rates, built_up, cost_build_up
from bpo_lib.pricing.provider.location import ALL_PLACES
from bpo_lib.staffing import Team, WorkTerms

HOURS = WorkTerms(
    handling_minutes=5, paid_hours_per_month=176, planned_shrinkage=0.103, unplanned_shrinkage=0.14
)


def by_item(frame, location):
    return frame[frame["location"] == location].set_index("item")["per_fte_month"]


def test_the_published_hourly_price_of_manila():
    # Manila Bulletin, 2021: 30 agents, 15 management, 10 support, 10 facilities and technology, 5
    # telephony and 30 margin of a price of 100.
    case = case_of(MANILA.model_copy(update={"currency": "EUR"}), cost=70)
    items = by_item(built_up(case, team(), margin=0.3), "Manila")
    assert items["wage"] + items["benefits"] == pytest.approx(30)
    assert items[["team_leads", "support", "telephony", "margin"]].tolist() == pytest.approx([15, 10, 5, 30])
    assert items.sum() == pytest.approx(100)


def test_the_published_rates_of_one_cost_base():
    # "Cost and Revenue", parts 2 and 3, wewfm, 2019: 194,887.34 for 150 FTE and a mark-up of 20%.
    frame = built_up(stated(194_887.34 / 150), team(), margin=margin(0.2))
    rates = bill_rates(frame, HOURS).loc["provider"]
    assert rates["rate_per_fte_month"] == pytest.approx(1_559.10, abs=0.005)
    assert rates["rate_per_productive_hour"] == pytest.approx(11.48, abs=0.005)
    assert rates[["margin_share", "mark_up_share"]].tolist() == pytest.approx([1 / 6, 0.2])


def test_at_a_true_margin_of_20_percent_the_rate_is_higher():
    rates = bill_rates(built_up(stated(194_887.34 / 150), team(), margin=0.2), HOURS)
    assert rates.loc["provider", "rate_per_fte_month"] == pytest.approx(1_624.06, abs=0.005)


def test_those_on_the_roster_carry_newcomers_by_hand():
    # Ten paid, two in training, one hire a month: each of eight carries 2/8 of a cost and 1/8 of a hire.
    paid, training = np.full(12, 10.0), np.full(12, 2.0)
    people = Team(paid, paid, training, paid, np.full(12, 1.0), paid, paid)
    items = by_item(built_up(stated(100, cost_per_hire=40), people, margin=0.5), "provider")
    assert items.to_dict() == pytest.approx({"full_cost": 100, "training": 25, "hiring": 5, "margin": 130})


def test_all_places_together_are_the_average_by_people():
    frame = built_up(case_of(AWAY, HOME), team(), margin=0.5)
    assert frame["location"].unique().tolist() == ["Manila", "Lyon", ALL_PLACES]
    assert by_item(frame, ALL_PLACES)["wage"] == pytest.approx(0.5 * 40 + 0.5 * 20)
    rates = bill_rates(frame, HOURS)
    assert rates["cost_per_fte_month"].tolist() == pytest.approx([140, 70, 105])
    assert rates["rate_per_fte_month"].tolist() == pytest.approx([280, 140, 210])


def test_the_items_sum_to_the_stated_cost_whatever_it_is():
    frame = built_up(case_of(AWAY, HOME, cost=210), team())
    items = by_item(frame, ALL_PLACES)
    assert items.drop("margin").sum() == pytest.approx(210)
    assert set(frame["item"]) <= set(BUILD_UP_ITEMS)
    assert frame.groupby("location")["rate_share"].sum().tolist() == pytest.approx([1, 1, 1])


def test_without_the_providers_cost_there_is_nothing_to_build_up():
    assert cost_build_up(engagement()).empty


def test_a_margin_that_leaves_no_price_is_refused():
    with pytest.raises(InputError, match="a margin of 1 would be all of the price or more"):
        built_up(stated(), team(), margin=1)

"""A location: a published build-up of the hourly price, one by hand, and what is refused."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.provider import ExchangeRate, Location
from bpo_lib.pricing.provider.location import ITEMS

# Manila Bulletin, 2021, of a price of 100: agents 30, management 15, support 10, facilities and
# technology 10, telephony 5, margin 30.
MANILA = Location(
    location="Manila",
    currency="PHP",
    share=1,
    wage_per_month=20,
    benefit_share=0.5,
    agents_per_lead=10,
    lead_wage_per_month=100,
    support_per_fte_month=10,
    facilities_per_seat_month=6,
    technology_per_fte_month=4,
    telephony_per_fte_month=5,
)


def test_the_published_build_up_of_manila():
    items = MANILA.items
    assert list(items) == list(ITEMS)
    assert items["wage"] + items["benefits"] == 30
    assert items["team_leads"] == 15  # 100 and half as much again for one in ten
    assert items["facilities"] + items["technology"] == 10
    assert sum(items.values()) == 70


def test_a_seat_shared_over_the_shifts_costs_each_less():
    shared = MANILA.with_values(fte_per_seat=1.5)
    assert shared.items["facilities"] == 4


def test_a_leads_wage_that_is_not_known_is_a_multiple_of_an_agents():
    unknown = MANILA.with_values(lead_wage_per_month=0)
    assert unknown.items["team_leads"] == pytest.approx(1.8 * 20 * 1.5 / 10)


def test_what_cannot_be_a_place_of_work_is_refused():
    with pytest.raises(InputError, match="wage_per_month is -20, below the smallest allowed value 1"):
        MANILA.with_values(wage_per_month=-20)
    with pytest.raises(InputError, match="rate is 0, below the smallest allowed value"):
        ExchangeRate(currency="PHP", rate=0)

"""The terms around a price: what is required, what has a default and whose it is, what is refused."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import DealTerms, InHouseTerms, ProviderTerms


def required(kind):
    return {line.name for line in kind.declarations() if line.required}


def test_only_what_nobody_can_assume_is_required():
    assert required(InHouseTerms) == {"in_house.cost_per_fte_month"}
    assert required(DealTerms) == {"deal.transition_cost"}
    assert required(ProviderTerms) == {"provider.cost_per_fte_month"}


@pytest.mark.parametrize("kind", [DealTerms, InHouseTerms, ProviderTerms])
def test_every_default_says_that_it_is_a_house_assumption(kind):
    for line in kind.declarations():
        assert line.required or "house assumption" in line.source


def test_the_labour_share_lies_in_its_published_range_or_near_it():
    # Contact Center Pipeline, 2018: labour is 66.7 to 75% of the cost of a contact centre.
    assert 0.667 <= DealTerms(transition_cost=0).labour_share <= 0.75


def test_the_providers_cost_may_be_left_out_and_the_rest_not():
    assert ProviderTerms.optional
    assert not DealTerms.optional
    assert not InHouseTerms.optional


def test_all_faults_of_a_deal_are_named_at_once():
    words = (
        "transition_cost is -1, below .*; discount_rate_per_year is 8, above the largest allowed value 0.5"
    )
    with pytest.raises(InputError, match=words):
        DealTerms(transition_cost=-1, discount_rate_per_year=8)


def test_a_cost_in_any_currency_is_accepted():
    assert InHouseTerms(cost_per_fte_month=12_000_000).cost_per_fte_month == 12e6  # rupiah, say

"""Agreement: the terms of a case, with nothing around the deal where nothing was given."""

from stand_ins import engagement

from bpo_lib.pricing import ProviderTerms
from bpo_lib.pricing.deal import DealTerms, IndexationTerms, RampTerms
from bpo_lib.pricing.deal.agreement import Agreement


def test_a_group_nobody_gave_changes_nothing():
    found = Agreement.of(engagement())
    assert found.deal.transition_cost == 250_000
    assert found.ramp == RampTerms()
    assert found.in_house.cost_per_fte_month == 4_200


def test_a_provider_that_is_not_known_discounts_as_one_that_says_nothing():
    assert Agreement(DealTerms(transition_cost=0)).provider_rate_per_year == 0.10


def test_what_the_case_gives_is_taken():
    case = engagement()
    case.terms[ProviderTerms] = ProviderTerms(
        cost_per_fte_month=2_000, discount_rate_per_year=0.12, transition_cost=70_000
    )
    case.terms[IndexationTerms] = IndexationTerms(offset_per_year=0.01)
    found = Agreement.of(case)
    assert found.provider_rate_per_year == 0.12
    assert found.provider_investment == 70_000
    assert found.indexation.offset_per_year == 0.01

"""Notes on the provider's cost: what is foreign, a clause that does not fit it, a level that is stated."""

from dataclasses import replace

from stand_ins import engagement
from test_pricing_provider_sites import AWAY, HOME, case_of

from bpo_lib.pricing.deal import CurrencyTerms
from bpo_lib.pricing.provider.notes import provider_notes


def clause(case, **terms):
    return replace(case, terms={**case.terms, CurrencyTerms: CurrencyTerms(**terms)})


def test_the_foreign_part_and_what_its_currency_may_do_in_a_year():
    # Two thirds of the cost are in pesos, which move by 8% a year: 1.28 times that in one case of ten.
    [note] = provider_notes(case_of(AWAY, HOME))
    assert note == (
        "67% of the provider's cost is paid in PHP. If that turns 10% dearer against EUR, as one course in "
        "ten does within a year, the provider's cost rises by 6.8%."
    )


def test_a_clause_that_follows_the_currency_with_another_share_than_the_cost():
    case = case_of(AWAY, HOME)
    assert provider_notes(clause(case, client_share=0.5, local_share=0.9))[1] == (
        "The contract lets 90% of the price follow the provider's currency, but 67% of its cost "
        "is paid in it."
    )
    assert len(provider_notes(clause(case, client_share=0.5, local_share=0.7))) == 1
    assert len(provider_notes(clause(case, client_share=0, local_share=0.9))) == 1


def test_a_stated_cost_that_is_not_the_sum_of_the_locations():
    home = HOME.with_values(share=1)
    assert provider_notes(case_of(home, cost=70)) == ()
    [note] = provider_notes(case_of(home, cost=72.1))
    assert note == (
        "The stated cost of a provider's FTE counts; it is 3.0% more than the sum of the locations, whose "
        "items are scaled to it."
    )


def test_without_locations_there_is_nothing_to_say():
    assert provider_notes(engagement()) == ()

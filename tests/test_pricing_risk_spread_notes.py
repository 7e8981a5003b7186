"""Notes on spreads: what is assumed, what stays still and what was set to a limit."""

from dataclasses import replace

from course_cases import course_case, with_range

from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.risk.spread_notes import spread_notes


def test_house_assumptions_are_named_once_in_the_order_of_the_drivers():
    assumed, still = spread_notes(course_case(), {}, 100)
    assert assumed == (
        "No range is given for handling time, attrition, wage growth and the share of agreed outcomes: "
        "how far that may turn out otherwise is a house assumption."
    )
    assert still == "No range is given for growth of volume: it is taken to come as expected."


def test_a_range_of_the_clients_own_needs_no_note():
    case = with_range(course_case(), "work.handling_minutes", 30, 45)
    assert "handling time" not in spread_notes(case, {}, 100)[0]


def test_a_clause_on_a_currency_that_nobody_named_says_what_is_assumed():
    clause = CurrencyTerms(client_share=0.5)
    case = replace(course_case(), terms={**course_case().terms, CurrencyTerms: clause})
    assert spread_notes(case, {}, 100)[-1] == (
        "In which currency the provider pays is not known: that of the clause is taken to move by 10% a "
        "year, a house assumption."
    )


def test_cut_values_are_counted_in_words():
    *_, note = spread_notes(course_case(), {"work.outcome_share": 1_200, "work.handling_minutes": 0}, 10_000)
    assert note == (
        "In 1,200 of 10,000 courses the share of transactions that end in the agreed outcome fell outside "
        "its limits, from 0 to 1, and was set to the nearest."
    )

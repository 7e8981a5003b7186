"""Wording of a price list by volume."""

from clause_cases import pen, words_of
from test_pricing_clause_tier_lines import tiered

from bpo_lib.workbook.clauses.price_list import price_list


def said(**changes):
    return words_of(price_list(tiered(**changes), pen()))


def test_each_tier_is_a_defined_term():
    assert "Tier 2: Volume above 1,000 up to 2,000 Transactions, included, at EUR 4.00" in said()
    assert "Tier 3: Volume above 2,000 without end, at EUR 3.00" in said()


def test_the_two_readings_of_a_list_have_their_own_words():
    assert "for that part of the Volume only" in said()
    assert "the Tier in which the Volume ends" in said(price_for_all_volume=1)


def test_a_minimum_is_written_where_there_is_one():
    assert "Minimum Charge" not in said()
    assert "Minimum Charge: EUR 3,000.00 a Month" in said(minimum_commitment_per_month=3_000)

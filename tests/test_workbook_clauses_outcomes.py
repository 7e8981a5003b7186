"""Wording of a fee for outcomes and of a hybrid price."""

from clause_cases import pen, words_of
from test_pricing_clause_outcome_lines import HYBRID, TERMS

from bpo_lib.workbook.clauses.outcomes import hybrid, outcomes


def test_base_fee_attribution_and_collar_are_written():
    said = words_of(outcomes(TERMS, pen()))
    assert "50% of the Outcomes of a Month" in said
    assert "EUR 2.00 for one Attributed Outcome" in said
    assert "Floor: EUR 25,000.00 a Month" in said


def test_a_floor_or_base_fee_of_nothing_is_not_written():
    said = words_of(outcomes(TERMS.with_values(floor_per_month=0, base_fee_per_month=0), pen()))
    assert "Floor" not in said
    assert "Base Fee" not in said


def test_the_parts_of_a_hybrid_make_its_price():
    # Of 10 each for 1,000: 4,000 fixed, 4.00 each, 2.00 over 80% for an outcome.
    said = words_of(hybrid(HYBRID, pen()))
    assert "EUR 4,000.00 a Month: 40% of a price of EUR 10.00" in said
    assert "EUR 2.50 for one Outcome: the remaining 20% of EUR 10.00" in said
    assert "EUR 2,400.00 a Month: 120%" in said

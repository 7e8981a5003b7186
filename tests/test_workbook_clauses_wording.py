"""How a contract writes its numbers."""

import pytest
from clause_cases import pen

from bpo_lib.workbook.clauses.wording import quantity, rate, share, shown_in_full


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_sum_has_two_decimals_and_its_currency():
    assert plain(pen().money(50_040)) == "EUR 50,040.00"


@pytest.mark.parametrize(("value", "shown"), [(5.4, "5.40"), (0.3275, "0.3275"), (1_559.1, "1,559.10")])
def test_a_price_keeps_the_decimals_it_needs(value, shown):
    assert rate(value) == shown
    assert shown_in_full(value)


def test_a_price_with_more_digits_than_are_shown_is_known():
    assert rate(3.14159265) == "3.1416"
    assert not shown_in_full(3.14159265)


def test_quantities_and_shares_show_no_empty_decimals():
    assert (quantity(1_101.0), quantity(60.5), quantity(1_000.0)) == ("1,101", "60.5", "1,000")
    assert (share(0.1), share(0.075)) == ("10%", "7.5%")

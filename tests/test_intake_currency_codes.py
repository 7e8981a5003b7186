"""Currency codes: the best known are there, and none that is no code."""

from bpo_lib.intake.currency_codes import CURRENCY_CODES


def test_the_currencies_of_usual_locations_are_known():
    assert {"USD", "EUR", "GBP", "PHP", "INR", "MXN", "COP", "PLN", "ZAR", "EGP"} <= CURRENCY_CODES


def test_every_code_has_three_capital_letters():
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in CURRENCY_CODES)
    assert not {"XXX", "EURO", "PSO"} & CURRENCY_CODES

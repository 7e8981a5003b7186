"""currencies.csv: each rate once, of a currency that exists, with a source."""

import pytest
from client_folders import read_rows

from bpo_lib.intake.currency_rows import currencies_of
from bpo_lib.intake.layouts import CURRENCIES

ROWS = """\
currency,rate,source,volatility_per_year,date
PHP,0.0152,treasury,0.07,2025-10-30
inr,0.0098,treasury,,
"""


def read(text):
    return read_rows(lambda table, problems: currencies_of(table, "EUR", problems), CURRENCIES, text)


def test_rates_are_read_with_the_default_where_a_cell_is_empty():
    found, problems = read(ROWS)
    assert not problems
    assert found["currency"].tolist() == ["PHP", "INR"]
    assert found["rate"].tolist() == [0.0152, 0.0098]
    assert found["volatility_per_year"].tolist() == [0.07, 0]
    assert found["date"].tolist() == ["2025-10-30", ""]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("PHP,0.0152,treasury,,", "row 4, currency: PHP has a rate already, in row 2. Keep one of the rows"),
        ("PHB,0.02,treasury,,", "row 4, currency: 'PHB' is not the code of a currency. Write its three"),
        ("peso,0.02,treasury,,", "row 4, currency: 'peso' is not the code of a currency. Write its three"),
        (",0.02,treasury,,", "row 4, currency: the cell is empty. Write the three letters"),
        ("MXN,,treasury,,", "row 4, rate: the cell is empty. Give the price of one unit"),
        ("MXN,-0.05,treasury,,", "row 4, rate: -0.05 is outside the range. The price of one unit"),
        ("MXN,0.05,treasury,12,", "row 4, volatility_per_year: 12 is outside the range."),
        ("MXN,0.05,,,", "row 4, source: the rate has no source. Say who quotes it"),
        ("MXN,0.05,bank,,30.10.2025", "row 4, date: '30.10.2025' is not a date."),
        ("EUR,1.1,bank,,", "row 4, rate: EUR is the client's own currency, its rate is 1. Delete the row"),
    ],
)
def test_a_rate_that_cannot_be_used_is_named(row, problem):
    _, [named] = read(f"{ROWS}{row}\n")
    assert named.startswith(problem)

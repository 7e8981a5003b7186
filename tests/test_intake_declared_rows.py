"""Numbers of a table take range, default and words from where they are declared."""

from bpo_lib.intake.declared_rows import declared_numbers
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.pricing.provider import ExchangeRate, Location


def numbers(kind, **cells):
    problems = ProblemList()
    return declared_numbers(problems.place("f.csv", 2), cells, kind), [str(each) for each in problems.all()]


def test_an_empty_cell_takes_the_declared_default():
    assert numbers(ExchangeRate, rate="2", volatility_per_year=" ") == (
        {"rate": 2, "volatility_per_year": 0},
        [],
    )


def test_every_wrong_cell_is_named_at_once():
    found, problems = numbers(Location, share="70", wage_per_month="-300", benefit_share="a third")
    assert not {"share", "wage_per_month", "benefit_share"} & set(found)
    assert [each.partition(": ")[2] for each in problems] == [
        (
            "70 is outside the range. The share of the provider's people who work here may be from 0.001 to "
            "1; write 70% as 0.7"
        ),
        (
            "-300 is outside the range. The gross wage of an agent working full time may be from 1 to "
            "1,000,000,000"
        ),
        (
            "'a third' is not a plain number. Write digits with a point for decimals and nothing else, such "
            "as 1234.56"
        ),
    ]


def test_a_number_that_nobody_can_assume_is_asked_for():
    _, [problem] = numbers(ExchangeRate)
    assert problem == (
        "f.csv, row 2, rate: the cell is empty. Give the price of one unit in the client's currency, from "
        "1e-09 to 1,000,000,000"
    )

"""Wording of charges for people, seats, hours and minutes."""

import pytest
from clause_cases import pen, published, words_of
from clause_terms import terms

from bpo_lib.pricing import PerFtePricing
from bpo_lib.workbook.clauses.people_and_time import people_and_time


def test_the_published_rate_is_written_with_its_decimals():
    # wewfm: 1,559.10 for an FTE.
    said = words_of(people_and_time(PerFtePricing(rate_per_month=1_559.10), pen()))
    assert "EUR 1,559.10 for one FTE and Month" in said
    assert "training" in said


def test_who_bears_absence_follows_the_terms():
    rostered, productive = (
        words_of(people_and_time(PerFtePricing(rate_per_month=1, bill_productive=flag), pen()))
        for flag in (0, 1)
    )
    assert "The FTE Rate covers hiring" in rostered
    assert "The Provider bears hiring" in productive


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("per_seat", "Seat"),
        ("per_paid_hour", "Paid Hour"),
        ("per_productive_hour", "Productive Hour"),
        ("per_handled_minute", "Handled Minute"),
    ],
)
def test_what_is_counted_is_defined_and_charged(name, counted):
    wording = people_and_time(terms(name), pen())
    assert counted in dict(wording.definitions)
    assert f"for each {counted} of that Month" in wording.charge[0]


def test_another_form_is_refused():
    with pytest.raises(TypeError, match="charges neither people nor time"):
        people_and_time(published(), pen())

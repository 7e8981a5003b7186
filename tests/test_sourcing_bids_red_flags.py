"""Red flags: raised by what was asked and answered, never by what was not asked."""

import pytest
from bid_cases import answers, marked, needs, offer

from bpo_lib.sourcing.bids.red_flags import red_flags
from bpo_lib.sourcing.bids.terms import ScorecardTerms

nan = float("nan")


def flags(rows, price=nan, **changes):
    return [each.flag for each in red_flags(answers(rows), price, needs(**changes), ScorecardTerms())]


def test_a_bid_that_tells_all_raises_none():
    told = {"pilot_accepted": "yes", "attrition_per_year": "0.3", "sites": "2", "own_people": "yes"}
    assert flags(offer("Alder", **told), price=5.0) == []


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        ({"quality_system": "1"}, "cannot say how the result will be achieved"),
        ({"pilot_accepted": "no"}, "refuses a pilot"),
        ({"sites": "1"}, "a single site"),
        ({"continuity": "1"}, "a single site without a plan"),
        ({"attrition_per_year": ""}, "attrition not disclosed"),
        ({"attrition_per_year": "no"}, "attrition not disclosed"),
        ({"own_people": "no"}, "part of the work goes to others"),
    ],
)
def test_each_answer_that_should_worry_a_buyer_is_named(change, flag):
    assert flags(offer("Alder", **change)) == [flag]


def test_what_was_never_asked_is_not_held_against_a_bid():
    assert flags(offer("Alder", attrition_per_year=None, sites=None)) == []


def test_testimonials_without_figures_are_a_claim_of_references():
    assert "testimonials without figures" in flags(offer("Alder", evidence="claim"))


def test_one_evaluator_who_gives_the_lowest_mark_is_enough():
    by = {"Kim": {"quality_system": 1}, "Lee": {"quality_system": 4}}
    assert flags(offer("Alder", quality_system=None) + marked("Alder", by)) == [
        "cannot say how the result will be achieved"
    ]


def test_a_price_far_under_the_cost_of_staying_or_of_the_work():
    # All in, 3.00 is 3.78 of 8.00 = 47% of staying; 3.60 is 57% of it and 20% under a cost of 4.50.
    assert flags(offer("Alder"), 3.0) == ["price under half of the cost of staying: ask what is left out"]
    assert flags(offer("Alder"), 3.6, cost=4.5) == ["price far under what the work costs"]
    assert flags(offer("Alder"), 4.2, cost=4.5) == []
    assert flags(offer("Alder"), 3.0, stay=nan) == []


def test_every_flag_says_what_it_rests_on_and_what_to_ask():
    rows = offer("Alder", "1", evidence="claim", pilot_accepted="no", attrition_per_year="", own_people="no")
    found = red_flags(answers(rows), 3.0, needs(), ScorecardTerms())
    assert len(found) == 7
    assert all(each.because and each.ask for each in found)

"""The provider's side in sentences: the margin of the best offer against what it asks for, and its notes."""

import pytest
from course_cases import course_case
from stand_ins import engagement

from bpo_lib.pricing import leading_deal, margin_summary, provider_margins
from bpo_lib.workbook import numbers
from bpo_lib.workbook.provider_findings import _margin, provider_findings

KEPT = {"revenue": 100.0, "cost": 90.0, "margin": 10.0, "margin_share": 0.1, "mark_up_share": 1 / 9}


def sentence(**changes):
    return _margin("transaction", KEPT | changes, 0.2)


def test_a_margin_under_the_one_asked_for_says_how_much_dearer_the_price_would_be():
    # At 20% a cost of 90 takes a price of 112.50.
    assert sentence() == (
        "Of a price per transaction, the cheapest offer, the provider keeps 10.0% over the term, a mark-up "
        "of 11.1% on its cost; for the 20.0% it is taken to ask for, the price would be 12.5% higher."
    )


def test_a_margin_over_it_leaves_room_and_a_loss_is_named():
    assert sentence(margin_share=0.25).endswith("taken to ask for 20.0%, so there is room to negotiate.")
    assert "loses money at the expected volume: expect it to ask for more" in sentence(margin=-1.0)


@pytest.fixture(scope="module")
def case():
    return course_case()


def test_the_figures_are_those_of_the_best_offer(case):
    kept = margin_summary(provider_margins(case)).loc[leading_deal(case)]
    said = provider_findings(case)
    assert numbers.percent(kept["margin_share"]) in said[0]


def test_nothing_is_said_of_what_is_not_described():
    assert provider_findings(engagement()) == ()

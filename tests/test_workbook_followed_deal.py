"""The views of the deal to follow: one of each, and a sentence where nothing is offered."""

from dataclasses import replace

import pytest
from course_cases import course_case
from stand_ins import page

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.workbook import followed_deal

VIEWS = (followed_deal.tornado, followed_deal.clause, followed_deal.replayed, followed_deal.readings)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_each_view_shows_the_deal_to_follow(view):
    assert page(view(course_case())).find(["figure", "table"])


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_without_an_offer_a_sentence_says_so(view):
    case = course_case()
    forms = set(PRICING_MODELS.values())
    bare = replace(case, terms={kind: terms for kind, terms in case.terms.items() if kind not in forms})
    assert "No pricing model has been offered" in page(view(bare)).text

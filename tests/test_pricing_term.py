"""Term of a client's deal: the same figures as the comparison, and nothing where nothing is offered."""

from dataclasses import replace

import pytest
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import PRICING_MODELS, deal_figures, leading_deal
from bpo_lib.pricing.term import deal_course, early_end


def test_the_course_of_the_leading_deal_costs_what_the_comparison_says():
    case = sample(CLAIMS)
    found, figures = deal_course(case), deal_figures(case, leading_deal(case))
    assert found.model == leading_deal(case)
    assert found.npv == pytest.approx(figures["client_npv"], rel=1e-9)
    assert found.in_house_npv - found.npv == pytest.approx(figures["saving_npv"], rel=1e-9)
    assert len(early_end(case)) == case.profile.term_months


def test_without_an_offer_there_is_no_course():
    case = sample(CLAIMS)
    forms = set(PRICING_MODELS.values())
    bare = replace(case, terms={kind: terms for kind, terms in case.terms.items() if kind not in forms})
    assert deal_course(bare) is None
    assert early_end(bare).empty

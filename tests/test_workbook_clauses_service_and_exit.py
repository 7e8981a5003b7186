"""Wording of service credits and of an early end."""

import numpy as np
import pandas as pd
from clause_cases import pen

from bpo_lib.pricing import DealTerms
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.service_credits import ServiceTerms
from bpo_lib.pricing.deal.termination import ExitTerms
from bpo_lib.workbook.clauses.service_and_exit import early_end, service_credits

MEASURES = pd.DataFrame(
    {"measure": ["Answered in 20 s", "Quality"], "allocation": [0.6, 0.9], "multiplier": 1.0, "points": 5.0}
)
AGREED = Agreement(DealTerms(transition_cost=0))


def said(articles):
    return " ".join(words for article in articles for words in article.paragraphs).replace("\u00a0", " ")


def test_nothing_at_risk_needs_no_article():
    assert service_credits(ServiceTerms(), MEASURES) == ()
    assert service_credits(ServiceTerms(at_risk_share=0.1), MEASURES.iloc[:0]) == ()


def test_a_pool_is_shared_among_targets():
    words = said(service_credits(ServiceTerms(at_risk_share=0.1), MEASURES))
    assert "Answered in 20 s 60%; Quality 90%" in words
    assert "brings a credit of 9,000.00" in words


def test_the_published_points_are_in_the_example():
    # TELUS: 15 points bring 4%.
    terms = ServiceTerms(at_risk_share=0.1, by_points=1, earn_back_months=3, grace_months=1)
    words = said(service_credits(terms, MEASURES))
    assert "a Month of 100,000.00 with 15 points brings a credit of 4,000.00" in words
    assert "the 3 Months after it" in words
    assert "in the first 1 Month" in words


def test_an_early_end_names_what_is_owed_and_when():
    # Half of 120,000 over 24 months is left after the first year.
    agreed = Agreement(AGREED.deal, termination=ExitTerms(investment=120_000, investment_months=24))
    words = said(early_end(agreed, np.full(36, 50_000.0), pen()))
    assert "EUR 60,000.00 at the end of Month 12" in words
    assert "EUR 120,000.00" in words
    assert "average charges of 12 Months" in words


def test_an_end_that_costs_nothing_needs_no_article():
    assert early_end(AGREED, np.full(36, 50_000.0), pen()) == ()

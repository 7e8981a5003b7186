"""Wording of indexation and currency, with an example each."""

from clause_cases import pen

from bpo_lib.pricing import DealTerms
from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.deal.indexation import IndexationTerms
from bpo_lib.workbook.clauses.price_over_time import currency, indexation

DEAL = DealTerms(transition_cost=0, wage_index_per_year=0.05, price_index_per_year=0.02)


def said(article):
    return " ".join(article.paragraphs)


def indexed(**changes):
    return said(indexation(DEAL, IndexationTerms(**changes), follows_cost=False))


def test_the_index_step_by_hand():
    # 70% of 5% and 30% of 2% are 4.1%; then 3% off.
    assert "make an Index Step of 4.1%; 100.00 become 104.10" in indexed()
    assert "100.00 become 100.98" in indexed(productivity_per_year=0.03)


def test_each_clause_says_what_it_indexes():
    assert "70% of the change of [the wage index] and 30% of that of [the price index]" in indexed()
    assert "by the Index Step: the change of [the wage index]" in indexed(clause=1)
    assert "70% of the change of [the wage index], less 1%" in indexed(clause=2, offset_per_year=0.01)


def test_a_charge_that_passes_cost_on_is_not_indexed():
    assert "None: Allowed Cost" in said(indexation(DEAL, IndexationTerms(), follows_cost=True))


def test_the_currency_clause_by_hand():
    # Beyond a band of 10%, half of 70% of 5%: 1.75%.
    words = said(currency(CurrencyTerms(client_share=0.5), pen(), follows_cost=False))
    assert "turns 15% dearer; charges of 100.00 become 101.75" in words
    assert "its own risk" in said(currency(CurrencyTerms(), pen(), follows_cost=False))
    assert "rate of the day" in said(currency(CurrencyTerms(), pen(), follows_cost=True))

"""Indexation: published clauses side by side, a step by hand, the cap, and a promise of productivity."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.deal import DealTerms, IndexationTerms
from bpo_lib.pricing.deal.indexation import LABOUR_ONLY, WHOLE_PRICE, indexation, yearly_step

DEAL = DealTerms(transition_cost=0, indexation_cap_per_year=0.3)
WHOLE, LABOUR = IndexationTerms(clause=WHOLE_PRICE), IndexationTerms(clause=LABOUR_ONLY)


def test_indexation_steps_once_a_year_by_hand():
    # 70% of the fee at 4%, 30% at 2%: 3.4% a year.
    terms = DEAL.with_values(labour_share=0.7, wage_index_per_year=0.04, price_index_per_year=0.02)
    factors = indexation(25, terms)
    assert factors[:12].tolist() == [1.0] * 12
    assert factors[[12, 24]] == pytest.approx([1.034, 1.034**2])


def test_indexation_never_passes_its_cap_nor_falls():
    high = DEAL.with_values(wage_index_per_year=0.2, price_index_per_year=0.2, indexation_cap_per_year=0.05)
    low = DEAL.with_values(wage_index_per_year=-0.1, price_index_per_year=-0.1)
    assert indexation(24, high)[12] == pytest.approx(1.05)
    assert indexation(24, low)[12] == 1.0


def test_the_published_difference_of_an_index_is_that_of_the_whole_price():
    # Law Insider, escalation factor: the index rose by 2.23% and by 3.16%, which is 0.93 points.
    slow, fast = (DEAL.with_values(wage_index_per_year=rate) for rate in (0.0223, 0.0316))
    assert yearly_step(fast, WHOLE) - yearly_step(slow, WHOLE) == pytest.approx(0.0093)


def test_a_poor_clause_costs_what_its_source_says():
    # globalify: 5% a year against a cap of 2% "can cost $200K+"; here a deal of 2 million over four years.
    rising = DEAL.with_values(wage_index_per_year=0.05)
    capped = rising.with_values(indexation_cap_per_year=0.02)
    monthly = 2_000_000 / 12
    poor, good = (monthly * indexation(48, terms, WHOLE).sum() for terms in (rising, capped))
    assert poor - good == pytest.approx(2e6 * (1.05 + 1.05**2 + 1.05**3 - 1.02 - 1.02**2 - 1.02**3))
    assert poor - good > 200_000


def test_indexing_the_labour_share_alone_is_cheaper_than_the_whole_price():
    # TPI: 70% labour at 6% is 4.2% a year, not 6%.
    terms = DEAL.with_values(labour_share=0.7, wage_index_per_year=0.06)
    assert yearly_step(terms, WHOLE) == pytest.approx(0.06)
    assert yearly_step(terms, LABOUR) == pytest.approx(0.042)


def test_an_offset_comes_off_every_step_and_never_below_zero():
    terms = DEAL.with_values(wage_index_per_year=0.03)
    assert yearly_step(terms, WHOLE.with_values(offset_per_year=0.01)) == pytest.approx(0.02)
    assert yearly_step(terms, WHOLE.with_values(offset_per_year=0.05)) == 0


def test_a_promise_of_productivity_works_against_indexation():
    promised = WHOLE.with_values(productivity_per_year=0.05)
    factors = indexation(25, DEAL.with_values(wage_index_per_year=0.04), promised)
    assert factors[[0, 12, 24]] == pytest.approx([1, 1.04 * 0.95, (1.04 * 0.95) ** 2])


def test_every_path_has_the_wages_of_its_own_world():
    factors = indexation(13, DEAL.with_values(wage_index_per_year=0.03), WHOLE, np.array([[0.0], [0.02]]))
    assert factors[:, 12] == pytest.approx([1.03, 1.05])


def test_a_clause_nobody_knows_is_refused():
    with pytest.raises(InputError, match="clause is 3"):
        IndexationTerms(clause=3)

"""ScorecardTerms: what counts how much, and what cannot be."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms


def test_the_house_weights_by_hand():
    weights = ScorecardTerms().weights()
    assert sum(weights.values()) == pytest.approx(1, abs=1e-15)
    assert (weights["quality_system"], weights["price_per_transaction"]) == (0.15, 0.22)


def test_quality_weighs_more_than_any_other_answer_and_all_answers_more_than_price():
    # Deloitte 2012: quality ended more contracts early than cost did.
    weights = ScorecardTerms().weights()
    price = weights.pop("price_per_transaction")
    assert max(weights, key=weights.get) == "quality_system"
    assert sum(weights.values()) > 3 * price


def test_only_proportions_count():
    double = ScorecardTerms(**{name: 2 * getattr(ScorecardTerms(), name) for name in WEIGHED})
    assert double.weights() == pytest.approx(ScorecardTerms().weights())


def test_without_prices_the_other_weights_are_all_there_is():
    weights = ScorecardTerms().weights(with_price=False)
    assert weights["price_per_transaction"] == 0
    assert weights["quality_system"] == pytest.approx(15 / 78)
    nothing = dict.fromkeys(WEIGHED, 0.0)
    only_price = ScorecardTerms(**nothing | {"price_per_transaction": 50.0})
    assert only_price.weights(with_price=False)["reporting"] == pytest.approx(1 / 8)


def test_a_scorecard_without_any_weight_is_refused():
    with pytest.raises(InputError, match="every weight of the scorecard is 0"):
        ScorecardTerms(**dict.fromkeys(WEIGHED, 0.0))


def test_a_price_that_is_worth_everything_lies_under_one_that_is_worth_nothing():
    limits = {each.name.partition(".")[2]: each for each in ScorecardTerms.declarations()}
    assert limits["full_value_price"].le < limits["worthless_price"].ge
    with pytest.raises(InputError, match="full_value_price"):
        ScorecardTerms(full_value_price=0.9)

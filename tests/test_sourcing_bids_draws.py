"""Ranks under drawn weights and evidence: by hand, against the score, and free of other bids."""

import numpy as np
import pytest
from bid_cases import answers, marked, offer

from bpo_lib.sourcing.bids.draws import bid_ranks, triangular, weight_draws
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms

EXACT = ScorecardTerms(weight_spread=0)
ONLY_REPORTING = ScorecardTerms(**dict.fromkeys(WEIGHED, 0.0) | {"reporting": 10.0}, weight_spread=0)
nan = float("nan")


def ranks(*offers, prices=None, terms=EXACT, **changes):
    names = [rows[0][0] for rows in offers]
    values = dict.fromkeys(names, 0.5) if prices is None else dict(zip(names, prices, strict=True))
    return bid_ranks(answers(*offers), values, terms, draws=4_000, **changes)


def test_without_doubt_the_better_bid_is_always_first():
    found = ranks(offer("Alder", "4"), offer("Brisa", "3"))
    assert found.acceptability.loc["Alder"].tolist() == [1, 0]
    assert found.confidence["Alder"] == 1
    assert np.isnan(found.confidence["Brisa"])


def test_a_claim_against_a_proof_by_hand():
    # A claimed 3 lies in a triangle from 2 to 4.
    claimed = marked("Alder", {"": {"reporting": 3}}, "claim")
    proven = marked("Brisa", {"Kim": {"reporting": 4}, "Lee": {"reporting": 3}})
    found = ranks(claimed, proven, terms=ONLY_REPORTING)
    # Brisa is 4 in half of the draws, which a claimed 3 never beats, and 3 in the other half: 1/2 * 1/2.
    assert found.beats.loc["Alder", "Brisa"] == pytest.approx(1 / 4, abs=0.02)


def test_an_answer_nobody_gave_may_be_anything():
    # A uniform level beats a proven 4 in a quarter of the draws.
    found = ranks(
        marked("Alder", {"": {"technology": 3}}),
        marked("Brisa", {"": {"reporting": 4}}),
        terms=ONLY_REPORTING,
    )
    assert found.beats.loc["Alder", "Brisa"] == pytest.approx(1 / 4, abs=0.02)


def test_the_same_evaluator_is_heard_for_every_bid_of_a_draw():
    # Each of them marks Brisa one level higher, so Brisa leads whoever is heard.
    found = ranks(
        marked("Alder", {"Kim": {"reporting": 4}, "Lee": {"reporting": 2}}),
        marked("Brisa", {"Kim": {"reporting": 5}, "Lee": {"reporting": 3}}),
        terms=ONLY_REPORTING,
    )
    assert found.beats.loc["Brisa", "Alder"] == 1


def test_with_a_gap_the_evaluator_of_both_bids_is_heard_for_both():
    # Max marked Brisa only; whenever Kim or Lee is heard for Brisa, the same one is heard for Alder.
    alder = marked("Alder", {"Kim": {"reporting": 5}, "Lee": {"reporting": 2}})
    brisa = marked("Brisa", {"Kim": {"reporting": 5}, "Lee": {"reporting": 2}, "Max": {"reporting": 1}})
    found = ranks(alder, brisa, terms=ONLY_REPORTING)
    assert found.beats.loc["Alder", "Brisa"] == pytest.approx(1 / 3, abs=0.02)
    assert found.beats.loc["Brisa", "Alder"] == 0


@pytest.mark.parametrize("price", [0.0, 1.0, nan])
def test_a_third_bid_changes_nothing_between_two_others(price):
    pair = offer("Alder", "4", evidence="claim"), offer("Brisa", "4", evidence="demo")
    alone = ranks(*pair, terms=ScorecardTerms())
    for third in (offer("Zed", "5"), offer("Aaa", "1", evidence="claim")):
        for order in ((*pair, third), (third, *pair)):
            both = ranks(
                *order, prices=[price if rows is third else 0.5 for rows in order], terms=ScorecardTerms()
            )
            assert both.beats.loc["Alder", "Brisa"] == alone.beats.loc["Alder", "Brisa"]


def test_weights_lie_within_their_spread_and_sum_to_one():
    drawn = weight_draws(ScorecardTerms(), 5_000)
    house = np.array(list(ScorecardTerms().weights().values()))
    assert drawn.sum(axis=1) == pytest.approx(np.ones(5_000))
    assert drawn.mean(axis=0) == pytest.approx(house, abs=0.002)
    assert (drawn / house).max() < 1.2 / 0.8
    assert (
        weight_draws(ScorecardTerms(), 9, with_price=False)[:, WEIGHED.index("price_per_transaction")] == 0
    ).all()


def test_a_triangle_by_hand():
    # An eighth of a symmetric triangle lies under minus a half, half under zero.
    assert triangular(np.array([0.0, 0.125, 0.5, 0.875, 1.0])).tolist() == [-1, -0.5, 0, 0.5, 1]

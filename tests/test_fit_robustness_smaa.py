"""SMAA-2: a reference sample to the last digit, exact areas, by hand, and what holds for all."""

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.fit import smaa, uniform_weights


def some_utilities(seed, alternatives=5, criteria=4):
    return np.random.default_rng(seed).random((alternatives, criteria))


@pytest.fixture
def thrombo(shared):
    with np.load(shared("reference/smaa_thrombo.npz")) as sample:
        return sample["meas"], sample["weights"]


@pytest.fixture
def published(shared):
    return json.loads(shared("reference/fit_fixtures.json").read_text())


def test_the_reference_sample_gives_the_reference_figures(thrombo, published):
    # rsmaa 0.3-2, its own 10,000 draws: counts are equal, the rest to all digits that it prints.
    found = smaa(thrombo[0], weights=thrombo[1])
    assert found.draws == 10_000
    assert found.rank_acceptability[:, 0].tolist() == published["smaa_thrombo"]["rank1"]
    assert found.rank_acceptability[:, 1].tolist() == published["smaa_thrombo"]["rank1"][::-1]
    assert found.confidence.tolist() == published["smaa_thrombo"]["cf"]
    assert found.entropy_bits == pytest.approx(published["smaa_thrombo"]["entropy"], abs=5e-8)
    central = [[0.1865097, 0.2772205, 0.5362698], [0.4073100, 0.3641477, 0.2285423]]
    assert found.central_weights == pytest.approx(np.array(central), abs=5.1e-8)


def test_the_reference_sample_at_fixed_weights(thrombo, published):
    fixed = published["smaa_thrombo"]["fixed_w"]
    found = smaa(thrombo[0], weights=fixed)
    assert found.rank_acceptability[:, 0].tolist() == published["smaa_thrombo"]["fixed_rank1"]
    assert found.central_weights == pytest.approx(np.array([fixed, fixed]))


@pytest.mark.parametrize("seed", range(4))
def test_exact_areas_of_four_alternatives_are_met_within_two_thousandths(published, seed):
    exact = published["smaa_exact_4x3"]
    found = smaa(exact["U"], n=16_384, seed=seed)
    first = [float(Fraction(each)) for each in exact["rank1"]]
    assert found.rank_acceptability[:, 0] == pytest.approx(first, abs=0.002)
    for row, areas in zip(found.central_weights, exact["central"], strict=True):
        if areas is None:
            assert np.isnan(row).all()
        else:
            assert row == pytest.approx([float(Fraction(each)) for each in areas], abs=0.002)
    assert found.confidence[:3].tolist() == [1, 1, 1]
    assert np.isnan(found.confidence[3])


def test_three_draws_by_hand():
    # Each draw has all its weight on one criterion: first wins by 1, second by 2 and 3.
    found = smaa([[1.0, 0.0, 0.4], [0.0, 1.0, 0.6]], weights=np.eye(3))
    assert found.values.tolist() == [[1, 0], [0, 1], [0.4, 0.6]]
    assert found.rank_acceptability == pytest.approx(np.array([[1, 2], [2, 1]]) / 3)
    assert found.central_weights == pytest.approx(np.array([[1, 0, 0], [0, 0.5, 0.5]]))
    assert found.pairwise == pytest.approx(np.array([[0, 1], [2, 0]]) / 3)
    assert found.entropy_bits == pytest.approx(np.log2(3) - 2 / 3)


def test_confidence_is_counted_over_the_scores_at_the_central_weight_by_hand():
    # Each wins one draw, so its weights are central. At (0.9, 0.1) the first has 0.9 and 0 against 0.5:
    # one of two; at (0.2, 0.8) the second has 0.5 against 0.2 and 0: both.
    scores = [[[1.0, 0.0], [0.5, 0.5]], [[0.0, 0.0], [0.5, 0.5]]]
    found = smaa(scores, weights=[[0.9, 0.1], [0.2, 0.8]])
    assert found.confidence.tolist() == [0.5, 1.0]


def test_those_who_tie_share_the_better_rank():
    # 0.1 + 0.2 and 0.3 differ in the last bit, which is no preference.
    assert 0.1 + 0.2 != 0.3
    found = smaa([[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], weights=[0.1, 0.2, 0.3, 0.4])
    assert found.confidence[:2].tolist() == [1, 1]
    assert found.rank_acceptability.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]
    assert found.entropy_bits == 1


def test_equal_alternatives_are_equal_in_everything():
    row = some_utilities(0, 1, 25)[0]
    found = smaa([row, row, row])
    assert found.rank_acceptability.tolist() == [[1, 0, 0]] * 3
    assert found.pairwise.tolist() == [[0, 0, 0]] * 3
    assert found.confidence.tolist() == [1, 1, 1]


def test_alternatives_worth_nothing_are_all_first():
    found = smaa([[0, 0], [0, 0]])
    assert found.rank_acceptability.tolist() == [[1, 0]] * 2
    assert found.confidence.tolist() == [1, 1]


def test_one_alternative_is_always_first_and_one_criterion_decides_alone():
    alone = smaa([[0.2, 0.7]])
    assert alone.rank_acceptability.tolist() == [[1]]
    assert alone.entropy_bits == 0
    assert alone.central_weights == pytest.approx(np.array([[0.5, 0.5]]), abs=0.001)
    single = smaa([[0.2], [0.7]])
    assert single.rank_acceptability.tolist() == [[0, 1], [1, 0]]
    assert single.central_weights[1].tolist() == [1]


def test_one_that_is_not_allowed_takes_no_rank_and_no_place_of_another():
    utilities = some_utilities(1)
    allowed = np.array([True, False, True, True, False])
    masked, without = smaa(utilities, allowed=allowed), smaa(utilities[allowed])
    assert masked.rank_acceptability[allowed][:, :3].tolist() == without.rank_acceptability.tolist()
    assert not masked.rank_acceptability[~allowed].any()
    assert not masked.rank_acceptability[:, 3:].any()
    assert not masked.pairwise[~allowed].any()
    assert np.isnan(masked.confidence[~allowed]).all()
    assert masked.confidence[allowed].tolist() == pytest.approx(without.confidence.tolist(), nan_ok=True)
    assert masked.entropy_bits == without.entropy_bits


def test_confidence_keeps_to_the_allowed_where_scores_are_draws():
    scores = np.random.default_rng(3).random((500, 4, 3))
    allowed = np.array([False, True, True, True])
    masked, without = smaa(scores, allowed=allowed), smaa(scores[:, 1:])
    assert masked.confidence[1:] == pytest.approx(without.confidence)


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(1, 6), st.integers(1, 5))
def test_each_rank_is_taken_once_in_every_draw(seed, alternatives, criteria):
    found = smaa(some_utilities(seed, alternatives, criteria), n=256, seed=seed)
    shares = found.rank_acceptability
    assert shares.sum(axis=0) == pytest.approx(np.ones(alternatives), abs=1e-12)
    assert shares.sum(axis=1) == pytest.approx(np.ones(alternatives), abs=1e-12)
    assert found.pairwise + found.pairwise.T == pytest.approx(1 - np.eye(alternatives), abs=1e-12)
    ever = shares[:, 0] > 0
    assert np.nansum(shares[:, [0]] * found.central_weights, axis=0).sum() == pytest.approx(1)
    assert (np.isnan(found.confidence) == ~ever).all()


@settings(max_examples=40)
@given(st.integers(0, 10_000))
def test_one_more_alternative_never_reorders_the_others(seed):
    utilities = some_utilities(seed)
    fewer, more = smaa(utilities[:-1], n=256), smaa(utilities, n=256)
    assert more.values[:, :-1] == pytest.approx(fewer.values, abs=1e-14)
    assert more.pairwise[:-1, :-1].tolist() == fewer.pairwise.tolist()
    assert (more.rank_acceptability[:-1, 0] <= fewer.rank_acceptability[:, 0]).all()


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(0, 3))
def test_doing_better_on_a_criterion_never_costs_a_rank(seed, alternative, criterion):
    utilities = some_utilities(seed)
    better = utilities.copy()
    better[alternative, criterion] += 0.3
    before = smaa(utilities, n=256).rank_acceptability[alternative].cumsum()
    after = smaa(better, n=256).rank_acceptability[alternative].cumsum()
    assert (after >= before).all()


def test_draws_of_the_scores_are_the_same_as_known_scores_when_they_do_not_vary():
    utilities = some_utilities(5, 9, 25)
    known, drawn = smaa(utilities, n=5_000), smaa(np.repeat(utilities[None], 5_000, axis=0))
    assert drawn.rank_acceptability.tolist() == known.rank_acceptability.tolist()
    assert drawn.confidence.tolist() == pytest.approx(known.confidence.tolist(), nan_ok=True)


def test_weights_are_uniform_over_all_there_are():
    # Each weight of n has mean 1/n and variance (n - 1) / (n^2 (n + 1)), and exceeds t in (1 - t)^(n - 1).
    weights = uniform_weights(4, 16_384, seed=7)
    assert weights.sum(axis=1) == pytest.approx(np.ones(16_384), abs=1e-12)
    assert weights.mean(axis=0) == pytest.approx(np.full(4, 0.25), abs=0.001)
    assert weights.var(axis=0) == pytest.approx(np.full(4, 3 / (16 * 5)), rel=0.01)
    assert (weights > 0.5).mean(axis=0) == pytest.approx(np.full(4, 0.125), abs=0.003)


def test_a_seed_gives_the_same_again_and_another_one_others():
    assert uniform_weights(3, 100, seed=1).tolist() == uniform_weights(3, 100, seed=1).tolist()
    assert uniform_weights(3, 100, seed=1).tolist() != uniform_weights(3, 100, seed=2).tolist()
    assert uniform_weights(3, 1).shape == (1, 3)


def test_a_criterion_without_weight_changes_nothing():
    utilities = some_utilities(8)
    weights = uniform_weights(4, 500)
    wider = np.column_stack([utilities, np.random.default_rng(0).random(5)])
    padded = np.column_stack([weights, np.zeros(500)])
    before, after = smaa(utilities, weights=weights), smaa(wider, weights=padded)
    assert after.rank_acceptability.tolist() == before.rank_acceptability.tolist()
    assert np.nansum(after.central_weights[:, -1]) == 0


def test_what_cannot_be_ranked_is_said_in_words():
    with pytest.raises(InputError, match="utility of alternative 1 on criterion 2 is missing"):
        smaa([[0.5, float("nan")]])
    with pytest.raises(InputError, match="3 draws of weights against 2 of values"):
        smaa(np.zeros((2, 2, 3)), weights=np.eye(3))
    with pytest.raises(InputError, match="no alternative is allowed"):
        smaa([[0.5]], allowed=[False])
    with pytest.raises(InputError, match="0 draws of 2 weights asked for"):
        smaa([[0.5, 0.5]], n=0)

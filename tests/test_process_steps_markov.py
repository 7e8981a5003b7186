"""Absorbing chains: published ones, a loop by hand, laws over drawn ones, and chains that never end."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.process.steps.markov import absorbing_visits, endless


def walk(states, p=0.5):
    """Return a walk that goes up with p and down otherwise, and leaves at either end."""
    moves = np.diag([p] * (states - 1), 1) + np.diag([1 - p] * (states - 1), -1)
    return moves, 1 - moves.sum(axis=1)


def test_the_drunkards_walk_of_the_textbook():
    # Grinstead and Snell, "Introduction to Probability", example 11.14: three inner corners.
    visits = absorbing_visits(*walk(3), start=0)
    np.testing.assert_allclose(visits.fundamental, [[1.5, 1, 0.5], [1, 2, 1], [0.5, 1, 1.5]])
    for start, mean in ((0, 3), (1, 4), (2, 3)):
        steps, variance = absorbing_visits(*walk(3), start=start).total(np.ones(3))
        assert steps == pytest.approx(mean)
        assert variance == pytest.approx(8)  # Kemeny and Snell: (2N - I)t - t squared


def test_a_loop_by_hand():
    # Check comes back from mending with 0.2: it is passed 1 / (1 - 0.2) times, mending 0.25 times.
    visits = absorbing_visits(np.array([[0, 0.2], [1, 0]]), np.array([0.8, 0]))
    np.testing.assert_allclose(visits.expected, [1.25, 0.25])
    np.testing.assert_allclose(visits.passed, [1, 0.2])
    mean, variance = visits.total(np.array([2.0, 10.0]))
    assert mean == pytest.approx(5)
    assert variance == pytest.approx(12**2 * 0.2 / 0.8**2)  # a geometric number of rounds of 12 minutes


def test_a_step_that_repeats_itself():
    visits = absorbing_visits(np.array([[0.9]]), np.array([0.1]))
    assert visits.expected[0] == pytest.approx(10)
    assert visits.passed[0] == pytest.approx(1)


def test_what_cannot_be_reached_is_never_passed_even_where_it_would_never_end():
    moves, leaving = np.array([[0.0, 0], [0, 1]]), np.array([1.0, 0])
    visits = absorbing_visits(moves, leaving)
    assert visits.expected.tolist() == [1, 0]
    assert not endless(moves, leaving, 0).any()


def test_of_the_ways_into_an_endless_loop_only_the_loop_is_named():
    moves = np.array([[0, 0.5, 0, 0], [0, 0, 1.0, 0], [0, 0, 0, 1.0], [0, 0, 1.0, 0]])
    assert endless(moves, np.array([0.5, 0, 0, 0]), 0).tolist() == [False, False, True, True]


@pytest.mark.parametrize("moves", [[[1.0]], [[0, 1.0], [1.0, 0]]])
def test_a_chain_without_an_end_is_named_never_a_failure_of_algebra(moves):
    with pytest.raises(InputError, match="none leaves the process"):
        absorbing_visits(np.array(moves), np.zeros(len(moves)))


@pytest.mark.parametrize("leaves", [1e-4, 1e-17, 5e-324])
def test_a_chain_that_hardly_ends_is_named_too(leaves):
    with pytest.raises(InputError, match="more than 1,000 times: too few cases leave"):
        absorbing_visits(np.array([[1 - leaves]]), np.array([leaves]))


@st.composite
def chains(draw, loops):
    size = draw(st.integers(2, 7))
    weights = np.array(draw(st.lists(st.floats(0.05, 1), min_size=size * size, max_size=size * size)))
    kept = np.array(draw(st.lists(st.booleans(), min_size=size * size, max_size=size * size)))
    moves = (weights * kept).reshape(size, size)
    moves = moves if loops else np.triu(moves, 1)
    whole = moves.sum(axis=1) + 0.5
    return moves / whole[:, None], 0.5 / whole


@settings(max_examples=60, deadline=None)
@given(chains(loops=False))
def test_without_loops_a_step_is_passed_with_the_products_of_the_shares_of_all_ways_to_it(chain):
    moves, leaving = chain
    ways = np.zeros(len(moves))
    ways[0] = 1
    for state in range(1, len(moves)):
        ways[state] = ways[:state] @ moves[:state, state]
    visits = absorbing_visits(moves, leaving)
    np.testing.assert_allclose(visits.expected, ways, atol=1e-12)
    np.testing.assert_allclose(visits.passed, ways, atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(chains(loops=True))
def test_what_flows_in_flows_out(chain):
    moves, leaving = chain
    visits = absorbing_visits(moves, leaving)
    entering = np.eye(len(moves))[0]
    np.testing.assert_allclose(visits.expected, entering + visits.expected @ moves, atol=1e-9)
    assert visits.expected @ leaving == pytest.approx(1)  # every case leaves once
    assert (visits.passed <= np.minimum(visits.expected, 1) + 1e-9).all()


def test_cases_walked_one_by_one_agree():
    moves = np.array([[0.1, 0.6, 0.2], [0.3, 0.0, 0.5], [0.0, 0.4, 0.0]])
    leaving = 1 - moves.sum(axis=1)
    random, cases = np.random.default_rng(5), 40_000
    state, minutes, passes = np.zeros(cases, dtype=int), np.array([1.0, 4, 9]), np.zeros((cases, 3))
    edges = np.cumsum(np.column_stack([moves, leaving]), axis=1)
    walking = np.arange(cases)
    while walking.size:
        passes[walking, state[walking]] += 1
        state[walking] = (random.random(walking.size)[:, None] > edges[state[walking]]).sum(axis=1)
        walking = walking[state[walking] < 3]
    visits = absorbing_visits(moves, leaving)
    mean, variance = visits.total(minutes)
    np.testing.assert_allclose(passes.mean(axis=0), visits.expected, rtol=0.02)
    np.testing.assert_allclose((passes > 0).mean(axis=0), visits.passed, rtol=0.02)
    assert (passes @ minutes).mean() == pytest.approx(mean, rel=0.02)
    assert (passes @ minutes).var() == pytest.approx(variance, rel=0.05)

"""What changes the leader: by hand, against a grid, a linear programme and a search, and laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bpo_lib.errors import InputError
from bpo_lib.fit import least_weight_change, level_flips, margin_by_criterion, tipping_weights


def some_case(seed, alternatives=4, criteria=5):
    draw = np.random.default_rng(seed)
    weights = draw.dirichlet(np.ones(criteria))
    weights[draw.random(criteria) < 0.15] = 0
    weights = np.ones(criteria) if not weights.any() else weights
    return draw.random((alternatives, criteria)), weights / weights.sum()


def leader(utilities, weights):
    return int((utilities @ weights).argmax())


def with_weight(weights, criterion, shares):
    """Return weights with one of them at each of some shares and the others in proportion."""
    others = np.delete(weights, criterion)
    others = others / others.sum() if others.any() else np.full(others.size, 1 / others.size)
    return np.insert(np.multiply.outer(1 - shares, others), criterion, shares, axis=-1)


def leaders_at(utilities, weights, criterion, shares):
    return set((with_weight(weights, criterion, shares) @ utilities.T).argmax(axis=1).tolist())


def test_a_tip_by_hand():
    # First leads 0.6 to 0.4 at weights 0.6 and 0.4; the two are level at half and half.
    table = tipping_weights([[1.0, 0.0], [0.0, 1.0]], [0.6, 0.4])
    assert table["tip"].tolist() == pytest.approx([0.5, 0.5])
    assert table["distance"].tolist() == pytest.approx([0.1, 0.1])
    assert table["to"].tolist() == [1, 1]
    assert table["weight"].tolist() == [0.6, 0.4]


def test_the_published_formula_gives_the_tip():
    # t = (r_b - r_a) / ((u_ai - u_bi) + (r_b - r_a)): r_a = 0.5, r_b = 0.7, u_ai - u_bi = 0.6; so 1/4.
    table = tipping_weights([[0.9, 0.4, 0.6], [0.3, 0.8, 0.6]], [0.4, 0.3, 0.3])
    assert table.loc[0, "tip"] == pytest.approx(0.25)


@settings(max_examples=80)
@given(st.integers(0, 100_000))
def test_the_leader_leads_up_to_the_tip_and_the_other_beyond_it(seed):
    utilities, weights = some_case(seed)
    now = leader(utilities, weights)
    for _, criterion, weight, tip, to, _ in tipping_weights(utilities, weights).itertuples():
        if np.isnan(tip):
            assert leaders_at(utilities, weights, criterion, np.linspace(0, 1, 201)) == {now}
            continue
        assert 0 <= tip <= 1
        step = 1e-7 if tip > weight else -1e-7
        assert leader(utilities, with_weight(weights, criterion, tip - step)) == now
        assert leader(utilities, with_weight(weights, criterion, tip + step)) == to
        level = utilities @ with_weight(weights, criterion, tip)
        assert level[to] == pytest.approx(level.max(), abs=1e-12)
        assert level[now] == pytest.approx(level.max(), abs=1e-12)
        other_side = np.linspace(weight, np.clip(2 * weight - tip, 0, 1), 50)[:-1]
        assert leaders_at(utilities, weights, criterion, other_side) == {now}


def test_a_rival_that_only_draws_level_at_the_end_is_no_tip():
    # They differ on the first criterion alone: without it they are equal, and never the other way round.
    table = tipping_weights([[0.7, 0.3, 0.1], [0.2, 0.3, 0.1]], [0.5, 0.2, 0.3])
    assert table["tip"].isna().all()
    assert table["to"].isna().all()


def test_of_rivals_that_cross_together_the_one_that_leads_afterwards_is_named():
    # At half and half all three have 0.5; beyond it the third rises fastest.
    table = tipping_weights([[0.5, 0.5], [0.4, 0.6], [0.2, 0.8]], [0.5, 0.5])
    assert table["distance"].tolist() == pytest.approx([0, 0], abs=1e-15)
    assert table["to"].tolist() == [2, 2]


def test_a_weight_of_everything_gives_way_to_the_others_alike_by_hand():
    # Without weights of their own the other two count as half each: the rival's 0.75 against 0.25.
    table = tipping_weights([[0.6, 0.5, 0.0], [0.4, 0.5, 1.0]], [1.0, 0.0, 0.0])
    assert table.loc[0, "tip"] == pytest.approx(0.5 / 0.7)


def test_the_least_change_by_hand():
    # The lead is 0.2 and every share moved from first to second takes 2 off it: 0.1 down and 0.1 up.
    found = least_weight_change([[1.0, 0.0], [0.0, 1.0]], [0.6, 0.4])
    assert found.distance == pytest.approx(0.2)
    assert found.to == 1
    assert found.weights == pytest.approx([0.5, 0.5])


def linear_programme(utilities, weights):
    """Return the least change by a solver: weights, then how far each is from what it was."""
    count, now = len(weights), leader(utilities, weights)
    one = np.eye(count)
    apart = np.block([[one, -one], [-one, -one]])
    distances = []
    for rival in set(range(len(utilities))) - {now}:
        lead = np.concatenate([utilities[now] - utilities[rival], np.zeros(count)])
        solved = linprog(
            np.repeat([0.0, 1.0], count),
            A_ub=np.vstack([apart, lead]),
            b_ub=np.concatenate([weights, -weights, [0]]),
            A_eq=[np.repeat([1.0, 0.0], count)],
            b_eq=[1],
        )
        if solved.status == 0:
            distances.append(solved.fun)
    return min(distances, default=np.nan)


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_a_solver_of_linear_programmes_finds_the_same_least_change(seed):
    utilities, weights = some_case(seed)
    assert least_weight_change(utilities, weights).distance == pytest.approx(
        linear_programme(utilities, weights), abs=1e-7, nan_ok=True
    )


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_at_the_least_change_both_are_level_and_no_search_finds_a_smaller_one(seed):
    utilities, weights = some_case(seed)
    now, found = leader(utilities, weights), least_weight_change(utilities, weights)
    if found.to is None:
        corners = utilities.argmax(axis=0)
        assert (utilities[now] == utilities.max(axis=0)).all() or set(corners) == {now}
        return
    assert found.weights.min() >= -1e-15
    assert found.weights.sum() == pytest.approx(1, abs=1e-12)
    assert np.abs(found.weights - weights).sum() == pytest.approx(found.distance, abs=1e-12)
    level = utilities @ found.weights
    assert level[[now, found.to]] == pytest.approx(np.full(2, level.max()), abs=1e-12)
    draw = np.random.default_rng(seed)
    ends = draw.dirichlet(np.full(len(weights), 0.3), 2_000)
    ways = ends - weights
    ways *= np.minimum(1, 0.999 * found.distance / np.abs(ways).sum(axis=1, keepdims=True))
    assert set(((weights + ways) @ utilities.T).argmax(axis=1)) == {now}


def test_a_leader_that_is_best_on_everything_cannot_be_overtaken():
    found = least_weight_change([[0.9, 0.9], [0.9, 0.1]], [0.5, 0.5])
    assert np.isnan(found.distance)
    assert found.to is None
    assert found.weights.tolist() == [0.5, 0.5]


@given(st.integers(0, 100_000))
def test_margins_by_criterion_sum_to_the_margin(seed):
    utilities, weights = some_case(seed, criteria=25)
    values = utilities @ weights
    assert margin_by_criterion(utilities, weights, 1, 2).sum() == pytest.approx(
        values[1] - values[2], abs=1e-12
    )


def straight(levels):
    """Two alternatives on two criteria: up and down, then the other way round."""
    rise = (levels - 1) / 4
    return np.stack([rise, 1 - rise], axis=1)


def test_a_flip_by_hand():
    # Levels 4 and 3 give 0.625 against 0.375; half a level's step of 1/4 goes to each, so either falls by 1.
    table = level_flips([4, 3], straight, [0.5, 0.5])
    assert table["flips_at"].tolist() == pytest.approx([3, 2])
    assert table["to"].tolist() == [1, 1]
    assert table["distance"].tolist() == pytest.approx([1, 1])


def bent(levels):
    """Three alternatives on three criteria: up, down or a peak somewhere, each bent at its peak."""
    peaks = np.array([[5, 1, 3], [1, 5, 2], [3, 4, 1.35]])
    reach = np.maximum(peaks - 1, 5 - peaks)
    return 1 - np.abs(levels[:, None, :] - peaks) / reach


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_the_leader_leads_up_to_a_flip_and_the_other_beyond_it(seed):
    draw = np.random.default_rng(seed)
    levels, weights = draw.uniform(1, 5, 3), draw.dirichlet(np.ones(3))

    def leads(criterion, *at):
        moved = np.tile(levels, (len(at), 1))
        moved[:, criterion] = at
        return set((bent(moved) @ weights).argmax(axis=1).tolist())

    now = leader(bent(levels[None])[0], weights)
    for _, criterion, level, flips_at, to, _ in level_flips(levels, bent, weights).itertuples():
        if np.isnan(flips_at):
            assert leads(criterion, *np.linspace(1, 5, 81)) == {now}
            continue
        step = 1e-7 if flips_at > level else -1e-7
        assert leads(criterion, flips_at - step) == {now}
        assert leads(criterion, flips_at + step) == {to}
        reach = abs(flips_at - level)
        nearer = np.clip(np.linspace(level - reach, level + reach, 81)[1:-1], 1, 5)
        assert leads(criterion, *nearer) == {now}


def test_those_not_allowed_neither_lead_nor_take_over():
    utilities = [[1.0, 1.0], [0.9, 0.1], [0.1, 0.9]]
    allowed = [False, True, True]
    inner = tipping_weights(utilities[1:], [0.7, 0.3])
    outer = tipping_weights(utilities, [0.7, 0.3], allowed=allowed)
    assert outer["tip"].tolist() == inner["tip"].tolist()
    assert (outer["to"] == inner["to"] + 1).all()
    assert least_weight_change(utilities, [0.7, 0.3], allowed).to == 2
    flips = level_flips([4, 3, 3], bent, [0.2, 0.4, 0.4], allowed=[True, False, True])
    assert set(flips["to"].dropna()) <= {0, 2}


@pytest.mark.parametrize("utilities", [[[0.3, 0.6]], [[0.3, 0.6], [0.3, 0.6]]])
def test_one_alternative_or_equal_ones_have_nothing_that_tips(utilities):
    assert tipping_weights(utilities, [0.5, 0.5])["tip"].isna().all()
    assert least_weight_change(utilities, [0.5, 0.5]).to is None
    alone = level_flips([2, 3], lambda sets: straight(sets)[:, :1], [0.5, 0.5])
    assert alone[["flips_at", "to", "distance"]].isna().all(axis=None)


def test_one_criterion_has_no_weight_to_change():
    assert tipping_weights([[0.3], [0.6]], [1.0])["tip"].isna().all()
    assert least_weight_change([[0.3], [0.6]], [1.0]).to is None


def test_what_cannot_be_judged_is_said_in_words():
    with pytest.raises(InputError, match="utility of alternative 2 on criterion 1 is missing"):
        tipping_weights([[0.5], [float("nan")]], [1.0])
    with pytest.raises(InputError, match=r"weights sum to 0\.8"):
        least_weight_change([[0.5, 0.5]], [0.5, 0.3])
    for levels in ([float("nan"), 3], [0, 3], [6, 3], [[1, 2]]):
        with pytest.raises(InputError, match="levels have to be numbers from 1 to 5, one for each criterion"):
            level_flips(levels, straight, [0.5, 0.5])

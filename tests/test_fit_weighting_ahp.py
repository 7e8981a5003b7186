"""AHP: Saaty's own examples to the printed digit, consistency, and which judgement to revisit."""

import json
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgement_cases import DRINKS, HOUSE, reciprocal

from bpo_lib.errors import InputError
from bpo_lib.fit.weighting.ahp import RANDOM_INDEX, SCALE, Triple, ahp_weights

NAN = float("nan")


@pytest.fixture(scope="module")
def published(shared):
    return json.loads(shared("reference/fit_fixtures.json").read_text())


@pytest.mark.parametrize("name", ["ahp_house", "ahp_drinks", "ahp_3x3"])
def test_published_matrices_to_the_printed_digits(published, name):
    expected = published[name]
    result = ahp_weights(reciprocal(expected["upper"]))
    assert result.weights == pytest.approx(expected["w"], abs=5e-13)
    assert result.eigenvalue == pytest.approx(expected["lambda_max"], abs=1e-12)
    assert result.random_index == expected["RI"]
    assert result.consistency_ratio == pytest.approx(expected["CR"], abs=1e-12)
    assert result.gci == pytest.approx(expected.get("GCI", result.gci), abs=1e-12)


def test_the_example_of_a_leader_to_the_printed_digits(published):
    expected = published["ahp_leader"]
    criteria = ahp_weights(reciprocal(expected["crit_upper"]))
    local = [["1/4", 4, 9], [3, "1/5", "1/7"], [5, 9, 4], ["1/3", 5, 9]]
    overall = criteria.weights @ np.array([ahp_weights(reciprocal(upper)).weights for upper in local])
    assert criteria.weights == pytest.approx(expected["crit_w"], abs=5e-13)
    assert criteria.consistency_ratio == pytest.approx(expected["crit_CR_RI090"], abs=1e-12)
    assert overall == pytest.approx(list(expected["overall"].values()), abs=5e-13)


def test_the_geometric_index_of_the_house_is_the_computed_one():
    assert ahp_weights(reciprocal(HOUSE)).gci == pytest.approx(0.529157448359, abs=5e-13)


def test_drinks_as_saaty_printed_them():
    result = ahp_weights(reciprocal(DRINKS))
    assert np.round(result.weights, 3).tolist() == [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]
    assert result.consistency_ratio == pytest.approx(0.022, abs=5e-4)


def test_the_house_names_the_judgement_that_saaty_himself_doubted():
    # He asked for the third against the seventh again: 6 was to be about 1/2.
    revisit = ahp_weights(reciprocal(HOUSE)).revisit
    assert (revisit.first, revisit.second, revisit.given, revisit.value) == ("3", "7", 6, 0.5)
    mended = reciprocal(HOUSE)
    mended[2, 6], mended[6, 2] = 0.5, 2
    assert ahp_weights(mended).consistency_ratio == pytest.approx(revisit.consistency_ratio, abs=1e-12)
    assert revisit.consistency_ratio < 0.10 < ahp_weights(reciprocal(HOUSE)).consistency_ratio


def test_the_worst_triple_by_hand():
    # price is 3 times size, size 3 times place: price should be 9 times place, but 5 was said.
    result = ahp_weights(reciprocal([3, 5, 3]), ["price", "size", "place"])
    assert result.worst_triple == Triple("price", "size", "place", 9, 5)
    assert result.revisit.value == 9
    assert result.revisit.consistency_ratio == pytest.approx(0, abs=1e-12)


def test_no_other_step_of_the_scale_does_better_than_the_named_one():
    matrix = reciprocal([3, 5, 1, 1, "1/4", 7])
    best = ahp_weights(matrix).revisit.consistency_ratio
    for i, j in combinations(range(4), 2):
        for value in SCALE:
            tried = matrix.copy()
            tried[i, j], tried[j, i] = value, 1 / value
            assert ahp_weights(tried).consistency_ratio >= best - 1e-12


@given(st.lists(st.floats(0.05, 1), min_size=1, max_size=10))
def test_consistent_judgements_give_back_their_weights(points):
    weights = np.array(points) / sum(points)
    result = ahp_weights(weights[:, None] / weights[None, :])
    assert result.weights == pytest.approx(weights, abs=1e-10)
    assert result.consistency_ratio == pytest.approx(0, abs=1e-9)
    assert result.worst_triple is None
    assert result.revisit is None


@given(st.lists(st.sampled_from(SCALE), min_size=6, max_size=6), st.permutations(range(4)))
def test_the_order_of_naming_does_not_matter(upper, order):
    matrix = reciprocal(upper)
    shuffled = ahp_weights(matrix[np.ix_(order, order)])
    assert shuffled.weights == pytest.approx(ahp_weights(matrix).weights[list(order)], abs=1e-9)
    assert shuffled.consistency_ratio >= -1e-12


def test_a_consistent_gap_is_filled_by_the_other_judgements():
    gap = reciprocal([2, 8, 4])
    gap[0, 2] = gap[2, 0] = NAN
    result = ahp_weights(gap)
    assert result.weights == pytest.approx([8 / 13, 4 / 13, 1 / 13])
    assert result.missing == 1
    assert result.consistency_ratio == 0  # two judgements of three things cannot contradict
    assert "1 of 3 pairs were not judged; the weights rest on the others" in result.notes[0]


def test_a_gap_does_not_flatter_contradicting_judgements():
    matrix = reciprocal([3, 5, 1, 1, "1/4", 7])
    whole = ahp_weights(matrix)
    matrix[0, 1] = matrix[1, 0] = NAN
    gap = ahp_weights(matrix)
    assert gap.random_index == pytest.approx(0.90 * 2 / 3)  # three judgements beyond a chain, one is missing
    assert gap.consistency_ratio > 0.5 * whole.consistency_ratio


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_things_cannot_contradict(count):
    result = ahp_weights(np.ones((count, count)))
    assert (result.consistency_ratio, result.gci, result.eigenvalue) == (0, 0, pytest.approx(count))


def test_more_than_ten_things_have_no_ratio_and_say_so():
    result = ahp_weights(np.ones((11, 11)))
    assert np.isnan(result.consistency_ratio)
    assert result.revisit is None
    assert "the table of random indices ends at 10" in result.notes[0]


def test_the_printed_table_is_saatys():
    assert RANDOM_INDEX[2:] == (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)


def test_a_matrix_that_is_not_reciprocal_names_the_pair():
    with pytest.raises(InputError, match="1 against 2 is 3 and the other way round"):
        ahp_weights([[1, 3], [0.5, 1]])

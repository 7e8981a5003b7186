"""Arrays are checked once, and what is wrong with them is said in words."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.fit.robustness.checked import (
    checked_allowed,
    checked_utilities,
    checked_weights,
    refuse_missing,
    shaped_utilities,
)


def test_good_arrays_pass_as_they_are():
    assert checked_utilities([[0, 1], [0.5, 0.5]]).tolist() == [[0, 1], [0.5, 0.5]]
    assert checked_weights([0.25, 0.75], 2).tolist() == [0.25, 0.75]
    assert checked_weights([[1, 0], [0, 1]], 2).shape == (2, 2)
    assert checked_allowed(None, 3).tolist() == [True] * 3
    assert checked_allowed([True, False], 2).tolist() == [True, False]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_a_missing_utility_is_named_by_its_place(bad):
    with pytest.raises(InputError, match="utility of alternative 2 on criterion 3 is missing or infinite"):
        checked_utilities([[0, 0, 0], [0, 0, bad]])
    draws = np.zeros((4, 2, 3))
    draws[3, 0, 1] = bad
    with pytest.raises(InputError, match="utility of alternative 1 on criterion 2 is missing"):
        refuse_missing(draws)


@pytest.mark.parametrize("given", [[], [0.5, 0.5], [[]], np.zeros((2, 2, 2))])
def test_another_shape_is_an_error(given):
    with pytest.raises(InputError, match="give alternatives x criteria, with at least one of each"):
        checked_utilities(given)


def test_draws_are_a_shape_where_they_are_allowed():
    assert shaped_utilities(np.zeros((4, 2, 3)), dimensions=(2, 3)).shape == (4, 2, 3)
    with pytest.raises(InputError, match="give alternatives x criteria or draws x alternatives x criteria"):
        shaped_utilities([0.5], dimensions=(2, 3))


def test_what_is_no_number_is_an_error():
    with pytest.raises(InputError, match="utilities are not an array of numbers"):
        checked_utilities([["high", "low"]])
    with pytest.raises(InputError, match="weights are not an array of numbers"):
        checked_weights([[1.0], [0.5, 0.5]], 1)


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([0.5, 0.5, 0], "give one for each of 2 criteria"),
        (np.zeros((0, 2)), "give one for each of 2 criteria"),
        ([0.5, float("nan")], "weight of criterion 2 is missing or below 0"),
        ([-0.5, 1.5], "weight of criterion 1 is missing or below 0"),
        ([0, 0], "weights sum to 0; divide them by their sum"),
        ([[0.5, 0.5], [60, 40]], "weights sum to 100"),
        ([float("inf"), 0], "weights sum to inf"),
    ],
)
def test_weights_that_are_no_shares_are_errors(weights, words):
    with pytest.raises(InputError, match=words):
        checked_weights(weights, 2)


def test_a_mask_that_allows_nothing_or_has_another_length_is_an_error():
    with pytest.raises(InputError, match="no alternative is allowed"):
        checked_allowed([False, False], 2)
    with pytest.raises(InputError, match="True or False for each of 3 alternatives"):
        checked_allowed([True, False], 3)
    with pytest.raises(InputError, match="True or False for each of 2 alternatives"):
        checked_allowed([0, 1], 2)

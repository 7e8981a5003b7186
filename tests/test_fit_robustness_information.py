"""What knowing one answer is worth: cases with an exact solution, and what chance must not promise."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.fit import value_of_information


def uniform_levels(criteria, draws=16_384, seed=0):
    return np.random.default_rng(seed).uniform(1, 5, (draws, criteria))


def test_two_alternatives_of_which_one_is_certain_by_hand():
    # One is worth 0.5 for sure, the other its level, uniform from 0 to 1: knowing it makes E max = 5/8.
    levels = uniform_levels(2)
    values = np.column_stack([np.full(16_384, 0.5), (levels[:, 0] - 1) / 4])
    assert value_of_information(levels, values) == pytest.approx([0.125, 0.0], abs=0.002)


def test_an_alternative_that_is_seldom_better_by_hand():
    # The certain one is worth 0.8: the integral of x - 0.8 from 0.8 to 1 is 0.02.
    levels = uniform_levels(1)
    values = np.column_stack([np.full(16_384, 0.8), (levels[:, 0] - 1) / 4])
    assert value_of_information(levels, values) == pytest.approx([0.02], abs=0.001)


def test_two_criteria_that_count_differently_by_hand():
    # The lead is w (x - 1/2) + (1 - w)(y - 1/2) with x, y uniform: knowing x alone is worth w / 8.
    levels = uniform_levels(2)
    x, y = (levels.T - 1) / 4
    values = np.column_stack([np.full(16_384, 0.5), 0.7 * x + 0.3 * y])
    assert value_of_information(levels, values) == pytest.approx([0.7 / 8, 0.3 / 8], abs=0.003)


def test_answers_on_whole_levels_by_hand():
    # Levels 1, 3 and 5 alike often, worth 0, 0.5 and 1, against 0.6: (0.6 + 0.6 + 1) / 3 - 0.6.
    level = np.random.default_rng(0).permutation(np.repeat([1.0, 3.0, 5.0], 2_000))
    values = np.column_stack([np.full(6_000, 0.6), (level - 1) / 4])
    assert value_of_information(level[:, None], values) == pytest.approx([0.4 / 3], abs=0.002)


def test_few_draws_still_tell_the_most_worth_knowing():
    levels = uniform_levels(3, 120)
    values = np.column_stack([np.full(120, 0.5), (levels - 1) / 4 @ [0.1, 0.8, 0.1]])
    assert value_of_information(levels, values).argmax() == 1
    assert value_of_information(levels, values)[1] > 0.05


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_knowing_more_is_never_worth_less_than_nothing_nor_more_than_knowing_all(seed):
    levels = uniform_levels(4, 2_000, seed)
    values = np.random.default_rng(seed).random((2_000, 3)) * 0.1 + (levels[:, :3] - 1) / 4
    found = value_of_information(levels, values)
    assert (found >= 0).all()
    assert (found <= values.max(axis=1).mean() - values.mean(axis=0).max() + 0.01).all()


def test_chance_alone_is_worth_nothing():
    # Two alternatives as good as one another, and 25 criteria that say nothing about either. Taking the
    # better of the means of groups of 256 draws would promise 0.4 * 0.15 * (2 / 256)^0.5 = 0.005.
    levels = uniform_levels(25)
    values = np.random.default_rng(1).normal(0.5, 0.15, (16_384, 2))
    assert value_of_information(levels, values).mean() < 0.001


def test_an_answer_already_known_is_worth_nothing():
    levels = uniform_levels(2)
    levels[:, 1] = 3
    values = np.column_stack([np.full(16_384, 0.5), (levels[:, 0] - 1) / 4])
    assert value_of_information(levels, values)[1] == 0


def test_with_one_alternative_or_equal_ones_there_is_nothing_to_learn():
    levels = uniform_levels(3, 500)
    value = levels.mean(axis=1)
    assert value_of_information(levels, value[:, None]).tolist() == [0, 0, 0]
    assert value_of_information(levels, np.column_stack([value, value])).tolist() == [0, 0, 0]


def test_one_that_is_not_allowed_changes_nothing():
    levels = uniform_levels(2)
    values = np.column_stack([np.full(16_384, 0.5), (levels[:, 0] - 1) / 4, 2 * levels[:, 1]])
    found = value_of_information(levels, values, allowed=[True, True, False])
    assert found.tolist() == value_of_information(levels, values[:, :2]).tolist()


def test_what_cannot_be_valued_is_said_in_words():
    levels, values = uniform_levels(2, 10), np.zeros((10, 2))
    with pytest.raises(InputError, match="10 draws of levels against 9 of values"):
        value_of_information(levels, values[:9])
    with pytest.raises(InputError, match="3 draws tell nothing"):
        value_of_information(levels[:3], values[:3])
    levels[4, 1] = float("nan")
    with pytest.raises(InputError, match="levels of draw 5 are missing in column 2"):
        value_of_information(levels, values)
    with pytest.raises(InputError, match="one row per draw and at least one column"):
        value_of_information(levels[0], values)

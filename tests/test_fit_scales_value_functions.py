"""Value functions: the shapes by hand, their laws, and known cases answered as an adviser would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.fit import ALTERNATIVES, CRITERIA, HOUSE_TABLE, FitWeights, utilities
from bpo_lib.fit.scales.value_functions import shape_of, utilities_unknown, weighted_values

KEYS = [each.key for each in ALTERNATIVES]
IDS = [each.id for each in CRITERIA]
HOUSE_WEIGHTS = np.array(list(FitWeights().by_criterion().values()))

# Each line is a process an experienced adviser would settle at a glance; in the order of `CRITERIA`:
# S1 S2 | P1 to P9 | D1 to D4 | R1 to R4 | M1 to M4 | G1 G2.
KNOWN_CASES = {
    "offshore": "11 555555554 5434 2121 5532 54",  # plain data entry, large, written, hardly any data
    "nearshore": "21 544544554 4444 2222 4542 44",  # a help desk in several languages
    "onshore": "22 443433344 4433 4342 3442 44",  # regulated calls with payment data
    "automate": "21 545552355 3244 3223 2335 24",  # decisions by rule on clean digital input
    "redesign": "34 112222231 3332 3233 3323 23",  # nobody writes anything down and half is done twice
    "keep": "54 322321135 2221 5455 1111 11",  # what customers come for
    "shared_services": "12 443434444 3422 5334 2133 24",  # finance support, few providers
    "specialist": "23 323441344 1231 3332 2351 34",  # legal review: scarce skill, long training, few people
    "hybrid": "43 332534353 5344 3332 3443 53",  # underwriting of which the intake is routine
}


def levels_of(written):
    return np.array([int(digit) for digit in written.replace(" ", "")], dtype=float)


def place(key, name):
    return KEYS.index(key), IDS.index(name)


def test_shapes_by_hand():
    worth = utilities(np.full(25, 4.0))
    assert worth[place("offshore", "P1")] == 0.75  # up
    assert worth[place("offshore", "R2")] == 0.25  # down
    assert worth[place("onshore", "M4")] == pytest.approx(1 / 3)  # peak at 2: two of the three levels to 5
    assert worth[place("keep", "P1")] == 0.5  # flat


@pytest.mark.parametrize("key", KNOWN_CASES)
def test_the_house_table_answers_known_cases_as_an_adviser_would(key):
    values = utilities(levels_of(KNOWN_CASES[key])) @ HOUSE_WEIGHTS
    assert KEYS[values.argmax()] == key


def test_every_way_can_win_and_none_wins_mostly():
    levels = np.random.default_rng(3).uniform(1, 5, (4_000, 25))
    wins = np.bincount((utilities(levels) @ HOUSE_WEIGHTS).argmax(axis=1), minlength=9) / 4_000
    assert wins.min() > 0.01
    assert wins.max() < 0.35


def test_a_table_has_nine_shapes_for_each_of_25_criteria():
    assert list(HOUSE_TABLE.shapes) == IDS
    assert {len(row) for row in HOUSE_TABLE.shapes.values()} == {9}
    assert HOUSE_TABLE.separates.all()


@given(st.lists(st.floats(1, 5), min_size=25, max_size=25))
def test_values_stay_between_0_and_1_and_follow_their_shape(levels):
    worth = utilities(np.array(levels))
    assert worth.min() >= 0
    assert worth.max() <= 1
    higher = utilities(np.minimum(np.array(levels) + 0.5, 5))
    for row, key in enumerate(KEYS):
        for column, name in enumerate(IDS):
            shape = HOUSE_TABLE.words(name)[row]
            moved = higher[row, column] - worth[row, column]
            assert (shape, key) and (shape != "up" or moved >= 0) and (shape != "down" or moved <= 0)  # noqa: PT018


def test_another_alternative_never_reorders_the_others():
    levels = np.random.default_rng(5).uniform(1, 5, (50, 25))
    values = utilities(levels) @ HOUSE_WEIGHTS
    fewer = np.delete(utilities(levels), 4, axis=1) @ HOUSE_WEIGHTS
    assert np.allclose(np.delete(values, 4, axis=1), fewer, rtol=0, atol=1e-14)
    assert np.array_equal(np.delete(values, 4, axis=1).argsort(axis=1), fewer.argsort(axis=1))


def test_not_knowing_is_worth_the_mean_over_the_scale():
    even = np.linspace(1, 5, 20_001)
    mean = utilities(np.repeat(even[:, None], 25, axis=1)).mean(axis=0)
    assert np.allclose(utilities_unknown(), mean, atol=1e-4)


def test_the_short_way_to_values_is_the_long_one():
    rng = np.random.default_rng(9)
    levels, weights = rng.uniform(1, 5, (40, 25)), rng.dirichlet(np.ones(25), 40)
    long = np.einsum("nac,nc->na", utilities(levels), weights)
    assert np.allclose(weighted_values(levels, weights), long, atol=1e-12)


@pytest.mark.parametrize("words", ["up", "down", "flat", "peak 3", "peak 2.5"])
def test_a_shape_is_written_as_it_is_read(words):
    assert shape_of(f" {words.upper()} ").words == words


@pytest.mark.parametrize("words", ["", "peak", "peak 6", "peak 5.5", "peak 0.5", "rising", "3"])
def test_a_shape_that_is_none_is_not_guessed(words):
    assert shape_of(words) is None


def test_a_firm_changes_a_row_and_keeps_the_cells_it_leaves_empty():
    changed = HOUSE_TABLE.with_rows({"S1": ["flat", *[""] * 7, "peak 2"]})
    assert changed.words("S1") == ("flat", *HOUSE_TABLE.words("S1")[1:8], "peak 2")
    assert changed.words("S2") == HOUSE_TABLE.words("S2")

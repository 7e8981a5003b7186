"""Draws of levels: each as wide as its evidence, and independent of the draws of weights."""

import numpy as np
import pandas as pd
import pytest
from fit_cases import answers

from bpo_lib.fit import CRITERIA, Measurement
from bpo_lib.fit.answers import standings
from bpo_lib.fit.level_draws import level_draws, scattered

IDS = [each.id for each in CRITERIA]
N = 4_096


def drawn(*given, measured=()):
    table = pd.concat(given, ignore_index=True) if given else answers({})
    known = standings(table, {each.criterion: each for each in measured})
    return pd.DataFrame(level_draws(known, N, 0), columns=IDS)


def test_a_document_is_drawn_half_a_level_and_an_opinion_a_whole_level_either_way():
    found = drawn(answers({"P1": 3}, source="document"), answers({"S1": 3}, source="opinion"))
    assert (found["P1"].min(), found["P1"].max()) == pytest.approx((2.5, 3.5), abs=0.02)
    assert (found["S1"].min(), found["S1"].max()) == pytest.approx((2, 4), abs=0.04)
    # A triangle of half width w has a standard deviation of w over the root of 6.
    assert found["P1"].std() == pytest.approx(0.5 / 6**0.5, rel=0.01)
    assert found["S1"].std() == pytest.approx(1 / 6**0.5, rel=0.01)


def test_levels_never_leave_the_scale():
    found = drawn(answers(dict.fromkeys(IDS, 5)))
    assert found.to_numpy().max() == 5
    assert (found["S1"] == 5).mean() == pytest.approx(0.5, abs=0.01)  # half of the triangle is cut off


def test_a_missing_answer_may_be_anything():
    found = drawn()["S1"]
    assert found.mean() == pytest.approx(3, abs=0.01)
    assert found.std() == pytest.approx(4 / 12**0.5, rel=0.01)


def test_of_two_raters_each_is_picked_as_often():
    found = drawn(answers({"S1": 1}, "Anna", "document"), answers({"S1": 5}, "Ben", "document"))["S1"]
    assert (found < 2).mean() == pytest.approx(0.5, abs=0.001)
    assert not found.between(1.6, 4.4).any()


def test_a_measurement_is_drawn_from_the_levels_its_data_allows():
    levels = np.linspace(2, 3, 100)
    found = drawn(measured=[Measurement("P9", 0.15, "share", 2.4, "event log", level_draws=levels)])["P9"]
    assert (found.min(), found.max()) == (2, 3)
    assert found.mean() == pytest.approx(levels.mean(), abs=0.01)


def test_levels_hang_neither_on_each_other_nor_on_the_weights():
    # Two Sobol sequences left in order rise and fall together, whatever scrambles them.
    levels, weights = scattered(25, N, 1), scattered(32, N, 2)
    together = np.corrcoef(levels.T, weights.T)
    assert np.abs(together - np.eye(57)).max() < 0.08


def test_the_same_seed_draws_the_same():
    assert drawn(answers({"S1": 3})).equals(drawn(answers({"S1": 3})))

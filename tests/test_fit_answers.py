"""Raters and measurements side by side: which level counts, and what is refused."""

import pandas as pd
import pytest
from fit_cases import answers

from bpo_lib.errors import InputError
from bpo_lib.fit import Measurement
from bpo_lib.fit.answers import standings

MEASURED = Measurement("P9", 0.15, "share of cases", 2.0, "event log")


def standing(name, *given, measured=()):
    table = pd.concat(given, ignore_index=True)
    known = standings(table, {each.criterion: each for each in measured})
    return next(each for each in known if each.criterion.id == name)


def test_several_raters_count_by_their_mean_and_are_named():
    found = standing("S1", answers({"S1": 2}, "Anna"), answers({"S1": 5}, "Ben", "document"))
    assert (found.level, found.spread, found.raters) == (3.5, 3, "Anna 2, Ben 5")
    assert found.basis == "opinion"  # together they are as good as the weakest source


def test_a_measurement_goes_before_an_opinion_and_both_are_kept():
    found = standing("P9", answers({"P9": 5}), measured=[MEASURED])
    assert (found.level, found.answered_level, found.basis) == (2.0, 5.0, "measured")
    assert found.grounds.label == "P9 freedom from rework"
    assert found.grounds.told == "15.0% of cases, measured"


def test_a_row_without_a_level_is_no_answer():
    found = standing("S1", answers({"S1": None}))
    assert (found.level, found.basis, found.grounds.levels) == (None, "missing", ())


def test_a_gate_sees_every_rater_and_not_their_mean():
    found = standing("R2", answers({"R2": 5}, "Anna"), answers({"R2": 2}, "Ben"))
    assert found.grounds.levels == (5.0, 2.0)
    assert found.grounds.told == "levels Anna 5, Ben 2"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answers({"S9": 3}), "'S9' is not a criterion"),
        (answers({"S1": 6}), "S1 strategic differentiation: level 6 is not between 1 and 5"),
        (pd.concat([answers({"S1": 2}), answers({"S1": 3})]), "Anna answers S1 twice"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named(given, words):
    with pytest.raises(InputError, match=words):
        standings(given, {})

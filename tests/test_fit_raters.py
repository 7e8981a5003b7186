"""Raters: where they differ, and how far they agree."""

import numpy as np
import pandas as pd
import pytest
from fit_cases import answers

from bpo_lib.fit import CRITERIA, Measurement
from bpo_lib.fit.answers import standings
from bpo_lib.fit.raters import agreement_of, differences, disagreements_of, ratings_of

IDS = [each.id for each in CRITERIA]


def known(*given, measured=()):
    return standings(pd.concat(given, ignore_index=True), {each.criterion: each for each in measured})


def test_raters_two_levels_apart_are_named():
    found = disagreements_of(known(answers({"S1": 1, "S2": 2}, "Anna"), answers({"S1": 3, "S2": 3}, "Ben")))
    assert found.to_dict("records") == [
        {
            "criterion": "S1",
            "name": "strategic differentiation",
            "low": 1,
            "high": 3,
            "raters": "Anna 1, Ben 3",
        }
    ]


def test_raters_who_say_the_same_agree_fully():
    levels = {name: place % 5 + 1 for place, name in enumerate(IDS)}
    found = agreement_of(known(answers(levels, "Anna"), answers(levels, "Ben")))
    assert (found.alpha, found.words) == (1, "firm")
    assert found.kendall_w == pytest.approx(1)
    assert found.agenda.empty


def test_raters_who_never_differ_from_one_level_tell_nothing():
    found = agreement_of(known(answers(dict.fromkeys(IDS, 3), "Anna"), answers(dict.fromkeys(IDS, 3), "Ben")))
    assert found.words == "undefined"
    assert np.isnan(found.alpha)


def test_one_rater_agrees_with_nobody():
    assert agreement_of(known(answers({"S1": 3}))) is None


def test_ratings_keep_the_gaps():
    table = ratings_of(known(answers({"S1": 1}, "Anna"), answers({"S2": 4}, "Ben")))
    assert table.loc["Anna", "S1"] == 1
    assert np.isnan(table.loc["Ben", "S1"])
    assert table.shape == (2, 25)


def test_few_shared_criteria_have_no_order():
    found = agreement_of(known(answers({"S1": 1, "S2": 2}, "Anna"), answers({"S1": 3, "P1": 2}, "Ben")))
    assert np.isnan(found.kendall_w)


def test_a_measurement_far_from_the_raters_is_said():
    found = Measurement("P9", 0.15, "share of cases", 2.0, "event log")
    assert differences(known(answers({"P9": 2.5}), measured=[found])) == []
    assert "raters say level 5.0 of 5" in differences(known(answers({"P9": 5}), measured=[found]))[0]

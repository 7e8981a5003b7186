"""The panel's answer: the same as the report's where nothing moved, and gates judged anew."""

import numpy as np
import pytest
from fit_cases import HARMLESS, answers, case

from bpo_lib.errors import InputError
from bpo_lib.fit import fit_inputs, rescored, score_fit
from bpo_lib.fit.rescore import first_shares


@pytest.fixture(scope="module")
def harmless():
    return case(answers(HARMLESS))


def test_nothing_moved_is_the_report(harmless):
    found, told = rescored(fit_inputs(harmless)), score_fit(harmless)
    assert found.alternatives["value"].to_numpy() == pytest.approx(told.alternatives["value"].to_numpy())
    assert np.abs(found.alternatives["first"] - told.alternatives["first"]).max() < 0.02
    assert found[1:] == (told.leader, told.standing, told.verdict, told.conditions)


def test_a_level_moved_is_an_answer_given(harmless):
    found = rescored(fit_inputs(harmless), levels={"M4": 5})
    told = score_fit(case(answers(HARMLESS | {"M4": 5})))
    assert found.alternatives["value"].to_numpy() == pytest.approx(told.alternatives["value"].to_numpy())
    assert np.abs(found.alternatives["first"] - told.alternatives["first"]).max() < 0.02


def test_a_level_that_trips_a_gate_takes_the_lead_away(harmless):
    found = rescored(fit_inputs(harmless), levels={"P1": 1})
    assert (found.leader, found.verdict) == ("redesign", "fail")
    assert (found.alternatives.query("status == 'stopped'")["first"] == 0).all()


def test_points_move_the_weights_and_nothing_else(harmless):
    inputs = fit_inputs(harmless)
    found = rescored(inputs, points={"risk": 100, "process": 0})
    heavier = inputs.weighting.with_points({"risk": 100, "process": 0})
    by_hand = inputs.utilities @ np.array(list(heavier.by_criterion.values()))
    assert found.alternatives["value"].to_numpy() == pytest.approx(by_hand)


def test_shares_of_the_draws_count_the_best_admissible_and_ties_twice():
    values = np.array([[1.0, 2.0, 3.0], [2.0, 2.0, 3.0]])
    assert first_shares(values, np.array([True, True, False])).tolist() == [0.5, 1.0, 0.0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"levels": {"Q1": 3}}, "'Q1' is not a criterion"),
        ({"levels": {"P1": 6}}, "P1 documentation: level 6 is not between 1 and 5"),
        ({"points": {"luck": 10}}, "'luck' is not a group"),
    ],
)
def test_what_cannot_be_tried_is_refused(harmless, change, words):
    with pytest.raises(InputError, match=words):
        rescored(fit_inputs(harmless), **change)

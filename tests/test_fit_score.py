"""score_fit: worked by hand, and the laws a board relies on."""

import numpy as np
import pandas as pd
import pytest
from fit_cases import HARMLESS, answers, case

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, FitWeights, Measurement, score_fit
from bpo_lib.fit import score as score_module

ONLY_GOVERNANCE = FitWeights(strategy=0, process=0, demand=0, risk=0, market=0, governance=10)
BEST = {each.id: each.best for each in CRITERIA}
STOPPING = {"R2": 5, "P1": 1, "P4": 1, "P5": 1, "D1": 1, "M1": 1}
PRO = [each for each in CRITERIA if each.direction == "up"]


def fit(levels, **inputs):
    return score_fit(case(answers(levels), **inputs))


@pytest.fixture
def measuring(monkeypatch):
    def with_measured(*found):
        measured = {each.criterion: each for each in found}
        monkeypatch.setattr(score_module, "measured_criteria", lambda _case: (measured, ()))

    return with_measured


def test_two_criteria_by_hand():
    # G1 holds 1.5 of 2.5 points at level 5 (worth 1), G2 the rest at level 2 (worth 1/4).
    result = fit({"G1": 5, "G2": 2}, weights=ONLY_GOVERNANCE)
    assert result.score == pytest.approx(100 * (0.6 * 1 + 0.4 * 0.25))


def test_a_missing_answer_counts_as_the_middle_and_shows_its_range():
    result = fit({"G1": 5}, weights=ONLY_GOVERNANCE)
    assert (result.score_low, result.score, result.score_high) == pytest.approx((60, 80, 100))


def test_all_best_is_100_all_worst_is_0():
    assert fit(BEST).score == pytest.approx(100)
    assert fit({each.id: each.worst for each in CRITERIA}).score == pytest.approx(0)


def test_contributions_sum_to_the_score():
    rng = np.random.default_rng(7)
    for _ in range(20):
        told = [each.id for each in CRITERIA if rng.random() < 0.8]
        result = fit({name: int(rng.integers(1, 6)) for name in told})
        assert result.criteria["contribution"].sum() == pytest.approx(result.score, abs=1e-12)
        assert result.score_low - 1e-9 <= result.score <= result.score_high + 1e-9


@pytest.mark.parametrize("about", PRO, ids=[each.id for each in PRO])
def test_raising_a_pro_criterion_never_lowers_the_score(about):
    scores = [fit(HARMLESS | {about.id: level}).score for level in range(1, 6)]
    assert all(np.diff(scores) > 0)


@pytest.mark.parametrize("name", STOPPING)
def test_a_stopped_gate_fails_whatever_the_score(name):
    result = fit(BEST | {name: STOPPING[name]})
    assert result.verdict == "fail"
    assert result.score > 90


def test_core_work_without_written_judgement_fails():
    assert fit(BEST | {"S1": 5, "S2": 4}).verdict == "fail"


@pytest.mark.parametrize("name", ["G1", "P8"])
def test_an_owner_or_a_system_to_wait_for_is_a_condition(name):
    result = fit(BEST | {name: 1})
    assert result.verdict == "conditional"
    assert len(result.conditions) == 1


def test_clear_gates_and_a_good_score_pass():
    result = fit(BEST)
    assert result.verdict == "pass"
    assert not result.conditions
    assert set(result.gates["status"]) == {"clear"}


@pytest.mark.parametrize("name", ["R2", "P1", "P4", "P5", "S1", "G1", "D1", "P8", "M1"])
def test_a_gate_without_its_answer_never_passes(name):
    levels = BEST | {"S2": 5}  # so that the gate on core work needs S1
    result = fit({other: level for other, level in levels.items() if other != name})
    assert result.verdict == "conditional"


def test_no_answers_at_all_is_conditional_on_everything():
    result = fit({})
    assert result.verdict == "conditional"
    assert len(result.missing) == 25
    assert (result.score_low, result.score_high) == pytest.approx((0, 100))


def test_a_low_score_withholds_a_pass_but_never_fails():
    result = fit(HARMLESS, weights=FitWeights(pass_score=100))
    assert result.verdict == "conditional"
    assert "is below 100" in result.conditions[0]


def test_a_measurement_counts_before_an_opinion_and_the_difference_is_noted(measuring):
    measuring(Measurement("P9", 0.15, "share of cases", 2.0, "event log"))
    result = fit(HARMLESS | {"P9": 5})
    row = result.criteria.set_index("criterion").loc["P9"]
    assert (row["level"], row["basis"], row["raters"]) == (2.0, "measured", 1)
    assert result.evidence[["criterion", "level", "answered_level"]].to_numpy().tolist() == [["P9", 2.0, 5.0]]
    assert result.notes[0] == (
        "On freedom from rework raters say level 5.0 of 5; the event log shows 15.0% of cases, "
        "which is level 2.0. The measurement counts."
    )


def test_a_measured_loss_stops_on_cost_even_when_raters_hope(measuring):
    measuring(Measurement("M1", -0.04, "share of in-house cost", 1.3, "pricing comparison"))
    result = fit(BEST)
    assert result.gates.set_index("gate").loc["G-NPV", "status"] == "stopped"
    assert result.verdict == "fail"


def test_raters_two_levels_apart_are_named():
    both = pd.concat([answers({"S1": 1, "S2": 2}, "Anna"), answers({"S1": 3, "S2": 3}, "Ben")])
    found = score_fit(case(both)).disagreements
    assert found.to_dict("records") == [
        {
            "criterion": "S1",
            "name": "strategic differentiation",
            "low": 1,
            "high": 3,
            "raters": "Anna 1, Ben 3",
        }
    ]


def test_the_missing_answer_with_most_weight_comes_first():
    assert fit({}).missing[:2] == ("S1 strategic differentiation", "S2 hidden judgement")


def test_exceptions_without_a_path_stop_the_move():
    steps = pd.DataFrame({"step": ["1", "X"], "name": ["Do", "Odd"], "actor": ["a", "a"], "minutes": [1, 1],
                          "kind": ["task", "exception"], "document": ["D-1", ""]})  # fmt: skip
    gate = fit(BEST, steps=steps).gates.set_index("gate").loc["G-DOC"]
    assert gate["status"] == "stopped"
    assert "100% of exceptional cases have no written path" in gate["evidence"]


def test_the_same_case_gives_the_same_result():
    one = case(answers(HARMLESS))
    assert score_fit(one) is score_fit(one)


def test_an_unknown_criterion_is_refused():
    with pytest.raises(InputError, match="'Q1' is not a criterion"):
        fit({"Q1": 3})

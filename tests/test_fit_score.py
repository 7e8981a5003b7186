"""score_fit: worked by hand, and the laws a board relies on."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd
import pytest
from fit_cases import HARMLESS, answers, case
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.fit import (
    ALTERNATIVES,
    CRITERIA,
    HOUSE_TABLE,
    NAMES,
    OUTSOURCED,
    FitWeights,
    Measurement,
    score_fit,
)
from bpo_lib.fit import inputs as inputs_module

IDS = [each.id for each in CRITERIA]
ONLY_GOVERNANCE = FitWeights(strategy=0, process=0, demand=0, risk=0, market=0, governance=10)


def fit(levels, **inputs):
    return score_fit(case(answers(levels), **inputs))


@lru_cache(maxsize=1)
def harmless():
    return fit(HARMLESS)


@pytest.fixture
def measuring(monkeypatch):
    def with_measured(*found, chance=None):
        measured = {each.criterion: each for each in found}
        monkeypatch.setattr(inputs_module, "measured_criteria", lambda _case: (measured, ()))
        monkeypatch.setattr(inputs_module, "saving_chance", lambda _case: chance)

    return with_measured


def test_two_criteria_by_hand():
    # G1 holds 1.5 of 2.5 points. Offshore: G1 up at 5 is 1, G2 up at 2 is 1/4. Keeping: 0 and 3/4.
    result = fit({"G1": 5, "G2": 2}, weights=ONLY_GOVERNANCE)
    assert result.alternatives["value"]["offshore"] == pytest.approx(0.6 * 1 + 0.4 * 0.25)
    assert result.alternatives["value"]["keep"] == pytest.approx(0.6 * 0 + 0.4 * 0.75)


def test_two_raters_count_by_their_values_and_not_by_their_mean_level():
    # Specialist, G1 peaks at 3: raters at 2 and 4 say 1/2 each, and nobody says 3, which would be 1.
    both = pd.concat([answers({"G1": 2, "G2": 4}, "Anna"), answers({"G1": 4, "G2": 4}, "Ben")])
    result = score_fit(case(both, weights=ONLY_GOVERNANCE))
    assert result.alternatives["value"]["specialist"] == pytest.approx(0.6 * 0.5 + 0.4 * 1)


def test_a_missing_answer_counts_as_the_mean_of_not_knowing():
    # Keeping, G1 down: the mean over 1 to 5 is 1/2.
    result = fit({"G2": 1}, weights=ONLY_GOVERNANCE)
    assert result.alternatives["value"]["keep"] == pytest.approx(0.6 * 0.5 + 0.4 * 1)


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(IDS), st.integers(1, 5)))
def test_the_laws_that_hold_for_any_answers(levels):
    result = fit(levels)
    ways = result.alternatives
    # Nothing that a gate removed leads, comes second or has a share of the draws.
    removed = set(ways.index[ways["status"] == "stopped"])
    assert not removed & {result.leader, result.runner_up}
    assert (ways.loc[sorted(removed), "first"] == 0).all()
    assert removed == {key for keys in result.gates["removes"] for key in keys}
    assert set(result.acceptability.index) == set(ways.index) - removed
    # Contributions add up to values, their difference to the margin, and those of the route to the score.
    assert np.allclose(result.contributions.sum(axis=1), ways["value"], rtol=0, atol=1e-12)
    lead, other = result.contributions.loc[result.leader], result.contributions.loc[result.runner_up]
    margin = ways["value"][result.leader] - ways["value"][result.runner_up]
    assert (lead - other).sum() == pytest.approx(margin, abs=1e-12)
    assert result.criteria["contribution"].sum() == pytest.approx(result.score, abs=1e-10)
    assert result.score_low <= result.score <= result.score_high
    assert ((ways["low"] <= ways["value"]) & (ways["value"] <= ways["high"])).all()
    # The verdict follows the gates.
    assert (result.verdict == "fail") == (set(OUTSOURCED) <= removed)
    assert result.route in OUTSOURCED
    if result.verdict != "fail":
        assert result.route not in removed
    assert result.verdict != "pass"  # nothing is priced, so the gate on cost never clears
    if result.led_by:
        assert result.leader == "redesign"
        assert result.tips.empty


@pytest.mark.parametrize("name", ["P1", "M1", "R1"])
def test_raising_a_pro_criterion_never_lowers_its_alternative(name):
    values = [fit(HARMLESS | {name: level}).alternatives["value"] for level in (2, 4)]
    for key, shape in zip(values[0].index, HOUSE_TABLE.words(name), strict=True):
        if shape in {"up", "down"}:
            assert (values[1][key] > values[0][key]) == (shape == "up")


def test_work_that_only_raters_call_dearer_may_still_be_split():
    result = fit(HARMLESS | {"M1": 1})
    assert result.verdict == "conditional"
    assert set(result.alternatives.query("status == 'stopped'").index) == set(OUTSOURCED) - {"hybrid"}
    assert result.conditions[-1].startswith("Not on cost: only a split that pays for itself may leave")


def test_the_law_removes_every_way_of_outsourcing_whatever_the_score():
    result = fit(dict.fromkeys(IDS, 5) | {"S1": 1, "S2": 1, "R1": 1, "R3": 1, "R4": 1})
    assert result.verdict == "fail"
    assert result.leader not in OUTSOURCED
    assert result.score > 60


def test_a_gate_names_redesign_even_where_another_way_scores_more():
    result = fit(dict.fromkeys(IDS, 5) | {"P1": 1, "R2": 1})
    assert (result.leader, result.led_by, result.standing) == ("redesign", "G-DOC", "robust")
    assert result.alternatives["value"].drop(list(OUTSOURCED)).idxmax() != "redesign"
    assert result.least_change is None
    assert result.flips.empty


def test_priced_and_clear_work_passes(measuring):
    measuring(chance=0.9)
    result = fit(HARMLESS | {"G1": 4, "P2": 5, "P3": 5})
    assert (result.verdict, result.conditions) == ("pass", ())
    assert set(result.gates["status"]) == {"clear"}


@pytest.mark.parametrize("name", ["R2", "P1", "P4", "P5", "G1", "D1", "P8"])
def test_a_gate_without_its_answer_never_passes(measuring, name):
    measuring(chance=0.9)
    result = fit({other: level for other, level in HARMLESS.items() if other != name})
    assert result.verdict == "conditional"
    assert len(result.conditions) == 1


def test_a_saving_less_likely_than_not_stops_on_cost_even_when_raters_hope(measuring):
    measuring(chance=0.3)
    result = fit(HARMLESS | {"M1": 5})
    row = result.gates.set_index("gate").loc["G-NPV"]
    assert row["status"] == "stopped"
    assert row["because"] == (
        "cost advantage: level 5, opinion; the likeliest offer saves money in 30% of simulated courses"
    )
    assert result.leader not in set(row["removes"])


def test_a_low_score_withholds_a_pass_but_never_fails(measuring):
    measuring(chance=0.9)
    result = fit(HARMLESS, weights=FitWeights(pass_score=100))
    assert result.verdict == "conditional"
    assert "is below 100" in result.conditions[0]


def test_no_answers_at_all_is_open_and_says_what_to_settle_first():
    result = fit({})
    assert (result.verdict, result.standing, len(result.missing)) == ("conditional", "open", 25)
    assert result.settle_first["gain"].is_monotonic_decreasing
    assert set(result.settle_first["basis"]) == {"missing"}
    assert result.flips.empty  # no level to move away from
    assert result.agreement is None


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


def test_tips_flips_and_the_least_change_change_the_leader():
    result = harmless()
    assert result.least_change.to != result.leader
    changed = result.least_change.weights
    worth = result.contributions / changed["before"].to_numpy()
    after = worth @ changed["after"].to_numpy()
    assert after[result.least_change.to] == pytest.approx(after[result.leader], abs=1e-9)
    flip = result.flips.iloc[0]
    level = flip["flips_at"] + np.sign(flip["flips_at"] - flip["level"]) * 0.01
    assert fit(HARMLESS | {flip["criterion"]: level}).leader == flip["to"]
    tip = result.tips.iloc[0]
    assert tip["to_name"] == NAMES[tip["to"]]


def test_three_ways_of_putting_the_criteria_together_stand_side_by_side():
    methods = harmless().methods
    assert list(methods.index)[:3] == ["additive", "geometric", "pessimistic"]
    assert methods.loc["additive", "leader"] == harmless().leader
    assert bool(methods.loc["additive", "agrees"])


def test_exceptions_without_a_path_stop_the_move():
    steps = pd.DataFrame({"step": ["1", "X"], "name": ["Do", "Odd"], "actor": ["a", "a"], "minutes": [1, 1],
                          "kind": ["task", "exception"], "document": ["D-1", ""]})  # fmt: skip
    gate = fit(HARMLESS, steps=steps).gates.set_index("gate").loc["G-DOC"]
    assert gate["status"] == "stopped"
    assert "100% of exceptional cases have no written path" in gate["evidence"]


def test_a_criterion_flat_for_every_way_has_no_weight():
    keys = [each.key for each in ALTERNATIVES]
    flat = pd.DataFrame([["S1", np.nan, "", *["flat"] * 9]], columns=["criterion", "weight", "cuts", *keys])
    result = fit(HARMLESS, criteria=flat)
    weight = result.criteria.set_index("criterion")["weight"]
    assert weight["S1"] == 0
    assert weight.sum() == pytest.approx(1, abs=1e-12)
    assert any("strategic differentiation is flat" in note for note in result.notes)


def test_the_same_case_gives_the_same_result():
    one = case(answers(HARMLESS))
    assert score_fit(one) is score_fit(one)
    again = score_fit(replace(one))
    pd.testing.assert_frame_equal(score_fit(one).alternatives, again.alternatives)


def test_an_unknown_criterion_is_refused():
    with pytest.raises(InputError, match="'Q1' is not a criterion"):
        fit({"Q1": 3})

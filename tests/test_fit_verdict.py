"""From gates and values to an answer: who may lead, how firm, and on which condition."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.fit import CRITERIA, GATES, OUTSOURCED, JudgementTerms
from bpo_lib.fit.gates import Facts, Grounds, Judgement, judge
from bpo_lib.fit.verdict import KEYS, conditions_of, field_of, order_of, standing_of, verdict_of

GATE = {gate.id: gate for gate in GATES}
RISING = np.arange(9.0)  # hybrid is worth most, then specialist, and staying least


def stopped(name):
    gate = GATE[name]
    return Judgement(gate, "stopped", True, "why", "why", removes=gate.bears_on)


def held(name):
    gate = GATE[name]
    return Judgement(gate, "open", None, "why", "why", holds=gate.bears_on)


def test_without_a_gate_the_best_leads():
    field = field_of([])
    assert order_of(field, RISING) == ("hybrid", "specialist", "hybrid")
    assert field.allowed.all()


def test_a_removed_way_neither_leads_nor_is_the_route():
    field = field_of([stopped("G-SCALE")])
    assert order_of(field, RISING) == ("specialist", "shared_services", "specialist")
    assert field.gates["hybrid"] == ("G-SCALE",)


def test_where_all_are_removed_the_route_is_the_best_as_if_none_were():
    field = field_of([stopped("G-LAW")])
    assert order_of(field, RISING) == ("shared_services", "automate", "hybrid")
    assert not field.may_leave


def test_a_gate_that_names_the_leader_goes_before_the_score():
    field = field_of([stopped("G-DOC")])
    assert order_of(field, RISING) == ("redesign", "automate", "hybrid")
    assert field.led_by == "G-DOC"
    assert standing_of(field, "redesign", 0.1, JudgementTerms()) == "robust"


def test_of_equal_values_the_plainer_way_comes_first():
    assert order_of(field_of([]), np.zeros(9)).leader == "keep"


@pytest.mark.parametrize(
    ("first", "words"),
    [(0.95, "robust"), (0.80, "robust"), (0.79, "leaning"), (0.5, "leaning"), (0.49, "open")],
)
def test_how_firm_a_leader_is_by_its_share_of_the_draws(first, words):
    assert standing_of(field_of([]), "nearshore", first, JudgementTerms()) == words


def test_a_leader_that_waits_for_a_gate_is_never_robust():
    field = field_of([held("G-OWN")])
    assert standing_of(field, "nearshore", 0.99, JudgementTerms()) == "leaning"
    assert standing_of(field, "keep", 0.99, JudgementTerms()) == "robust"  # the gate does not bear on it


def test_the_verdict_fails_only_where_nothing_may_leave():
    for name in ("G-LAW", "G-DOC", "G-MEAS", "G-CHURN"):
        assert verdict_of(field_of([stopped(name)]), ()) == "fail"
    for name in ("G-CORE", "G-SCALE", "G-NPV"):
        judgements = [stopped(name)]
        field = field_of(judgements)
        said = conditions_of(judgements, field, order_of(field, RISING).route, 60, 50)
        assert verdict_of(field, said) == "conditional"
        assert said == (f"{GATE[name].proviso} (why).",)


def test_what_holds_only_other_ways_is_no_condition():
    judgements = [held("G-RES")._replace(holds=("offshore",))]
    field = field_of(judgements)
    assert field.states["offshore"] == "conditional"
    assert conditions_of(judgements, field, "hybrid", 60, 50) == ()
    assert len(conditions_of(judgements, field, "offshore", 60, 50)) == 1


def test_a_score_too_low_is_a_condition():
    assert conditions_of([], field_of([]), "hybrid", 49.96, 50) == (
        "The score of 50.0 is below 50: the criteria speak against it.",
    )


SOME_LEVELS = st.lists(st.integers(1, 5).map(float), max_size=3).map(tuple)
MAYBE_SHARE = st.none() | st.floats(0, 1)
PLACES = st.none() | st.fixed_dictionaries(
    dict.fromkeys(["onshore", "nearshore", "offshore"], st.sampled_from([True, False, None]))
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from([each.id for each in CRITERIA]), SOME_LEVELS),
    st.builds(Facts, MAYBE_SHARE, MAYBE_SHARE, PLACES),
    st.lists(st.floats(0, 1), min_size=9, max_size=9),
)
def test_no_input_lets_a_removed_way_lead(levels, facts, values):
    grounds = {name: Grounds(given, name, name, "as told") for name, given in levels.items()}
    judgements = [judge(gate, grounds, facts) for gate in GATES]
    field = field_of(judgements)
    removed = {key for each in judgements for key in each.removes}
    order = order_of(field, np.array(values))
    assert removed == {key for key, state in field.states.items() if state == "stopped"}
    assert not {order.leader, order.runner_up} & removed
    verdict = verdict_of(field, conditions_of(judgements, field, order.route, 60, 50))
    assert (verdict == "fail") == (set(OUTSOURCED) <= removed)
    assert (order.route in removed) == (verdict == "fail")
    unknown = [each for each in judgements if each.status == "open" and order.route in each.holds]
    assert not (verdict == "pass" and unknown)


def test_every_key_has_a_state():
    assert set(field_of([stopped("G-CORE"), held("G-SYS")]).states) == set(KEYS) >= set(OUTSOURCED)

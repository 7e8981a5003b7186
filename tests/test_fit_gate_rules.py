"""The ten gates as a table: they name what exists, and leave a way that keeps the work in the firm."""

from bpo_lib.fit import ALTERNATIVES, COST_GATE, CRITERIA, GATES, RESIDENCY_GATE, JudgementTerms

KEYS = {each.key for each in ALTERNATIVES}


def test_there_are_ten_gates_each_of_its_own_name():
    assert len({gate.id for gate in GATES}) == len(GATES) == 10
    assert {COST_GATE, RESIDENCY_GATE} <= {gate.id for gate in GATES}


def test_every_gate_asks_for_criteria_and_limits_that_exist():
    limits = [limit for gate in GATES for limit in gate.limits]
    assert {limit.criterion for limit in limits} <= {each.id for each in CRITERIA}
    assert {limit.term for limit in limits} <= set(JudgementTerms.model_fields)


def test_no_gate_takes_away_staying_or_redesign():
    for gate in GATES:
        assert set(gate.bears_on) <= KEYS - {"keep", "redesign"}
        assert gate.leads in KEYS | {""}


def test_a_measured_level_trips_a_limit_when_it_rounds_to_it():
    limit = next(gate for gate in GATES if gate.id == "G-LAW").limits[0]
    assert limit.tripped(4.5, JudgementTerms())
    assert not limit.tripped(4.49, JudgementTerms())

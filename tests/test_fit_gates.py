"""Gates: a decision table, and the law that what is not known is never passed."""

import itertools

import pytest

from bpo_lib.fit import CRITERIA, GATES
from bpo_lib.fit.gates import Grounds, judge

GATE = {gate.id: gate for gate in GATES}


def known(**levels):
    """Return grounds from one level, or a tuple with one level of each rater."""
    return {
        name: Grounds(given if isinstance(given, tuple) else (given,), f"{name} as told")
        for name, given in levels.items()
    }


@pytest.mark.parametrize(
    ("gate", "levels", "unwritten", "status"),
    [
        ("G-LAW", {"R2": 4}, None, "clear"),
        ("G-LAW", {"R2": 5}, None, "stopped"),
        ("G-LAW", {}, None, "open"),
        ("G-LAW", {"R2": (5, 2)}, None, "open"),
        ("G-LAW", {"R2": (5, 5)}, None, "stopped"),
        ("G-DOC", {"P1": 1}, 0.0, "stopped"),
        ("G-DOC", {"P1": 1}, None, "stopped"),
        ("G-DOC", {"P1": 3}, 0.05, "clear"),
        ("G-DOC", {"P1": 3}, 0.20, "clear"),
        ("G-DOC", {"P1": 5}, 0.21, "stopped"),
        ("G-DOC", {"P1": 3}, None, "open"),
        ("G-DOC", {"P1": 4}, None, "clear"),
        ("G-DOC", {"P1": (4, 3)}, None, "open"),
        ("G-DOC", {}, 0.05, "open"),
        ("G-DOC", {}, 0.50, "stopped"),
        ("G-DOC", {}, None, "open"),
        ("G-MEAS", {"P4": 1}, None, "stopped"),
        ("G-MEAS", {"P4": 2}, None, "clear"),
        ("G-MEAS", {}, None, "open"),
        ("G-CHURN", {"P5": 1}, None, "stopped"),
        ("G-CHURN", {"P5": 2}, None, "clear"),
        ("G-CHURN", {"P5": (1, 2)}, None, "open"),
        ("G-CORE", {"S1": 5, "S2": 4}, None, "stopped"),
        ("G-CORE", {"S1": 5, "S2": 3}, None, "clear"),
        ("G-CORE", {"S1": 4, "S2": 5}, None, "clear"),
        ("G-CORE", {"S1": 5}, None, "open"),
        ("G-CORE", {"S1": 3}, None, "clear"),
        ("G-CORE", {"S2": 5}, None, "open"),
        ("G-CORE", {}, None, "open"),
        ("G-OWN", {"G1": 1}, None, "open"),
        ("G-OWN", {"G1": 2}, None, "clear"),
        ("G-OWN", {}, None, "open"),
        ("G-SCALE", {"D1": 1.49}, None, "stopped"),
        ("G-SCALE", {"D1": 1.5}, None, "clear"),
        ("G-SYS", {"P8": 1}, None, "open"),
        ("G-SYS", {"P8": 2}, None, "clear"),
        ("G-NPV", {"M1": 1.2}, None, "stopped"),
        ("G-NPV", {"M1": 1.5}, None, "clear"),
        ("G-NPV", {}, None, "open"),
    ],
)
def test_decision_table(gate, levels, unwritten, status):
    assert judge(GATE[gate], known(**levels), unwritten).status == status


def test_nothing_known_clears_nothing():
    assert {judge(gate, {}).status for gate in GATES} == {"open"}


def test_leaving_out_an_answer_never_clears_a_gate():
    for gate, levels in itertools.product(GATES, range(1, 6)):
        needed = [limit.criterion for limit in gate.limits]
        full = judge(gate, known(**dict.fromkeys(needed, levels)), 0.05)
        fewer = judge(gate, known(**dict.fromkeys(needed[1:], levels)), 0.05)
        assert fewer.status != "clear" or full.status == "clear"


def test_every_gate_prints_its_rule_its_evidence_and_what_lifts_it():
    for gate in GATES:
        assert gate.rule.endswith(".")
        assert gate.lifts.endswith(".")
        assert judge(gate, {}).evidence


def test_every_gate_asks_for_criteria_that_exist():
    assert {limit.criterion for gate in GATES for limit in gate.limits} <= {each.id for each in CRITERIA}


def test_a_gate_says_what_it_was_judged_on():
    found = judge(GATE["G-DOC"], known(P1=3), 0.35)
    assert found.evidence == "P1 as told; 35% of exceptional cases have no written path"
    assert judge(GATE["G-LAW"], {}).evidence == "R2 regulatory constraint: not answered"


def test_an_open_gate_says_whether_to_answer_or_to_act():
    unknown, ownerless = judge(GATE["G-LAW"], {}), judge(GATE["G-OWN"], known(G1=1))
    assert unknown.condition == (
        "Not known yet whether this holds: The law does not prohibit outsourcing this work "
        "(regulatory constraint: not answered)."
    )
    assert ownerless.condition == "Appoint an owner of the contract before signing it (as told)."


def test_raters_on_both_sides_of_a_limit_are_told_so():
    assert judge(GATE["G-LAW"], known(R2=(5, 2))).evidence == "R2 as told, on both sides of the limit"

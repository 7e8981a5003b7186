"""Gates: a decision table of status and what is removed, and the law that what is not known never passes."""

import itertools

import pytest

from bpo_lib.fit import CRITERIA, GATES, JudgementTerms
from bpo_lib.fit.gates import Facts, Grounds, judge

GATE = {gate.id: gate for gate in GATES}
NAME = {each.id: each for each in CRITERIA}

# Written by hand from the design of the gates: what each of them takes away.
OUT = {"onshore", "nearshore", "offshore", "specialist", "hybrid"}  # every way of outsourcing
MOVED = OUT | {"shared_services"}  # nothing may be moved, not even inside the firm
WHOLE = OUT - {"hybrid"}  # the work may not leave whole; steps of it may
LARGE = OUT - {"specialist"}  # too little for a large provider; a niche one may
NONE: set[str] = set()


def known(**levels):
    """Return grounds from one level, or a tuple with one level of each rater."""
    return {
        name: Grounds(
            given if isinstance(given, tuple) else (given,), NAME[name].label, NAME[name].name, "as told"
        )
        for name, given in levels.items()
    }


def unwritten(share):
    return Facts(unwritten_exception_share=share)


def chance(share):
    return Facts(saving_chance=share)


def seen(onshore, nearshore, offshore):
    return Facts(places={"onshore": onshore, "nearshore": nearshore, "offshore": offshore})


NOTHING = Facts()


@pytest.mark.parametrize(
    ("gate", "levels", "facts", "status", "removed"),
    [
        ("G-LAW", {"R2": 4}, NOTHING, "clear", NONE),
        ("G-LAW", {"R2": 5}, NOTHING, "stopped", OUT),
        ("G-LAW", {}, NOTHING, "open", NONE),
        ("G-LAW", {"R2": (5, 2)}, NOTHING, "open", NONE),
        ("G-LAW", {"R2": (5, 5)}, NOTHING, "stopped", OUT),
        ("G-RES", {"R1": 4}, seen(True, True, True), "clear", NONE),
        ("G-RES", {"R1": 2}, NOTHING, "clear", NONE),
        ("G-RES", {"R1": 3}, NOTHING, "open", NONE),
        ("G-RES", {}, NOTHING, "open", NONE),
        ("G-RES", {"R1": (2, 4)}, NOTHING, "open", NONE),
        ("G-RES", {"R1": 1}, seen(True, True, False), "stopped", {"offshore"}),
        ("G-RES", {}, seen(True, False, False), "stopped", {"nearshore", "offshore"}),
        ("G-RES", {"R1": 4}, seen(True, None, None), "open", NONE),
        ("G-RES", {"R1": 4}, seen(True, None, False), "stopped", {"offshore"}),
        ("G-DOC", {"P1": 1}, unwritten(0.0), "stopped", MOVED),
        ("G-DOC", {"P1": 1}, NOTHING, "stopped", MOVED),
        ("G-DOC", {"P1": 3}, unwritten(0.05), "clear", NONE),
        ("G-DOC", {"P1": 3}, unwritten(0.20), "clear", NONE),
        ("G-DOC", {"P1": 5}, unwritten(0.21), "stopped", MOVED),
        ("G-DOC", {"P1": 3}, NOTHING, "open", NONE),
        ("G-DOC", {"P1": 4}, NOTHING, "clear", NONE),
        ("G-DOC", {"P1": (4, 3)}, NOTHING, "open", NONE),
        ("G-DOC", {}, unwritten(0.05), "open", NONE),
        ("G-DOC", {}, unwritten(0.50), "stopped", MOVED),
        ("G-DOC", {}, NOTHING, "open", NONE),
        ("G-MEAS", {"P4": 1}, NOTHING, "stopped", MOVED),
        ("G-MEAS", {"P4": 2}, NOTHING, "clear", NONE),
        ("G-MEAS", {}, NOTHING, "open", NONE),
        ("G-CHURN", {"P5": 1}, NOTHING, "stopped", MOVED),
        ("G-CHURN", {"P5": 2}, NOTHING, "clear", NONE),
        ("G-CHURN", {"P5": (1, 2)}, NOTHING, "open", NONE),
        ("G-CORE", {"S1": 5, "S2": 4}, NOTHING, "stopped", WHOLE),
        ("G-CORE", {"S1": 5, "S2": 3}, NOTHING, "clear", NONE),
        ("G-CORE", {"S1": 4, "S2": 5}, NOTHING, "clear", NONE),
        ("G-CORE", {"S1": 5}, NOTHING, "open", NONE),
        ("G-CORE", {"S1": 3}, NOTHING, "clear", NONE),
        ("G-CORE", {"S2": 5}, NOTHING, "open", NONE),
        ("G-CORE", {}, NOTHING, "open", NONE),
        ("G-OWN", {"G1": 1}, NOTHING, "open", NONE),
        ("G-OWN", {"G1": 2}, NOTHING, "clear", NONE),
        ("G-OWN", {}, NOTHING, "open", NONE),
        ("G-SCALE", {"D1": 1.49}, NOTHING, "stopped", LARGE),
        ("G-SCALE", {"D1": 1.5}, NOTHING, "clear", NONE),
        ("G-SCALE", {}, NOTHING, "open", NONE),
        ("G-SYS", {"P8": 1}, NOTHING, "open", NONE),
        ("G-SYS", {"P8": 2}, NOTHING, "clear", NONE),
        ("G-SYS", {}, NOTHING, "open", NONE),
        ("G-NPV", {"M1": 5}, chance(0.49), "stopped", WHOLE),
        ("G-NPV", {"M1": 1}, chance(0.50), "clear", NONE),
        ("G-NPV", {"M1": 1}, NOTHING, "stopped", WHOLE),
        ("G-NPV", {"M1": 5}, NOTHING, "open", NONE),
        ("G-NPV", {}, NOTHING, "open", NONE),
    ],
)
def test_decision_table(gate, levels, facts, status, removed):
    found = judge(GATE[gate], known(**levels), facts)
    assert (found.status, set(found.removes)) == (status, removed)


@pytest.mark.parametrize(
    ("gate", "held"),
    [
        ("G-LAW", OUT),
        ("G-RES", {"nearshore", "offshore"}),  # at home the data is where it was
        ("G-DOC", MOVED),
        ("G-MEAS", MOVED),
        ("G-CHURN", MOVED),
        ("G-CORE", WHOLE),
        ("G-OWN", OUT),
        ("G-SCALE", LARGE),
        ("G-SYS", MOVED | {"automate"}),
        ("G-NPV", WHOLE),
    ],
)
def test_an_open_gate_holds_what_it_would_remove(gate, held):
    found = judge(GATE[gate], {})
    assert (found.status, found.removes, set(found.holds)) == ("open", (), held)


def test_a_place_whose_country_is_not_known_waits_while_another_is_removed():
    found = judge(GATE["G-RES"], known(R1=4), seen(True, None, False))
    assert (found.removes, found.holds) == (("offshore",), ("nearshore",))


@pytest.mark.parametrize("gate", ["G-DOC", "G-MEAS", "G-CHURN"])
def test_work_that_cannot_be_handed_over_is_redesigned_first(gate):
    assert GATE[gate].leads == "redesign"


def test_leaving_out_an_answer_never_clears_a_gate():
    for gate, level in itertools.product(GATES, range(1, 6)):
        needed = [limit.criterion for limit in gate.limits]
        full = judge(gate, known(**dict.fromkeys(needed, level)), unwritten(0.05))
        fewer = judge(gate, known(**dict.fromkeys(needed[1:], level)), unwritten(0.05))
        assert fewer.status != "clear" or full.status == "clear"


def test_a_firm_that_moves_a_limit_moves_the_gate():
    strict = JudgementTerms(documentation_level=2, unwritten_exceptions=0.10, saving_chance=0.80)
    assert judge(GATE["G-DOC"], known(P1=2), unwritten(0.0), strict).status == "stopped"
    assert judge(GATE["G-DOC"], known(P1=4), unwritten(0.15), strict).status == "stopped"
    assert judge(GATE["G-NPV"], known(M1=4), chance(0.7), strict).status == "stopped"


def test_every_gate_prints_its_rule_its_evidence_and_what_lifts_it():
    for gate in GATES:
        assert gate.rule.endswith(".")
        assert gate.lifts.endswith(".")
        assert judge(gate, {}).evidence


def test_a_gate_says_what_it_was_judged_on_with_ids_for_the_table_and_without_for_a_sentence():
    found = judge(GATE["G-DOC"], known(P1=3), unwritten(0.35))
    assert found.evidence == "P1 documentation: as told; 35% of exceptional cases have no written path"
    assert found.because == "documentation: as told; 35% of exceptional cases have no written path"


def test_an_open_gate_says_whether_to_answer_or_to_act():
    unknown, ownerless = judge(GATE["G-LAW"], {}), judge(GATE["G-OWN"], known(G1=1))
    assert unknown.condition == (
        "Not known yet whether this holds: The law does not prohibit outsourcing this work "
        "(regulatory constraint: not answered)."
    )
    assert ownerless.condition == (
        "Appoint an owner of the contract before signing it (retained management: as told)."
    )


def test_a_stopped_gate_that_leaves_something_says_under_which_restriction():
    core = judge(GATE["G-CORE"], known(S1=5, S2=5))
    assert core.restriction == (
        "Only steps that follow rules may leave, and the judgement stays in-house "
        "(strategic differentiation: as told; hidden judgement: as told)."
    )
    assert judge(GATE["G-LAW"], known(R2=5)).restriction == ""


def test_raters_on_both_sides_of_a_limit_are_told_so():
    found = judge(GATE["G-LAW"], known(R2=(5, 2)))
    assert found.evidence == "R2 regulatory constraint: as told, on both sides of the limit"


def test_a_share_just_beyond_its_limit_does_not_read_as_the_limit():
    found = judge(GATE["G-NPV"], known(M1=4), chance(0.496))
    assert found.because.endswith("the likeliest offer saves money in 49.6% of simulated courses")
    assert "20.4% of exceptional cases" in judge(GATE["G-DOC"], {}, unwritten(0.204)).because

"""The risk register: nothing without evidence, and everything the evidence calls for."""

from dataclasses import replace

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.delivery import risk_register
from bpo_lib.fit import ALTERNATIVES, CRITERIA, GATES, HOUSE_TABLE, score_fit

SEVERITIES = ["high", "medium", "low"]


def with_answer(case, criterion, level):
    answers = case.answers.copy()
    answers.loc[answers["criterion"] == criterion, "level"] = level
    return replace(case, answers=answers)


def evidence(case):
    return "\n".join(risk_register(case)["evidence"])


@pytest.mark.parametrize("name", NAMES)
def test_the_severest_risks_come_first(name):
    order = risk_register(sample(name))["severity"].map(SEVERITIES.index)
    assert order.is_monotonic_increasing


@pytest.mark.parametrize("name", NAMES)
def test_every_risk_has_evidence_control_owner_and_trigger(name):
    table = risk_register(sample(name))
    assert table[["evidence", "control", "owner", "trigger"]].map(len).min().min() > 5
    assert not table["risk"].duplicated().any()


def test_every_gate_that_bars_the_best_way_out_is_a_risk():
    case = sample(CLAIMS)
    fit, named = score_fit(case), evidence(case)
    bearing = set(fit.route_gates["gate"])
    for gate in fit.gates["gate"]:
        assert (f"gate {gate} is" in named) == (gate in bearing)
    assert {"G-DOC", "G-LAW", "G-NPV"} <= bearing
    assert len(fit.gates) == len(GATES)


def test_an_answer_brings_its_risk_and_a_better_one_takes_it_away():
    case = sample(PAYABLES)
    assert "P7 trainability" not in evidence(case)
    assert "P7 trainability at level 2.0 of 5" in evidence(with_answer(case, "P7", 2))
    assert "P7 trainability" not in evidence(with_answer(case, "P7", 5))


def test_a_gate_and_its_answer_are_one_risk():
    named = evidence(sample(PAYABLES))
    assert "gate G-OWN is open" in named
    assert "G1 retained management at level" not in named


def test_what_the_client_did_not_give_is_a_risk():
    named = evidence(sample(CLAIMS))
    assert "not given: a step table" in named
    assert "not given: an event log" in named
    assert "answers missing" in named


def test_a_voice_operation_is_not_blamed_for_having_no_event_log():
    assert "event log" not in evidence(sample(VOICE))


def test_the_cheapest_offer_that_fails_is_named():
    assert "Cobalt Voice is cheapest and fails" in evidence(sample(VOICE))


def test_raters_who_differ_are_quoted():
    assert "P6 separability: operations lead 4, finance partner 2, IT lead 3" in evidence(sample(VOICE))


def test_a_price_under_cost_is_a_high_risk():
    case = sample(VOICE).with_values({"provider.cost_per_fte_month": 6000})
    table = risk_register(case).set_index("risk")
    row = table[table.index.str.startswith("A price per FTE leaves the provider little")]
    assert row["severity"].tolist() == ["high"]


def test_a_provider_that_may_lose_money_is_a_risk_though_its_margin_is_enough():
    table = risk_register(sample(VOICE)).set_index("risk")
    row = table[table.index.str.startswith("Under an outcome-based price the provider may lose money")]
    assert row["severity"].tolist() == ["medium"]
    assert "of simulated courses" in row["evidence"].iloc[0]


def test_a_saving_that_hangs_on_volume_is_said():
    case = sample(PAYABLES).with_values({"transaction.rrc_share": 0.2})  # little comes back when less is sent
    table = risk_register(case)
    assert table["risk"].str.startswith("The saving of a price per transaction is gone").any()


def test_all_best_answers_leave_only_what_data_and_offers_bring():
    case = sample(VOICE)
    offshore = [each.key for each in ALTERNATIVES].index("offshore")
    best = {each.id: int(HOUSE_TABLE.shapes[each.id][offshore].target) for each in CRITERIA}
    answers = case.answers.assign(level=case.answers["criterion"].map(best))
    anywhere = case.profile.model_copy(update={"residency": ()})  # public data may be seen offshore too
    case = replace(case, answers=answers, profile=anywhere)
    named = evidence(case)
    assert "gate" not in named
    assert "at level" not in named


def test_a_year_without_expected_work_has_a_register_without_holes():
    case = sample(CLAIMS)
    idle = replace(case, history=replace(case.history, counts=case.history.counts * 0))
    assert "would bring 0% less than expected" in evidence(idle)

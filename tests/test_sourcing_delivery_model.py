"""The delivery model: each rule tripped in turn, and no gate bought off."""

from dataclasses import replace

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.fit import GATES
from bpo_lib.sourcing import delivery_options


def with_answers(case, **levels):
    answers = case.answers.copy()
    for criterion, level in levels.items():
        answers.loc[answers["criterion"] == criterion, "level"] = level
    return replace(case, answers=answers)


def advice(case):
    return delivery_options(case).set_index("option")


@pytest.mark.parametrize("name", NAMES)
def test_at_most_one_option_of_a_kind_is_recommended(name):
    table = delivery_options(sample(name))
    recommended = table[table["status"] == "recommended"]
    assert not recommended["kind"].duplicated().any()
    assert set(table["status"]) <= {"recommended", "possible", "stopped"}


# Scale and cost are measured in the sample, so an answer alone does not trip their gates.
BY_ANSWER = [gate for gate in GATES if gate.id in {"G-LAW", "G-DOC", "G-MEAS", "G-CHURN"}]


@pytest.mark.parametrize("gate", BY_ANSWER, ids=lambda gate: gate.id)
def test_a_gate_that_stops_leaves_nothing_recommended(gate):
    limit = gate.limits[0]
    level = 5 if limit.from_below else 1
    table = advice(with_answers(sample(VOICE), **{limit.criterion: level}))
    assert (table["status"] == "stopped").all()
    assert table["reason"].str.contains(gate.id).all()


def test_an_offer_dearer_than_staying_is_never_recommended():
    dear = {
        "per_fte.rate_per_month": 9_000,
        "transaction.unit_price": 12,
        "outcome.base_fee_per_month": 400_000,
        "outcome.cap_per_month": 600_000,
    }
    case = sample(VOICE).with_values(dear)
    table = advice(case)
    assert "recommended" not in set(table["status"])
    assert "more than staying" in table.loc["per transaction", "reason"]


def test_the_unit_is_paid_when_it_is_clear_and_foreseen():
    assert advice(sample(VOICE)).loc["per transaction", "status"] == "recommended"
    assert "saves" in advice(sample(VOICE)).loc["per transaction", "reason"]


def test_people_are_paid_when_little_is_measured_or_the_scope_moves():
    for changed in ({"P4": 2}, {"P5": 2}):
        table = advice(with_answers(sample(PAYABLES), **changed))
        assert table.loc["per FTE", "status"] == "recommended"
        assert table.loc["per transaction", "status"] != "recommended"


def test_an_outcome_needs_a_year_of_baseline():
    line = advice(sample(CLAIMS)).loc["per outcome"]
    assert line["status"] == "stopped"
    assert "10 complete months of history" in line["reason"]


def test_an_outcome_needs_measures():
    assert advice(with_answers(sample(PAYABLES), P4=3)).loc["per outcome", "status"] == "stopped"
    assert advice(with_answers(sample(PAYABLES), P4=5)).loc["per outcome", "status"] == "recommended"


def test_protected_data_keeps_the_work_onshore():
    table = advice(with_answers(sample(VOICE), R1=5))
    assert table.loc["onshore", "status"] == "recommended"
    assert table.loc["offshore", "status"] == "stopped"


def test_the_far_place_is_recommended_only_for_work_that_travels():
    table = advice(with_answers(sample(VOICE), P1=5, P2=5, R1=2, R3=2, G1=4, D4=5))
    assert table.loc["offshore", "status"] == "recommended"


def test_without_the_law_no_place_is_recommended_and_the_reason_says_which_answer():
    case = with_answers(sample(VOICE), R2=float("nan"))
    locations = delivery_options(case).query("kind == 'location'")
    assert set(locations["status"]) == {"possible"}
    assert locations["reason"].str.contains("R2 regulatory constraint is not answered").all()


def test_two_providers_need_enough_work():
    assert advice(sample(CLAIMS)).loc["two providers", "reason"].count("too little work to share") == 1
    large = sample(VOICE).with_values({"work.handling_minutes": 20})
    assert advice(with_answers(large, R3=4)).loc["two providers", "status"] == "recommended"


def test_a_cheaper_form_that_fits_less_well_is_named():
    cheaper = sample(PAYABLES).with_values({"per_fte.rate_per_month": 2835})  # a tenth under the offer
    assert "per FTE is priced to save more, 23%" in advice(cheaper).loc["per transaction", "reason"]
    cheapest = sample(VOICE).with_values({"transaction.unit_price": 3.0})
    assert "priced to save more" not in advice(cheapest).loc["per transaction", "reason"]

"""The contract checklist: what every contract needs, and what this case adds."""

from dataclasses import replace

from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.delivery.contract import BY_OPTION, STANDING, contract_checklist
from bpo_lib.sourcing import delivery_options


def clauses(case):
    return contract_checklist(case).set_index("clause")


def with_answer(case, criterion, level):
    answers = case.answers.copy()
    answers.loc[answers["criterion"] == criterion, "level"] = level
    return replace(case, answers=answers)


def test_what_every_contract_needs_is_always_there():
    for name in (VOICE, PAYABLES, CLAIMS):
        assert {clause.clause for clause in STANDING} <= set(clauses(sample(name)).index)


def test_the_form_of_payment_brings_its_clauses():
    table = clauses(sample(PAYABLES))
    assert table.loc["Volume band, ARC and RRC", "asked_because"] == "per transaction is recommended"
    assert "Productivity" not in table.index


def test_a_moving_scope_brings_the_clauses_of_paying_by_fte():
    table = clauses(with_answer(sample(PAYABLES), "P5", 2))
    assert "Productivity" in table.index
    assert "Volume band, ARC and RRC" not in table.index


def test_the_place_brings_its_clauses():
    assert clauses(sample(VOICE)).loc["Data across borders", "asked_because"] == "nearshore is recommended"


def test_tax_that_cannot_be_recovered_is_a_clause():
    assert "Tax" in clauses(sample(CLAIMS)).index
    assert "Tax" not in clauses(sample(VOICE)).index


def test_an_unanswered_regulator_counts_as_a_yes():
    assert clauses(sample(CLAIMS)).loc["Duties to the regulator", "asked_because"] == "R2 is not answered"
    assert "Duties to the regulator" not in clauses(sample(PAYABLES)).index


def test_a_short_term_needs_no_benchmark():
    case = sample(PAYABLES)
    short = replace(case, profile=case.profile.model_copy(update={"term_months": 24}))
    assert "Benchmarking" in clauses(case).index
    assert "Benchmarking" not in clauses(short).index


def test_a_clause_is_asked_once():
    for name in (VOICE, PAYABLES, CLAIMS):
        assert clauses(sample(name)).index.is_unique


def test_every_option_named_in_the_table_exists():
    assert set(BY_OPTION) <= set(delivery_options(sample(VOICE))["option"])

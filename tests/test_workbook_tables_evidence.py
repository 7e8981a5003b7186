"""Tables of evidence: the register in the client's words, disagreements, the glossary."""

from dataclasses import replace

import stand_ins
from sample_cases import PAYABLES, sample
from stand_ins import page, rows

from bpo_lib.glossary import GLOSSARY
from bpo_lib.workbook import tables

CASE = stand_ins.engagement()


def test_the_register_shows_units_in_the_clients_words():
    shown = [" | ".join(row[:3]).replace("\u00a0", " ") for row in rows(tables.register(CASE))]
    assert "Baseline charge for one transactiontransaction.unit_price | 2.9 EUR/call | " in shown
    assert "Client's discount ratedeal.discount_rate_per_year | 8% a year | " in shown
    rate = "Provider's rate for one FTE past trainingper_fte.rate_per_month"
    assert f"{rate} | 3,300 EUR/FTE/month | 2,970 to 3,960" in shown


def test_raters_far_apart_are_named_or_said_to_be_none():
    fit = stand_ins.fit()
    assert rows(tables.disagreements(fit)) == [
        ["Strategic differentiation", "1.0", "4.0", "Anna 1, Ben 2, Cem 4"]
    ]
    fit = replace(fit, disagreements=fit.disagreements.iloc[:0])
    assert "no criterion has raters two levels or more apart" in page(tables.disagreements(fit)).text


def test_the_glossary_shows_every_term():
    assert [row[0] for row in rows(tables.glossary())] == list(GLOSSARY)


def test_a_measured_level_shows_what_was_measured():
    basis = {row[0]: row[6] for row in rows(tables.criteria(stand_ins.fit()))}
    assert basis["D1"] == "Measured2.2%; chance alone 1.0%"
    assert basis["S1"] == "Opinion"


def test_the_two_registers_together_hold_every_assumption_once():
    case = sample(PAYABLES)
    shown, house = (rows(table(case)) for table in (tables.register, tables.house_register))
    assert len(shown) + len(house) == len(case.register)
    assert all("default" in row for row in house)


def test_what_a_client_gave_never_hides_among_the_house_assumptions():
    case = sample(PAYABLES).with_values({"judgement.robust_share": 0.9}, origin="client")
    assert "judgement.robust_share" in tables.register(case).markup
    assert "judgement.robust_share" not in tables.house_register(case).markup

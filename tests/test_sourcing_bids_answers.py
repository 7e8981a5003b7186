"""Reading a provider's answer: met, failed or open, and how far a claim may be off."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from bid_cases import marked, needs, vendors

from bpo_lib.errors import InputError
from bpo_lib.sourcing.bids.answers import (
    checked_answers,
    price_of,
    read_disclosure,
    read_levels,
    read_must_have,
    read_price,
)
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.terms import ScorecardTerms

BY_ID = {each.id: each for each in VENDOR_CRITERIA}
MUST, LEVEL = BY_ID["security_certificate"], BY_ID["industry_experience"]
CAPACITY, BREACH = BY_ID["capacity_for_peak"], BY_ID["breach_disclosed_and_answered"]


def rows(*given):
    return pd.DataFrame(given, columns=["vendor", "criterion", "answer", "evidence"])


@pytest.mark.parametrize(
    ("answer", "evidence", "status"),
    [
        ("yes", "certificate", "met"),
        ("Yes", "reference", "met"),
        ("yes", "claim", "open"),
        ("yes", "", "open"),
        ("", "certificate", "open"),
        ("no", "reference", "failed"),
        ("no", "claim", "failed"),
    ],
)
def test_a_must_have_is_met_only_when_it_is_shown(answer, evidence, status):
    assert read_must_have("Alder", MUST, answer, evidence).status == status


def test_levels_by_hand():
    # Level 4 is three of four steps up; a demo may be half a level off, a claim a whole one.
    assert read_levels("Alder", LEVEL, [("4", "reference")])[1:4] == (0.75, 0.75, 0.75)
    assert read_levels("Alder", LEVEL, [("4", "demo")])[1:4] == (0.75, 0.625, 0.875)
    assert read_levels("Alder", LEVEL, [("4", "claim")])[1:4] == (0.75, 0.5, 1.0)


def test_a_missing_level_may_be_anything():
    assert read_levels("Alder", LEVEL, [])[1:4] == (0.5, 0.0, 1.0)


@pytest.mark.parametrize(("against", "value"), [(1.0, 0), (0.75, 0.5), (0.5, 1), (1.3, 0), (0.2, 1)])
def test_a_price_is_valued_against_staying(against, value):
    assert read_price(against).value == pytest.approx(value)


def test_a_dearer_price_is_never_worth_more():
    values = [read_price(share).value for share in np.linspace(0.1, 2, 50)]
    assert all(np.diff(values) <= 0)


def test_a_price_that_is_not_quoted_is_open():
    assert read_price(float("nan")).status == "open"
    assert np.isnan(price_of("Alder", rows()))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("Alder", "charm", "5", ""), "Alder answers 'charm', which is not asked of providers"),
        (("Alder", "reporting", "5", "rumour"), "evidence 'rumour' is not one of"),
    ],
)
def test_what_cannot_be_read_is_named(given, words):
    with pytest.raises(InputError, match=words):
        checked_answers(rows(given))


def test_an_answer_given_twice_is_named():
    twice = ("Alder", "reporting", "5", "demo")
    with pytest.raises(InputError, match="Alder answers reporting twice"):
        checked_answers(rows(twice, twice))


def test_two_evaluators_may_mark_a_level_and_not_a_fact():
    levels = marked("Alder", {"Kim": {"reporting": 4}, "Lee": {"reporting": 3}})
    assert checked_answers(vendors(levels))["answer"].tolist() == ["4", "3"]
    facts = marked("Alder", {"Kim": {"price_per_transaction": 4}, "Lee": {"price_per_transaction": 5}})
    with pytest.raises(InputError, match="price_per_transaction: this is a fact"):
        checked_answers(vendors(facts))


@pytest.mark.parametrize(
    ("day", "known_at", "status", "words"),
    [
        ("2028-03-31", None, "met", "valid until 31 March 2028"),
        ("2026-12-31", dt.date(2026, 10, 1), "open", "runs out on 31 December 2026, before the work begins"),
        ("2026-06-30", dt.date(2026, 10, 1), "failed", "ran out on 30 June 2026"),
        ("2026-06-30", None, "failed", "ran out on 30 June 2026; the work begins on 1 January 2027"),
    ],
)
def test_a_certificate_has_to_hold_when_the_work_begins(day, known_at, status, words):
    reading = read_must_have("Alder", MUST, day, "certificate", needs=needs(), known_at=known_at)
    assert reading.status == status
    assert words in reading.because


def test_a_certificate_nobody_has_seen_stays_open():
    reading = read_must_have("Alder", MUST, "2028-03-31", "claim", needs=needs())
    assert reading == ("open", *reading[1:4], "valid until 31 March 2028; said and not shown")


@pytest.mark.parametrize(
    ("volume", "status"), [("999", "failed"), ("1000", "met"), ("1199", "met"), ("1200", "met")]
)
def test_capacity_is_held_against_the_busiest_month_of_the_forecast(volume, status):
    reading = read_must_have("Alder", CAPACITY, volume, "demo", needs=needs())
    assert reading.status == status
    assert ("one course in ten brings more than 1,200" in reading.because) == (volume in {"1000", "1199"})


def test_capacity_without_a_forecast_is_not_taken_as_enough():
    reading = read_must_have("Alder", CAPACITY, "5000", "demo", needs=needs(peak=np.nan, peak_month=None))
    assert reading.status == "open"


def test_a_disclosure_is_a_figure_or_a_no():
    leavers, pilot = BY_ID["attrition_per_year"], BY_ID["pilot_accepted"]
    assert read_disclosure("Alder", leavers, "0.3").status == "answered"
    assert read_disclosure("Alder", leavers, "no").because == "answered no"
    assert read_disclosure("Alder", pilot, "").status == "open"
    with pytest.raises(InputError, match=r"'0.3' is neither yes nor no"):
        read_disclosure("Alder", pilot, "0.3")
    with pytest.raises(InputError, match="-1 is below zero"):
        read_disclosure("Alder", leavers, "-1")


def test_a_client_may_value_prices_otherwise():
    # Worth nothing from 130% of staying, everything from 70% down: 100% is half way.
    terms = ScorecardTerms(worthless_price=1.3, full_value_price=0.7)
    assert read_price(1.0, terms).value == pytest.approx(0.5)


def test_wrong_answers_are_named():
    with pytest.raises(InputError, match="'perhaps' is neither yes nor no"):
        read_must_have("Alder", BREACH, "perhaps", "")
    with pytest.raises(InputError, match="level 6 is not between 1 and 5"):
        read_levels("Alder", LEVEL, [("6", "")])
    with pytest.raises(InputError, match="'good' is not a number"):
        read_levels("Alder", LEVEL, [("good", "")])
    with pytest.raises(InputError, match="a price of -3 is not above zero"):
        price_of("Alder", rows(("Alder", "price_per_transaction", "-3", "")))

"""Reading a provider's answer: met, failed or open, and how far a claim may be off."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.sourcing.answers import checked_answers, price_of, read_level, read_must_have, read_price
from bpo_lib.sourcing.criteria import VENDOR_CRITERIA

MUST, LEVEL = VENDOR_CRITERIA[0], VENDOR_CRITERIA[5]


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
    assert read_level("Alder", LEVEL, "4", "reference")[1:] == (0.75, 0.75, 0.75)
    assert read_level("Alder", LEVEL, "4", "demo")[1:] == (0.75, 0.625, 0.875)
    assert read_level("Alder", LEVEL, "4", "claim")[1:] == (0.75, 0.5, 1.0)


def test_a_missing_level_may_be_anything():
    assert read_level("Alder", LEVEL, "", "")[1:] == (0.5, 0.0, 1.0)


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


def test_wrong_answers_are_named():
    with pytest.raises(InputError, match="'perhaps' is neither yes nor no"):
        read_must_have("Alder", MUST, "perhaps", "")
    with pytest.raises(InputError, match="level 6 is not between 1 and 5"):
        read_level("Alder", LEVEL, "6", "")
    with pytest.raises(InputError, match="'good' is not a number"):
        read_level("Alder", LEVEL, "good", "")
    with pytest.raises(InputError, match="a price of -3 is not above zero"):
        price_of("Alder", rows(("Alder", "price_per_transaction", "-3", "")))

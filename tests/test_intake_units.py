"""Units: the client's words count, another unit does not."""

import datetime as dt

import pytest

from bpo_lib.intake.units import same_unit
from bpo_lib.profile import Profile

CALLS = Profile(
    title="t",
    process="p",
    sector="s",
    currency="EUR",
    start=dt.date(2026, 1, 1),
    term_months=36,
    operation="voice",
    transaction="call",
)


@pytest.mark.parametrize(
    "unit", ["currency/transaction", "EUR/call", "eur / Calls", "EUR/transaction", " currency/calls "]
)
def test_the_declared_unit_may_be_in_the_clients_words(unit):
    assert same_unit(unit, "currency/transaction", CALLS)


@pytest.mark.parametrize(
    ("given", "declared"),
    [
        ("share", "shares"),
        ("hour/FTE/month", "hours/FTE/month"),
        ("Minutes", "minute"),
        ("share / year", "share/year"),
    ],
)
def test_plurals_case_and_spaces_do_not_matter(given, declared):
    assert same_unit(given, declared, CALLS)


def test_words_with_uncommon_plurals_are_known():
    policies = CALLS.model_copy(update={"transaction": "policy"})
    assert same_unit("policies/month", "transactions/month", policies)
    boxes = CALLS.model_copy(update={"transaction": "box"})
    assert same_unit("boxes/month", "transactions/month", boxes)


@pytest.mark.parametrize("unit", ["USD/call", "EUR", "EUR/month", "%", "percent", ""])
def test_another_unit_is_another_unit(unit):
    assert not same_unit(unit, "currency/transaction", CALLS)


def test_without_a_profile_only_neutral_units_are_judged():
    assert same_unit("GBP/widget", "currency/transaction", None)
    assert not same_unit("%", "share", None)
    assert same_unit("hours/FTE/month", "hours/FTE/month", None)  # capitals do not matter here either


def test_the_clients_word_for_a_transaction_may_have_a_stroke_in_it():
    chats = CALLS.model_copy(update={"transaction": "e-mail/chat"})
    assert same_unit("EUR/e-mail/chat", "currency/transaction", chats)
    assert same_unit("e-mail/chats/month", "transactions/month", chats)
    assert not same_unit("EUR/e-mail", "currency/transaction", chats)

"""Who the client is: checked settings, months of the term, units in the client's words."""

import datetime as dt

import pytest
from pydantic import ValidationError

from bpo_lib.profile import CHAPTERS, Profile

SETTINGS = {
    "title": "Acme: calls",
    "process": "service desk",
    "sector": "retail",
    "currency": "EUR",
    "start": dt.date(2025, 11, 1),
    "term_months": 14,
    "operation": "voice",
    "transaction": "call",
}


def test_the_months_of_the_term_cross_the_year():
    months = Profile(**SETTINGS).months
    assert (len(months), str(months[0]), str(months[-1])) == (14, "2025-11", "2026-12")


def test_units_are_said_in_the_clients_words():
    profile = Profile(**SETTINGS)
    assert profile.unit("currency/transaction") == "EUR/call"
    assert profile.unit("transactions/month") == "calls/month"
    assert profile.unit("share") == "share"


def test_all_chapters_are_wanted_unless_some_are_named():
    assert Profile(**SETTINGS).chapters == CHAPTERS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""),
        ("currency", "euro"),
        ("term_months", 11),
        ("term_months", 85),
        ("operation", "fax"),
        ("brand", {"primary": "red"}),
        ("transaction", "x" * 41),
    ],
)
def test_settings_outside_their_range_are_refused(name, value):
    with pytest.raises(ValidationError, match=name):
        Profile(**{**SETTINGS, name: value})

"""The calendar of a client: closed days, holidays by country, events, and faults in words."""

import re

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.forecast.effects.calendar_days import Calendar

YEAR = (pd.Timestamp("2024-01-01"), pd.Timestamp("2024-12-31"))


def events(*rows, columns=("date", "name", "effect", "ignore", "yearly")):
    return pd.DataFrame(list(rows), columns=list(columns)[: len(rows[0])])


def test_a_list_of_closed_days_is_a_calendar():
    calendar = Calendar.of(["2024-12-25", pd.Timestamp("2025-01-01 08:00")])
    assert calendar.closed == {pd.Timestamp("2024-12-25"), pd.Timestamp("2025-01-01")}
    assert not calendar.is_empty
    assert Calendar.of(None).is_empty
    assert Calendar.of([]).is_empty


def test_a_calendar_stays_what_it_is():
    calendar = Calendar(country="DE", subdivision="BY")
    assert Calendar.of(calendar).country == "DE"
    assert Calendar.of(calendar).subdivision == "BY"


def test_easter_monday_of_2024_was_the_first_of_april():
    found = Calendar.of(Calendar(country="GB", subdivision="ENG")).holidays(*YEAR)
    assert found["2024-04-01"] == "Easter Monday"
    assert len(found) == 8  # the bank holidays of England and Wales in 2024, as gov.uk lists them


def test_a_day_in_place_of_a_holiday_carries_its_name():
    found = Calendar(country="US").holidays(pd.Timestamp("2021-12-01"), pd.Timestamp("2021-12-31"))
    assert found["2021-12-24"] == found["2021-12-25"] == "Christmas Day"


def test_a_part_of_a_country_has_holidays_of_its_own():
    bavaria = Calendar(country="DE", subdivision="BY").holidays(*YEAR)
    assert "2024-01-06" in bavaria.index
    assert "2024-01-06" not in Calendar(country="DE").holidays(*YEAR).index


def test_without_a_country_there_is_no_holiday():
    assert Calendar().holidays(*YEAR).empty


def test_a_yearly_event_comes_every_year():
    given = events(("2022-11-25", "Sale", 0.5, False, True), ("2024-02-29", "Leap", None, False, True))
    calendar = Calendar.of(Calendar(events=given))
    found = calendar.events_between(pd.Timestamp("2023-01-01"), pd.Timestamp("2024-12-31"))
    assert [str(day.date()) for day in found.index] == ["2023-11-25", "2024-02-29", "2024-11-25"]
    assert found["effect"].iloc[0] == 0.5


def test_an_event_needs_no_more_than_date_and_name():
    found = Calendar.of(Calendar(events=events(("2024-05-01", "Campaign")))).events_between(*YEAR)
    assert found["name"].tolist() == ["Campaign"]
    assert found["effect"].isna().all()
    assert not found["ignore"].any()


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        (["Christmas"], "closed day 'Christmas' is not a date; write it as 2025-12-25"),
        (Calendar(country="XX"), "holidays of country 'XX' are not known; write its code, as GB or DE"),
        (Calendar(country="GB", subdivision="ZZ"), "GB has no part 'ZZ'; it has ENG"),
        (Calendar(subdivision="BY"), "part 'BY' of a country is given without the country"),
        (Calendar(events=pd.DataFrame({"date": ["2024-01-01"]})), "the events have no column 'name'"),
        (Calendar(events=events(("soon", "Sale"))), "event day 'soon' is not a date"),
        (Calendar(events=events(("2024-01-01", "Fire", -1.5))), "event 'Fire' takes away 150% of volume"),
    ],
)
def test_a_calendar_that_cannot_be_used_is_named(calendar, words):
    with pytest.raises(InputError, match=re.escape(words)):
        Calendar.of(calendar)


@pytest.mark.parametrize("kind", [pd.DatetimeIndex, pd.Series, np.array, list, set])
def test_closed_days_come_in_any_collection(kind):
    days = pd.to_datetime(["2024-02-05", "2024-05-01"])
    assert Calendar.of(kind(days)).closed == frozenset(days)
    assert Calendar.of(kind(days[:0])).is_empty


@pytest.mark.parametrize("given", ["2025-12-25", 5, [["2025-12-25"]]])
def test_closed_days_that_are_no_list_of_dates_are_named(given):
    with pytest.raises(InputError, match=r"closed days are .*; give a list of dates"):
        Calendar.of(given)

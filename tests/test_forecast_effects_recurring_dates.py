"""Dates that are unusual in every year."""

from day_cases import chance, days

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.recurring_dates import recurring_dates


def test_christmas_is_found_without_a_country():
    series = chance(300, days(900))
    series[(series.index.month == 12) & (series.index.day == 25)] = 3
    found = recurring_dates(series)
    assert found["name"].tolist() == ["25 December"]
    ahead = Calendar.of(Calendar(events=found)).events_between(
        series.index[-1], series.index[-1].replace(year=2027)
    )
    assert "2025-12-25" in ahead.index


def test_a_date_unusual_once_or_in_both_directions_is_not():
    series = chance(300, days(900))
    series["2023-06-10"] = 0
    series["2023-07-10"], series["2024-07-10"] = 0, 2_000
    assert recurring_dates(series).empty


def test_a_year_is_too_short():
    assert recurring_dates(chance(300, days(365))).empty

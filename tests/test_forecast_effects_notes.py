"""What a reader is told of the days of a history."""

import numpy as np
import pandas as pd
from day_cases import chance, days

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.month_turn import month_places
from bpo_lib.forecast.effects.notes import looked_at, rows_of_zeros


def notes(series, calendar=Calendar()):  # noqa: B008 - a calendar is frozen
    return " ".join(looked_at(series, calendar)[1])


def test_an_ordinary_history_needs_no_words():
    assert notes(chance(100, days(200))) == ""


def test_a_row_of_zeros_is_a_question():
    series = chance(100, days(200))
    series.iloc[50:60] = 0
    assert rows_of_zeros(series) == [(series.index[50], series.index[59])]
    assert "Every day from 2023-02-21 to 2023-03-02 counts 0, otherwise hardly any does" in notes(series)
    assert rows_of_zeros(chance(1, days(200))) == []
    assert rows_of_zeros(series * 0) == []


def test_outliers_are_named():
    series = chance(300, days(200))
    series.iloc[60] = 0
    assert "1 of 200 days is far from what is usual on its weekday and counts less: 2023-03-03." in notes(
        series
    )
    series.iloc[[80, 90, 100, 110, 120]] = 2_000
    assert "6 of 200 days are far" in notes(series)
    assert "and 1 more." in notes(series)


def test_a_shift_is_dated_and_sized():
    index = days(400)
    words = notes(chance(np.where(np.arange(400) < 300, 200, 100), index))
    assert "the level changed for good, from 1" in words
    assert "what came before is taken at the new level. Ask what happened then." in words
    start = notes(chance(np.where(np.arange(400) < 300, 1, 100), index))
    assert "little is learned from what came before" in start


def test_the_turn_of_the_month_and_the_dates_of_every_year_are_named():
    index = days(800)
    series = chance(np.where(month_places(index, frozenset(range(7))) < 0, 300, 200), index)
    series[(index.month == 12) & (index.day == 25)] = 0
    words = notes(series)
    assert "The first and last 3 working days of a month differ" in words
    assert "Unusual in every year, and forecast so: 25 December." in words


def test_the_holidays_of_a_country_are_counted():
    words = notes(chance(200, days(365)), Calendar(country="GB", subdivision="ENG"))
    assert "Public holidays of GB-ENG: 10 days of the history" in words


def test_the_look_serves_any_past():
    series = chance(100, days(200))
    look = looked_at(series, Calendar())[0]
    pd.testing.assert_series_equal(look(series.iloc[:150]).counts, series.iloc[:150], check_freq=False)

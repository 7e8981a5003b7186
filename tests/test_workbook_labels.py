"""Identifiers, dates and times as words."""

import datetime as dt

import pandas as pd
import pytest

from bpo_lib.forecast.methods.plain import BENCHMARKS
from bpo_lib.workbook import labels


def test_identifiers_dates_and_times_read_as_words():
    assert [labels.readable(name) for name in ("per_fte", "in_house", "seasonal_naive", "ets")] == [
        "Per FTE",
        "In-house",
        "Seasonal naive",
        "ETS",
    ]
    assert [
        labels.date(value) for value in (pd.Period("2026-03", "M"), pd.Timestamp("2026-03-09"), None)
    ] == [
        "Mar 2026",
        "9 Mar 2026",
        "",
    ]
    assert [labels.clock(value) for value in (510, "08:30:00", "08:30")] == ["08:30"] * 3
    assert [labels.weekday(value) for value in (0, "saturday")] == ["Mon", "Sat"]


def test_iso_dates_are_written_out_and_other_texts_kept():
    assert [labels.date(text) for text in ("2026-09-30", "week 40")] == ["30 Sep 2026", "week 40"]
    assert labels.date(dt.date(2026, 9, 3)) == "3 Sep 2026"
    assert labels.clock(dt.time(7, 5)) == "07:05"


def test_names_take_the_case_their_place_asks_for():
    assert [labels.sentence(text) for text in ("lock-in", "IT", None)] == ["Lock-in", "IT", ""]
    assert [labels.inside(text) for text in ("Transaction", "Per FTE", "SLA")] == [
        "transaction",
        "per FTE",
        "SLA",
    ]


def test_every_benchmark_of_the_back_test_has_words():
    assert set(labels.PLAIN_METHODS) == set(BENCHMARKS)


def test_how_far_ahead_is_written_once_where_both_ends_are_the_same():
    assert [labels.reach(1, 1), labels.reach(2, 7)] == ["1", "2 to 7"]


@pytest.mark.parametrize(("step", "word"), [("D", "day"), ("7D", "week"), ("MS", "month")])
def test_the_spacing_of_dates_is_named(step, word):
    assert labels.spacing(pd.Series(pd.date_range("2025-01-01", periods=5, freq=step))) == word


def test_names_are_listed_as_a_sentence_has_them():
    assert [labels.listed(names) for names in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]

"""Rounding: the rule of `numbers` by example, its laws, and what is shown for nothing."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stand_ins import profile

from bpo_lib.workbook import numbers

NBSP, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1_237_899, "EUR 1.24m"),
        (12_346, "EUR 12,300"),
        (999_499, "EUR 999,000"),
        (999_500, "EUR 1.00m"),  # three digits first, then the scale: never "EUR 1,000,000"
        (99.97, "EUR 100"),
        (3.417, "EUR 3.42"),
        (0, "EUR 0"),
        (-0.001, "EUR 0.00"),
        (-1_237_899, f"EUR {MINUS}1.24m"),
        (2.4e9, "EUR 2.40bn"),
    ],
)
def test_money_in_sentences_has_three_significant_digits(value, shown):
    assert numbers.money(value, "EUR") == shown.replace(" ", NBSP)


def test_money_in_tables_is_in_whole_units():
    assert numbers.amount(1_237_898.6) == "1,237,899"
    assert numbers.price(3.4171) == "3.42"


def test_shares_become_percent_with_one_decimal():
    assert numbers.percent(0.1239) == "12.4%"
    assert numbers.percent(-0.0004) == "0.0%"  # no minus in front of nothing
    assert numbers.signed(0.042, numbers.percent) == "+4.2%"
    assert numbers.signed(-0.042, numbers.percent) == f"{MINUS}4.2%"
    assert numbers.signed(0.0001, numbers.percent) == "0.0%"


def test_counts_fte_and_times():
    assert [numbers.fte(value) for value in (14.24, 99.94, 99.96, 148.4)] == ["14.2", "99.9", "100", "148"]
    assert numbers.months(1).replace(NBSP, " ") == "1 month"
    assert numbers.months(17).replace(NBSP, " ") == "17 months"
    assert [numbers.duration(value).replace(NBSP, " ") for value in (14.5, 192, 17_280)] == [
        "14.5 min",
        "3.2 hours",
        "12.0 days",
    ]


def test_an_assumption_is_shown_as_given_in_the_clients_words():
    shown = [
        numbers.with_unit(*each, profile()).replace(NBSP, " ")
        for each in (
            (0.08, "share/year"),
            (0.145, "share"),
            (2.9, "currency/transaction"),
            (60_000, "transactions/month"),
        )
    ]
    assert shown == ["8% a year", "14.5%", "2.9 EUR/call", "60,000 calls/month"]


@pytest.mark.parametrize("nothing", [None, math.nan, np.nan, pd.NaT, pd.NA, math.inf, "words"])
def test_a_missing_number_is_said_to_be_missing(nothing):
    shown = (numbers.count, numbers.percent, numbers.fte, numbers.duration, numbers.plain, numbers.months)
    assert {show(nothing) for show in shown} == {"n/a"}
    assert numbers.money(nothing, "EUR") == "n/a"
    assert numbers.signed(nothing, numbers.percent) == "n/a"


@given(st.floats(-1e12, 1e12).filter(lambda value: abs(value) > 0.01))
def test_money_never_strays_more_than_half_a_percent(value):
    text = numbers.money(value, "EUR").removeprefix(f"EUR{NBSP}").replace(",", "").replace(MINUS, "-")
    scale = {"m": 1e6, "n": 1e9}.get(text[-1], 1)
    read = float(text.rstrip("mbn")) * scale
    assert read == pytest.approx(value, rel=0.005, abs=0.005 + 1e-9)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_a_larger_number_never_reads_smaller(first, second):
    def read(value):
        return float(numbers.three_digits(value).replace(",", "").replace(MINUS, "-"))

    low, high = sorted((first, second))
    assert read(low) <= read(high)


def test_a_range_says_its_unit_once():
    shown = numbers.between(5.6, 6.8, "minutes/transaction", profile()).replace(NBSP, " ")
    assert shown == "5.6 to 6.8 minutes/call"
    assert numbers.between(0.02, 0.06, "share/year", profile()).replace(NBSP, " ") == "2% to 6% a year"
    assert numbers.between(float("nan"), 0.06, "share", profile()) == "n/a"


def test_differences_carry_their_sign():
    assert [numbers.signed_score(value) for value in (7.84, -2.06, 0.0)] == ["+7.8", f"{MINUS}2.1", "0.0"]
    assert numbers.signed_ratio(0.314) == "+0.31"


def test_parts_by_hand_add_up_to_what_is_shown():
    # 3.04, 2.73 and 1.32 are 7.09, shown as 7.1; rounded on their own they would add up to 7.0.
    assert numbers.summing([3.04, 2.73, 1.32]) == [3.1, 2.7, 1.3]
    assert numbers.summing([0.25, 0.25, -0.1]) == [0.3, 0.2, -0.1]


@given(st.lists(st.floats(-100, 100), max_size=9))
def test_parts_sum_to_their_rounded_sum_and_move_less_than_a_digit(values):
    parts = numbers.summing(values)
    assert sum(round(part * 10) for part in parts) == round(sum(value * 10 for value in values))
    assert all(abs(part - value) < 0.1 + 1e-9 for part, value in zip(parts, values, strict=True))

"""Cells: numbers and dates are read exactly or not at all."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-2", -2),
        (" 0.5 ", 0.5),
        ("007", 7),
        ("+3", 3),
        (".25", 0.25),
        ("1e-05", 1e-5),
        ("-0", 0),
    ],
)
def test_plain_numbers_are_read(text, value):
    assert cells.number(text) == value


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("1,234", "Write 1.234 if the comma marks decimals, 1234 if it marks thousands"),
        ("1.234,56", "Write digits with a point for decimals and nothing else, such as 1234.56"),
        ("1_000", "Write digits with a point for decimals and nothing else, such as 1234.56"),
        ("15%", "Write a share from 0 to 1, such as 0.15 for 15%"),
        ("nan", "Write the number, or leave the cell empty when it is not known"),
        ("N/A", "Write the number, or leave the cell empty when it is not known"),
        (
            "\N{FULLWIDTH DIGIT ONE}",
            "Write digits with a point for decimals and nothing else, such as 1234.56",
        ),
        ("0x10", "Write digits with a point for decimals and nothing else, such as 1234.56"),
        ("9" * 41, "Write digits with a point for decimals and nothing else, such as 1234.56"),
        ("9e999", "Check the exponent"),
    ],
)
def test_what_may_mean_two_numbers_is_refused_with_the_way_to_write_it(text, fix):
    with pytest.raises(CellError) as caught:
        cells.number(text)
    assert caught.value.fix == fix


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_plainly_reads_back_as_the_same(value):
    assert cells.number(cells.plain(value)) == value


def test_numbers_are_shown_without_exponents_or_needless_decimals():
    assert [cells.plain(value) for value in (1_234_567.0, 0.15, -3.0)] == ["1234567", "0.15", "-3"]


def test_a_whole_number_has_no_decimals():
    assert cells.whole_number("36.0") == 36
    with pytest.raises(CellError, match=r"'36.5' is not a whole number. Write it without decimals"):
        cells.whole_number("36.5")


@pytest.mark.parametrize("text", ["29/02/2024", "2024-2-9", "20240229", "2024-02-29T00:00", "1:30"])
def test_only_iso_dates_are_dates(text):
    with pytest.raises(CellError, match=r"is not a date\. Write year, month and day with hyphens"):
        cells.date(text)


def test_dates_outside_the_calendar_are_named():
    assert cells.date("2024-02-29") == dt.date(2024, 2, 29)
    with pytest.raises(CellError, match="'2023-02-29' is not in the calendar"):
        cells.date("2023-02-29")


def test_a_month_is_its_first_day():
    assert cells.month("2026-01") == cells.month("2026-01-01") == dt.date(2026, 1, 1)
    for text in ("2026-13", "2026", "2026-01-15", "Jan 2026"):
        with pytest.raises(CellError, match="is not a month"):
            cells.month(text)


def test_quoted_texts_are_short_and_harmless():
    assert cells.quoted("x" * 100) == repr("x" * 57 + "...")
    assert cells.quoted("\x1b[31mred\n") == "'?[31mred\\n'"


def test_control_characters_are_refused():
    assert cells.printable("two\nlines") == "two\nlines"
    with pytest.raises(CellError, match="holds a control character"):
        cells.printable("a\0b")


def test_the_nearest_name_is_offered():
    assert cells.nearest("Volums", ["start", "volume"]) == "Did you mean volume?"
    assert cells.nearest("x", ["start", "volume"]) == "Use one of: start, volume"

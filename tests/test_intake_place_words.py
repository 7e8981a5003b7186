"""Countries, time zones, hours and languages: what is meant, and how to write it."""

import re

import pytest

from bpo_lib.intake import place_words
from bpo_lib.intake.cells import CellError


def problem(read, value):
    with pytest.raises(CellError) as caught:
        read(value)
    return f"{caught.value.message}. {caught.value.fix}"


def test_what_is_right_is_kept_as_it_was_written():
    assert place_words.country(" DE ") == "DE"
    assert place_words.time_zone("Asia/Manila") == "Asia/Manila"
    assert place_words.hours(" daily 07:00-21:00 ") == "daily 07:00-21:00"
    assert place_words.languages(["English", " Tagalog"]) == ("English", "Tagalog")
    assert place_words.residency(["EU", "CH", "EU"]) == ("EU", "CH")


@pytest.mark.parametrize(
    ("read", "value", "words"),
    [
        (place_words.country, "de", "'de' is not a country code. Did you mean DE?"),
        (place_words.time_zone, "EST", "'EST' is not the name of a time zone. Write such as"),
        (place_words.time_zone, "asia/manila", "Did you mean Asia/Manila?"),
        (place_words.time_zone, "New York", "Did you mean America/New_York?"),
        (place_words.time_zone, "../etc/passwd", "is not the name of a time zone"),
        (place_words.hours, "9 to 5", "'9 to 5' does not say days and hours. Write such as Mon-Fri"),
        (place_words.hours, "Mon 09:00-17:00; " * 20, "the hours have more than 200 characters"),
        (place_words.languages, ["English", "english"], "a language is named twice. Keep one of them"),
        (place_words.languages, [""], "a language is empty or too long"),
        (place_words.languages, list("abcdefghijklmnopqrstu"), "there are more than 20 languages"),
        (place_words.residency, ["eu"], "'eu' is no country in residency. Did you mean EU?"),
        (place_words.residency, ["Europe"], "Write codes of two capital letters, such as [DE, FR], or EU"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_named_with_how_to_write_it(read, value, words):
    assert re.search(re.escape(words), problem(read, value))

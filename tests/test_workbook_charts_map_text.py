"""Text on a map: as wide as estimated, broken inside its box."""

from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.workbook.charts.map_text import broken, text_width


def test_words_break_where_they_must():
    assert broken("Find purchase order", 100, 12, 3) == ["Find purchase", "order"]


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = broken("One two three four five six seven", 50, 12, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("\u2026")


def test_a_name_of_nothing_still_shows_something():
    assert broken("  ", 50, 12, 2) == ["\u2026"]


@given(st.text(min_size=1, max_size=80), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, lines):
    found = broken(text, 60, 12, lines)
    assert len(found) <= lines
    assert all(text_width(line, 12) <= 60 for line in found)

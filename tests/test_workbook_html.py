"""Escaping: hostile text stays text; a piece carries its data."""

import json

from bs4 import BeautifulSoup

from bpo_lib.workbook.html import Html, esc


def test_markup_quotes_and_control_characters_are_made_harmless():
    assert esc("<a href=\"x\" title='y'>&") == "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;"
    assert esc("a\x00b\u202ec") == "a\ufffdb\ufffdc"


def test_every_hostile_string_survives_as_text(shared):
    strings = json.loads(shared("hostile/strings.json").read_text(encoding="utf-8"))
    texts = [str(text) for text in (strings.values() if isinstance(strings, dict) else strings)]
    for text in texts:
        found = BeautifulSoup(f"<p title='{esc(text)}'>{esc(text)}</p>", "html.parser")
        assert [tag.name for tag in found.find_all()] == ["p"]
        assert list(found.p.attrs) == ["title"]


def test_a_piece_shows_its_markup_and_carries_its_data():
    piece = Html("<p>x</p>", {"application/json": {"a": 1}})
    assert piece._repr_mimebundle_() == {"text/html": "<p>x</p>", "application/json": {"a": 1}}

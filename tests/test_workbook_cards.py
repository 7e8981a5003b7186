"""Cards, notes, what is missing, and the opening of a chapter."""

import json
import math

import pytest
import stand_ins
from stand_ins import page

from bpo_lib.errors import Missing
from bpo_lib.headlines import Headline as Figure
from bpo_lib.workbook import cards
from bpo_lib.workbook.html import Html

CASE = stand_ins.engagement(title=stand_ins.HOSTILE)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1_237_899.0, "currency", "EUR 1.24m"),
        (0.194, "share", "19.4%"),
        (148.2, "FTE", "148 FTE"),
        (9, "months", "9 months"),
        (74.3, "score", "74 / 100"),
        (43, "count", "43"),
        ("pass", "text", "Pass"),
        ("per_fte", "model", "Per FTE"),
        ("2027-04-21", "date", "21 Apr 2027"),
        (math.nan, "score", "n/a"),
        (4.127, "currency/transaction", "4.13 EUR/call"),
    ],
)
def test_a_card_shows_its_value_in_its_unit(value, unit, shown):
    figures = [Figure("name", value, unit, "Label <b>", "detail <i>")]
    card = page(cards.cards(figures, "pricing", CASE)).find(class_="bpo-card")
    assert card.find(class_="bpo-value").text.replace("\u00a0", " ") == shown
    assert (card.dt.text, card.find(class_="bpo-detail").text) == ("Label <b>", "detail <i>")


def test_a_card_shows_its_range_and_its_tone():
    figure = Figure("saving", 2e6, "currency", "Saving", "present value", low=1e6, high=3e6, tone="good")
    card = page(cards.cards([figure], "pricing", CASE)).find(class_="bpo-card")
    assert card["class"] == ["bpo-card", "bpo-good"]
    detail = card.find(class_="bpo-detail").text.replace("\u00a0", " ")
    assert detail == "present value, EUR 1.00m to EUR 3.00m"


def test_cards_carry_unrounded_figures_that_json_can_hold():
    figures = [
        Figure("saving", 1_237_899.4, "currency", "Saving", low=-1.5, high=2.5),
        Figure("x", math.nan, "share", "X"),
    ]
    data = cards.cards(figures, "pricing", CASE).data[cards.FIGURES]
    blank = {"detail": "", "low": None, "high": None}
    saving = {"name": "saving", "value": 1_237_899.4, "unit": "currency", "label": "Saving"}
    assert json.loads(json.dumps(data, allow_nan=False)) == {
        "chapter": "pricing",
        "currency": "EUR",
        "figures": [
            saving | blank | {"low": -1.5, "high": 2.5},
            {"name": "x", "value": None, "unit": "share", "label": "X", **blank},
        ],
    }


def test_what_was_not_given_is_named_with_what_to_ask():
    shown = page(cards.missing(Missing("events.csv", "waiting times.", "an export of the case system")))
    assert shown.li.text == (
        "Not given: events.csv. It would add waiting times. Ask the client for an export of the case system."
    )


def test_lists_show_text_and_nothing_for_nothing():
    assert page(cards.findings([stand_ins.HOSTILE])).li.text == stand_ins.HOSTILE
    assert page(cards.notes(["one"], "caution")).aside["class"] == ["bpo-note", "bpo-caution"]
    assert [piece.markup for piece in (cards.findings([]), cards.notes([]), cards.missing([]))] == [
        "",
        "",
        "",
    ]


def test_the_opening_names_the_client_and_styles_only_our_own_classes():
    opening = page(cards.opening(CASE))
    assert opening.find(class_="bpo-client").text == stand_ins.HOSTILE
    assert "Jan 2026 to Dec 2028" in opening.text
    sheet = opening.style.text
    assert CASE.profile.brand.primary in sheet
    assert "BRAND_" not in sheet
    rules = [line for line in sheet.splitlines() if "{" in line]
    assert all(
        part.strip().startswith((".bpo-", "aside.bpo-", "div.bpo-", "dl.bpo-", "header.bpo-", "/*"))
        for rule in rules
        for part in rule.split("{")[0].split(",")
    )


def test_sentences_of_other_modules_fit_into_the_missing_line():
    line = page(
        cards.missing(Missing("events.csv", "Routes and rework.", "Ask the owner for an export."))
    ).li.text
    assert line == "Not given: events.csv. It would add routes and rework. Ask the owner for an export."


def test_what_is_folded_opens_with_one_line_and_nothing_folds_to_nothing():
    found = page(cards.folded("More <b>", Html("<p>inside</p>")))
    assert found.details.summary.text == "More <b>"
    assert found.details.p.text == "inside"
    assert cards.folded("More", Html("")).markup == ""


def test_pieces_that_are_not_for_paper_say_so_to_the_style_sheet():
    piece = Html("<p>more</p>")
    assert 'class="bpo-folded bpo-on-screen"' in cards.folded("More", piece, paper=False).markup
    assert "bpo-on-screen" not in cards.folded("More", piece).markup

"""Tables of the bids: must-haves before scores, parts that sum, and a sentence where nothing is to show."""

from dataclasses import replace

import pytest
import stand_ins
from stand_ins import HOSTILE, page, rows

from bpo_lib.errors import Missing
from bpo_lib.sourcing.bids.severity import severity
from bpo_lib.workbook import tables

CASE, SCORES = stand_ins.engagement(), stand_ins.provider_scores()
SHOWN = {
    "must_haves": tables.must_haves,
    "provider_lead": tables.provider_lead,
    "provider_tips": tables.provider_tips,
    "quality_price": lambda scores: tables.quality_price(scores, CASE),
    "red_flags": tables.red_flags,
    "evaluators": tables.evaluators,
    "adjusted_quality": tables.adjusted_quality,
    "evaluator_agenda": tables.evaluator_agenda,
    "reference_calls": tables.reference_calls,
}


def test_a_provider_shows_what_it_fails_and_what_is_open():
    shown = rows(tables.providers(SCORES, CASE))
    assert shown[1] == ["Bravo", "2", "2", "64.5", "25%", "open", "", "regulation", "2.60", "\u221229.0%"]
    assert shown[2][1] == "n/a"


def test_when_weights_were_set_is_said_under_the_scores():
    assert "Weights were set late." in page(tables.providers(SCORES, CASE)).text


@pytest.mark.parametrize("name", SHOWN)
def test_every_table_of_the_bids_is_read_without_seeing_it_and_holds_no_markup(name):
    found = page(SHOWN[name](SCORES))
    assert found.table.caption.text
    assert found.table.tbody.find_all("tr")
    assert not found.find_all(["script", "a", "img"])
    assert "nan" not in found.text.lower().split()


@pytest.mark.parametrize("name", SHOWN)
def test_without_bids_nothing_is_shown_twice(name):
    assert SHOWN[name](Missing("vendors.csv", "a score", "answers")).markup == ""


def test_the_lead_is_the_sum_of_its_rows():
    assert rows(tables.provider_lead(SCORES))[-1] == ["Together", "13.0", "6.5", "+6.5"]


def test_a_bid_that_fails_is_not_said_to_be_beaten():
    standing = {row[0]: row[-1] for row in rows(tables.quality_price(SCORES, CASE))}
    assert standing == {
        HOSTILE: "fails a must-have",
        "Bravo": "beaten by none",
        "Alfa": "beaten by none",
    }


def test_evaluators_who_share_nothing_are_said_not_to_be_compared():
    marks = SCORES.panel.marks.iloc[:2].copy()
    marks.iloc[0, 2:], marks.iloc[1, :2] = None, None
    apart = replace(SCORES, panel=replace(SCORES.panel, severity=severity(marks)))
    shown = page(tables.evaluators(apart)).text
    assert "Not compared, since they marked nothing in common: Kim;" in shown


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("must_haves", {"gates": SCORES.gates.iloc[:0]}, "Every provider has shown every must-have"),
        ("provider_tips", {"tips": SCORES.tips.iloc[:0]}, "lets another score more than Alfa"),
        ("quality_price", {"frontier": SCORES.frontier.iloc[:0]}, "No provider has quoted a price"),
        ("red_flags", {"flags": SCORES.flags.iloc[:0]}, "No answer raises one"),
        ("reference_calls", {"calls": SCORES.calls.iloc[:0]}, "No answer was confirmed by a reference"),
        (
            "evaluator_agenda",
            {"panel": replace(SCORES.panel, agenda=SCORES.panel.agenda.iloc[:0])},
            "two levels or more apart",
        ),
    ],
)
def test_what_has_no_rows_says_so(name, changes, words):
    assert words in page(SHOWN[name](replace(SCORES, **changes))).text


@pytest.mark.parametrize("name", ["evaluators", "adjusted_quality", "evaluator_agenda"])
def test_without_several_evaluators_nothing_is_said_of_them(name):
    assert SHOWN[name](replace(SCORES, panel=None)).markup == ""

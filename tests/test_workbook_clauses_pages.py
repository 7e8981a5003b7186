"""A draft as a piece of the report: labelled, whole, and client text inert in it."""

from dataclasses import replace

import pytest
import stand_ins
from clause_cases import client, published
from clause_terms import terms

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.workbook import clauses, report
from bpo_lib.workbook.safety_gate import check_page

POLICY = f'<meta http-equiv="Content-Security-Policy" content="{report.POLICY}">'


def hostile():
    known = client()
    words = {"title": stand_ins.HOSTILE, "process": stand_ins.HOSTILE, "transaction": "<b onclick=x>call</b>"}
    return replace(known, profile=known.profile.model_copy(update=words))


@pytest.mark.parametrize("name", PRICING_MODELS)
def test_the_label_stands_at_the_head_of_every_form(name):
    shown = stand_ins.page(clauses.draft(client(), name, terms(name)))
    assert shown.section.find("p").text == "Draft for counsel"
    assert shown.find("caption").text == "Worked example, in EUR"


def test_hostile_client_text_stays_inert():
    markup = clauses.draft(hostile(), "transaction", published()).markup
    shown = stand_ins.page(clauses.draft(hostile(), "transaction", published()))
    assert shown.find(["script", "a", "b"]) is None
    assert "<b onclick=x>call</b>" in shown.text
    check_page(f"<!DOCTYPE html><html><head>{POLICY}<title>x</title></head><body>{markup}</body></html>")


def test_articles_and_their_paragraphs_are_numbered():
    text = stand_ins.page(clauses.draft(client(), "transaction", published())).text
    for words in ("1 Definitions", "2 Charges", "2.1 For the Services", "3 Invoices", "4 Worked example"):
        assert words in text


def test_a_sum_is_marked_as_one():
    shown = stand_ins.page(clauses.draft(client(), "transaction", published()))
    assert shown.find("tr", class_="bpo-total").find_all("td")[-1].text == "50,040.00"

"""Form findings: what a price does not show, in words with the figures worked by hand."""

import pytest
from stand_ins import HOSTILE, profile
from test_pricing_laws import EXAMPLES

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.workbook import cards
from bpo_lib.workbook.form_findings import form_findings

ANCHOR = {"baseline_volume": 1_000, "unit_price": 50}


def said(name, **terms):
    model = PRICING_MODELS[name](**(terms or EXAMPLES[name]))
    return [sentence.replace("\u00a0", " ") for sentence in form_findings({name: model}, profile())]


def test_a_cliff_is_said_with_its_step():
    sentences = said("transaction", **ANCHOR, back_to_baseline=1, rrc_share=0.8)
    assert sentences == [
        "A price per transaction: one call more than 900 a month raises the fee by EUR 4,000 at once.",
        "A price per transaction: one call more than 1,100 a month raises the fee by EUR 4,000 at once.",
    ]


def test_unequal_rates_are_said_with_both():
    [sentence] = said("transaction", **ANCHOR)
    assert "one call more costs EUR 40.0, and one less gives back EUR 35.0" in sentence


def test_a_minimum_and_a_settlement_are_said_for_their_period():
    sentences = said(
        "transaction", **ANCHOR, rrc_share=0.8, settlement_months=3, minimum_commitment_share=0.8
    )
    assert "at least EUR 120,000 a quarter is paid" in sentences[0]
    assert "a whole quarter counts together" in sentences[1]


def test_a_mark_up_is_told_from_a_margin():
    assert said("cost_plus", markup_share=0.2) == [
        "Cost plus a mark-up: a mark-up of 20.0% on the cost is a margin of 16.7% of the price."
    ]


def test_the_point_of_total_assumption_is_named():
    [sentence] = said(
        "target_cost",
        target_cost_per_month=210_000,
        target_fee_per_month=25_000,
        client_share=0.8,
        ceiling_per_month=250_000,
    )
    assert "the client bears 80% of cost over the target, up to a price of EUR 250,000" in sentence
    assert "from a cost of EUR 229,000, the point of total assumption, the provider bears all" in sentence


def test_a_list_whose_price_holds_for_all_volume_says_where_more_costs_less():
    sentences = said("tiered", **EXAMPLES["tiered"], price_for_all_volume=1)
    assert sentences[0].endswith("one call more than 8,000 a month lowers the fee by EUR 8,000 at once.")


@pytest.mark.parametrize("name", ["per_seat", "per_paid_hour", "per_productive_hour", "per_handled_minute"])
def test_a_plain_price_says_nothing_more(name):
    assert said(name) == []


@pytest.mark.parametrize("name", ["fixed_price", "outcome", "gain_share", "hybrid", "tiered", "target_cost"])
def test_every_other_form_says_what_its_price_does_not(name):
    for sentence in said(name):
        assert sentence.endswith(".")
        assert "nan" not in sentence
        assert "_" not in sentence


def test_a_clients_word_is_safe_once_it_is_shown_as_a_note():
    model = PRICING_MODELS["transaction"](**ANCHOR)
    sentences = form_findings({"transaction": model}, profile(transaction=HOSTILE[:40]))
    assert "<script" not in cards.notes(sentences).markup

"""Tables of forms: a price list with how it is read, and every form with its price."""

from dataclasses import replace

import stand_ins
from stand_ins import HOSTILE, page, rows
from test_pricing_laws import EXAMPLES

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.forms import TieredPricing
from bpo_lib.workbook.tables import form_prices, price_list

CASE = stand_ins.engagement()
EVERY = {name: kind(**EXAMPLES[name]) for name, kind in PRICING_MODELS.items()}


def offering(**changes):
    terms = TieredPricing(**EXAMPLES["tiered"] | changes)
    return replace(CASE, terms={**CASE.terms, TieredPricing: terms})


def test_a_price_list_says_what_each_price_holds_for():
    shown = price_list(offering())
    assert rows(shown) == [["0 to 8,000", "5.00"], ["8,000 to 12,000", "4.00"], ["above 12,000", "3.50"]]
    assert "holds for the slice" in shown.markup
    assert "holds for all of the month" in price_list(offering(price_for_all_volume=1)).markup
    assert price_list(CASE).markup == ""


def test_each_form_has_its_price_in_the_clients_words():
    shown = {row[0]: row[1:] for row in rows(form_prices(EVERY, CASE, ("cost_plus",)))}
    assert shown["Per FTE"] == ["2,000 EUR/FTE/month", ""]
    assert shown["Per handled minute"] == ["0.40 EUR/minute", ""]
    assert shown["Cost plus (not offered)"][0] == "20.0% on the cost"
    assert shown["Gain share"][0] == "30.0% of the saving"
    assert shown["Price list by volume"] == [
        "5.00 down to 3.50 EUR/call",
        "smallest monthly fee: 20,000 EUR/month",
    ]
    assert shown["Transaction"] == [
        "4.00 EUR/call",
        "volume the baseline charge pays for: 10,000 calls/month",
    ]


def test_what_nobody_offered_is_said_to_be_no_offer():
    assert "not an offer" in form_prices(EVERY, CASE, ("cost_plus",)).markup
    assert "not an offer" not in form_prices(EVERY, CASE).markup


def test_without_any_price_a_sentence_stands():
    assert "no price has been offered" in form_prices({}, CASE).markup


def test_a_hostile_word_for_a_transaction_stays_text():
    hostile = stand_ins.engagement(transaction=HOSTILE[:40])
    assert page(form_prices(EVERY, hostile)).script is None

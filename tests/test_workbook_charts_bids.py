"""Charts of the bids: titles that say the finding, and what is drawn where little is known."""

from dataclasses import replace

import pandas as pd
import pytest
import stand_ins
from stand_ins import HOSTILE, page

from bpo_lib.errors import Missing
from bpo_lib.sourcing.bids.draws import BidRanks
from bpo_lib.sourcing.bids.quality_price import quality_price
from bpo_lib.workbook import charts

CASE, SCORES = stand_ins.engagement(), stand_ins.provider_scores()
DRAWN = {
    "quality_price": charts.quality_price,
    "rank_shares": charts.rank_shares,
    "evaluator_marks": charts.evaluator_marks,
}


def title(scores, name):
    return page(DRAWN[name](scores, CASE)).figcaption.text


def texts(scores, name):
    return "".join(each.text for each in page(DRAWN[name](scores, CASE)).svg.find_all("text"))


def bids(*rows):
    frame = pd.DataFrame(rows, columns=["vendor", "quality_score", "price", "must_haves"])
    return replace(SCORES, frontier=quality_price(frame, 1.0))


@pytest.mark.parametrize("name", DRAWN)
def test_client_text_is_inert_and_nothing_is_drawn_without_bids(name):
    found = page(DRAWN[name](SCORES, CASE))
    assert not found.find_all(["script", "image", "a", "style"])
    assert DRAWN[name](Missing("vendors.csv", "a score", "answers"), CASE).markup == ""


def test_the_title_says_what_more_quality_costs():
    # From Bravo at 2.60 * 1.06 to Alfa at 2.90 * 1.06 quality rises by 8 points: 0.318 / 8.
    assert title(SCORES, "quality_price").replace("\u00a0", " ") == (
        "With Alfa each further point of quality costs EUR 0.04 per call"
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", 60.0, 4.0, "met")], "A is the only bid in contention"),
        ([("A", 60.0, 4.0, "met"), ("B", 50.0, 5.0, "met")], "A beats every other on both"),
        ([("A", 60.0, 4.0, "met"), ("B", 60.0, 4.0, "met")], "2 bids are alike in quality and price"),
        ([("A", 60.0, 4.0, "failed")], "Every priced bid fails a must-have"),
    ],
)
def test_the_title_fits_what_there_is(rows, words):
    assert words in title(bids(*rows), "quality_price")


def test_without_prices_the_reason_stands_in_place_of_the_chart():
    assert "Without prices" in page(charts.quality_price(bids(), CASE)).text


def test_twenty_bids_are_all_named():
    rows = [(f"Bidder {place:02}", 40.0 + place % 7, 3.0 + place / 10, "met") for place in range(20)]
    shown = texts(bids(*rows), "quality_price")
    assert all(f"Bidder {place:02}" in shown for place in range(20))


def test_a_long_name_keeps_its_beginning_and_its_end():
    shown = texts(
        bids(("International Outsourcing Services of the North", 50.0, 3.0, "met")), "quality_price"
    )
    assert "International\u2026of the North" in shown.replace("\u00a0", " ")


def test_the_ranks_say_who_scores_most_and_how_often():
    assert title(SCORES, "rank_shares") == "Alfa scores most in 75% of the draws, Bravo in 25%"
    open_one = replace(SCORES, winner="Bravo")
    assert "has yet to show a must-have that Bravo has shown" in title(open_one, "rank_shares")


def test_later_ranks_are_one_part():
    names = [f"P{place}" for place in range(6)]
    shares = pd.DataFrame([[1 / 6] * 6] * 6, index=names, columns=range(1, 7))
    ranks = BidRanks(shares, pd.Series(0.5, index=names), shares)
    assert "4th or later" in texts(replace(SCORES, ranks=ranks), "rank_shares")


def test_one_bid_and_none_have_no_order_to_draw():
    alone = pd.DataFrame([[1.0]], index=["Alfa"], columns=[1])
    ranks = BidRanks(alone, pd.Series(1.0, index=["Alfa"]), alone)
    assert title(replace(SCORES, ranks=ranks), "rank_shares").startswith("Alfa is the only provider")
    assert (
        "Every provider fails a must-have" in page(charts.rank_shares(replace(SCORES, ranks=None), CASE)).text
    )


def test_marks_stand_in_the_order_of_the_evaluators_with_a_dash_for_none():
    found = page(charts.evaluator_marks(SCORES, CASE))
    cells = {row.th.text: [cell.text for cell in row.find_all("td")] for row in found.tbody.find_all("tr")}
    assert cells["Alfa"] == ["4\u00a04\u00a05", "4\u00a03\u00a04"]
    assert cells[HOSTILE] == ["3\u00a02\u00a0\u2013", "5\u00a02\u00a04"]
    assert "1 answer has marks two levels or more apart" in found.figcaption.text


def test_without_evaluators_there_is_no_heat_map():
    assert charts.evaluator_marks(replace(SCORES, panel=None), CASE).markup == ""

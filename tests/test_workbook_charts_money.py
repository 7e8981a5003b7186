"""Charts of the money: the finding turns with the numbers, the axis has a fitting scale."""

import pytest
import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import money

CASE = stand_ins.engagement()


@pytest.mark.parametrize(
    ("largest", "scale"),
    [(9_000, (1.0, "")), (300_000, (1e3, "thousand ")), (1_400_000, (1e6, "million "))],
)
def test_the_axis_is_scaled_to_the_amount(largest, scale):
    assert money.money_scale(largest) == scale


def test_the_cheapest_over_the_term_is_named():
    # Transaction: 36 * 238,000 * 1.06 and 2.7 times 249,000 of transition are 9.75m; in-house 36 * 300,000.
    assert title(money.monthly_costs(stand_ins.costs(), CASE)) == (
        "Transaction pricing costs least over the term: EUR 9.75m against EUR 10.8m in-house"
    )


def test_staying_is_named_when_it_is_cheapest():
    cheap = stand_ins.costs().assign(in_house=200_000.0)
    assert title(money.monthly_costs(cheap, CASE)) == (
        "Staying in-house costs least over the term: EUR 7.20m against EUR 9.75m for transaction pricing"
    )


def test_the_best_deal_is_named_with_its_saving():
    assert title(money.pricing_comparison(stand_ins.comparison(), CASE)) == (
        "Transaction pricing costs least: EUR 7.90m, 19.4% less than in-house"
    )


def test_the_title_turns_when_no_deal_is_cheaper():
    dear = stand_ins.comparison().assign(saving_share=[0.0, -0.05, -0.12], client_npv=[9e6, 9.45e6, 10.08e6])
    assert title(money.pricing_comparison(dear, CASE)) == (
        "No model beats in-house: the nearest, per FTE pricing, costs 5.0% more"
    )
    alone = stand_ins.comparison().iloc[:1]
    assert "no pricing model is offered" in title(money.pricing_comparison(alone, CASE))


def test_without_an_offer_there_is_nothing_to_draw():
    assert "No pricing model" in page(money.monthly_costs(stand_ins.costs().iloc[:0], CASE)).text

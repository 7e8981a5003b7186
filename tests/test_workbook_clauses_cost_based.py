"""Wording of a fixed price and of the charges that rest on cost."""

from clause_cases import pen, words_of
from test_pricing_clause_cost_lines import TARGET, form

from bpo_lib.workbook.clauses.cost_based import cost_plus, fixed_price, gain_share, target_cost


def test_a_markup_is_told_apart_from_the_margin_it_makes():
    # wewfm: 20% on cost, called profit there, is a margin of 16.67%.
    said = words_of(cost_plus(form("cost_plus", markup_share=0.2), pen()))
    assert "20% of Allowed Cost, which is 16.6667% of cost and Mark-up" in said
    assert "Fixed Fee" not in said


def test_a_target_shares_what_lies_either_side_of_it():
    said = words_of(target_cost(form("target_cost", **TARGET, ceiling_per_month=250_000), pen()))
    assert "20% of the difference is paid to the Provider" in said
    assert "Client keeps or bears 80%" in said
    assert "Settlement Period" not in said


def test_a_productivity_commitment_is_written_where_there_is_one():
    assert "Commitment" not in words_of(fixed_price(form("fixed_price", price_per_month=1), pen()))
    glide = form("fixed_price", price_per_month=1, glide_path_per_year=0.03)
    assert "Productivity Commitment: 3% a year" in words_of(fixed_price(glide, pen()))


def test_a_loss_is_shared_only_where_it_is_agreed():
    model = form("gain_share", provider_share=0.4, cap_per_month=50_000)
    assert "no share is due" in words_of(gain_share(model, pen()))
    shared = words_of(gain_share(model.with_values(floor_per_month=-10_000), pen()))
    assert "Loss Limit: EUR 10,000.00 a Month" in shared

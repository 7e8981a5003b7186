"""What two contracts come to: figures by hand from five courses, and the words around them."""

from types import SimpleNamespace

import numpy as np
import pytest
import stand_ins
from stand_ins import page, rows

from bpo_lib.workbook.pricing_answer import answer, finding, standings

CASE = stand_ins.engagement()
NAMES = ("Per FTE (A)", "Transaction (B)", "In-house")


def simulation(**changes):
    facts = {
        "client_npv": np.array([[10.0, 10, 10, 10, 20], [12, 12, 12, 12, 12]]) * 1e6,
        "in_house_npv": np.array([15.0, 15, 15, 9, 15]) * 1e6,
        "provider_margin_share": np.array([[0.2, 0.2, 0.2, 0.2, 0.2], [0.1, 0.1, -0.1, 0.1, 0.3]]),
    }
    return SimpleNamespace(provider_npv=(facts | changes)["provider_margin_share"], **(facts | changes))


def shown(**changes):
    return standings(simulation(**changes), NAMES, CASE)


def test_figures_by_hand():
    # A costs least in three of five courses, B in the last, staying in the fourth.
    first, second, stay = shown()
    assert (first.expected, second.expected, stay.expected) == pytest.approx((12e6, 12e6, 13.8e6))
    assert (first.low, first.high) == pytest.approx((10e6, 16e6))
    assert [each.cheapest_probability for each in (first, second, stay)] == pytest.approx([0.6, 0.2, 0.2])
    assert (second.margin_share, second.loss_probability) == pytest.approx((0.1, 0.2))
    assert np.isnan([stay.margin_share, stay.loss_probability]).all()


def test_a_finding_says_what_costs_least_and_how_sure_that_is():
    cheap = shown(client_npv=simulation().client_npv * [[0.8], [1.0]])
    assert finding(cheap, CASE).replace("\u00a0", " ") == (
        "Per FTE (A) costs least: EUR 9.60m, 30.4% less than staying in-house; cheapest in 80 of 100 courses"
    )


def test_where_no_contract_is_cheaper_staying_is_named_with_the_nearest():
    dear = shown(client_npv=simulation().client_npv * [[2.0], [3.0]])
    assert finding(dear, CASE).replace("\u00a0", " ") == (
        "Staying in-house costs least: EUR 13.8m against EUR 24.0m for Per FTE (A); "
        "cheapest in 100 of 100 courses"
    )


def test_the_table_has_a_column_for_each_and_says_what_is_not_known():
    unknown = shown(provider_margin_share=np.full((2, 5), np.nan))
    table = rows(answer(unknown, 5, (), CASE))
    assert table[0] == [
        "Mean cost of the courses [EUR]",
        "12,000,000",
        "12,000,000",
        "13,800,000",
    ]
    assert table[3] == ["Chance to be the cheapest of the three", "60%", "20%", "20%"]
    assert table[4][1:] == table[5][1:] == ["n/a"] * 3


def test_the_bars_lie_inside_the_picture_and_share_one_scale():
    drawn = page(answer(shown(), 5, (), CASE)).find_all("svg")
    assert len(drawn) == 3
    ends = [
        (float(bar["x"]), float(bar["x"]) + float(bar["width"]))
        for svg in drawn
        for bar in svg.find_all("rect")
    ]
    assert all(start >= 0 and end <= 100 for start, end in ends)


def test_one_course_has_no_range_and_is_drawn_all_the_same():
    same = simulation(
        client_npv=np.full((2, 1), 5e6), in_house_npv=np.full(1, 5e6), provider_margin_share=np.zeros((2, 1))
    )
    assert "<svg" in answer(standings(same, NAMES, CASE), 1, (), CASE).markup


def test_names_are_text_and_never_markup():
    standing = standings(simulation(), ("<b>A</b>", "B", "In-house"), CASE)
    assert "<b>A</b>" not in answer(standing, 5, (), CASE).markup


def test_what_the_courses_rest_on_is_folded_away():
    told = page(answer(shown(), 5, ("Attrition was cut at <0> in 3 courses.",), CASE))
    assert told.details.summary.text == "What these courses rest on"
    assert "Attrition was cut at <0> in 3 courses." in told.details.text

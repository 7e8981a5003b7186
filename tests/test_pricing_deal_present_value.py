"""Present value: published payback and tax figures, discounting by hand, when a sum stays positive."""

import json

import numpy as np
import pytest

from bpo_lib.pricing.deal.present_value import (
    break_even_saving,
    discount_factors,
    payback_month,
    payback_years,
    yearly_growth,
)


def published(shared, name):
    return json.loads(shared("reference/reference_cases.json").read_text())[name]


def test_an_outlay_pays_back_when_its_source_says(shared):
    case = published(shared, "R6")  # mfgcalcs: 62,500 against 18,000 a year less 2,500 of support
    given, printed = case["inp"], case["out"]
    net = given["gross"] - given["support"]
    assert net == printed["net"]
    assert round(payback_years(given["invest"], net), 2) == printed["payback"]
    assert net * given["years"] - given["invest"] == printed["five_year"]
    assert round(payback_years(25_000, net), 2) == 1.61  # its base case


def test_a_plant_pays_back_against_buying_when_its_source_says(shared):
    case = published(shared, "R7")  # buy at 45 or make at 20 with a plant of 6 million
    given, printed = case["inp"], case["out"]
    gain = given["buy"] - given["make"]
    assert given["capex"] / gain == printed["bep"]
    assert round(payback_years(given["capex"], gain * given["annual"]), 2) == printed["payback"]


def test_what_is_never_saved_never_pays_back():
    assert payback_years(100, 0) == float("inf")


def test_a_fifth_of_irrecoverable_tax_takes_a_sixth_of_the_saving():
    assert break_even_saving(0.20) == pytest.approx(0.167, abs=5e-4)  # In-House Lawyer, UK banks
    assert break_even_saving(0) == 0


def test_money_is_discounted_from_the_middle_of_its_month():
    assert discount_factors(12, 0.21)[[0, 11]] == pytest.approx([1.21 ** (-0.5 / 12), 1.21 ** (-11.5 / 12)])
    assert discount_factors(3, 0.0).tolist() == [1, 1, 1]


def test_a_year_to_pay_is_worth_a_year_of_the_rate():
    late = discount_factors(6, 0.08, payment_days=365)
    assert late * 1.08 == pytest.approx(discount_factors(6, 0.08))


def test_growth_steps_at_the_anniversary():
    assert yearly_growth(13, 0.1)[[0, 11, 12]] == pytest.approx([1, 1, 1.1])


def test_every_path_grows_at_its_own_rate():
    grown = yearly_growth(25, np.array([[0.0], [0.1]]))
    assert grown.shape == (2, 25)
    assert grown[:, 24] == pytest.approx([1, 1.21])


@pytest.mark.parametrize(
    ("saving", "month"),
    [([1, 1], 1), ([-2, 1, 1, 1], 3), ([-5, 1, 1], np.nan), ([3, -4, 2, 2], 3), ([0, 0], 1)],
)
def test_payback_is_the_month_from_which_the_sum_stays_positive(saving, month):
    assert payback_month(np.array(saving, dtype=float)) == pytest.approx(month, nan_ok=True)

"""Mark-up and margin: a published example that mixes them up, and what a provider keeps."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.provider import break_even_month, margin, margin_by_month, mark_up, price_at_margin

COST, FTE = 194_887.34, 150  # "Cost and Revenue", parts 2 and 3, wewfm, 2019


def test_the_published_20_percent_profit_is_a_mark_up():
    assert price_at_margin(COST, margin(0.2)) / FTE == pytest.approx(1_559.10, abs=0.005)
    assert margin(0.2) == pytest.approx(1 / 6)
    assert price_at_margin(COST, margin(0.2)) == pytest.approx(233_864.81, abs=0.005)


def test_a_true_margin_of_20_percent_takes_a_higher_rate():
    assert price_at_margin(COST, 0.2) / FTE == pytest.approx(1_624.06, abs=0.005)


def test_one_is_the_inverse_of_the_other():
    for share in (-0.5, 0, 0.1, 0.3, 0.9):
        assert margin(mark_up(share)) == pytest.approx(share)


def test_the_margin_of_the_published_hourly_price_of_manila():
    # Manila Bulletin, 2021: 70 of 100 is cost, so 30% margin is a mark-up of 42.9%.
    assert price_at_margin(70, 0.3) == pytest.approx(100)
    assert mark_up(0.3) == pytest.approx(30 / 70)


def test_what_is_kept_month_by_month_and_when_it_has_paid_back():
    kept = margin_by_month([100, 100, 100, 100], 70, 80)
    assert kept.tolist() == [-50, 30, 30, 30]
    assert margin_by_month([100, 100, 100, 100], 70, [40, 40, 0, 0]).tolist() == [-10, -10, 30, 30]
    assert break_even_month(kept) == 3
    assert np.isnan(break_even_month(margin_by_month([60, 60], [70, 70])))


def test_many_courses_are_kept_apart():
    kept = margin_by_month(np.array([[100.0, 100], [90, 90]]), np.array([70, 80]), 10)
    assert kept.tolist() == [[20, 20], [10, 10]]


def test_a_margin_of_everything_and_a_mark_up_of_nothing_are_refused():
    with pytest.raises(InputError, match="a margin of 1 would be all of the price or more"):
        mark_up(1)
    with pytest.raises(InputError, match="a mark-up of -1 leaves no price to charge"):
        margin(-1)

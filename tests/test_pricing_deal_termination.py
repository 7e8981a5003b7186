"""Termination: the parts of an early end by hand, falling to nothing, cut by the cap."""

import numpy as np
import pytest

from bpo_lib.pricing.deal import DealTerms, ExitTerms, TransformationTerms
from bpo_lib.pricing.deal.termination import exit_charges

DEAL = DealTerms(transition_cost=0, labour_share=0.6)
FEE = np.full(24, 100.0)
NOTHING = TransformationTerms()


def charges(transformation=NOTHING, **terms):
    return exit_charges(ExitTerms(**{"cap_fee_months": 84} | terms), DEAL, transformation, FEE)


def test_by_default_an_end_costs_nothing():
    assert not charges()["charge"].any()


def test_each_part_by_hand_after_a_quarter_of_the_term():
    found = charges(
        investment=900,
        investment_months=12,
        wind_down_weeks=13,
        breakage_cost=400,
        lost_margin_share=0.5,
        margin_on_fee=0.2,
    )
    at = {name: part[5] for name, part in found.items()}  # the end of month 6 of 24
    assert at["write_off"] == pytest.approx(450)
    assert at["wind_down"] == pytest.approx(3 * 0.6 * 100)  # 13 weeks are a quarter
    assert at["breakage"] == pytest.approx(300)
    assert at["lost_margin"] == pytest.approx(0.5 * 0.2 * 18 * 100)
    assert at["charge"] == pytest.approx(450 + 180 + 300 + 180)


def test_what_is_due_never_rises_and_ends_with_the_term():
    found = charges(
        TransformationTerms(cost=500, amortised_months=20),
        investment=900,
        wind_down_weeks=8,
        breakage_cost=400,
        lost_margin_share=0.3,
    )
    assert np.all(np.diff(found["charge"]) <= 0)
    assert found["charge"][-1] == 0


def test_instalments_still_unpaid_fall_due():
    found = charges(TransformationTerms(cost=240, amortised_months=24, finance_rate_per_year=0))
    assert found["unpaid_instalments"][[0, 11]] == pytest.approx([230, 120])


def test_the_cap_cuts_what_is_above_it_and_says_how_much():
    found = charges(breakage_cost=2_400, cap_fee_months=12)
    assert found["charge"][[0, 11]] == pytest.approx([1_200, 1_200])
    assert found["cut"][[0, 11]] == pytest.approx([1_100, 0])
    assert found["charge"] + found["cut"] == pytest.approx(found["breakage"])


def test_people_are_released_at_the_pay_of_the_last_twelve_months():
    busy = np.where(np.arange(24) % 12 == 11, 220.0, 100.0)  # one busy month a year: 110 on average
    found = exit_charges(ExitTerms(wind_down_weeks=26), DEAL, NOTHING, busy)["wind_down"]
    assert found[[0, 10, 11, 17, 22]] == pytest.approx(6 * 0.6 * np.array([100, 100, 110, 110, 110]))

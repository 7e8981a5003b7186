"""Tails: the mean of the dearest cases by hand and by its laws, who is cheapest, who loses."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from risk_frames import real_case

from bpo_lib.pricing.risk.tails import cheapest_probability, cvar, deal_risk, loss_probability, risk_table

COSTS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60).map(np.array)
SHARES = st.sampled_from([0.01, 0.05, 0.1, 0.3, 1.0])


def simulation(**changes):
    made = {
        "models": ("per_fte", "fixed_price"),
        "in_house_npv": np.array([10.0, 10.0, 10.0, 10.0]),
        "alternative_npv": {},
        "client_npv": np.array([[8.0, 9.0, 11.0, 12.0], [9.0, 9.0, 9.0, 9.0]]),
        "provider_npv": np.array([[1.0, 1.0, 1.0, 1.0], [2.0, 1.0, 0.5, -1.0]]),
        "provider_margin_share": np.array([[0.1, 0.1, 0.1, 0.1], [0.2, 0.1, 0.05, -0.1]]),
    }
    return SimpleNamespace(**made | changes)


def test_a_part_of_a_case_counts_in_part_by_hand():
    # 5% of 30 cases are one and a half: (30 + 29 / 2) / 1.5.
    assert cvar(np.arange(1.0, 31.0)) == pytest.approx((30 + 14.5) / 1.5)


def test_a_normal_cost_matches_the_closed_form():
    # phi(1.6449) / 0.05 = 2.0627, Rockafellar and Uryasev's measure of a standard normal.
    from scipy.stats import norm

    values = norm.ppf((np.arange(20_000) + 0.5) / 20_000)
    assert cvar(values) == pytest.approx(2.0627, abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(COSTS, SHARES)
def test_the_dearest_cost_at_least_their_quantile_on_average(costs, share):
    assert cvar(costs, share) >= np.quantile(costs, 1 - share) - 1e-6
    assert cvar(costs, share) <= costs.max() + 1e-6


@settings(max_examples=30, deadline=None)
@given(COSTS, SHARES, st.floats(0, 100), st.floats(-1e6, 1e6))
def test_scale_and_shift_pass_through(costs, share, scale, shift):
    assert cvar(costs * scale + shift, share) == pytest.approx(
        cvar(costs, share) * scale + shift, rel=1e-9, abs=1e-3
    )


def test_all_cases_together_are_the_mean():
    values = np.array([[3.0, 1.0, 2.0], [6.0, 9.0, 0.0]])
    assert cvar(values, 1.0) == pytest.approx([2, 5])


def test_ways_that_tie_share_the_course():
    costs = np.array([[1.0, 5.0, 3.0, 2.0], [2.0, 5.0, 3.0, 1.0], [9.0, 5.0, 4.0, 3.0]])
    assert cheapest_probability(costs) == pytest.approx([(1 + 1 / 3 + 1 / 2) / 4] * 2 + [1 / 12])


def test_breaking_even_is_no_loss_and_an_unknown_cost_gives_no_number():
    shares = np.array([[0.0, 0.1], [-0.1, 0.1], [np.nan, np.nan]])
    assert loss_probability(shares, shares) == pytest.approx([0, 0.5, np.nan], nan_ok=True)


def test_without_a_fee_the_money_itself_says_whether_it_is_a_loss():
    shares, npv = np.array([[np.nan, 0.1]]), np.array([[-5.0, 1.0]])
    assert loss_probability(shares, npv) == 0.5


def test_the_table_by_hand():
    table = risk_table(simulation())
    assert table.index.tolist() == ["in_house", "per_fte", "fixed_price"]
    assert table["cheapest_probability"].tolist() == [0, 0.375, 0.625]
    assert table["client_npv_p50"].tolist() == [10, 10, 9]
    assert table["client_npv_cvar"].to_numpy() == pytest.approx([10, 12, 9])
    assert table["provider_margin_share_p50"].tolist()[1:] == pytest.approx([0.1, 0.075])
    assert table["provider_loss_probability"].tolist()[1:] == [0, 0.25]
    assert table["at_risk"].tolist() == [False, False, True]


def test_the_limit_of_risk_is_a_choice():
    assert not risk_table(simulation(), loss_limit=0.25)["at_risk"].any()


def test_an_alternative_can_be_cheapest():
    table = risk_table(simulation(alternative_npv={"automation": np.full(4, 7.0)}))
    assert table.index.tolist() == ["in_house", "automation", "per_fte", "fixed_price"]
    assert table.loc["automation", "cheapest_probability"] == 1


def test_a_case_is_simulated_as_its_assumptions_say():
    case = real_case().with_values({"risk.paths": 128, "risk.at_risk_loss_probability": 0})
    table = deal_risk(case)
    assert table["cheapest_probability"].sum() == pytest.approx(1)
    lost = table["provider_loss_probability"]
    assert table["at_risk"].tolist() == (lost > 0).tolist()
    assert (table["client_npv_p10"] <= table["client_npv_p50"]).all()
    assert (table["client_npv_p90"] <= table["client_npv_cvar"]).all()

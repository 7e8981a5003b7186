"""The efficient frontier: least price by brute force, dominance by comparing all pairs, offers in place."""

import numpy as np
import pytest
from course_cases import course_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing.decide.frontier import (
    FRONTIER_COLUMNS,
    OFFER,
    Participation,
    cheaper_at_no_more_risk,
    efficient,
    frontier,
)
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.pricing.risk.tails import cvar

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("wants", [Participation(0.1, 0.1), Participation(0.3, 0.1), Participation(0, 0.02)])
def test_no_lower_price_meets_what_the_provider_wants(wants):
    revenue, cost = RNG.uniform(80, 120, 400), RNG.normal(90, 12, 400)
    least = wants.least_price(revenue, cost, 1 - cost / revenue)

    def signs(factor):
        kept = factor * revenue - cost
        enough = kept.mean() >= wants.margin_share * factor * revenue.mean() - 1e-9
        return enough and (kept < -1e-9).mean() <= wants.loss_probability

    assert signs(least)
    assert not signs(least * (1 - 1e-4))


def test_a_price_by_hand():
    # Cost 90 on a revenue of 100 at a margin of 10%: 90 / (0.9 x 100) = 1.
    level = np.full(10, 100.0)
    assert Participation(0.1, 0.1).least_price(level, 0.9 * level, np.full(10, 0.1)) == pytest.approx(1)


def test_no_revenue_or_no_margin_known_means_no_price():
    nothing = np.zeros(3)
    assert Participation(0.1, 0.1).least_price(nothing, nothing + 1, nothing) == np.inf
    assert Participation(0.1, 0.1).least_price(nothing + 1, nothing + 1, np.full(3, np.nan)) == np.inf


def test_what_is_called_efficient_is_beaten_by_no_other():
    cost, risk = RNG.integers(0, 12, (2, 60)).astype(float)
    kept = efficient(cost, risk)
    for place in range(cost.size):
        beaten = (cost <= cost[place]) & (risk <= risk[place])
        beaten &= (cost < cost[place]) | (risk < risk[place])
        assert not (kept[place] and beaten.any())
        if not kept[place] and not beaten.any():  # one of two alike is enough
            assert ((cost == cost[place]) & (risk == risk[place]) & kept).any()


@pytest.fixture(scope="module")
def table():
    return frontier(course_case())


def test_every_contract_on_the_line_is_one_the_provider_signs(table):
    assert list(table.columns) == FRONTIER_COLUMNS
    best = table[table["efficient"]].sort_values("client_npv")
    assert len(best)
    assert best["signs"].all()
    assert np.all(np.diff(best["client_npv_cvar"]) < 0)
    assert np.all(best["client_npv_cvar"] >= best["client_npv"])


def test_an_offer_stands_where_the_simulation_puts_it(table):
    case, offers = course_case(), table[table["kind"] == OFFER].set_index("name")
    run = simulate(case)
    for place, name in enumerate(run.models):
        assert offers.loc[name, "client_npv"] == pytest.approx(run.client_npv[place].mean(), rel=1e-9)
        assert offers.loc[name, "client_npv_cvar"] == pytest.approx(cvar(run.client_npv[place]), rel=1e-9)
        lost = (run.provider_margin_share[place] < 0).mean()
        assert offers.loc[name, "provider_loss_probability"] == pytest.approx(lost)


def test_a_provider_that_wants_more_makes_every_contract_dearer(table):
    dear = frontier(course_case(participation__least_margin_share=0.3))
    both = table.merge(dear, on=["name", "kind"])
    both = both[both["kind"] != OFFER]
    assert (both["client_npv_y"] > both["client_npv_x"]).all()


def test_the_better_contract_risks_no_more(table):
    for name in table.loc[table["kind"] == OFFER, "name"]:
        mine = table[table["name"] == name].iloc[0]
        better = cheaper_at_no_more_risk(table, name)
        if better is not None:
            assert better["client_npv"] < mine["client_npv"]
            assert better["client_npv_cvar"] <= mine["client_npv_cvar"]


def test_without_the_provider_s_cost_there_is_no_frontier():
    assert frontier(sample(CLAIMS)) is None

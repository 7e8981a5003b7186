"""What a volume clause hides: closed forms against re-pricing, and sums by hand."""

from dataclasses import replace

import numpy as np
import pytest
from course_cases import course_case

from bpo_lib.pricing import TransactionPricing, Workload
from bpo_lib.pricing.decide.asymmetry import hidden_fee, volume_clause, volume_clause_cost

RNG = np.random.default_rng(0)
PATHS = Workload.of(1_000 * RNG.uniform(0.6, 1.4, (300, 24)))


def terms(**changes):
    return TransactionPricing(**{"baseline_volume": 1_000, "unit_price": 50} | changes)


def test_the_hidden_fee_by_hand():
    # 40 up, 30 back, volume off by a tenth of 1,000 on average: (40 - 30) x 0.1 x 1,000 / 2.
    assert hidden_fee(40, 30, 1_000, 0.1) == pytest.approx(500)


@pytest.mark.parametrize("band", [0.0, 0.1])
@pytest.mark.parametrize("settled", [1, 3])
def test_the_closed_form_is_what_re_pricing_measures(band, settled):
    model = terms(dead_band=band, arc_share=0.9, rrc_share=0.6, settlement_months=settled)
    found = volume_clause_cost(model, PATHS)
    assert found.hidden_fee == pytest.approx(12 * hidden_fee(45, 30, 1_000, found.mean_swing), rel=1e-9)


def test_equal_rates_hide_nothing():
    found = volume_clause_cost(terms(arc_share=0.8, rrc_share=0.8), PATHS)
    assert found.hidden_fee == pytest.approx(0, abs=1e-6)


def test_the_dead_charge_is_price_times_volume_that_did_not_come():
    # Price for each transaction, at least 90% of 1,000: p E[(900 - V)+].
    model = terms(dead_band=0, arc_share=1, rrc_share=1, minimum_commitment_share=0.9)
    rows = volume_clause_cost(model, PATHS).commitments
    own = rows[rows["agreed"]].iloc[0]
    short = np.maximum(900 - PATHS.volume, 0)
    assert own["dead_charge"] == pytest.approx(12 * 50 * short.mean())
    assert own["period_chance"] == pytest.approx((short > 0).mean())
    assert own["term_chance"] == pytest.approx((short > 0).any(axis=1).mean())


def test_a_higher_commitment_never_costs_less():
    rows = volume_clause_cost(terms(), PATHS).commitments
    assert np.all(np.diff(rows["dead_charge"]) >= 0)
    assert np.all(np.diff(rows["term_chance"]) >= 0)


def test_equal_rates_settled_over_longer_swing_less_and_never_cost_more_than_their_charges_alone():
    # With credits at nothing only charges are left, and swings that cancel are charged no more.
    fees = volume_clause_cost(terms(rrc_share=0), PATHS).settlements
    assert list(fees["months"]) == [1, 3, 12]
    assert np.all(np.diff(fees["fee"]) <= 0)
    assert fees["difference"].iloc[0] == 0


def test_a_client_s_own_clause_is_measured_on_its_forecast_and_needs_an_offer():
    case = course_case()
    found, own = volume_clause(case), case.of(TransactionPricing)
    rates = (own.arc_share * own.unit_price, own.rrc_share * own.unit_price)
    closed = 12 * hidden_fee(*rates, own.baseline_volume, found.mean_swing)
    assert found.hidden_fee == pytest.approx(closed, rel=1e-9)
    without = {kind: held for kind, held in case.terms.items() if kind is not TransactionPricing}
    assert volume_clause(replace(case, terms=without)) is None

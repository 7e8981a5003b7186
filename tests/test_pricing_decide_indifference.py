"""Indifference points: published and closed forms, a fine grid as oracle, and what cannot be asked."""

import numpy as np
import pytest
from test_pricing_laws import EXAMPLES

from bpo_lib.errors import InputError
from bpo_lib.pricing import (
    PRICING_MODELS,
    OutcomePricing,
    PerFtePricing,
    TransactionPricing,
    Workload,
    indifference,
)
from bpo_lib.pricing.decide.indifference import DRIVERS, DriverLine, reach, scan
from bpo_lib.pricing.forms import scaled

HOURS, AVAILABLE, BUSY, MINUTES = 160.0, 0.7, 0.8, 6.0


def team(*volume, minutes=MINUTES, busy=BUSY):
    """Return work in which staff is volume x handling time over what an FTE can do."""
    volume = np.array(volume, dtype=float)
    hours = volume * minutes / 60
    fte = hours / (HOURS * AVAILABLE * busy)
    available = fte * HOURS * AVAILABLE
    return Workload.of(
        volume,
        hours,
        fte,
        volume * 0.8,
        productive_fte=fte * AVAILABLE,
        productive_hours=available,
        paid_hours=fte * HOURS,
        provider_cost=fte * 2_500,
        in_house_cost=fte * 4_000,
    )


def unit_price(price):
    return TransactionPricing(baseline_volume=40_000, unit_price=price, dead_band=0, arc_share=1, rrc_share=1)


def per_outcome(base, fee):
    return OutcomePricing(base_fee_per_month=base, fee_per_outcome=fee, cap_per_month=1e12)


def test_make_or_buy_breaks_even_as_published():
    # Scribd 419297758: 45 a unit bought, 20 made on 6 million of equipment: 240,000 units.
    bought, made = per_outcome(0, 45), per_outcome(6e6, 20)
    work = Workload.of([65_000.0], outcomes=[65_000.0])
    assert indifference(bought, made, work, "volume") == pytest.approx([240_000], rel=1e-9)
    assert float(indifference(bought, made, work, "volume")[0]) / 65_000 == pytest.approx(3.69, abs=0.005)


def test_handling_time_at_which_a_rate_equals_a_unit_price():
    # tau = p H (1 - s) o / R = 3 x 160 x 0.7 x 0.8 / 2,800 hours = 5.76 minutes.
    roots = indifference(
        PerFtePricing(rate_per_month=2_800), unit_price(3), team(9_000, 11_000), "handling_minutes"
    )
    assert roots == pytest.approx([3 * HOURS * AVAILABLE * BUSY / 2_800 * 60], rel=1e-9)
    assert roots == pytest.approx([5.76])


def test_occupancy_at_which_a_rate_equals_a_unit_price():
    # o = R tau / (p H (1 - s)) = 2,800 x 0.1 / (3 x 112) = 0.8333.
    roots = indifference(PerFtePricing(rate_per_month=2_800), unit_price(3), team(9_000, 11_000), "occupancy")
    assert roots == pytest.approx([2_800 * MINUTES / 60 / (3 * HOURS * AVAILABLE)], rel=1e-9)


def test_volume_at_which_a_fixed_fee_equals_a_unit_price():
    # V = F / (p - v) = 20,000 / (5 - 3).
    work = Workload.of([8_000.0, 12_000.0], outcomes=[8_000.0, 12_000.0])
    assert indifference(per_outcome(20_000, 3), per_outcome(0, 5), work, "volume") == pytest.approx([10_000])


def test_a_dead_band_beside_the_same_fixed_fee_is_told_by_its_edges():
    band = TransactionPricing(baseline_volume=1_000, unit_price=50)
    fixed = per_outcome(50_000, 0)
    assert indifference(band, fixed, team(1_000), "volume") == pytest.approx([900, 1_100], rel=1e-9)


def test_economies_of_scale_cross_where_the_own_curve_says():
    # Staff grows as 10 + 0.004 V: R (10 + 0.004 V) = p V at 2,000 x 10 / (10 - 8) = 10,000.
    def curve(volume):
        return Workload.of([volume], fte=[10 + 0.004 * volume])

    roots = indifference(PerFtePricing(rate_per_month=2_000), unit_price(10), team(9_000), "volume", at=curve)
    assert roots == pytest.approx([10_000], rel=1e-9)


def test_whole_agents_cross_several_times_and_no_step_is_taken_for_a_root():
    def curve(volume):
        return Workload.of([volume], fte=[np.ceil(volume / 1_000) + 1 - volume / 10_000])

    rate, price = PerFtePricing(rate_per_month=1_000), unit_price(1.0)
    roots = indifference(rate, price, team(9_000), "volume", low=9_000, high=11_500, at=curve)
    assert roots.size > 1
    for volume in roots:
        same = curve(volume)
        assert rate.monthly_fee(same).sum() == pytest.approx(price.monthly_fee(same).sum(), rel=1e-9)


def random_terms(rng, work):
    """Return any form, sized on the work and priced somewhat off its cost; bands and minimums at random."""
    kind = PRICING_MODELS[list(PRICING_MODELS)[rng.integers(len(PRICING_MODELS))]]
    terms = scaled(kind.typical(work), rng.uniform(0.6, 1.6))
    if kind is not TransactionPricing:
        return terms
    return terms.with_values(
        dead_band=rng.uniform(0, 0.3),
        back_to_baseline=rng.integers(2),
        settlement_months=rng.choice([1, 3, 12]),
        minimum_commitment_share=rng.uniform(0, 0.95),
    )


@pytest.mark.parametrize("seed", range(14))
def test_none_is_missed_against_a_finer_grid_and_each_prices_the_same(seed):
    rng = np.random.default_rng(seed)
    work = team(*rng.uniform(4_000, 16_000, rng.integers(1, 25)))
    first, second = random_terms(rng, work), random_terms(rng, work)
    for driver in DRIVERS:
        line, (low, high) = DriverLine(work, driver), reach(work, driver)
        got = scan(first, second, work, driver)
        if got.roots.size:
            one, other = line.totals((first, second), got.roots)
            assert np.all(np.abs(one - other) <= 1e-9 * np.maximum(one, other))
        grid = np.linspace(low, high, 20_001)[1:]
        one, other = line.totals((first, second), grid)
        cheaper = np.sign(np.where(np.abs(one - other) <= 1e-12 * np.abs(one), 0, one - other))
        changes = np.flatnonzero(np.diff(cheaper))
        points, room = np.concatenate([got.roots, got.jumps]), 1e-9 * high
        for cell in changes:
            assert np.any((points >= grid[cell] - room) & (points <= grid[cell + 1] + room))


@pytest.mark.parametrize("name", PRICING_MODELS)
def test_a_model_costs_the_same_as_itself_all_along(name):
    model, work = PRICING_MODELS[name](**EXAMPLES[name]), team(9_000, 12_000)
    low, high = reach(work, "volume")
    assert indifference(model, model, work, "volume").tolist() == [low, high]


def test_many_paths_are_counted_together():
    rate, price = PerFtePricing(rate_per_month=2_800), unit_price(3)
    one = indifference(rate, price, team(9_000, 11_000), "handling_minutes")
    paths = Workload(**{name: np.stack([part, part]) for name, part in vars(team(9_000, 11_000)).items()})
    assert indifference(rate, price, paths, "handling_minutes") == pytest.approx(one)


def test_the_range_searched_is_the_caller_s():
    rate, price = PerFtePricing(rate_per_month=2_800), unit_price(3)
    assert indifference(rate, price, team(9_000), "handling_minutes", high=5).size == 0


@pytest.mark.parametrize(
    ("driver", "low", "high"), [("volume", -1, 5), ("occupancy", 0, 1), ("volume", 9, 9)]
)
def test_a_range_that_holds_nothing_is_refused(driver, low, high):
    rate = PerFtePricing(rate_per_month=1)
    with pytest.raises(InputError, match=f"{driver} cannot be searched from {low} to {high}"):
        indifference(rate, rate, team(9_000), driver, low=low, high=high)


def test_an_unknown_driver_and_a_workload_that_is_silent_are_named():
    rate = PerFtePricing(rate_per_month=1)
    with pytest.raises(InputError, match="'weather' is no driver of indifference; use one of volume"):
        indifference(rate, rate, team(1), "weather")
    with pytest.raises(InputError, match="no productive hours, so nothing can be said of its occupancy"):
        indifference(rate, rate, Workload.of([1.0], handling_hours=[1.0]), "occupancy")
    with pytest.raises(InputError, match="no handling time"):
        indifference(rate, rate, Workload.of([1.0]), "handling_minutes")
    with pytest.raises(InputError, match="no volume"):
        indifference(rate, rate, Workload.of([0.0]), "volume")

"""How volume moves with its drivers: one to one until two years of history tell another."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import noisy

from bpo_lib.engagement import Drivers
from bpo_lib.forecast.series import prepare
from bpo_lib.forecast.term.drivers import driver_effects, elasticities

PAST = pd.period_range("2022-01", periods=36, freq="M")
NO_HISTORY = pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
TERM = pd.period_range("2025-01", periods=24, freq="M")


def customers(growth, months=60):
    """Return customers that grow unevenly, so that growth and trend can be told apart."""
    steps = growth * (1 + np.sin(np.arange(months) / 5))
    return pd.Series(1_000 * np.cumprod(1 + steps), pd.period_range("2022-01", periods=months, freq="M"))


def volume(levels, elasticity, noise=0.0):
    season = 1 + 0.3 * np.sin(2 * np.pi * np.arange(36) / 12)
    chance = np.exp(noise * np.random.default_rng(0).standard_normal(36))
    return pd.Series((levels.reindex(PAST) / 1_000).to_numpy() ** elasticity * season * chance * 500, PAST)


def test_an_exact_law_is_found_whatever_the_season():
    levels = customers(0.02)
    found = elasticities(levels.to_frame("customers"), volume(levels, 0.6))
    assert found["customers"] == pytest.approx(0.6, abs=1e-6)


def test_two_drivers_are_told_apart():
    levels = pd.DataFrame({"customers": customers(0.02), "bills": customers(0.03).iloc[::-1].to_numpy()})
    both = volume(levels["customers"], 0.7) * volume(levels["bills"], 0.4)
    found = elasticities(levels, both)
    assert found == pytest.approx({"customers": 0.7, "bills": 0.4}, abs=1e-6)


def test_the_estimate_by_hand():
    # Yearly changes of log driver -0.1 and +0.1 around their mean, those of volume half as large and
    # off by +0.02 and -0.02 in turns: x'x = 0.12, x'y = 0.06, so least squares says a half.
    x = np.tile([-0.1, -0.1, 0.1, 0.1], 3)
    error = np.tile([0.02, -0.02], 6)
    months = pd.period_range("2022-01", periods=24, freq="M")
    driver = pd.Series(np.exp(np.concatenate([np.zeros(12), x])), months)
    past = pd.Series(np.exp(np.concatenate([np.zeros(12), 0.5 * x + error])), months)
    noise = 12 * 0.02**2 / 10  # neighbours differ in sign, so nothing is widened
    by_hand = (0.06 / noise + 1 / 0.25) / (0.12 / noise + 1 / 0.25)
    assert elasticities(driver.to_frame("d"), past)["d"] == pytest.approx(by_hand)
    assert by_hand == pytest.approx(0.508, abs=0.001)


def test_noise_draws_the_estimate_towards_one():
    levels = customers(0.005)
    quiet, loud = (
        elasticities(levels.to_frame("c"), volume(levels, 0.0, noise))["c"] for noise in (0.002, 0.5)
    )
    assert abs(quiet) < 0.2
    assert abs(loud - 1) < 0.3


def test_a_driver_that_never_moved_keeps_one():
    levels = pd.Series(7.0, PAST)
    assert elasticities(levels.to_frame("c"), volume(customers(0.02), 0.6))["c"] == 1.0


def test_less_than_two_years_tell_nothing():
    levels = customers(0.02).to_frame("customers")
    assert elasticities(levels, volume(levels["customers"], 0.6).iloc[-23:]) == {}


def test_planned_customers_move_the_volume_one_to_one_by_hand():
    # 100, 110 and 120 before the term make 110; 132 is a fifth more, and stays after its last month.
    given = pd.Series([100, 110, 120, 121, 132.0], pd.period_range("2024-10", periods=5, freq="M"))
    found = driver_effects(Drivers(given.to_frame("customers")), NO_HISTORY, pd.Period("2024-12"), TERM[-1])
    effect = found.factors["customers"]
    assert effect["2025-01":"2025-03"].tolist() == pytest.approx([1.1, 1.2, 1.2])
    assert effect["2024-10":"2024-12"].tolist() == pytest.approx([100 / 110, 1, 120 / 110])
    assert effect.iloc[-1] == pytest.approx(1.2)
    (note,) = found.notes
    assert note == (
        "Volume moves with customers by an elasticity of 1.00 (house assumption: under two years of "
        "months beside the volume tell nothing). After 2025-02 it stays at its last value."
    )


def test_a_driver_with_plans_only_is_measured_against_its_first_month():
    given = pd.Series([50.0, 100.0], pd.period_range("2025-03", periods=2, freq="M"))
    found = driver_effects(Drivers(given.to_frame("d")), NO_HISTORY, pd.Period("2024-12"), TERM[-1])
    assert found.factors["d"][TERM[:4]].tolist() == pytest.approx([1, 1, 1, 2])


def test_what_is_taken_out_of_a_history_can_be_put_back():
    history = prepare(noisy(60, "D", "2024-11-01"))
    given = pd.Series([100.0, 110, 125], pd.period_range("2024-11", periods=3, freq="M"))
    found = driver_effects(Drivers(given.to_frame("d")), NO_HISTORY, pd.Period("2024-12"), TERM[-1])
    level = found.taken_out(history)
    assert level.counts["2024-11-01"] == pytest.approx(history.counts["2024-11-01"] * 105 / 100)
    assert found.put_back(level).counts.to_numpy() == pytest.approx(history.counts.to_numpy())


def test_without_drivers_nothing_is_touched():
    history = prepare(noisy(60, "D"))
    found = driver_effects(None, NO_HISTORY, pd.Period("2024-12"), TERM[-1])
    assert found.factors.empty
    assert found.taken_out(history).counts.equals(history.counts)
    assert found.put_back(history).counts.equals(history.counts)

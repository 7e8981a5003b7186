"""What changes demand: each effect by hand, all of them sum to what results."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from volume_cases import case, counts, noisy

from bpo_lib.engagement import Drivers, SpecialDays
from bpo_lib.forecast import DemandTerms, volume_outlook
from bpo_lib.forecast.term.changes import FINAL, changed_demand, deflected_share
from bpo_lib.forecast.term.drivers import driver_effects

MONTHS = pd.period_range("2025-01", periods=24, freq="M")
COUNTED = pd.Period("2024-12")


def demand(counted=COUNTED, drivers=None, growth=0.0, **terms):
    unchanged = pd.Series(1_000.0, MONTHS)
    mean = unchanged * np.where(np.arange(24) < 12, 1, 1 + growth)
    grown = pd.DataFrame({"mean": mean, "low": mean * 0.9, "high": mean * 1.2})
    declared = DemandTerms(volume_growth_per_year=growth, **terms)
    effects = driver_effects(drivers, pd.Series(dtype=float), counted, MONTHS[-1])
    return changed_demand(unchanged, grown, declared, counted, effects)


def test_nothing_declared_changes_nothing():
    changed = demand(growth=0.1)
    assert changed.volume["mean"].iloc[[0, 12]].tolist() == pytest.approx([1_000, 1_100])
    assert (changed.handling_factor == 1).all()
    assert changed.notes == ()


def test_deflection_rises_over_its_ramp_by_hand():
    terms = DemandTerms(deflected_share=0.4, deflection_month=3, deflection_ramp_months=4)
    assert deflected_share(terms, 8).tolist() == pytest.approx([0, 0, 0.1, 0.2, 0.3, 0.4, 0.4, 0.4])


def test_what_stays_takes_longer_by_hand():
    # At 0.3 per unit of deflection, 40% deflected leave contacts that take 12% longer.
    changed = demand(deflected_share=0.4, deflection_ramp_months=1)
    assert changed.volume["mean"].iloc[0] == pytest.approx(600)
    assert changed.handling_factor.iloc[0] == pytest.approx(1.12)


def test_effects_follow_one_another_by_hand():
    # 1,000 + 10% growth = 1,100; a step of -20% takes 220; half of the 880 is deflected.
    changed = demand(
        growth=0.1, step_share=-0.2, step_month=13, deflected_share=0.5, deflection_ramp_months=1
    )
    assert changed.bridge.loc["2026-01"].to_dict() == pytest.approx(
        {"from history": 1_000, "growth": 100, "one-off change": -220, "deflection": -440, "final": 440}
    )
    assert changed.bridge.loc["2025-12", "one-off change"] == 0


def test_bands_move_with_the_volume():
    changed = demand(step_share=0.5)
    assert changed.volume.iloc[0].tolist() == pytest.approx([1_500, 1_350, 1_800])


def test_months_already_counted_are_left_as_they_were():
    changed = demand(counted=pd.Period("2025-06"), step_share=1.0, deflected_share=0.5)
    assert (changed.volume["mean"].iloc[:6] == 1_000).all()
    assert (changed.handling_factor.iloc[:6] == 1).all()
    assert changed.volume["mean"].iloc[6] > 1_000


def test_a_driver_has_a_place_in_the_bridge_whatever_its_name():
    levels = pd.DataFrame({"final": [100.0, 150.0]}, pd.period_range("2024-12", periods=2, freq="M"))
    changed = demand(drivers=Drivers(levels))
    assert changed.bridge["final (driver)"].iloc[0] == pytest.approx(500)
    assert changed.bridge[FINAL].iloc[0] == pytest.approx(1_500)


@given(
    growth=st.floats(-0.5, 1),
    step=st.floats(-0.95, 5),
    deflected=st.floats(0, 0.9),
    month=st.floats(1, 84),
    ramp=st.floats(1, 60),
)
def test_the_bridge_always_adds_up_and_volume_is_never_negative(growth, step, deflected, month, ramp):
    changed = demand(
        growth=growth,
        step_share=step,
        step_month=month,
        deflected_share=deflected,
        deflection_month=month,
        deflection_ramp_months=ramp,
    )
    parts, final = changed.bridge.drop(columns=FINAL).sum(axis=1), changed.bridge[FINAL]
    assert parts.to_numpy() == pytest.approx(final.to_numpy(), rel=1e-9, abs=1e-6)
    assert changed.volume["mean"].to_numpy() == pytest.approx(final.to_numpy())
    assert (changed.volume >= 0).all(axis=None)
    assert (changed.handling_factor >= 1).all()


def test_the_outlook_shows_what_changed():
    base = case(counts([1_000.0] * 24, "MS", "2023-01-01"), "monthly", growth=0.1)
    outlook = volume_outlook(
        base.with_values({"demand.deflected_share": 0.2, "demand.deflection_ramp_months": 1})
    )
    assert outlook.mean.iloc[[0, 12]].tolist() == pytest.approx([800, 880])
    assert outlook.bridge[FINAL].tolist() == outlook.mean.tolist()
    assert outlook.handling_factor.iloc[0] == pytest.approx(1.06)
    assert outlook.paths.mean() < 1_000
    assert volume_outlook(base).forecast is outlook.forecast


def test_a_driver_explains_the_past_and_moves_what_is_ahead_by_hand():
    # Volume is 2 for each customer; customers grow by 10 a month to 580 at the end of the term.
    customers = pd.Series(np.arange(100.0, 590, 10), pd.period_range("2022-12", periods=49, freq="M"))
    volume = 2 * customers["2023-01":"2024-12"]
    base = case(counts(volume.to_numpy(), "MS", "2023-01-01"), "monthly", term_months=24)
    outlook = volume_outlook(replace(base, drivers=Drivers(customers.to_frame("customers"))))
    assert outlook.bridge["from history"].iloc[0] == pytest.approx(2 * 330, rel=1e-6)  # the recent level
    assert outlook.mean.to_numpy() == pytest.approx(2 * customers["2025-01":"2026-12"].to_numpy(), rel=1e-6)
    assert outlook.history_monthly.to_numpy() == pytest.approx(volume.to_numpy())
    assert outlook.daily["actual"].dropna().to_numpy() == pytest.approx(volume.to_numpy())


def test_closed_days_of_the_client_are_forecast_as_nothing():
    base = case(noisy(120, "D", "2024-09-03", level=50), "daily")
    shut = replace(base, special_days=SpecialDays(closed=frozenset([pd.Timestamp("2025-01-06")])))
    assert volume_outlook(shut).forecast.mean["2025-01-06"] == 0
    assert volume_outlook(base).forecast.mean["2025-01-06"] > 0

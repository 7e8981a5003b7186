"""Laws every pricing model obeys, run over `PRICING_MODELS` before its author writes a line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpo_lib.pricing import PRICING_MODELS, Workload

# For each model, terms with nothing special about them; a new model adds its line here.
EXAMPLES = {
    "per_fte": {"rate_per_month": 2_000},
    "transaction": {"baseline_volume": 10_000, "unit_price": 4},
    "outcome": {
        "base_fee_per_month": 20_000,
        "fee_per_outcome": 2,
        "floor_per_month": 21_000,
        "cap_per_month": 60_000,
    },
}
# Terms counted in money, which a change of currency multiplies.
MONEY = {
    "rate_per_month",
    "unit_price",
    "base_fee_per_month",
    "fee_per_outcome",
    "floor_per_month",
    "cap_per_month",
}

months = arrays.arrays(float, (3, 12), elements=st.floats(0, 1e6, allow_subnormal=False))
every_model = pytest.mark.parametrize("name", PRICING_MODELS)


def model(name, scale=1.0):
    values = {term: value * (scale if term in MONEY else 1) for term, value in EXAMPLES[name].items()}
    return PRICING_MODELS[name](**values)


def work(volume):
    """Return a workload in which hours, staff and outcomes follow the volume."""
    return Workload.of(volume, handling_hours=volume / 10, fte=volume / 1_500, outcomes=volume * 0.8)


def test_every_model_has_an_example():
    assert set(EXAMPLES) == set(PRICING_MODELS)


@every_model
@given(volume=months)
def test_a_fee_keeps_the_shape_and_is_never_negative(name, volume):
    fee = model(name).monthly_fee(work(volume))
    assert fee.shape == volume.shape
    assert np.all(fee >= 0)


@every_model
@given(volume=months)
def test_a_case_among_many_paths_is_priced_as_it_is_alone(name, volume):
    together = model(name).monthly_fee(work(volume))
    assert np.array_equal(together[1], model(name).monthly_fee(work(volume[1])))


@every_model
@given(volume=months, more=months)
def test_more_work_never_costs_less(name, volume, more):
    pricing = model(name)
    difference = pricing.monthly_fee(work(volume + more)) - pricing.monthly_fee(work(volume))
    assert np.all(difference >= -1e-6)


@every_model
@given(volume=months, rate=st.floats(0.01, 1_000))
def test_another_currency_changes_the_figure_and_nothing_else(name, volume, rate):
    converted = model(name, scale=rate).monthly_fee(work(volume))
    assert np.allclose(converted, rate * model(name).monthly_fee(work(volume)), rtol=1e-12)


@every_model
def test_terms_are_frozen_and_declared_with_unit_and_meaning(name):
    for declared in PRICING_MODELS[name].declarations():
        assert declared.unit
        assert declared.meaning
    with pytest.raises(ValueError, match="frozen"):
        setattr(model(name), next(iter(EXAMPLES[name])), 1.0)

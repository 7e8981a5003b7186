"""Laws every pricing model obeys, run over `PRICING_MODELS` before its author writes a line."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpo_lib.errors import InputError
from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.forms import scaled

TIERS = (
    {"from_volume": 0, "to_volume": 8_000, "unit_price": 5},
    {"from_volume": 8_000, "to_volume": 12_000, "unit_price": 4},
    {"from_volume": 12_000, "unit_price": 3.5},
)
# For each model, terms with nothing special about them; a new model adds its line here.
EXAMPLES = {
    "per_fte": {"rate_per_month": 2_000},
    "per_seat": {"rate_per_month": 2_400, "fte_per_seat": 1.2},
    "per_paid_hour": {"rate_per_hour": 12},
    "per_productive_hour": {"rate_per_hour": 16},
    "per_handled_minute": {"rate_per_minute": 0.4},
    "tiered": {"tiers": TIERS, "minimum_commitment_per_month": 20_000},
    "transaction": {"baseline_volume": 10_000, "unit_price": 4},
    "fixed_price": {"price_per_month": 40_000, "glide_path_per_year": 0.03},
    "cost_plus": {"markup_share": 0.2, "fixed_fee_per_month": 500},
    "target_cost": {
        "target_cost_per_month": 20_000,
        "target_fee_per_month": 2_000,
        "ceiling_per_month": 40_000,
    },
    "outcome": {
        "base_fee_per_month": 20_000,
        "fee_per_outcome": 2,
        "floor_per_month": 21_000,
        "cap_per_month": 60_000,
    },
    "gain_share": {"provider_share": 0.3, "floor_per_month": -3_000, "cap_per_month": 9_000},
    "hybrid": {"baseline_volume": 10_000, "unit_price": 4, "agreed_outcome_share": 0.8},
}

# Terms counted in money.
MONEY = {
    declared.name.partition(".")[2]
    for kind in PRICING_MODELS.values()
    for declared in kind.declarations()
    if declared.unit.startswith("currency")
}

months = arrays.arrays(float, (3, 12), elements=st.floats(0, 1e6, allow_subnormal=False))
every_model = pytest.mark.parametrize("name", PRICING_MODELS)
few = settings(max_examples=12)


def model(name):
    return PRICING_MODELS[name](**EXAMPLES[name])


def work(volume, rate=1.0):
    """Return a workload in which hours, staff, outcomes and cost follow the volume."""
    return Workload.of(
        volume,
        handling_hours=volume / 10,
        fte=volume / 1_500,
        outcomes=volume * 0.8,
        productive_fte=volume / 2_000,
        paid_hours=volume / 9,
        productive_hours=volume / 12,
        provider_cost=volume * 3 * rate,
        in_house_cost=volume * 4 * rate,
    )


def test_every_model_has_an_example():
    assert set(EXAMPLES) == set(PRICING_MODELS)


@every_model
@few
@given(volume=months)
def test_a_fee_keeps_the_shape_and_is_never_negative(name, volume):
    fee = model(name).monthly_fee(work(volume))
    assert fee.shape == volume.shape
    assert np.all(fee >= 0)


@every_model
@few
@given(volume=months)
def test_a_case_among_many_paths_is_priced_as_it_is_alone(name, volume):
    together = model(name).monthly_fee(work(volume))
    assert np.array_equal(together[1], model(name).monthly_fee(work(volume[1])))


@every_model
@few
@given(volume=months, more=months)
def test_more_work_never_costs_less(name, volume, more):
    """True of each form as it is here; `test_pricing_forms_tiered.py` says where it is not."""
    pricing = model(name)
    difference = pricing.monthly_fee(work(volume + more)) - pricing.monthly_fee(work(volume))
    assert np.all(difference >= -1e-6)


@every_model
@few
@given(volume=months, rate=st.floats(0.01, 1_000))
def test_another_currency_changes_the_figure_and_nothing_else(name, volume, rate):
    converted = scaled(model(name), rate).monthly_fee(work(volume, rate))
    assert np.allclose(converted, rate * model(name).monthly_fee(work(volume)), rtol=1e-12, atol=1e-9 * rate)


@every_model
def test_terms_are_frozen_and_declared_with_unit_and_meaning(name):
    for declared in PRICING_MODELS[name].declarations():
        assert declared.unit
        assert declared.meaning
    with pytest.raises(ValueError, match="frozen"):
        setattr(model(name), next(iter(EXAMPLES[name])), 1.0)


@every_model
def test_a_case_is_not_written_to(name):
    volume = np.linspace(0, 30_000, 12)
    volume.setflags(write=False)
    first = model(name).monthly_fee(work(volume))
    assert np.array_equal(first, model(name).monthly_fee(work(volume)))


@every_model
def test_usual_terms_cost_what_the_work_costs_the_provider(name):
    volume = np.linspace(8_000, 12_000, 36) * np.array([[0.8], [1.0], [1.3]])
    fee = PRICING_MODELS[name].typical(work(volume)).monthly_fee(work(volume))
    assert fee.sum() == pytest.approx(3 * volume.sum(), rel=1e-9)


@every_model
def test_without_a_known_cost_usual_terms_are_one_a_month_or_none_at_all(name):
    volume = np.linspace(8_000, 12_000, 24)
    if PRICING_MODELS[name].follows_cost:
        with pytest.raises(InputError, match="is known"):
            PRICING_MODELS[name].typical(work(volume, rate=0))
        return
    fee = PRICING_MODELS[name].typical(work(volume, rate=0)).monthly_fee(work(volume, rate=0))
    assert fee.sum() == pytest.approx(24, rel=1e-9)


def test_a_form_that_passes_on_cost_says_so():
    passing_on = {name for name, kind in PRICING_MODELS.items() if kind.follows_cost}
    assert passing_on == {"cost_plus", "target_cost", "gain_share"}
    volume = np.full(12, 10_000.0)
    dearer = Workload.of(volume, provider_cost=36_000, in_house_cost=40_000)
    usual = Workload.of(volume, provider_cost=30_000, in_house_cost=40_000)
    moved = {
        name
        for name in PRICING_MODELS
        if not np.array_equal(model(name).monthly_fee(dearer), model(name).monthly_fee(usual))
    }
    assert moved <= passing_on

"""Sensitivity: every range is priced, the base is not touched, impossible ends are named."""

import pytest
from sample_cases import NAMES, VOICE, sample

from bpo_lib.pricing import compare_pricing, leading_deal
from bpo_lib.scenarios import sensitivity


@pytest.mark.parametrize("name", NAMES)
def test_every_range_of_the_client_is_priced_widest_first(name):
    case = sample(name)
    table = sensitivity(case)
    ranged = case.register.dropna(subset=["low", "high"])
    assert set(table["name"]) == {*ranged.loc[ranged["low"] < ranged["high"], "name"], "forecast.volume"}
    assert table["swing"].dropna().is_monotonic_decreasing


def test_an_end_is_the_price_of_that_value_alone():
    case = sample(VOICE)
    row = sensitivity(case).set_index("name").loc["in_house.cost_per_fte_month"]
    moved = compare_pricing(case.with_values({"in_house.cost_per_fte_month": row["low"]}))
    assert row["saving_low"] == moved.loc[leading_deal(case), "saving_npv"]


def test_an_assumption_that_no_longer_matters_has_no_swing():
    case = sample(VOICE)
    idle = next(m for m in ("per_fte", "transaction", "outcome") if m != leading_deal(case))
    table = sensitivity(case)
    assert table.loc[table["name"].str.startswith(f"{idle}."), "swing"].max() == 0


def test_an_end_that_contradicts_other_terms_is_named_and_not_dropped():
    case = sample(VOICE)
    register = case.register.copy()
    cap = register["name"] == "outcome.cap_per_month"
    register.loc[cap, ["low", "high"]] = [1_000.0, 300_000.0]
    odd = type(case)(**{**{f: getattr(case, f) for f in case.__dataclass_fields__}, "register": register})
    row = sensitivity(odd).set_index("name").loc["outcome.cap_per_month"]
    assert "is under floor_per_month" in row["fault"]


def test_the_engagement_is_left_as_it_was():
    case = sample(VOICE)
    before = case.register.copy()
    sensitivity(case)
    assert case.register.equals(before)

"""A fixed price and the forms that rest on cost, line by line."""

import pytest

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.clause.cost_lines import (
    cost_plus_lines,
    fixed_lines,
    fixed_months,
    gain_lines,
    gain_months,
    target_lines,
    target_months,
)

MONTH = Workload.of([1_000.0], provider_cost=[200_000.0], in_house_cost=[260_000.0])
# PMP forum: target cost 210,000, fee 25,000, 80/20; at a cost of 200,000 the price is 227,000.
TARGET = {"target_cost_per_month": 210_000, "target_fee_per_month": 25_000, "client_share": 0.8}


def form(name, **terms):
    return PRICING_MODELS[name](**terms)


def due(lines):
    return {line.part: float(line.amount.sum()) for line in lines if line.amount.any()}


def spent(cost, **more):
    return Workload.of([1_000.0], provider_cost=[cost], **more)


def test_a_target_cost_matches_the_published_example():
    found = due(target_lines(form("target_cost", **TARGET, ceiling_per_month=300_000), spent(200_000.0)))
    assert found == pytest.approx({"cost": 200_000, "target_fee": 25_000, "shared": 2_000})
    assert sum(found.values()) == pytest.approx(227_000)


def test_the_ceiling_takes_off_what_lies_above_it():
    # 240,000 + 25,000 - 0.2 x 30,000 = 259,000.
    found = due(target_lines(form("target_cost", **TARGET, ceiling_per_month=250_000), spent(240_000.0)))
    assert found == pytest.approx(
        {"cost": 240_000, "target_fee": 25_000, "shared": -6_000, "ceiling": -9_000}
    )


def test_months_are_shown_on_either_side_of_the_target_and_above_the_ceiling():
    model = form("target_cost", **TARGET, ceiling_per_month=250_000)
    shown = {name: float(work.provider_cost[0]) for name, work in target_months(model, MONTH).items()}
    assert list(shown) == ["on_target", "under_target", "over_target", "ceiling"]
    assert shown["under_target"] < 210_000 < shown["over_target"] < model.point_of_total_assumption
    assert shown["ceiling"] > model.point_of_total_assumption


def test_a_markup_is_published_as_20_percent_on_cost():
    # wewfm: 194,887.34 and 20% on it are 233,864.81.
    found = due(cost_plus_lines(form("cost_plus", markup_share=0.2), spent(194_887.34)))
    assert found["markup"] == pytest.approx(38_977.47, abs=0.005)
    assert sum(found.values()) == pytest.approx(233_864.81, abs=0.005)


def test_committed_productivity_is_taken_off_from_the_second_year():
    model = form("fixed_price", price_per_month=100_000, glide_path_per_year=0.03)
    months = fixed_months(model, MONTH)["two_years"]
    assert due(fixed_lines(model, months)) == pytest.approx({"base": 2_400_000, "productivity": -36_000})
    assert "two_years" not in fixed_months(form("fixed_price", price_per_month=1), MONTH)


def test_a_gain_is_shared_within_its_limits():
    model = form("gain_share", provider_share=0.4, cap_per_month=50_000, floor_per_month=-10_000)
    fees = {name: due(gain_lines(model, work)) for name, work in gain_months(model, MONTH).items()}
    assert fees["cap"] == pytest.approx({"cost": 200_000, "gain": 20_000})
    assert fees["loss"] == pytest.approx({"cost": 200_000, "gain": -4_000})
    open_ended = form("gain_share", provider_share=0.4, cap_per_month=1e12)
    assert due(gain_lines(open_ended, MONTH)) == pytest.approx({"cost": 200_000, "gain": 24_000})
    assert "cap" not in gain_months(open_ended, MONTH)

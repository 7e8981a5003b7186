"""Service credits: a published table of points, pools by hand, against every combination of misses."""

import json
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from stand_ins import engagement

from bpo_lib.pricing.deal import ServiceMeasure, ServiceTerms
from bpo_lib.pricing.deal.service_credits import (
    credit_course,
    credit_of_allocation,
    credit_of_points,
    expected_credit,
    miss_chance,
    service_targets,
)

EXPECTED = np.zeros((1, 1))
AT_RISK = ServiceTerms(at_risk_share=0.10)
TELUS = AT_RISK.with_values(by_points=1)


def measures(*rows):
    return pd.DataFrame(
        [
            ServiceMeasure(
                **{"measure": str(n), "target": 0.8, "expected": 0.8, "spread": 0.05} | row
            ).model_dump()
            for n, row in enumerate(rows)
        ]
    )


def test_points_give_the_published_credits(shared):
    printed = json.loads(shared("reference/reference_cases.json").read_text())["R3"]["out"]  # TELUS
    points = np.array([float(step) for step in printed])
    assert credit_of_points(points, TELUS) == pytest.approx(list(printed.values()), abs=1e-12)
    assert credit_of_points(np.array([0, 9.9, 14, 45, 300]), TELUS) == pytest.approx([0, 0, 0.02, 0.1, 0.1])


def test_a_pool_allocated_twice_over_still_ends_at_what_is_at_risk():
    assert credit_of_allocation(np.array([0.4, 1.0, 2.0]), AT_RISK) == pytest.approx([0.04, 0.1, 0.1])


def test_an_average_month_on_its_target_misses_every_second_time():
    found = miss_chance(measures({}, {"better": "lower"}, {"expected": 0.85}), EXPECTED)
    assert found[0] == pytest.approx([0.5, 0.5, 0.158655254], abs=1e-9)  # one standard deviation off


def test_a_measure_without_spread_is_met_or_missed():
    found = miss_chance(measures({"spread": 0, "expected": 0.79}, {"spread": 0}), EXPECTED)
    assert found.tolist() == [[1, 0]]


def test_better_quality_improves_a_measure_on_either_side():
    rows = measures({}, {"better": "lower", "quality_effect": 2}, {"quality_effect": 0})
    found = miss_chance(rows, np.array([[0.0], [0.05]]))
    assert found[1] == pytest.approx([0.158655254, 0.022750132, 0.5], abs=1e-9)


def test_one_measure_by_hand():
    # Missed every second month at 40% of a pool of 10%: 2% of the fee.
    assert expected_credit(measures({"allocation": 0.4}), AT_RISK, EXPECTED)[0, 0] == pytest.approx(0.02)


def test_a_repeated_miss_weighs_more_by_hand():
    # Half of the misses follow a miss and weigh double: 0.04 * 0.5 * (0.5 + 0.5 * 2).
    terms = AT_RISK.with_values(repeat_multiplier=2)
    assert expected_credit(measures({"allocation": 0.4}), terms, EXPECTED)[0, 0] == pytest.approx(0.03)


def test_a_credit_is_earned_back_when_all_months_after_meet_the_target():
    # Two good months cancel a credit: a chance of 1/4 to earn it back.
    terms = AT_RISK.with_values(earn_back_months=2)
    assert expected_credit(measures({"allocation": 0.4}), terms, EXPECTED)[0, 0] == pytest.approx(0.015)


def test_the_expected_credit_is_that_of_every_combination_of_misses():
    rows = measures(
        {"allocation": 0.7, "expected": 0.83, "multiplier": 1.5},
        {"allocation": 0.4, "expected": 0.79},
        {"allocation": 0.37, "expected": 0.84, "better": "lower"},
        {"allocation": 0.25, "spread": 0.01, "expected": 0.81},
    )
    quality = np.array([[0.0], [-0.03], [0.02]])
    weights, missed = rows["allocation"] * rows["multiplier"], miss_chance(rows, quality)
    by_hand = np.zeros(3)
    for combination in product((False, True), repeat=4):
        hit = np.array(combination)
        chance = np.where(hit, missed, 1 - missed).prod(axis=1)
        by_hand += chance * 0.1 * min(1.0, float(weights[hit].sum()))
    assert expected_credit(rows, AT_RISK, quality)[:, 0] == pytest.approx(by_hand, rel=1e-12)


def test_by_points_a_month_pays_the_step_it_reaches():
    # 10 points every second month and 20 every second: 0, 2%, 6% or 10% with a chance of 1/4 each.
    rows = measures({"points": 10}, {"points": 20})
    assert expected_credit(rows, TELUS, EXPECTED)[0, 0] == pytest.approx((0 + 0.02 + 0.06 + 0.10) / 4)


def test_nothing_at_risk_and_nothing_measured_give_nothing_back():
    assert expected_credit(measures({"allocation": 1}), ServiceTerms(), EXPECTED).tolist() == [[0]]
    assert expected_credit(pd.DataFrame(), AT_RISK, EXPECTED).tolist() == [[0]]


def test_months_of_grace_give_nothing_back():
    terms = AT_RISK.with_values(grace_months=1.5)
    course = credit_course(4, measures({"allocation": 0.4}), terms, EXPECTED)
    assert course[0] == pytest.approx([0, 0.01, 0.02, 0.02])


def test_the_measures_stay_as_they_were():
    rows = measures({"allocation": 0.4, "multiplier": 2})
    before = rows.copy()
    expected_credit(rows, AT_RISK, EXPECTED)
    pd.testing.assert_frame_equal(rows, before)


def test_a_case_tells_what_missing_one_target_alone_brings():
    rows = measures({"allocation": 0.4}, {"allocation": 1.5, "expected": 0.85})
    case = engagement()
    given = replace(case, terms={**case.terms, ServiceTerms: AT_RISK}, service_measures=rows)
    found = service_targets(given)
    assert found["credit_alone"].tolist() == pytest.approx([0.04, 0.10])
    assert found["miss_chance"].tolist() == pytest.approx([0.5, 0.158655254])
    assert service_targets(case).empty

"""PerFtePricing: the published cost-to-rate chain, and what the client carries."""

import json

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import PerFtePricing, Workload


def test_the_rate_of_the_published_workbook_brings_its_revenue(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R1"]
    rate = case["inp"]["cost"] * (1 + case["inp"]["markup"]) / case["inp"]["fte"]
    assert round(rate, 2) == case["out"]["per_fte"]
    fee = PerFtePricing(rate_per_month=rate).monthly_fee(Workload.of([1], fte=[case["inp"]["fte"]]))
    assert round(float(fee[0]), 2) == case["out"]["revenue"]


def test_a_mark_up_of_20_percent_is_a_margin_of_one_sixth():
    # wewfm: 194,887.34 of cost, marked up by 20%, spread over 150 FTE is 1,559.10 for each.
    cost = 194_887.34
    rate = cost * 1.2 / 150
    assert rate == pytest.approx(1_559.10, abs=0.005)
    revenue = float(PerFtePricing(rate_per_month=rate).monthly_fee(Workload.of([1], fte=[150]))[0])
    assert (revenue - cost) / revenue == pytest.approx(1 / 6)


def test_fractions_of_an_fte_are_billed_as_they_are():
    assert PerFtePricing(rate_per_month=1_000).monthly_fee(Workload.of([1], fte=[2.5])).tolist() == [2_500]


def test_a_rate_below_zero_is_refused_in_words():
    with pytest.raises(InputError, match="rate_per_month is -1, below the smallest allowed value 0"):
        PerFtePricing(rate_per_month=-1)

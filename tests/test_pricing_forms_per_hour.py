"""Prices by time: published chains from one cost, and what each kind of hour leaves with the client."""

import json

import pytest

from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import PerHandledMinutePricing, PerPaidHourPricing, PerProductiveHourPricing

# "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019.
COST, MARK_UP, FTE, SEATS, HOURS = 194_887.34, 0.2, 150, 125, 176
SHRINKAGE, BILLED_OCCUPANCY = (0.103, 0.14), 0.7686
REVENUE = COST * (1 + MARK_UP)
PRODUCTIVE = HOURS * (1 - SHRINKAGE[0]) * (1 - SHRINKAGE[1])
WORK = Workload.of(
    [1],
    handling_hours=FTE * PRODUCTIVE * BILLED_OCCUPANCY,
    fte=FTE,
    paid_hours=FTE * HOURS,
    productive_hours=FTE * PRODUCTIVE,
    provider_cost=COST,
)


def rate_of(kind, field):
    return getattr(kind.typical(WORK), field) * (1 + MARK_UP)


def test_the_hours_of_the_published_workbook():
    # Two shrinkages multiply. The source prints 135.76 and 20,364 hours; its own figures make 135.77.
    assert round(PRODUCTIVE, 2) == 135.77
    assert pytest.approx(20_365.49, abs=0.005) == FTE * PRODUCTIVE


def test_one_cost_is_the_published_rate_under_each_kind_of_hour():
    assert round(rate_of(PerPaidHourPricing, "rate_per_hour"), 2) == 8.86  # 233,864.81 / 26,400
    assert round(rate_of(PerProductiveHourPricing, "rate_per_hour"), 2) == 11.48
    assert round(rate_of(PerHandledMinutePricing, "rate_per_minute") * 60, 2) == 14.94
    assert round(rate_of(PerHandledMinutePricing, "rate_per_minute"), 3) == 0.249


def test_the_reference_cases_agree_with_what_is_written_here(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R1"]
    assert case["inp"] == {
        "cost": COST,
        "markup": MARK_UP,
        "fte": FTE,
        "seats": SEATS,
        "hours": HOURS,
        "shrink_in": SHRINKAGE[0],
        "shrink_ext": SHRINKAGE[1],
        "billed_occ": BILLED_OCCUPANCY,
    }
    assert case["out"]["per_prod_hour"] == round(rate_of(PerProductiveHourPricing, "rate_per_hour"), 2)
    minute = rate_of(PerHandledMinutePricing, "rate_per_minute")
    assert case["out"]["per_occupied_hour_calc"] == round(minute * 60, 2)


def test_a_paid_hour_of_which_less_is_productive_costs_more_for_each_productive_one(shared):
    # custcareroi, 2010: 19.30 a paid hour, 25.75 of 40 productive: 29.98.
    case = json.loads(shared("reference/reference_cases.json").read_text())["R10"]
    work = Workload.of([1], paid_hours=40, productive_hours=25.75, provider_cost=40 * 19.30)
    rate = PerProductiveHourPricing.typical(work).rate_per_hour
    assert (round(25.75 / 40, 5), round(rate, 2)) == (0.64375, 29.98) == tuple(case["out"].values())


def test_minutes_of_the_published_example_cost_its_daily_range():
    # Magellan: 40 calls of 2 minutes at 0.35 to 0.45 USD a minute are 28 to 36 a day.
    day = Workload.of([40], handling_hours=[40 * 2 / 60])
    fees = [PerHandledMinutePricing(rate_per_minute=rate).monthly_fee(day)[0] for rate in (0.35, 0.45)]
    assert fees == pytest.approx([28, 36])


def test_idle_time_costs_under_a_productive_hour_and_nothing_under_a_handled_minute():
    idle = Workload.of([1], handling_hours=60, productive_hours=100)
    busy = Workload.of([1], handling_hours=60, productive_hours=70)
    by_hour, by_minute = (
        PerProductiveHourPricing(rate_per_hour=10),
        PerHandledMinutePricing(rate_per_minute=1),
    )
    assert by_hour.monthly_fee(idle)[0] - by_hour.monthly_fee(busy)[0] == 300
    assert by_minute.monthly_fee(idle)[0] == by_minute.monthly_fee(busy)[0] == 3_600

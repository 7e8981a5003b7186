"""A charge for people, seats, hours or minutes: one line."""

import pytest

from bpo_lib.pricing import PRICING_MODELS, PerFtePricing, TransactionPricing, Workload
from bpo_lib.pricing.clause.unit_lines import unit_lines, unit_months


def test_a_price_per_fte_matches_the_published_rate():
    # wewfm: 150 FTE at 1,559.10 are 233,865.
    (line,) = unit_lines(PerFtePricing(rate_per_month=1_559.10), Workload.of([1.0], fte=[150.0]))
    assert (line.unit, line.rate[0], line.amount[0]) == ("FTE", 1_559.10, pytest.approx(233_865))


def test_a_busier_month_costs_more():
    shown = unit_months(PerFtePricing(rate_per_month=1), Workload.of([10.0], fte=[50.0]))
    assert [float(months.fte[0]) for months in shown.values()] == pytest.approx([50, 55])


def test_a_form_that_charges_otherwise_is_refused():
    with pytest.raises(TypeError, match="TransactionPricing is no unit charge"):
        unit_lines(TransactionPricing(baseline_volume=1, unit_price=1), Workload.of([1.0]))


def test_each_form_counts_its_own():
    work = Workload.of(
        [1.0], fte=[12.0], productive_fte=[8.0], paid_hours=[1_920.0], productive_hours=[1_300.0],
        handling_hours=[1_000.0],
    )  # fmt: skip
    terms = {
        "per_fte": {"rate_per_month": 100, "bill_productive": 1},
        "per_seat": {"rate_per_month": 100, "fte_per_seat": 1.2},
        "per_paid_hour": {"rate_per_hour": 10},
        "per_productive_hour": {"rate_per_hour": 10},
        "per_handled_minute": {"rate_per_minute": 0.5},
    }
    found = [unit_lines(PRICING_MODELS[name](**given), work)[0] for name, given in terms.items()]
    assert [float(line.quantity[0]) for line in found] == pytest.approx([8, 10, 1_920, 1_300, 60_000])
    assert [line.unit for line in found] == ["FTE", "seats", "hours", "hours", "minutes"]

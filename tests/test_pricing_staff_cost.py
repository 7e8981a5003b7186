"""What service and uncertainty cost: people times the full cost of one."""

import pytest
from sample_cases import PAYABLES, VOICE, sample

from bpo_lib.pricing import InHouseTerms, hour_at_work, reserve_cost, service_cost
from bpo_lib.staffing import WorkTerms


def test_the_clients_promise_costs_its_people():
    case = sample(VOICE)
    (own,) = service_cost(case).query("own").to_dict("records")
    assert own["cost_per_month"] == pytest.approx(own["paid_fte"] * case.of(InHouseTerms).cost_per_fte_month)


def test_the_reserve_costs_its_people():
    case = sample(PAYABLES)
    for row in reserve_cost(case).to_dict("records"):
        assert row["cost_per_month"] == pytest.approx(row["reserve_fte"] * 4_350)


def test_work_that_can_wait_has_no_price_of_answering():
    assert service_cost(sample(PAYABLES)).empty


def test_an_hour_at_work_carries_the_hours_away_from_it():
    case = sample(PAYABLES)
    work = case.of(WorkTerms)
    at_work = work.paid_hours_per_month * (1 - work.planned_shrinkage) * (1 - work.unplanned_shrinkage)
    assert hour_at_work(case) == pytest.approx(4_350 / at_work)

"""What if: curves that only rise, ranges by hand, and a reserve that grows with the error."""

from dataclasses import replace

import numpy as np
import pytest
from sample_cases import PAYABLES, VOICE, sample

from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing import (
    WorkTerms,
    forecast_error,
    fte_range,
    fte_sensitivity,
    own_team,
    required_fte,
    service_curve,
    staffing_plan,
)


def test_a_better_service_level_takes_more_people_and_a_longer_answer_time_fewer():
    table = service_curve(sample(VOICE)).pivot(
        index="service_level", columns="answer_seconds", values="paid_fte"
    )
    assert list(table.columns) == [10, 20, 60]
    assert (np.diff(table, axis=0) > 0).all()
    assert (np.diff(table, axis=1) < 0).all()


def test_each_point_of_service_costs_more_than_the_one_before():
    curve = service_curve(sample(VOICE)).query("answer_seconds == 20 and service_level >= 0.7")
    slope = np.diff(curve["paid_fte"]) / np.diff(curve["service_level"])
    assert (np.diff(slope) > 0).all()


def test_the_clients_own_promise_takes_the_people_of_the_plan():
    case = sample(VOICE)
    (own,) = service_curve(case).query("own").to_dict("records")
    assert (own["service_level"], own["answer_seconds"]) == (0.8, 20)
    assert own["paid_fte"] == pytest.approx(staffing_plan(case).first_year[0])


def test_work_that_can_wait_has_no_service_curve():
    assert service_curve(sample(PAYABLES)).empty


def test_people_follow_handling_time_in_proportion_where_work_can_wait():
    # 6.8 or 8.5 minutes in place of 7.5: staff in the same ratio.
    case = sample(PAYABLES)
    row = fte_sensitivity(case).set_index("name").loc["work.handling_minutes"]
    paid = staffing_plan(case).first_year[0]
    assert row["ranged"]
    assert (row["fte_low"], row["fte_high"]) == pytest.approx((paid * 6.8 / 7.5, paid * 8.5 / 7.5))


def test_an_assumption_without_a_range_moves_by_a_tenth():
    case = sample(VOICE)
    row = fte_sensitivity(case).set_index("name").loc["work.service_level"]
    assert not row["ranged"]
    assert (row["low"], row["high"]) == pytest.approx((0.72, 0.88))
    better = case.with_values({"work.service_level": 0.88})
    assert row["fte_high"] == pytest.approx(own_team(better, volume_outlook(case).mean).paid[:12].mean())


def test_a_tenth_never_leaves_the_declared_limits():
    best = sample(VOICE).with_values({"work.service_level": 0.95})
    row = fte_sensitivity(best).set_index("name").loc["work.service_level"]
    assert row["high"] == 0.99


def test_a_back_office_is_not_asked_about_answering():
    names = set(fte_sensitivity(sample(PAYABLES))["name"])
    assert "work.max_occupancy" in names
    assert not names & {"work.service_level", "work.answer_seconds"}


@pytest.mark.parametrize("name", [VOICE, PAYABLES])
def test_the_widest_swing_comes_first(name):
    swings = fte_sensitivity(sample(name))["swing"]
    assert swings.is_monotonic_decreasing
    assert (swings > 0).all()


def test_the_reserve_by_hand_where_work_can_wait():
    # Staff follow volume in proportion: the reserve is the share by which the 90% volume is higher.
    case = sample(PAYABLES)
    outlook = volume_outlook(case)
    first = forecast_error(case).iloc[0]
    share = outlook.high.iloc[:12].sum() / outlook.mean.iloc[:12].sum() - 1
    assert first["reserve_fte"] == pytest.approx(first["fte_expected"] * share)
    assert first["fte_expected"] == pytest.approx(staffing_plan(case).first_year[0])


def test_the_reserve_grows_with_the_error():
    case = sample(PAYABLES)
    used, naive = forecast_error(case).to_dict("records")
    # Work in proportion to volume: the reserve too is in proportion to the error.
    assert naive["reserve_fte"] / used["reserve_fte"] == pytest.approx(naive["wape"] / used["wape"])


def test_the_range_of_staff_is_that_of_the_courses():
    case = sample(VOICE)
    low, middle, high = fte_range(case)
    courses = required_fte(case, volume_outlook(case).paths[:, :12]).mean(axis=1)
    assert low < middle < high
    assert high / middle == pytest.approx(np.quantile(courses, 0.9) / np.quantile(courses, 0.5), rel=0.01)


def test_without_work_nothing_moves():
    idle = sample(PAYABLES)
    history = replace(idle.history, counts=idle.history.counts * 0)
    nobody = replace(idle, history=history)
    assert nobody.of(WorkTerms).handling_minutes > 0
    assert fte_sensitivity(nobody).empty
    assert forecast_error(nobody)["reserve_fte"].fillna(0).tolist() in ([0], [0, 0])

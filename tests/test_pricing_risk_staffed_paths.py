"""People for thousands of courses: near the exact staircase, and the expected course exactly."""

import numpy as np
import pytest
import stand_ins

from bpo_lib.pricing.risk.staffed_paths import KNOTS, StaffingCurve, TeamByAttrition
from bpo_lib.staffing import PeopleTerms, required_fte, settled_team
from bpo_lib.staffing.week import WeekDemand

PEOPLE = PeopleTerms()
REQUIRED = np.linspace(40, 60, 24)


@pytest.fixture
def calls(monkeypatch):
    """Return a case whose calls come by half hour, without a history to forecast."""
    demand = WeekDemand.of(stand_ins.week_profile())
    monkeypatch.setattr("bpo_lib.staffing.workload.week_demand", lambda _: demand)
    return stand_ins.engagement()


def by_attrition(*attrition):
    def build(knots):
        return settled_team(np.broadcast_to(REQUIRED, (len(knots), 24)), PEOPLE, 0.8, knots)

    return TeamByAttrition.of(np.array(attrition), PEOPLE.attrition_per_year, build)


def test_the_curve_is_exact_at_its_knots(calls):
    curve = StaffingCurve.of(calls, np.array([40_000.0, 80_000.0]))
    knots = curve.lowest + curve.step * np.arange(0, KNOTS - 1, 37)
    assert curve.at(knots) == pytest.approx(required_fte(calls, knots), rel=1e-3)


def test_between_knots_it_is_half_a_percent_off_at_most(calls):
    loads = np.random.default_rng(1).uniform(40_000, 80_000, 500)
    error = StaffingCurve.of(calls, loads).at(loads) / required_fte(calls, loads) - 1
    assert np.abs(error).max() < 0.005
    assert abs(error.mean()) < 0.0005


def test_below_the_curve_it_is_exact(calls):
    curve = StaffingCurve.of(calls, np.array([40_000.0, 80_000.0]))
    few = np.array([[100.0, 60_000.0], [5_000.0, 0.0]])
    assert curve.at(few)[:, 0] == pytest.approx(required_fte(calls, few)[:, 0])
    assert curve.at(few)[1, 1] == 0


def test_above_the_curve_it_goes_on_nearly_as_the_exact_one(calls):
    curve = StaffingCurve.of(calls, np.array([40_000.0, 80_000.0]))
    many = np.array([130_000.0, 160_000.0])
    assert curve.at(many) == pytest.approx(required_fte(calls, many), rel=0.01)


def test_the_expected_attrition_gives_the_expected_team_exactly():
    found = by_attrition(0.1, 0.2, 0.5).scaled(np.array([[0.3]]), np.ones((1, 1)))
    alone = settled_team(REQUIRED, PEOPLE, 0.8)
    assert found.paid[0] == pytest.approx(alone.paid, rel=1e-12)
    assert found.hires[0] == pytest.approx(alone.hires, rel=1e-12)
    assert by_attrition().scaled(None, np.ones((1, 1))).paid[0] == pytest.approx(alone.paid, rel=1e-12)


def test_between_attritions_the_team_is_near_the_exact_one():
    table = by_attrition(0, 0.15, 0.45, 0.7, 1.2)
    found = table.scaled(np.array([[0.22], [0.6]]), np.ones((1, 1)))
    for row, attrition in zip(found.paid, (0.22, 0.6), strict=True):
        exact = settled_team(REQUIRED, PEOPLE, 0.8, attrition).paid
        assert row == pytest.approx(exact, rel=0.01)


def test_twice_the_work_takes_twice_the_people():
    one, two = (by_attrition(0.1, 0.5).scaled(np.array([[0.4]]), np.full((1, 24), by)) for by in (1.0, 2.0))
    assert two.paid == pytest.approx(2 * one.paid)
    assert two.training == pytest.approx(2 * one.training)


def test_every_part_of_a_team_is_there_when_asked_for():
    found = by_attrition().scaled(None, np.full((1, 24), 2.0))
    alone = settled_team(REQUIRED, PEOPLE, 0.8)
    for part in alone.__dataclass_fields__:
        assert getattr(found, part)[0] == pytest.approx(2 * getattr(alone, part))
    assert found.paid is found.paid
    with pytest.raises(AttributeError, match="salary"):
        _ = found.salary

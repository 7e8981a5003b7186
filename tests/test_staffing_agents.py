"""Agents for a load: published team sizes, brute force, and the inverse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import carried_load, required_agents, service_level


def by_brute_force(load, seconds, target, answer, cap=1.0):
    return next(
        n
        for n in range(2_000)
        if load == 0
        or (n > load and load / n <= cap * (1 + 1e-12) and service_level(load, n, seconds, answer) >= target)
    )


def test_uplift_of_jones():
    # 250 calls an hour of 330 s: 22.9 erlangs, 28 agents at 80/30; 1,833 hours of work cost 2,240 at work.
    load = 250 * 330 / 3600
    agents = required_agents(load, 330, 0.80, 30)
    assert load == pytest.approx(22.9, abs=0.05)
    assert agents == 28
    assert 20_000 * 330 / 3600 * agents / load == pytest.approx(2_240, abs=0.5)


def test_the_first_agent_above_the_load_is_not_skipped():
    # A search that starts at round(load + 1) answers 12; floor(load) + 1 = 11 is enough.
    assert required_agents(106 * 3 / 30, 180, 0.15, 20) == 11
    assert required_agents(np.array([106 * 3 / 30]), 180, 0.80, 1_800)[0] == 11


def test_occupancy_cap_by_hand():
    # 17 erlangs at 85% need exactly 20; a whisker more needs 21.
    assert required_agents(17, 300, 0.10, 600, max_occupancy=0.85) == 20
    assert required_agents(17.001, 300, 0.10, 600, max_occupancy=0.85) == 21


@given(
    st.floats(0, 250),
    st.floats(30, 900),
    st.floats(0.1, 0.99),
    st.floats(0, 120),
    st.floats(0.5, 1),
)
def test_the_minimum_is_the_minimum(load, seconds, target, answer, cap):
    truth = by_brute_force(load, seconds, target, answer, cap)
    assert required_agents(load, seconds, target, answer, cap) == truth
    assert required_agents(np.array([load]), seconds, target, answer, cap).tolist() == [truth]


def test_large_teams_are_minimal_too():
    loads = np.array([1_234.5, 9_999.9, 100_000.0])
    agents = required_agents(loads, 240, 0.80, 20)
    assert (service_level(loads, agents, 240, 20) >= 0.80).all()
    assert (service_level(loads, agents - 1, 240, 20) < 0.80).all()


def test_more_work_never_needs_fewer_agents():
    agents = required_agents(np.linspace(0, 400, 4_001), 240, 0.80, 20, 0.9)
    assert agents[0] == 0
    assert (np.diff(agents) >= 0).all()


def test_carried_load_is_where_one_more_agent_is_needed():
    targets = (240, 0.80, 20, 0.88)
    load = carried_load(np.arange(1, 200), *targets)
    assert required_agents(load * (1 - 1e-9), *targets).tolist() == list(range(1, 200))
    assert required_agents(load * (1 + 1e-9), *targets).tolist() == list(range(2, 201))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((10, 180, 1.0, 20), "service level is 1.0; it must be above 0 and below 1"),
        ((10, 180, 80, 20), "service level is 80"),
        ((10, 180, 0.8, 20, 0), "largest occupancy is 0"),
        ((-1, 180, 0.8, 20), "load is -1"),
        ((10, -180, 0.8, 20), "handling time is -180"),
    ],
)
def test_a_target_that_cannot_be_kept_is_named(arguments, words):
    with pytest.raises(InputError, match=words):
        required_agents(*arguments)


def test_a_tiny_occupancy_cap_is_answered_at_once():
    assert required_agents(10.0, 180, 0.8, 20, max_occupancy=1e-9) == pytest.approx(1e10, rel=1e-9)

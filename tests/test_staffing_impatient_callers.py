"""Agents for callers who hang up: a published team, brute force, and the inverse."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import carried_load, erlang_a, required_agents


def test_the_published_team():
    # pyworkforce's example: 100 calls in 30 minutes of 3, patience 5: 13 agents give 85.8%, 14 give 91.7%.
    load = 100 * 3 / 30
    assert required_agents(load, 180, 0.858, 20, patience_seconds=300) == 13
    assert required_agents(load, 180, 0.859, 20, patience_seconds=300) == 14


def test_a_long_answer_time_is_not_overstaffed():
    # Where a library's service level underflows, its search would go on far past the minimum.
    agents = required_agents(40.0, 180, 0.95, 2_400, patience_seconds=7_200)
    levels = erlang_a(40.0, [agents - 1, agents], 180, 7_200).service_level(2_400)
    assert agents == 39
    assert levels[0] < 0.95 <= levels[1]


def by_brute_force(load, target, answer, *, cap, patience, lost):
    for agents in range(1, 400):
        team = erlang_a(load, agents, 240, patience)
        if (
            team.service_level(answer) >= target
            and team.occupancy <= cap * (1 + 1e-12)
            and team.abandonment <= lost
        ):
            return agents
    raise AssertionError


@settings(max_examples=40)
@given(
    load=st.floats(0.05, 60),
    target=st.floats(0.1, 0.99),
    answer=st.floats(0, 120),
    cap=st.floats(0.5, 1),
    patience=st.floats(1, 5_000),
    lost=st.floats(0.01, 1),
)
def test_the_minimum_is_the_minimum(*, load, target, answer, cap, patience, lost):
    truth = by_brute_force(load, target, answer, cap=cap, patience=patience, lost=lost)
    more = {"patience_seconds": patience, "max_abandonment": lost}
    assert required_agents(load, 240, target, answer, cap, **more) == truth


@pytest.mark.parametrize("definition", ["offered", "patient", "without_short", "kept", "answered"])
def test_a_day_of_intervals_is_minimal_by_every_definition(definition):
    loads = np.linspace(0, 600, 97)
    agents = required_agents(loads, 240, 0.80, 20, patience_seconds=90, definition=definition)
    assert agents[0] == 0
    felt = erlang_a(loads, agents, 240, 90).service_level(20, definition)
    fewer = erlang_a(loads[1:], agents[1:] - 1, 240, 90).service_level(20, definition)
    assert (felt >= 0.80).all()
    assert (fewer < 0.80).all()
    assert (np.diff(agents) >= 0).all()


def test_patience_without_end_is_erlang_c():
    loads = np.linspace(0.5, 200, 50)
    patient = required_agents(loads, 240, 0.80, 20, 0.9)
    assert required_agents(loads, 240, 0.80, 20, 0.9, patience_seconds=1e12).tolist() == patient.tolist()


def test_a_smaller_share_of_lost_callers_needs_more_agents():
    agents = [
        required_agents(50.0, 240, 0.5, 60, patience_seconds=120, max_abandonment=lost)
        for lost in (0.2, 0.05, 0.01)
    ]
    assert agents == sorted(set(agents))


@pytest.mark.parametrize("lost", [1.0, 0.03])
def test_carried_load_is_where_one_more_agent_is_needed(lost):
    targets = (240, 0.80, 20, 0.88)
    more = {"patience_seconds": 120, "max_abandonment": lost}
    load = carried_load(np.arange(1, 60), *targets, **more)
    assert required_agents(load * (1 - 1e-9), *targets, **more).tolist() == list(range(1, 60))
    assert required_agents(load * (1 + 1e-9), *targets, **more).tolist() == list(range(2, 61))


def test_callers_who_leave_at_once_keep_a_promise_that_counts_them_as_kept():
    assert required_agents(30.0, 180, 0.8, 60, patience_seconds=5, definition="kept") == 1
    assert carried_load([3], 180, 0.8, 60, patience_seconds=5, definition="kept").tolist() == [math.inf]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"max_abandonment": 0}, "largest abandonment is 0; it must be above 0 and at most 1"),
        ({"definition": "best"}, "service level definition is 'best'"),
        ({"patience_seconds": -1}, "patience is -1 seconds"),
    ],
)
def test_a_promise_that_cannot_be_is_named(more, words):
    with pytest.raises(InputError, match=words):
        required_agents(10.0, 180, 0.8, 20, **({"patience_seconds": 60} | more))

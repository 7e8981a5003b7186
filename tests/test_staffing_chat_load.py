"""Chat agents and the load they carry: the minimum, its inverse, and voice with one chat at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import carried_load, chat_team, required_agents
from bpo_lib.staffing.chat import CONCURRENCY_FACTORS
from bpo_lib.staffing.chat_load import _last_places, carried_chat_load, required_chat_agents


def test_what_one_agent_with_two_chats_carries_by_hand():
    # Speeds 1 and 2, nobody leaves: the chance to wait at load a is a^2 / (2 + a), here below 20%
    # with answer time 0: 5 a^2 - a - 2 = 0 at a = (1 + 41^0.5) / 10.
    found = carried_chat_load([1], 600, 0.8, 0, factors=(1, 2))
    assert found == pytest.approx([(1 + 41**0.5) / 10], rel=1e-12)


@given(st.floats(0.01, 60), st.integers(0, 30), st.integers(1, 5))
def test_the_last_place_is_that_of_the_chain(load, agents, chats):
    pace = np.array(CONCURRENCY_FACTORS[:chats])
    team = chat_team(load, agents, 600, pace)
    found = _last_places(np.array([load, 1.0]), np.array([agents, 3]), pace)
    assert found[0] == pytest.approx(team.last_place, rel=1e-9, abs=1e-300)


def test_required_agents_are_the_minimum():
    loads = np.linspace(0, 40, 21)
    agents = required_chat_agents(loads, 600, 0.80, 30, 0.9, patience_seconds=300)
    assert agents[0] == 0
    for load, fewest in zip(loads[1:], agents[1:], strict=True):
        enough = [
            n
            for n in range(1, 60)
            if (team := chat_team(load, n, 600, patience_seconds=300)).service_level(30) >= 0.80
            and team.occupancy <= 0.9
        ]
        assert fewest == min(enough)


def test_with_one_chat_at_a_time_the_minimum_is_that_of_erlang_c():
    loads = [0.5, 3.0, 10.0, 47.3]
    chat = required_chat_agents(loads, 240, 0.80, 20, 0.9, factors=(1,))
    assert chat.tolist() == required_agents(loads, 240, 0.80, 20, 0.9).tolist()


@pytest.mark.parametrize("patience", [60, 900, np.inf])
@pytest.mark.parametrize("chats", [2, 3, 5])
@pytest.mark.parametrize("cap", [0.7, 1.0])
def test_what_agents_carry_is_the_inverse_of_what_a_load_needs(patience, chats, cap):
    aims = {"factors": CONCURRENCY_FACTORS[:chats], "patience_seconds": patience}
    agents = np.array([1, 2, 5, 17, 40])
    carried = carried_chat_load(agents, 600, 0.8, 30, cap, **aims)
    assert required_chat_agents(carried * (1 - 1e-9), 600, 0.8, 30, cap, **aims).tolist() == agents.tolist()
    over = required_chat_agents(carried * (1 + 1e-9), 600, 0.8, 30, cap, **aims)
    assert over.tolist() == (agents + 1).tolist()


@pytest.mark.parametrize("patience", [60, np.inf])
def test_with_one_chat_at_a_time_agents_carry_what_they_carry_on_the_phone(patience):
    agents = np.arange(1, 60)
    chats = carried_chat_load(agents, 240, 0.8, 20, 0.9, factors=(1,), patience_seconds=patience)
    calls = carried_load(agents, 240, 0.8, 20, 0.9, patience_seconds=patience)
    assert chats == pytest.approx(calls, rel=1e-10)


def test_more_chats_at_once_never_need_more_agents():
    loads = np.linspace(0.5, 60, 40)
    needs = [
        required_chat_agents(loads, 600, 0.8, 30, 0.85, factors=CONCURRENCY_FACTORS[:m]) for m in range(1, 6)
    ]
    assert (np.diff(needs, axis=0) <= 0).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: required_chat_agents(5.0, 600, 80, 30), "service level is 80"),
        (lambda: carried_chat_load([5], 600, 0.8, 30, 2.0), "largest occupancy is 2.0"),
        (lambda: carried_chat_load([5], 600, 0.8, 30, patience_seconds=-1), "patience is -1 seconds"),
    ],
)
def test_a_value_that_cannot_be_is_named(call, words):
    with pytest.raises(InputError, match=words):
        call()

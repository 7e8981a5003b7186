"""Chat with concurrency: a published sum, one agent by hand, the routing played out, and its limits."""

import heapq
import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import erlang_a
from bpo_lib.staffing.chat import CONCURRENCY_FACTORS, chat_agents_by_factor, chat_team

THREE = CONCURRENCY_FACTORS[:3]


def test_the_published_rule_of_factors():
    # ccplanning: 60 chats in 30 minutes of 20 minutes, concurrency 2.5, productivity 75%: 21.3 agents.
    assert chat_agents_by_factor(60, 1_200, 1_800, 2.5, 0.75) == pytest.approx(21.3, abs=0.05)


def test_one_agent_with_two_chats_by_hand():
    # Load 1, speeds 1 and 2, nobody leaves: 0, 1, 2, 3, ... chats weigh 1, 1, 1/2, 1/4, ...: 3 in all.
    team = chat_team(1.0, 1, 600, (1, 2))
    assert team.wait_probability == pytest.approx(1 / 3, rel=1e-14)
    assert team.mean_wait == pytest.approx(600 * (1 / 3) / (2 - 1), rel=1e-14)
    assert team.busy_share == pytest.approx(2 / 3, rel=1e-14)
    # One chat a third of the time, two another third.
    assert team.concurrency == pytest.approx(1.5, rel=1e-14)
    assert team.mean_chat_seconds == pytest.approx(600, rel=1e-14)
    assert team.occupancy == pytest.approx(1 / 2, rel=1e-14)


@given(st.floats(0.01, 150), st.integers(0, 160), st.floats(1, 5_000), st.floats(0, 300))
def test_one_chat_at_a_time_is_erlang_a(load, agents, patience, answer):
    team, same = chat_team(load, agents, 240, (1,), patience), erlang_a(load, agents, 240, patience)
    little = {"rel": 1e-10, "abs": 1e-300}
    assert team.wait_probability == pytest.approx(same.wait_probability, **little)
    assert team.service_level(answer) == pytest.approx(same.service_level(answer), **little)
    assert team.mean_wait == pytest.approx(same.mean_wait, **little)
    assert team.busy_share == pytest.approx(same.occupancy, **little)
    assert team.occupancy == pytest.approx(same.occupancy, **little)
    assert agents == 0 or team.concurrency == pytest.approx(1)


def routed(agents, factors, load, queue=300):
    """Solve the chain that knows how many agents hold 0, 1, 2, ... chats: the newest to the idlest.

    Returns the chance to wait; nobody leaves.
    """
    most = len(factors)
    speeds = (0, *factors)
    splits = [
        split for split in itertools.product(range(agents + 1), repeat=most + 1) if sum(split) == agents
    ]
    number = {split: position for position, split in enumerate(splits)}
    size = len(splits) + queue
    moves = np.zeros((size, size))
    for split, here in number.items():
        idlest = next(held for held in range(most + 1) if split[held])
        for held in range(most):
            gains = list(split)
            gains[held], gains[held + 1] = gains[held] - 1, gains[held + 1] + 1
            if held == idlest:
                moves[here, number[tuple(gains)]] += load
            gains = list(split)
            gains[held + 1], gains[held] = gains[held + 1] - 1, gains[held] + 1
            if split[held + 1]:
                moves[here, number[tuple(gains)]] += split[held + 1] * speeds[held + 1]
    full = number[(0,) * most + (agents,)]
    line = [full, *range(len(splits), size)]
    for shorter, longer in itertools.pairwise(line):
        moves[shorter, longer] = load
        moves[longer, shorter] = agents * speeds[-1]
    moves -= np.diag(moves.sum(axis=1))
    moves[:, 0] = 1  # in place of one balance, which follows from the others: shares sum to 1
    share = np.linalg.solve(moves.T, np.eye(size)[0])
    return share[line].sum()


@pytest.mark.parametrize(("agents", "chats"), [(1, 3), (2, 2), (4, 2), (5, 3), (3, 4)])
@pytest.mark.parametrize("occupancy", [0.7, 0.9])
def test_routing_to_the_idlest_is_nearly_as_good_as_hands_that_are_always_level(agents, chats, occupancy):
    factors = CONCURRENCY_FACTORS[:chats]
    load = agents * factors[-1] * occupancy
    ours = chat_team(load, agents, 600, factors).wait_probability
    assert ours == pytest.approx(routed(agents, factors, load), abs=1e-9 if agents == 1 else 0.01)


def played(agents, factors, load, leaving, answer):
    """Play arrivals, chats and patience one by one, moving chats so that hands stay level.

    Returns the share answered in time and its standard error. Time is in handling times.
    """
    rng, calls = np.random.default_rng(7), 30_000
    most = agents * len(factors)
    speeds = np.append(0.0, factors)
    clock, inside, good = 0.0, 0, []
    line = []
    for _ in range(calls):
        gap = rng.exponential(1 / load)
        end = clock + gap
        while inside:
            each, more = divmod(inside, agents)
            speed = (agents - more) * speeds[each] + (more * speeds[each + 1] if more else 0.0)
            ready = clock + rng.exponential(1 / speed)
            if ready > end:
                break
            clock, inside = ready, inside - 1
            while line:
                came, patience, place = heapq.heappop(line)
                if came + patience > clock:
                    inside, good[place] = inside + 1, clock - came <= answer
                    break
        clock = end
        good.append(inside < most)
        if inside < most:
            inside += 1
        else:
            heapq.heappush(line, (clock, rng.exponential(1 / leaving), len(good) - 1))
    groups = np.array(good[: calls // 50 * 50], dtype=float).reshape(50, -1).mean(axis=1)
    return groups.mean(), groups.std(ddof=1) / math.sqrt(50)


@pytest.mark.parametrize(
    ("agents", "chats", "occupancy", "leaving"), [(4, 3, 0.9, 0.5), (8, 2, 1.05, 2.0), (2, 5, 0.8, 0.1)]
)
def test_played_out_one_by_one(agents, chats, occupancy, leaving):
    factors = CONCURRENCY_FACTORS[:chats]
    load = agents * factors[-1] * occupancy
    team = chat_team(load, agents, 600, factors, 600 / leaving)
    level, error = played(agents, factors, load, leaving, answer=0.1)
    assert team.service_level(60) == pytest.approx(level, abs=4 * error)


@given(st.floats(0.1, 100), st.integers(1, 60), st.integers(1, 5), st.floats(1, 3_000))
def test_one_more_agent_never_hurts_and_work_is_conserved(load, agents, chats, patience):
    factors = CONCURRENCY_FACTORS[:chats]
    now, more = (chat_team(load, n, 600, factors, patience) for n in (agents, agents + 1))
    assert more.service_level(30) >= now.service_level(30) - 1e-12
    assert more.abandonment <= now.abandonment + 1e-12
    assert now.answered_share + now.abandonment == pytest.approx(1, abs=1e-12)
    assert 1 - 1e-9 <= now.concurrency <= chats + 1e-9
    # Little's law: chats in hand are chats answered times how long they last.
    in_hand = now.busy_share * agents * now.concurrency
    assert in_hand == pytest.approx(load / 600 * now.answered_share * now.mean_chat_seconds, rel=1e-9)


def test_nobody_at_work_and_nobody_who_writes():
    assert chat_team(5.0, 0, 600, THREE, 60).abandonment == 1
    assert chat_team(5.0, 0, 600).concurrency == 1
    quiet = chat_team(0.0, 3, 600)
    assert (quiet.service_level(30), quiet.occupancy, quiet.busy_share, quiet.mean_chat_seconds) == (
        1,
        0,
        0,
        600,
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: chat_team(1.0, 2, 600, (1, 0)),
            r"concurrency factors are \[1, 0\]; give one number above 0",
        ),
        (lambda: chat_team(1.0, 2, 600, ()), r"concurrency factors are \[\]"),
        (lambda: chat_team(1.0, 2, 600, THREE, -1), "patience is -1 seconds"),
        (lambda: chat_team(1.0, 2.5, 600), "agents is 2.5; it must be a whole number"),
        (lambda: chat_agents_by_factor(60, 600, 0, 2.5), "interval is 0; it must be more than 0"),
        (lambda: chat_agents_by_factor(60, 600, 1_800, 2.5, 0), "productive share is 0"),
    ],
)
def test_a_value_that_cannot_be_is_named(call, words):
    with pytest.raises(InputError, match=words):
        call()

"""Agents for a year of half hours, and the digits of Erlang B, C and A: ours beside pyworkforce and mpmath.

Run with `python benchmarks/staffing_erlang.py`; it takes about a minute, nearly all of it the peer's. Of
the times only the ratio of one run means anything. The peer's release that our lock allows has no
Erlang A; where a later one is installed, its time is shown too.
"""

import math
import time

import numpy as np
import pyworkforce.queuing as peer
from mpmath import mp, mpf

from bpo_lib.staffing import erlang_a, erlang_b, erlang_c, required_agents

INTERVALS = 17_520  # half hours of a year
HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS = 180.0, 0.80, 20.0
LAX_SECONDS = 1_800.0  # an answer time as for e-mail, where the peer's search starts above the minimum


def peer_queue(load, answer_seconds=ANSWER_SECONDS):
    """Return the peer's Erlang C at a load; it counts minutes."""
    minutes = HANDLING_SECONDS / 60
    return peer.ErlangC(transactions=load * 30 / minutes, aht=minutes, asa=answer_seconds / 60, interval=30)


def peer_agents(load, answer_seconds=ANSWER_SECONDS):
    return peer_queue(load, answer_seconds).required_positions(SERVICE_LEVEL)["raw_positions"]


def timed(call, runs):
    """Return the best time of some runs, and the result. [seconds]"""
    best, result = math.inf, None
    for _ in range(runs):
        began = time.perf_counter()
        result = call()
        best = min(best, time.perf_counter() - began)
    return best, result


def is_known_fault(load, ours, theirs, answer_seconds):
    """Whether the peer began at round(load + 1), past a number that is enough by its own count."""
    begins = round(load + 1)
    return ours < theirs == begins and peer_queue(load, answer_seconds).service_level(ours) >= SERVICE_LEVEL


def differences(loads, ours, theirs, answer_seconds):
    """Return how many numbers differ, and how many of these are the peer's known fault."""
    rows = zip(loads.tolist(), ours.tolist(), theirs, strict=True)
    apart = [row for row in rows if row[1] != row[2]]
    return len(apart), sum(is_known_fault(*row, answer_seconds) for row in apart)


def year_of_half_hours():
    loads = np.random.default_rng(0).uniform(5, 500, INTERVALS)
    ours, agents = timed(lambda: required_agents(loads, HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS), 5)
    theirs, plain = timed(lambda: [peer_agents(load) for load in loads.tolist()], 1)
    print(f"{INTERVALS:,} intervals, loads 5 to 500 erlangs, {SERVICE_LEVEL:.0%} in {ANSWER_SECONDS:.0f} s")
    print(f"  ours         {ours * 1e3:10.1f} ms")
    print(f"  pyworkforce  {theirs * 1e3:10.1f} ms")
    print(f"  ratio        {theirs / ours:10.0f} x")
    print(
        "  differences  {:10d}, of which its known fault {}".format(*differences(loads, agents, plain, 20.0))
    )
    few = loads[::20] / 10
    agents = required_agents(few, HANDLING_SECONDS, SERVICE_LEVEL, LAX_SECONDS)
    plain = [peer_agents(load, LAX_SECONDS) for load in few.tolist()]
    found, known = differences(few, agents, plain, LAX_SECONDS)
    print(f"  answered within 30 minutes, {few.size} loads to 50: differences {found}, known fault {known}")
    ours, _ = timed(
        lambda: required_agents(
            loads, HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS, patience_seconds=120.0
        ),
        3,
    )
    print(f"  the same when callers hang up after 2 minutes (Erlang A): ours {ours:.2f} s")


def single_calls():
    print("one call, microseconds: agents for 80% in 20 s")
    for load in (10.0, 100.0, 1_000.0, 10_000.0):
        runs = max(int(10_000 / load), 3)
        ours, _ = timed(lambda: required_agents(load, HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS), runs)  # noqa: B023
        theirs, _ = timed(lambda: peer_agents(load), runs)  # noqa: B023
        print(f"  {load:8,.0f} erlangs: ours {ours * 1e6:9.1f}  pyworkforce {theirs * 1e6:10.1f}")


def inverse_blocking(load, agents):
    """Return 1/B in sixty digits, as a sum of positive terms."""
    total = term = mpf(1)
    for free in range(agents, 0, -1):
        term *= mpf(free) / mpf(load)
        total += term
        if free < load and term < total * mpf(10) ** -55:
            break
    return total


def digits_of_b_and_c():
    print("largest relative error against sixty digits, loads from half to twice the agents")
    for agents in (10, 1_000, 10_000, 100_000):
        worst = [0.0, 0.0]
        for ratio in (0.5, 0.9, 0.99, 0.999, 1.001, 1.1, 2.0):
            load = agents * ratio
            inverse = inverse_blocking(load, agents)
            waiting = agents / (agents - mpf(load) + load / inverse) / inverse if load < agents else mpf(1)
            if 1 / inverse > mpf(10) ** -300:
                worst[0] = max(worst[0], float(abs(erlang_b(load, agents) * inverse - 1)))
                worst[1] = max(worst[1], float(abs(erlang_c(load, agents) / waiting - 1)))
        print(f"  {agents:8,d} agents: Erlang B {worst[0]:.1e}  Erlang C {worst[1]:.1e}")


def truth_of_a(load, agents, patience, answer):
    """Return waiting, abandonment and service level in forty digits; times in handling times.

    The first two from the sum over the states, the level from the integral of the wait's density.
    """
    load, leaving = mpf(load), 1 / mpf(patience)
    inverse = inverse_blocking(load, agents - 1)
    term, waiting, lost, line = mpf(1), mpf(0), mpf(0), 0
    while term > waiting * mpf(10) ** -38 or load > agents + line * leaving:
        term *= load / (agents + line * leaving)
        waiting, lost = waiting + term, lost + term * line * leaving / load
        line += 1
    total = inverse + waiting

    def density(wait):
        return mp.exp(load * -mp.expm1(-leaving * wait) / leaving - (agents + leaving) * wait)

    by_then = mp.quad(density, mp.linspace(0, answer, 33))
    return waiting / total, lost / total, (inverse + load * by_then) / total


def digits_of_a():
    print("Erlang A: relative error against forty digits, and time of one new service level")
    print("    agents  load/agents  patience  answer     waiting   hang up     level       time")
    for agents in (1, 14, 100, 1_000, 10_000):
        for ratio, patience, answer in ((0.9, 1.7, 0.1), (1.0, 0.3, 1.0), (1.02, 20.0, 0.05)):
            load = agents * ratio
            team = erlang_a(load, agents, 1.0, patience)
            ours = (team.wait_probability, team.abandonment, team.service_level(answer))
            truth = truth_of_a(load, agents, patience, answer)
            errors = [float(abs(mpf(value) / true - 1)) for value, true in zip(ours, truth, strict=True)]
            spent, _ = timed(lambda: erlang_a(load, agents, 1.0, patience).service_level(answer), 200)  # noqa: B023
            shown = "  ".join(f"{error:8.1e}" for error in errors)
            print(
                f"  {agents:8,d}  {ratio:11g}  {patience:8g}  {answer:6g}    {shown}  {spent * 1e3:6.3f} ms"
            )


def peer_of_a():
    if not hasattr(peer, "ErlangA"):
        print("  pyworkforce has no Erlang A in the release that is installed, so there is no ratio to show")
        return
    queue = peer.ErlangA(transactions=100, aht=3, asa=1 / 3, interval=30, patience=5)
    theirs, _ = timed(lambda: queue.service_level(14), 3)
    ours, _ = timed(lambda: erlang_a(10.0, 14, 180, 300).service_level(20), 200)
    print(f"  14 agents: ours {ours * 1e3:.3f} ms, pyworkforce {theirs * 1e3:.3f} ms: {theirs / ours:.0f} x")


def main():
    mp.dps = 60
    year_of_half_hours()
    single_calls()
    digits_of_b_and_c()
    mp.dps = 40
    digits_of_a()
    peer_of_a()


if __name__ == "__main__":
    main()

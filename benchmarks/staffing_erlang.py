"""Agents for a year of half hours: one call on arrays beside a plain loop over the textbook formula.

Run with `python benchmarks/staffing_erlang.py`. Only the ratio of one run means anything.
"""

import math
import time

import numpy as np

from bpo_lib.staffing import required_agents

INTERVALS = 17_520  # half hours of a year
HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS = 180.0, 0.80, 20.0


def textbook_agents(load):
    """Return the minimum the way spreadsheets do: one more agent, Erlang C from its beginning."""
    agents = math.floor(load) + 1
    while True:
        inverse = 1.0
        for number in range(1, agents + 1):
            inverse = 1 + inverse * number / load
        waiting = agents / (agents * inverse - load * (inverse - 1))
        late = waiting * math.exp(-(agents - load) * ANSWER_SECONDS / HANDLING_SECONDS)
        if 1 - late >= SERVICE_LEVEL:
            return agents
        agents += 1


def timed(call):
    """Return the best of three runs and the result. [seconds]"""
    best, result = math.inf, None
    for _ in range(3):
        began = time.perf_counter()
        result = call()
        best = min(best, time.perf_counter() - began)
    return best, result


def main():
    loads = np.random.default_rng(0).uniform(5, 500, INTERVALS)
    sample = loads[::20]
    arrays, agents = timed(lambda: required_agents(loads, HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS))
    loop, plain = timed(lambda: [textbook_agents(load) for load in sample.tolist()])
    whole_loop = loop * loads.size / sample.size
    single, _ = timed(
        lambda: [required_agents(10.0, HANDLING_SECONDS, SERVICE_LEVEL, ANSWER_SECONDS) for _ in range(1_000)]
    )
    print(f"{INTERVALS:,} intervals, loads 5 to 500 erlangs")
    print(f"  one call on arrays  {arrays * 1e3:10.1f} ms")
    print(f"  plain loop          {whole_loop * 1e3:10.1f} ms (from every 20th interval)")
    print(f"  ratio               {whole_loop / arrays:10.0f} x")
    print(f"  differences         {int((agents[::20] != plain).sum()):10d}")
    print(f"  a single small call {single * 1e3:10.1f} microseconds")


if __name__ == "__main__":
    main()

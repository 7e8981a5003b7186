"""Time and memory of the profile of a log of a million events beside pm4py, in one run.

Run with `python benchmarks/process_event_log.py`. The log is drawn here, the same in every run, and both
get it in memory with times already read. pm4py is licensed under the AGPL and runs in the environment of
the peers. It is asked for less: edges, variants, rework and durations, without hand-offs, touch time or
arrivals, and its log is put in order beforehand. The goals: 2.5 seconds, and five times as fast.
"""

import time
import tracemalloc

import numpy as np
import pandas as pd
from peer_environment import environment, run_peer

from bpo_lib.process import profile_events

CASES, ROUTES, ACTIVITIES, PEOPLE = 167_778, 116, 27, 48
STEPS_PER_ROUTE = 6.6  # on average, before the drawn lengths are cut to three or more
REPEATS = 3


def drawn_log():
    """Return a log in the order of time: few common routes, many rare ones, some with repeats.

    Activities and cases are numbers; `named` writes them out.
    """
    random = np.random.default_rng(5)
    lengths = np.maximum(random.poisson(STEPS_PER_ROUTE, ROUTES), 3)
    routes = [np.r_[0, random.integers(1, ACTIVITIES, length - 1)] for length in lengths]
    weight = 1 / np.arange(1, ROUTES + 1) ** 1.3
    route = random.choice(ROUTES, CASES, p=weight / weight.sum())
    length = lengths[route]
    case = np.repeat(np.arange(CASES), length)
    place = np.arange(len(case)) - np.repeat(np.cumsum(length) - length, length)
    table = np.full((ROUTES, lengths.max()), -1)
    for number, steps in enumerate(routes):
        table[number, : len(steps)] = steps
    wait = np.where(place == 0, 0, random.lognormal(8, 2, len(case)))
    passed = np.cumsum(wait) - np.repeat(np.cumsum(wait)[np.cumsum(length) - length], length)
    begun = np.sort(random.uniform(0, 470 * 86_400, CASES))
    clock = pd.Timestamp("2024-01-01").value + (begun[case] + passed).round().astype(np.int64) * 10**9
    order = np.lexsort((case, clock))
    return pd.DataFrame(
        {
            "case_id": case[order],
            "activity": table[route[case], place][order],
            "timestamp": clock[order],
            "resource": random.integers(0, PEOPLE, len(case))[order],
        }
    )


def named(numbers):
    """Return the log as a client's file would hold it: texts, and times in UTC."""
    forms = {"case_id": "case-{:06d}", "activity": "{:d}", "resource": "person {:02d}"}
    texts = {
        name: np.array([form.format(each) for each in range(numbers[name].max() + 1)], dtype=object)[
            numbers[name]
        ]
        for name, form in forms.items()
    }
    return pd.DataFrame({**texts, "timestamp": pd.to_datetime(numbers["timestamp"], unit="ns", utc=True)})


def timed(call):
    """Return the result of a call, its times by the clock and its times on the processor. [seconds]"""
    passed, worked = [], []
    for _ in range(REPEATS):
        began = time.perf_counter(), time.process_time()
        found = call()
        passed.append(time.perf_counter() - began[0])
        worked.append(time.process_time() - began[1])
    return found, passed, worked


def megabytes(call):
    """Return the most memory that a call holds at once, beyond what was there. [MB]"""
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def told(name, passed, worked):
    """Print the times of one of the two."""
    written = ["  ".join(f"{each:6.2f}" for each in times) for times in (passed, worked)]
    print(f"  {name:<42}{written[0]} s; on the processor {written[1]} s", flush=True)


def check_agreement(ours, peer):
    """Stop unless both found the same."""
    edges = ours.edges.astype({"source": int, "target": int}).sort_values(["source", "target"])
    repeated = ours.activity_table.astype({"activity": int}).sort_values("activity")
    repeated = repeated.loc[repeated["rework_cases"] > 0, ["activity", "rework_cases"]]
    assert np.array_equal(edges.to_numpy(), peer["edges"])
    assert np.array_equal(ours.variant_cases, peer["variants"])
    assert np.array_equal(repeated.to_numpy(), peer["rework"])
    assert np.allclose(np.sort(ours.durations), peer["durations"])
    print("  edges, variants, rework and durations agree")


def main():
    environment()  # made before anything is timed
    numbers = drawn_log()
    events = named(numbers)
    print(f"{len(events):,} events of {CASES:,} cases, {ACTIVITIES} activities, {PEOPLE} people")
    ours, *own = timed(lambda: profile_events(events))
    told("this project: everything", *own)
    print(f"  memory beyond that of the log: {megabytes(lambda: profile_events(events)):,.0f} MB")
    as_text = events.assign(timestamp=events["timestamp"].astype(str))
    told("this project: with times still text", *timed(lambda: profile_events(as_text))[1:])
    began = time.perf_counter()
    ours.bootstrap()
    print(f"  a bootstrap of 1,000 draws over its cases: {(time.perf_counter() - began) * 1_000:.0f} ms")
    peer = run_peer(
        "event_log.py", **{name: numbers[name].to_numpy() for name in numbers if name != "resource"}
    )
    told("pm4py: edges, variants, rework, durations", peer["passed"], peer["worked"])
    check_agreement(ours, peer)
    clock, processor = (
        min(peer[name]) / min(times) for name, times in zip(("passed", "worked"), own, strict=True)
    )
    print(f"  {clock:.1f} times as fast by the clock, {processor:.1f} on the processor (best of {REPEATS})")


if __name__ == "__main__":
    main()

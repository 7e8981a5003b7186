"""Time and memory of the profile of a log of a million events beside pm4py, in one run.

Run with `python benchmarks/process_event_log.py`. The log is drawn here, the same in every run, and both
get it in memory with times already read. pm4py is licensed under the AGPL and no dependency of this
project: install it in an environment of its own; without it only this project is timed. It is asked for
less: edges, variants, rework and durations, without hand-offs, activities, touch time or arrivals.
"""

import importlib.util
import time
import tracemalloc

import numpy as np
import pandas as pd

from bpo_lib.process import profile_events

CASES, ROUTES, ACTIVITIES, PEOPLE = 167_778, 116, 27, 48
STEPS_PER_ROUTE = 6.6  # on average, before the drawn lengths are cut to three or more
REPEATS = 3


def drawn_log():
    """Return a log in the order of time: few common routes, many rare ones, some with repeats."""
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
    seconds = (begun[case] + passed).round()
    events = pd.DataFrame(
        {
            "case_id": np.array([f"case-{number:06d}" for number in range(CASES)], dtype=object)[case],
            "activity": np.array([f"T{number:02d} step" for number in range(ACTIVITIES)], dtype=object)[
                table[route[case], place]
            ],
            "timestamp": pd.Timestamp("2024-01-01", tz="UTC") + pd.to_timedelta(seconds, unit="s"),
            "resource": np.array([f"person {number:02d}" for number in range(PEOPLE)], dtype=object)[
                random.integers(0, PEOPLE, len(case))
            ],
        }
    )
    return events.sort_values(["timestamp", "case_id"], kind="stable", ignore_index=True)


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


def peer_log(events):
    """Return the log as pm4py wants it, put in order outside the time that is measured."""
    import pm4py  # noqa: PLC0415 - only where it is installed

    names = {"case_id": "case_id", "activity_key": "activity", "timestamp_key": "timestamp"}
    return pm4py.format_dataframe(events, **names)


def peer_figures(events):
    """Return what pm4py finds: edges, variants, cases with rework by activity and durations."""
    import pm4py  # noqa: PLC0415 - only where it is installed

    rework = (
        getattr(pm4py, "get_rework_cases_per_activity", None) or pm4py.stats.get_rework_cases_per_activity
    )
    return (
        pm4py.discover_dfg(events)[0],
        pm4py.get_variants(events),
        rework(events),
        pm4py.get_all_case_durations(events),
    )


def agreed(ours, peer):
    """Check that both found the same."""
    edges, variants, rework, durations = peer
    counts = ours.edges.set_index(["source", "target"])["count"].to_dict()
    assert counts == {(str(source), str(target)): count for (source, target), count in edges.items()}
    assert ours.variant_cases.tolist() == sorted(map(int, variants.values()), reverse=True)
    repeated = ours.activity_table.set_index("activity")["rework_cases"]
    assert repeated[repeated > 0].to_dict() == dict(rework)
    assert np.allclose(np.sort(ours.durations), np.sort(durations))
    print("  edges, variants, rework and durations agree")


def main():
    events = drawn_log()
    kinds = f"{events['activity'].nunique()} activities, {events['resource'].nunique()} people"
    print(f"{len(events):,} events of {events['case_id'].nunique():,} cases, {kinds}")
    ours, *own_times = timed(lambda: profile_events(events))
    told("this project: everything", *own_times)
    print(f"  memory beyond that of the log: {megabytes(lambda: profile_events(events)):,.0f} MB")
    as_text = events.assign(timestamp=events["timestamp"].astype(str))
    told("this project: with times still text", *timed(lambda: profile_events(as_text))[1:])
    began = time.perf_counter()
    ours.bootstrap()
    print(f"  a bootstrap of 1,000 draws over its cases: {(time.perf_counter() - began) * 1_000:.0f} ms")
    if importlib.util.find_spec("pm4py") is None:
        print("  pm4py is not installed here, so it is not timed")
        return
    logged = peer_log(events)
    peer, *peer_times = timed(lambda: peer_figures(logged))
    told("pm4py: edges, variants, rework, durations", *peer_times)
    print(f"  memory beyond that of the log: {megabytes(lambda: peer_figures(logged)):,.0f} MB")
    agreed(ours, peer)
    clock, processor = (min(peer) / min(own) for peer, own in zip(peer_times, own_times, strict=True))
    print(f"  {clock:.1f} times as fast by the clock, {processor:.1f} on the processor (best of {REPEATS})")


if __name__ == "__main__":
    main()

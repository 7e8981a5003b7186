"""pm4py on an event log: edges, variants, rework and durations, in the environment of the peers."""

import sys
import time

import numpy as np
import pandas as pd
import pm4py

REPEATS = 3
NAMES = {"case_id": "case_id", "activity_key": "activity", "timestamp_key": "timestamp"}


def figures(log):
    """Return what pm4py finds: edges, variants, cases with rework by activity and durations."""
    return (
        pm4py.discover_dfg(log)[0],
        pm4py.get_variants(log),
        pm4py.get_rework_cases_per_activity(log),
        pm4py.get_all_case_durations(log),
    )


def main(given, found):
    """Read a log of numbers, name them, run pm4py on it and write down what it found and how long it took."""
    with np.load(given) as arrays:
        events = pd.DataFrame({name: arrays[name] for name in arrays.files})
    events = pd.DataFrame(
        {
            "case_id": "case-" + events["case_id"].astype(str).str.zfill(6),
            "activity": events["activity"].astype(str),
            "timestamp": pd.to_datetime(events["timestamp"], unit="ns", utc=True),
        }
    )
    log = pm4py.format_dataframe(events, **NAMES)  # put in order outside the time that is measured
    passed, worked = [], []
    for _ in range(REPEATS):
        began = time.perf_counter(), time.process_time()
        edges, variants, rework, durations = figures(log)
        passed.append(time.perf_counter() - began[0])
        worked.append(time.process_time() - began[1])
    np.savez(
        found,
        passed=passed,
        worked=worked,
        edges=sorted((int(source), int(target), count) for (source, target), count in edges.items()),
        variants=sorted(map(int, variants.values()), reverse=True),
        rework=sorted((int(activity), cases) for activity, cases in rework.items()),
        durations=np.sort(durations),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

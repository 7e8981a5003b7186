"""What each case of a log adds: its route, its length, whether it repeats a step, its hand-offs."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.process.log.columns import LogColumns

ARROW = " > "
SHOWN_VARIANTS = 10


class Variants(NamedTuple):
    """The routes of a log, commonest first.

    `cases` of each, shape (variants,); `of_case` the place of each case's variant, shape (cases,);
    `first_case` a case that follows it, shape (variants,).
    """

    cases: np.ndarray
    of_case: np.ndarray
    first_case: np.ndarray


def variants_of(log: LogColumns) -> Variants:
    """Return which route each case follows."""
    # The bytes of a case's activity numbers compare exactly, and far faster than texts would.
    text, width = log.activity.astype(np.uint32).tobytes(), np.uint32().itemsize
    bounds = (np.r_[log.starts, len(log.activity)] * width).tolist()
    keys = [text[start:end] for start, end in pairwise(bounds)]
    variant = pd.factorize(np.asarray(keys, dtype=object))[0]
    count = np.bincount(variant)
    order = np.argsort(-count, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    first_case = np.empty(len(order), dtype=np.int64)
    first_case[variant[::-1]] = np.arange(len(variant))[::-1]  # the earliest is written last
    return Variants(count[order], place[variant], first_case[order])


def variant_table(log: LogColumns, variants: Variants) -> pd.DataFrame:
    """Return the commonest routes: columns variant (in words), cases, share and path (activities)."""
    shown = variants.cases[:SHOWN_VARIANTS]
    paths = [_path(log, case) for case in variants.first_case[:SHOWN_VARIANTS]]
    words = [ARROW.join(path) for path in paths]
    return pd.DataFrame({"variant": words, "cases": shown, "share": shown / log.cases, "path": paths})


def _path(log: LogColumns, case: int) -> tuple[str, ...]:
    events = slice(log.starts[case], log.ends[case] + 1)
    return tuple(str(name) for name in log.activity_names[log.activity[events]])


def steps_taken(log: LogColumns, visits: pd.DataFrame, variants: Variants) -> pd.DataFrame:
    """Return which activities each variant passes: columns variant and activity."""
    chosen = np.full(log.cases, -1, dtype=np.int64)
    chosen[variants.first_case] = np.arange(len(variants.cases))
    variant = chosen[visits["case"].to_numpy()]
    passed = variant >= 0
    names = log.activity_names[visits["activity"].to_numpy()[passed]]
    return pd.DataFrame({"variant": variant[passed], "activity": names})


def visits_of(log: LogColumns) -> pd.DataFrame:
    """Return how often each case passes each activity: columns case, activity (numbers) and visits."""
    kinds = len(log.activity_names)
    pair, visits = np.unique(log.case.astype(np.int64) * kinds + log.activity, return_counts=True)
    return pd.DataFrame({"case": pair // kinds, "activity": pair % kinds, "visits": visits})


def handoffs_of(log: LogColumns) -> np.ndarray | None:
    """Return each case's changes of resource from one event to the next; None when none is named.

    An event without a resource says nothing, so neither the change to it nor the one from it counts.
    """
    if log.resource is None:
        return None
    before, after = log.resource[:-1], log.resource[1:]
    changes = log.continues & (before != after) & (before >= 0) & (after >= 0)
    return np.bincount(log.case[:-1][changes], minlength=log.cases)


def case_table(
    log: LogColumns, variants: Variants, visits: pd.DataFrame, times: pd.DataFrame
) -> pd.DataFrame:
    """Return one row per case: variant, events, rework, handoffs, seconds, and its touch time if known."""
    rework = np.zeros(log.cases, dtype=bool)
    rework[visits.loc[visits["visits"] > 1, "case"].to_numpy()] = True
    handoffs = handoffs_of(log)
    table = pd.DataFrame(
        {
            "variant": variants.of_case,
            "events": np.bincount(log.case),
            "rework": rework,
            "handoffs": np.full(log.cases, np.nan) if handoffs is None else handoffs,
            "seconds": log.seconds[log.ends] - log.seconds[log.starts],
        }
    )
    return pd.concat([table, times], axis=1)

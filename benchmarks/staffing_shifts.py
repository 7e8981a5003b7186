"""Rosters beside pyworkforce's: a day of half hours by both, and weeks of which it has no like.

Run with `python benchmarks/staffing_shifts.py`. The published example of pyworkforce comes first, then
days on which both must find the same optimum, then weeks with breaks, days off together and part-time.
"""

import math
import time

import numpy as np
from pyworkforce.scheduling import MinRequiredResources

from bpo_lib.staffing import ShiftTerms, day_cover, shift_patterns
from bpo_lib.staffing.roster import presence_of, roster_of
from bpo_lib.staffing.shift_cover import week_cover
from bpo_lib.staffing.shift_patterns import ShiftKind, ShiftPatterns

# The example of pyworkforce's documentation: two days of hours, four shifts.
EXAMPLE_NEED = (
    (9, 11, 17, 9, 7, 12, 5, 11, 8, 9, 18, 17, 8, 12, 16, 8, 7, 12, 11, 10, 13, 19, 16, 7),
    (13, 13, 12, 15, 18, 20, 13, 16, 17, 8, 13, 11, 6, 19, 11, 20, 19, 17, 10, 13, 14, 23, 16, 8),
)
EXAMPLE_HOURS = ((6, 14), (14, 22), (22, 30), (9, 17))


def timed(call, runs=3):
    """Return the best of some runs and the result. [seconds]"""
    best, result = math.inf, None
    for _ in range(runs):
        began = time.process_time()
        result = call()
        best = min(best, time.process_time() - began)
    return best, result


def need_of_week(peak, seed):
    """Return the people needed in the half hours of a week round the clock, two humps and a quiet night."""
    rng = np.random.default_rng(seed)
    hour = np.arange(48) / 2
    humps = ((1.0, 10.5, 2.2), (0.8, 15.5, 2.5), (0.35, 20.0, 1.8))
    day = 0.12 + sum(height * np.exp(-(((hour - at) / width) ** 2)) for height, at, width in humps)
    week = np.array([1.15, 1.05, 1.0, 1.0, 0.95, 0.6, 0.5])[:, None] * day
    noisy = week / week.max() * peak * (1 + 0.03 * rng.standard_normal(week.shape))
    return np.maximum(np.ceil(noisy), 2).astype(int)


def peer(days, patterns):
    """Return pyworkforce's solver for days of need and the same shifts."""
    shifts = {str(place): row.astype(int).tolist() for place, row in enumerate(patterns.presence.T)}
    need = [list(map(int, day)) for day in days]
    return MinRequiredResources(len(need), len(need[0]), shifts, need, 2_000, 2_000, num_search_workers=1)


def example():
    """Print the published example: people by both."""
    hours = np.arange(24)
    presence = np.array([(hours - first) % 24 < last - first for first, last in EXAMPLE_HOURS]).T
    zero = np.zeros(len(EXAMPLE_HOURS), dtype=int)
    kinds = (ShiftKind("full_time", 480, 0, 1.0),)
    patterns = ShiftPatterns(kinds, zero, zero, zero, zero, presence, 60)
    ours = sum(day_cover(np.array(day), patterns).counts.sum() for day in EXAMPLE_NEED)
    theirs = peer(EXAMPLE_NEED, patterns).solve()["cost"]
    print(f"pyworkforce's own example: {ours} people, pyworkforce {theirs:.0f}")


def days():
    """Print days of half hours: people and time of both."""
    print("\na day of half hours, full-time shifts with a break: people and CPU time")
    for peak, seed in ((40, 1), (100, 0), (250, 3)):
        need = need_of_week(peak, seed)[0]
        patterns = shift_patterns(need > 0, 30, ShiftTerms(max_part_time_share=0), around_the_week=False)
        ours, cover = timed(lambda need=need, patterns=patterns: day_cover(need, patterns))
        theirs, found = timed(lambda need=need, patterns=patterns: peer([need], patterns).solve())
        print(
            f"  peak {peak:3d}  ours {cover.counts.sum():4d} in {ours * 1e3:6.1f} ms   pyworkforce "
            f"{found['cost']:4.0f} in {theirs * 1e3:6.1f} ms   {theirs / ours:5.1f} x"
        )


def weeks():
    """Print weeks of 336 half hours: paid hours, the bound below them, time."""
    print("\na week round the clock: paid hours, lower bound, gap, CPU time, the roster covers the need")
    open_hours = np.tile((np.arange(48) >= 14) & (np.arange(48) < 42), 7)
    for label, share, hours in (
        ("full-time, 24 h", 0.0, None),
        ("a fifth part-time, 24 h", 0.2, None),
        ("a fifth part-time, 14 h", 0.2, open_hours),
    ):
        for peak, seed in ((40, 1), (100, 0), (300, 2)):
            need = need_of_week(peak, seed).ravel() * (1 if hours is None else hours)
            terms = ShiftTerms(max_part_time_share=share)
            patterns = shift_patterns(need > 0, 30, terms)
            seconds, cover = timed(
                lambda need=need, patterns=patterns, terms=terms: week_cover(need, patterns, terms), runs=1
            )
            present = presence_of(roster_of(cover, patterns, terms), int(terms.break_minutes), 30)
            print(
                f"  {label:24s} peak {peak:3d}  {cover.cost:9,.0f}  {cover.lower_bound:9,.0f}  "
                f"{cover.gap_share:6.2%}  {seconds:5.2f} s  {(present >= need).all()}"
            )


if __name__ == "__main__":
    example()
    days()
    weeks()

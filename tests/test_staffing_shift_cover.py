"""Covers: published optima, brute force, and the days-off problem by an independent method."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing.shift_cover import day_cover, fewest, week_cover, works_on
from bpo_lib.staffing.shift_patterns import ShiftKind, ShiftPatterns, ShiftTerms, shift_patterns

FULL_ONLY = ShiftTerms(max_part_time_share=0)
DAYS_ONLY = ShiftTerms(max_part_time_share=0, break_minutes=0)


def whole_days():
    """Return one shift a weekday on intervals of a day, so that only days off are to be chosen."""
    at = np.arange(7)
    kind = (ShiftKind("full_time", 480, 0, 1.0),)
    return ShiftPatterns(kind, np.zeros(7, dtype=int), at, at + 1, at + 1, np.eye(7, dtype=bool), 1440)


def day_shifts(presence):
    """Return shifts of one hour's pay each from a table of intervals by shifts."""
    columns = presence.shape[1]
    zero = np.zeros(columns, dtype=int)
    return ShiftPatterns((ShiftKind("full_time", 60, 0, 1.0),), zero, zero, zero, zero, presence, 60)


def fewest_by_days_off(need):
    """Return the fewest people with two days off together, counting teams of growing size.

    With the people off from each day on, two neighbours of a ring may hold at most what the day
    they share can spare. The first is tried at every size; along the rest of the ring the largest
    total follows step by step.
    """
    for people in itertools.count(int(max(need))):
        spare = [people - int(each) for each in need]  # off on day d: rotations d and d - 1
        for first in range(min(spare[0], spare[1]) + 1):
            best = {first: first}  # people in the last rotation -> most people in all so far
            for day in range(1, 7):
                best = {
                    count: max(total for last, total in best.items() if last + count <= spare[day]) + count
                    for count in range(spare[day] + 1)
                    if any(last + count <= spare[day] for last in best)
                }
            closing = [total for last, total in best.items() if last + first <= spare[0]]
            if closing and max(closing) >= people:
                return people
    return 0


def test_the_post_office_of_winston():
    # W. L. Winston, Operations Research: 17, 13, 15, 19, 14, 16, 11 people; 22 1/3 divided, 23 whole.
    cover = week_cover(np.array([17, 13, 15, 19, 14, 16, 11]), whole_days(), DAYS_ONLY)
    assert cover.relaxed / 40 == pytest.approx(67 / 3)
    assert cover.teams.sum() == 23
    assert cover.gap_share == 0


@given(st.lists(st.integers(0, 12), min_size=7, max_size=7))
@settings(max_examples=40, deadline=None)
def test_days_off_agree_with_counting(need):
    cover = week_cover(np.array(need), whole_days(), DAYS_ONLY)
    assert cover.teams.sum() == fewest_by_days_off(need)
    # K. R. Baker (1976): never below the largest day, nor below a fifth of all days.
    assert cover.teams.sum() >= max(*need, np.ceil(sum(need) / 5))


@given(
    st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=2, max_size=4),
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
@settings(max_examples=40, deadline=None)
def test_a_day_agrees_with_brute_force(rows, need):
    presence = np.array([*rows, [True] * 4]).T
    need = np.array(need)
    best = min(
        sum(counts)
        for counts in itertools.product(range(4), repeat=presence.shape[1])
        if (presence @ counts >= need).all()
    )
    cover = day_cover(need, day_shifts(presence))
    assert cover.counts.sum() == best
    assert cover.cost == pytest.approx(best)
    assert (presence @ cover.counts >= need).all()


def test_a_day_by_hand():
    # Two people at all times of a day from 8:00 to 16:30, breaks included, take three full-time shifts.
    is_open = np.zeros(48, dtype=bool)
    is_open[16:33] = True
    patterns = shift_patterns(is_open, 30, FULL_ONLY, around_the_week=False)
    cover = day_cover(np.where(is_open, 2, 0), patterns)
    assert cover.counts.sum() == 3
    assert (cover.cost, cover.gap_share) == (24.0, 0.0)


def test_everybody_works_the_days_of_the_terms():
    assert works_on(5, 5).tolist() == [True] * 5 + [False] * 2
    assert works_on(6, 5).tolist() == [False, True, True, True, True, True, False]
    assert works_on(0, 6).tolist() == [False] + [True] * 6


@given(st.integers(0, 10_000))
@settings(max_examples=5, deadline=None)
def test_a_week_is_covered_within_half_a_percent_of_its_bound(seed):
    rng = np.random.default_rng(seed)
    shape = 10 + 8 * np.sin(np.linspace(0, np.pi, 24))
    need = np.zeros((7, 48), dtype=int)
    need[:, 16:40] = np.ceil(shape * rng.uniform(0.5, 1.2, (7, 1)))
    terms = ShiftTerms()
    patterns = shift_patterns(need.ravel() > 0, 30, terms)
    cover = week_cover(need.ravel(), patterns, terms)
    assert (patterns.presence @ cover.counts >= need.ravel()).all()
    assert cover.relaxed <= cover.lower_bound + 1e-6
    assert cover.lower_bound >= need.sum() / 2
    assert cover.gap_share <= 0.005
    part_time = (patterns.paid_hours * cover.counts)[patterns.kind == 1].sum()
    assert part_time <= 0.2 * (patterns.paid_hours @ cover.counts) + 1e-9


def test_a_part_time_hour_that_costs_more_raises_the_cost():
    need = np.zeros((7, 48), dtype=int)
    need[:, 16:40] = 4
    plain, dear = ShiftTerms(), ShiftTerms(part_time_cost_factor=1.5)
    patterns = [shift_patterns(need.ravel() > 0, 30, terms) for terms in (plain, dear)]
    costs = [
        week_cover(need.ravel(), each, terms).cost
        for each, terms in zip(patterns, (plain, dear), strict=True)
    ]
    assert costs[0] <= costs[1]


def test_whole_numbers_that_a_quick_search_misses_are_found():
    # 3 x + 5 y >= 7 at costs 3 and 5: divided 7, whole 8, one of each.
    found = fewest(np.array([3.0, 5.0]), [(np.array([[3.0, 5.0]]), 7, np.inf)], enough=0.0)
    assert (found.cost, found.lower_bound) == (8.0, 8.0)


def test_an_interval_no_shift_reaches_is_named():
    presence = np.array([[True], [False]])
    with pytest.raises(InputError, match="no shift reaches the interval at 01:00 of day 1"):
        day_cover(np.array([1, 1]), day_shifts(presence))


def test_a_week_open_on_fewer_days_than_people_work_is_refused():
    need = np.zeros(336, dtype=int)
    need[16:36] = 1  # Monday only
    patterns = shift_patterns(need > 0, 30, FULL_ONLY)
    with pytest.raises(InputError, match="no roster keeps the rules: people cannot work their days a week"):
        week_cover(need, patterns, FULL_ONLY)

"""Rosters: who works when follows from the counts, and nobody works more than the terms allow."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.staffing.roster import presence_of, roster_of, shortest_rest_hours
from bpo_lib.staffing.shift_cover import week_cover
from bpo_lib.staffing.shift_patterns import ShiftTerms, shift_patterns


def row(person, weekday, start, pause, end):
    return {
        "person": person,
        "kind": "full_time",
        "weekday": weekday,
        "start": start,
        "pause": pause,
        "end": end,
    }


def test_presence_by_hand():
    # Sunday 22:00 to Monday 6:30 with a break at 2:00; hours, so the break takes the whole of its hour.
    roster = pd.DataFrame([row(1, 6, 1320, 1560, 1800), row(2, 0, 0, np.nan, 240)])
    present = presence_of(roster, 60, 60)
    assert np.flatnonzero(present).tolist() == [0, 1, 2, 3, 4, 5, 166, 167]
    assert present[:6].tolist() == [2, 2, 1, 2, 1, 1]


def test_rest_by_hand():
    # To 16:30 on Monday, from 5:30 on Tuesday: 13 hours; a single shift a week rests the rest of it.
    roster = pd.DataFrame([row(1, 0, 480, 720, 990), row(1, 1, 330, 600, 840)])
    assert shortest_rest_hours(roster) == 13.0
    assert shortest_rest_hours(roster.iloc[:1]) == 168 - 8.5
    assert shortest_rest_hours(roster.iloc[:0]) == np.inf


@pytest.mark.parametrize("days", [4, 5, 6])
@given(seed=st.integers(0, 1_000), drift=st.sampled_from([0, 2, 24]))
@settings(max_examples=4, deadline=None)
def test_a_roster_keeps_its_terms_and_covers_its_need(days, seed, drift):
    rng = np.random.default_rng(seed)
    need = np.zeros((7, 48), dtype=int)
    need[:6, 14:44] = rng.integers(1, 6, (6, 1)) + rng.integers(0, 3, (6, 30))
    terms = ShiftTerms(days_per_week=days, start_drift_hours=drift)
    patterns = shift_patterns(need.ravel() > 0, 30, terms)
    cover = week_cover(need.ravel(), patterns, terms)
    roster = roster_of(cover, patterns, terms)
    assert (presence_of(roster, 30, 30) >= need.ravel()).all()
    by_person = roster.groupby("person")
    assert len(by_person) == cover.teams.sum()
    assert (by_person["weekday"].nunique() == days).all()
    assert (by_person["weekday"].count() == days).all()
    assert by_person["kind"].agg(set).map(len).max() == 1
    assert (by_person["start"].agg(np.ptp) <= drift * 60).all()
    for worked in by_person["weekday"].agg(set):
        off = [day for day in range(7) if day not in worked]
        assert any({(first + step) % 7 for step in range(len(off))} == set(off) for first in range(7))


def test_nights_around_the_week_are_covered():
    terms = ShiftTerms(max_part_time_share=0)
    hour = np.arange(48) / 2
    need = np.tile(np.ceil(5 + 20 * np.exp(-(((hour - 13) / 4) ** 2))), 7)
    patterns = shift_patterns(need > 0, 30, terms)
    roster = roster_of(week_cover(need, patterns, terms), patterns, terms)
    assert (presence_of(roster, 30, 30) >= need).all()
    assert shortest_rest_hours(roster) >= 24 - 8.5 - 2

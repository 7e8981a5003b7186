"""Blending: idle time by hand, and that it can only help."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing.backlog import DeferredWork
from bpo_lib.staffing.blending import blended_cover, idle_hours
from bpo_lib.staffing.erlang import service_level

ALWAYS = np.ones(4, dtype=bool)


def test_idle_time_of_the_published_team():
    # 14 agents on 10 erlangs answer 88.8% within 20 s (Erlang C, published); 4 of 14 agents' time is idle.
    week = pd.DataFrame({"agents": np.full(168, 14), "load_erlangs": np.full(168, 10.0)})
    assert service_level(10, 14, 180, 20) == pytest.approx(0.88835, abs=5e-6)
    assert idle_hours(week, 0.5) == pytest.approx(np.full(168, 2.0))
    assert idle_hours(week, 0.5, spare=np.ones(168)) == pytest.approx(np.full(168, 3.0))


def test_what_agents_absorb_by_hand():
    # One hour of work an hour; agents have half an hour each hour to spare, so half a person is left to hire.
    work = DeferredWork(np.ones(4), ALWAYS, 1.0, 2.0)
    cover = blended_cover(work, np.full(4, 0.5))
    assert cover.separate.team == pytest.approx([1.0])
    assert cover.blended.team == pytest.approx([0.5])
    assert cover.absorbed_hours == pytest.approx(2.0)
    assert cover.saved_hours == pytest.approx(2.0)
    assert cover.saved_share == pytest.approx(0.5)
    assert cover.idle_hours == 2.0


def test_idle_time_after_the_turnaround_is_of_no_use():
    work = DeferredWork(np.array([4.0, 0, 0, 0]), ALWAYS, 1.0, 2.0, repeats=False)
    assert blended_cover(work, np.array([0.0, 0, 4, 4])).saved_hours == pytest.approx(0)
    assert blended_cover(work, np.array([0.0, 4, 0, 0])).blended.team == pytest.approx([0.0])


@given(
    st.lists(st.integers(0, 5), min_size=8, max_size=8), st.lists(st.integers(0, 3), min_size=8, max_size=8)
)
@settings(max_examples=40, deadline=None)
def test_blending_never_costs_and_never_absorbs_more_than_there_is(hours, idle):
    work = DeferredWork(np.array(hours, dtype=float), np.ones(8, dtype=bool), 1.0, 3.0)
    cover = blended_cover(work, np.array(idle, dtype=float))
    assert cover.saved_hours >= -1e-7
    assert -1e-7 <= cover.absorbed_hours <= min(sum(hours), sum(idle)) + 1e-7
    assert cover.blended.share_within == pytest.approx(1)
    # What is not absorbed, the team does; it can do no more than it is paid for.
    assert sum(hours) - cover.absorbed_hours <= cover.blended.paid_hours + 1e-6


def test_an_efficiency_above_one_is_named():
    week = pd.DataFrame({"agents": [1], "load_erlangs": [0.5]})
    with pytest.raises(InputError, match="blending efficiency is 50; it must be from 0 to 1"):
        idle_hours(week, 50)

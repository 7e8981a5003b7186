"""Waits of Erlang C beyond the mean: a published team, by hand, and against Erlang A without end."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import erlang_a, erlang_c, mean_wait, mean_wait_waiting, service_level, wait_quantile


def test_two_agents_by_hand():
    # A = 1, n = 2, 120 s: a third waits, on average 120 s; after t seconds e^(-t / 120) / 3 still do.
    assert mean_wait_waiting(1.0, 2, 120) == pytest.approx(120, rel=1e-15)
    assert wait_quantile(1.0, 2, 120, 0.9) == pytest.approx(120 * math.log(10 / 3), rel=1e-14)
    assert wait_quantile(1.0, 2, 120, 0.6) == 0


def test_the_published_team_of_fourteen():
    # R's ErlangC: 10 erlangs, 14 agents, 180 s: 17.413% wait and the mean wait of all is 7.836 s.
    assert mean_wait_waiting(10, 14, 180) * 0.17413193 == pytest.approx(7.836, abs=5e-4)


@given(st.floats(0.01, 300), st.integers(1, 400), st.floats(0, 0.999))
def test_the_quantile_is_where_the_service_level_is_the_share(load, agents, share):
    wait = wait_quantile(load, agents, 240, share)
    if agents <= load:
        assert wait == (math.inf if share else 0)
    elif wait == 0:
        assert 1 - erlang_c(load, agents) >= share - 1e-12
    else:
        assert service_level(load, agents, 240, wait) == pytest.approx(share, abs=1e-10)
        assert wait == pytest.approx(erlang_a(load, agents, 240, math.inf).wait_quantile(share), rel=1e-8)


@given(st.floats(0.01, 300), st.integers(1, 400))
def test_those_who_wait_make_up_the_mean_of_all(load, agents):
    if agents > load:
        waiting = mean_wait_waiting(load, agents, 240) * erlang_c(load, agents)
        assert waiting == pytest.approx(mean_wait(load, agents, 240), rel=1e-12)


def test_nobody_calls_or_nobody_keeps_up():
    assert wait_quantile([0, 5, 10], [0, 0, 10], 180, 0.5).tolist() == [0, math.inf, math.inf]
    assert mean_wait_waiting([0, 5], [3, 5], 180).tolist() == [0, math.inf]


def test_a_share_that_cannot_be_is_named():
    with pytest.raises(InputError, match="share of callers is 90; it must be from 0 to below 1"):
        wait_quantile(10, 14, 180, 90)

"""What callers feel in a line: published figures, the line that grows without end, and its errors."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import erlang_a
from bpo_lib.staffing.waiting_line import WaitingLine


def test_a_published_team_of_fifty():
    # Garnett, Mandelbaum and Reiman (2002): 48 calls a minute of one minute, patience two minutes.
    team = erlang_a(48.0, 50, 60, 120)
    assert team.abandonment == pytest.approx(0.031, abs=5e-4)
    assert team.mean_wait == pytest.approx(3.7, abs=0.05)
    assert team.occupancy == pytest.approx(0.93, abs=5e-3)


def test_one_agent_who_is_twice_as_fast_is_not_two_agents():
    # One place, speed 2, nobody hangs up: an ordinary single queue with load 1/2.
    line = WaitingLine(*(np.asarray(part) for part in (1.0, 2.0, 1.0, 60.0, math.inf)))
    assert line.wait_probability == pytest.approx(1 / 2, rel=1e-14)
    assert line.mean_wait == pytest.approx(60 * (1 / 2) / (2 - 1), rel=1e-14)
    assert line.service_level(60) == pytest.approx(1 - math.exp(-1) / 2, rel=1e-14)
    assert line.wait_quantile(0.9) == pytest.approx(60 * math.log(5), rel=1e-13)


def test_a_line_that_grows_without_end():
    line = erlang_a(8.0, 7, 60, math.inf)
    assert (line.wait_probability, line.abandonment, line.service_level(3_600)) == (1, 0, 0)
    assert line.mean_wait == line.wait_quantile(0.5) == line.queue_length == math.inf
    assert line.mean_wait_answered == math.inf
    assert line.occupancy == 1


@given(st.floats(0.1, 300), st.integers(1, 300), st.floats(1, 5_000))
def test_all_callers_wait_as_long_as_the_answered_and_the_lost_together(load, agents, patience):
    line = erlang_a(load, agents, 240, patience)
    answered = line.answered_share * line.mean_wait_answered
    assert answered <= line.mean_wait * (1 + 1e-11)
    assert line.mean_wait_waiting * line.wait_probability == pytest.approx(line.mean_wait, rel=1e-12)
    assert line.mean_wait <= patience * (1 + 1e-12)


@given(st.floats(0.1, 300), st.integers(0, 300), st.floats(1, 5_000), st.floats(0.01, 0.98))
def test_a_larger_share_of_callers_waits_longer(load, agents, patience, share):
    line = erlang_a(load, agents, 240, patience)
    assert 0 <= line.wait_quantile(share) <= line.wait_quantile(share + 0.01) < math.inf


def test_nobody_at_work_is_waited_for_until_patience_ends():
    assert erlang_a(5.0, 0, 180, 60).wait_quantile(0.5) == pytest.approx(60 * math.log(2))


def test_one_team_at_several_answer_times():
    team = erlang_a(10.0, 11, 180, 60)
    levels = team.service_level([0, 20, 60])
    assert levels.tolist() == pytest.approx([team.service_level(answer) for answer in (0, 20, 60)])
    assert levels[0] == pytest.approx(1 - team.wait_probability)


def test_a_time_or_share_that_cannot_be_is_named():
    team = erlang_a(10.0, 11, 180, 60)
    with pytest.raises(InputError, match="answer time is -1 seconds; it must be 0 or more"):
        team.service_level(-1)
    with pytest.raises(InputError, match="share of callers is 1; it must be from 0 to below 1"):
        team.wait_quantile(1)

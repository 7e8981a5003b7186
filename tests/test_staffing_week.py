"""A week of calls: loads and staircases by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, case, noisy

from bpo_lib.staffing import WorkTerms, chat_team, required_agents, required_chat_agents
from bpo_lib.staffing.week import WeekDemand, _rounded_up, staffed_week, targets, week_demand

WORK = WorkTerms(handling_minutes=3, max_occupancy=1.0)
TWO_INTERVALS = WeekDemand(np.array([0, 0]), np.array([480, 510]), np.array([0.25, 0.75]), 30)


def test_loads_by_hand():
    # 400 calls: 100 and 300 in half hours of 3-minute calls are 10 and 30 erlangs.
    assert TWO_INTERVALS.load(400, 3).tolist() == [10, 30]


def test_agent_hours_by_hand():
    # 10 erlangs of 180 s at 80/20 need 14 agents (the published table); half an hour each.
    both = required_agents(10, 180, 0.8, 20) + required_agents(30, 180, 0.8, 20)
    assert required_agents(10, 180, 0.8, 20) == 14
    assert TWO_INTERVALS.agent_hours(np.array([400.0]), WORK).tolist() == [both / 2]


def test_without_calls_nobody_is_needed():
    assert TWO_INTERVALS.agent_hours(np.array([0.0]), WORK).tolist() == [0]
    closed = WeekDemand(np.array([0]), np.array([0]), np.array([0.0]), 1440)
    assert closed.agent_hours(np.array([5.0]), WORK).tolist() == [0]


@pytest.mark.parametrize("patience", [0, 60, 900])
@pytest.mark.parametrize("cap", [0.6, 0.85, 1.0])
def test_the_staircase_agrees_with_a_search_interval_by_interval(cap, patience):
    work = WORK.with_values(max_occupancy=cap, patience_seconds=patience)
    volumes = np.linspace(0, 3_000, 301)
    searched = [targets(work).agents(TWO_INTERVALS.load(v, 3)).sum() / 2 for v in volumes]
    assert TWO_INTERVALS.agent_hours(volumes, work).tolist() == searched


def test_what_a_large_volume_has_counted_serves_a_small_one():
    fresh = replace(TWO_INTERVALS)
    first = fresh.agent_hours(np.array([400.0]), WORK)
    fresh.agent_hours(np.array([3_000.0]), WORK)
    assert fresh.agent_hours(np.array([400.0]), WORK).tolist() == first.tolist()


def test_a_staffed_week_shows_the_time_of_day():
    week = staffed_week(TWO_INTERVALS, 400, WORK)
    assert week["start"].tolist() == ["08:00", "08:30"]
    assert week["agents"].tolist() == [14, required_agents(30, 180, 0.8, 20)]
    # The published values of 14 agents: 88.835% within 20 s, 7.836 s mean wait.
    assert week["service_level"].iloc[0] == pytest.approx(0.88835, abs=5e-6)
    assert week["mean_wait_seconds"].iloc[0] == pytest.approx(7.836, abs=5e-4)


def test_callers_who_hang_up_need_fewer_agents():
    # 30 erlangs of 3-minute calls, 80% within 20 s: whoever hangs up waits no longer for an agent.
    patient, hasty = (staffed_week(TWO_INTERVALS, 400, WORK.with_values(patience_seconds=s)) for s in (0, 60))
    assert (hasty["agents"] < patient["agents"]).all()
    assert (patient["abandonment"] == 0).all()
    assert hasty["abandonment"].between(0.001, 0.1).all()
    assert (hasty["service_level"] >= 0.8).all()


def test_volumes_near_one_another_share_their_steps():
    assert _rounded_up(4_100) == _rounded_up(4_000)
    assert 4_100 <= _rounded_up(4_100) <= 4_100 * 1.2
    assert _rounded_up(0) == 0


def test_only_voice_with_intervals_has_a_week():
    assert week_demand(case(noisy(60, "D"), "daily")) is None
    assert week_demand(case(call_centre(4), "intraday", operation="back_office")) is None
    assert week_demand(case(call_centre(4), "intraday")).step_minutes == 30


def test_a_profile_becomes_a_demand():
    profile = pd.DataFrame(
        {"weekday": [0, 0, 1, 1], "minute": [0, 720, 0, 720], "share": [0.1, 0.2, 0.3, 0.4]}
    )
    demand = WeekDemand.of(profile)
    assert demand.step_minutes == 720
    assert demand.share.tolist() == [0.1, 0.2, 0.3, 0.4]


def test_a_team_too_large_for_the_staircase_is_counted_all_the_same(monkeypatch):
    volumes = np.array([[0.0, 400.0], [3_000.0, 90_000.0]])
    stepped = TWO_INTERVALS.agent_hours(volumes, WORK)
    monkeypatch.setattr("bpo_lib.staffing.week.MOST_STEPS", 1)
    assert TWO_INTERVALS.agent_hours(volumes, WORK).tolist() == stepped.tolist()


CHATS = replace(TWO_INTERVALS, holds_several=True)


def test_chats_are_staffed_by_their_chain():
    week = staffed_week(CHATS, 400, WORK.with_values(concurrency=2))
    assert week["agents"].tolist() == required_chat_agents([10, 30], 180, 0.8, 20, factors=(1, 1.7)).tolist()
    team = chat_team(10, int(week["agents"].iloc[0]), 180, (1, 1.7))
    assert week["service_level"].iloc[0] == team.service_level(20)
    assert week["occupancy"].iloc[0] == team.occupancy
    assert week["mean_wait_seconds"].iloc[0] == team.mean_wait
    assert week["concurrency"].between(1, 2, inclusive="neither").all()


@pytest.mark.parametrize("patience", [0, 60])
def test_one_chat_at_a_time_is_a_call(patience):
    work = WORK.with_values(concurrency=1, patience_seconds=patience)
    pd.testing.assert_frame_equal(staffed_week(CHATS, 400, work), staffed_week(TWO_INTERVALS, 400, work))


@pytest.mark.parametrize("patience", [0, 120])
@pytest.mark.parametrize("concurrency", [2, 3.9])
def test_the_staircase_of_chats_agrees_with_a_search(concurrency, patience):
    work = WORK.with_values(concurrency=concurrency, patience_seconds=patience, max_occupancy=0.85)
    volumes = np.linspace(0, 3_000, 101)
    searched = [targets(work, holds_several=True).agents(CHATS.load(v, 3)).sum() / 2 for v in volumes]
    assert CHATS.agent_hours(volumes, work).tolist() == searched

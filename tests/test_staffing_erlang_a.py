"""Erlang A: every published value, the chain of states by hand and in forty digits, and its limits."""

import csv
import math
import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from bpo_lib.errors import InputError
from bpo_lib.staffing import erlang_a, erlang_b, erlang_c, mean_wait, service_level

LOADS = st.floats(0.01, 400)
TEAMS = st.integers(1, 450)
PATIENCE = st.floats(1, 20_000)


def team_of(parameters):
    """Read a row of the reference table; times in minutes, except T=20s."""
    given_ = {name: Fraction(value) for name, value in re.findall(r"(\w+)=([\d.]+)", parameters)}
    if "lam" in given_:
        # The table prints thirds cut off.
        per_minute, service, leaving, answer = (
            given_[name].limit_denominator(1_000) for name in ("lam", "mu", "theta", "T")
        )
        handling, patience = 1 / service, 1 / leaving
    else:
        calls, minutes = re.search(r"(\d+)/(\d*)min", parameters).groups()
        per_minute, answer = Fraction(int(calls), int(minutes or 1)), Fraction(1, 3)
        handling, patience = given_["AHT"], given_["patience"]
    load = float(per_minute * handling)
    return erlang_a(load, int(given_["n"]), float(handling * 60), float(patience * 60)), float(answer * 60)


def test_every_row_of_the_reference_table_for_erlang_a(shared):
    with shared("reference/erlang_reference.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["model"] == "A"]
    assert len(rows) == 31
    for row in rows:
        team, answer = team_of(row["parameters"])
        in_seconds = "48/min" in row["parameters"]  # of waits, the other rows print minutes
        found = {
            "pw": team.wait_probability,
            "ab": team.abandonment,
            "occ": team.occupancy,
            "asa": team.mean_wait / (1 if in_seconds else 60),
            "sl": team.service_level(answer),
        }[row["quantity"]]
        assert found == pytest.approx(float(row["true_mpmath_17_digits"]), rel=1e-12), row


def test_long_answer_times_where_a_published_library_underflows():
    # 400 calls of 3 minutes in 30, patience 120 minutes, answered in 40: it gives 0.131 for 40 agents.
    team = erlang_a(400 * 3 / 30, [38, 40, 42], 180, 7_200)
    assert team.service_level(2_400) == pytest.approx([0.94910, 0.982782, 0.99414], abs=5e-6)


def test_one_agent_by_hand():
    # Load 1, patience as long as the handling: states 0, 1, 2, ... are Poisson with mean 1.
    team = erlang_a(1.0, 1, 180, 180)
    assert team.wait_probability == pytest.approx(1 - math.exp(-1), rel=1e-14)
    # Served = agent's busy time 1 - 1/e; the rest hang up, 1/e; waits sum to patience x abandonment.
    assert team.occupancy == pytest.approx(1 - math.exp(-1), rel=1e-14)
    assert team.abandonment == pytest.approx(math.exp(-1), rel=1e-14)
    assert team.mean_wait == pytest.approx(180 * math.exp(-1), rel=1e-14)


def chain_in_forty_digits(load, agents, leaving):
    """Return waiting, abandonment and queue from the sum over the states, without any integral."""
    with mp.workdps(40):
        weight = total = mpf(1)
        state, waiting, queue = 0, mpf(0), mpf(0)
        while True:
            state += 1
            weight *= mpf(load) / (min(state, agents) + max(state - agents, 0) * mpf(leaving))
            total += weight
            waiting += weight if state >= agents else 0
            queue += weight * max(state - agents, 0)
            if state > max(load, agents) and weight * state < queue * mpf(10) ** -20:
                break
        return [part / total for part in (waiting, queue * mpf(leaving) / load, queue)]


@pytest.mark.parametrize("agents", [1, 12, 300, 10_000])
@pytest.mark.parametrize("ratio", [0.5, 0.97, 1.0, 1.03, 2.0])
@pytest.mark.parametrize("patience", [0.01, 0.3, 1.0, 2.0])
def test_eleven_digits_against_the_chain_of_states(agents, ratio, patience):
    load = agents * ratio
    waiting, gone, queue = chain_in_forty_digits(load, agents, 1 / patience)
    team = erlang_a(load, agents, 100, 100 * patience)
    assert team.wait_probability == pytest.approx(float(waiting), rel=1e-11, abs=1e-290)
    assert team.abandonment == pytest.approx(float(gone), rel=1e-11, abs=1e-290)
    assert team.queue_length == pytest.approx(float(queue), rel=1e-11, abs=1e-290)
    assert team.answered_share == pytest.approx(float(1 - gone), rel=1e-11)


def level_in_forty_digits(load, agents, leaving, answer):
    """Return the share answered in time: no wait, and the wait's density while patience lasts."""
    waiting, _, _ = chain_in_forty_digits(load, agents, leaving)
    with mp.workdps(40):
        load, leaving = mpf(load), mpf(leaving)
        inverse = term = mpf(1)
        for free in range(agents - 1, 0, -1):
            term *= free / load
            inverse += term

        def fall(wait):
            return (agents + leaving) * wait + load * mp.expm1(-leaving * wait) / leaving

        # Relative to its peak, since the quadrature looks at absolute errors.
        peak = min(max(mp.log(load / (agents + leaving)) / leaving, mpf(0)), mpf(answer))
        near = [peak + side * mpf(2) ** -k * answer for side in (-1, 1) for k in range(14)]
        cuts = sorted({mpf(0), peak, mpf(answer), *(cut for cut in near if 0 < cut < answer)})
        area = mp.quad(lambda wait: mp.exp(fall(peak) - fall(wait)), cuts)
        return (1 - waiting) * (1 + load / inverse * area * mp.exp(-fall(peak)))


@pytest.mark.parametrize("agents", [1, 12, 300, 10_000])
@pytest.mark.parametrize(
    ("ratio", "patience", "answer"),
    [(0.5, 1.0, 0.1), (0.9, 100.0, 100.0), (0.99, 0.01, 0.02), (1.0, 1.0, 100.0), (1.005, 3.0, 0.003)],
)
def test_eleven_digits_of_the_service_level(agents, ratio, patience, answer):
    load = agents * ratio
    truth = float(level_in_forty_digits(load, agents, 1 / patience, answer))
    team = erlang_a(load, agents, 100, 100 * patience)
    assert team.service_level(100 * answer) == pytest.approx(truth, rel=1e-11)
    # An array goes the other way than a single number.
    assert erlang_a([load] * 2, agents, 100, 100 * patience).service_level(100 * answer)[1] == pytest.approx(
        truth, rel=1e-11
    )


def test_a_tiny_share_answered_by_a_swamped_team_keeps_its_digits():
    # 60 erlangs for 40 agents and callers who wait for six handling times: next to nobody is in time.
    truth = level_in_forty_digits(60.0, 40, 1 / 6, 0.1)
    assert float(truth) < 1e-8
    assert erlang_a(60.0, 40, 100, 600).service_level(10) == pytest.approx(float(truth), rel=1e-11)


@given(LOADS, TEAMS, PATIENCE)
def test_callers_are_answered_or_gone_and_work_is_what_agents_do(load, agents, patience):
    team = erlang_a(load, agents, 240, patience)
    assert team.answered_share + team.abandonment == pytest.approx(1, abs=1e-12)
    assert team.occupancy * agents == pytest.approx(load * team.answered_share, rel=1e-12)
    # Little's law twice: those in line arrive at load / handling and leave at one per patience.
    assert team.queue_length == pytest.approx(load / 240 * team.mean_wait, rel=1e-12)
    assert team.queue_length / patience == pytest.approx(load / 240 * team.abandonment, rel=1e-12)


@given(LOADS, TEAMS, PATIENCE, st.floats(0, 600))
def test_one_more_agent_never_hurts(load, agents, patience, answer):
    teams = erlang_a(load, [agents, agents + 1], 240, patience)
    for worse, better in (teams.wait_probability, teams.abandonment, teams.mean_wait, teams.occupancy):
        assert 0 <= better <= worse * (1 + 1e-12)
    low, high = teams.service_level(answer)
    assert 0 <= low <= high * (1 + 1e-12) <= 1 + 1e-12


@given(LOADS, TEAMS, PATIENCE)
def test_it_lies_between_callers_who_leave_at_once_and_callers_who_never_do(load, agents, patience):
    waiting = erlang_a(load, agents, 240, patience).wait_probability
    assert erlang_b(load, agents) <= waiting * (1 + 1e-12)
    assert waiting <= erlang_c(load, agents) * (1 + 1e-12)


@given(LOADS, TEAMS)
def test_without_patience_it_is_erlang_b(load, agents):
    team = erlang_a(load, agents, 240, 0)
    assert team.abandonment == pytest.approx(erlang_b(load, agents), rel=1e-12, abs=1e-300)
    assert team.wait_probability == pytest.approx(erlang_b(load, agents), rel=1e-12, abs=1e-300)
    assert team.mean_wait == 0


@given(LOADS, TEAMS, st.floats(0, 600))
def test_with_patience_without_end_it_is_erlang_c(load, agents, answer):
    team = erlang_a(load, agents, 240, math.inf)
    assert team.wait_probability == pytest.approx(erlang_c(load, agents), rel=1e-11, abs=1e-300)
    assert team.mean_wait == pytest.approx(mean_wait(load, agents, 240), rel=1e-11, abs=1e-300)
    assert team.service_level(answer) == pytest.approx(service_level(load, agents, 240, answer), rel=1e-11)
    assert team.abandonment == 0


def test_very_long_patience_is_nearly_without_end():
    long = erlang_a(10.0, 11, 180, 1e9)
    assert long.wait_probability == pytest.approx(erlang_c(10.0, 11), rel=1e-5)
    assert long.abandonment == pytest.approx(mean_wait(10.0, 11, 180) / 1e9, rel=1e-5)


def test_nobody_at_work_and_nobody_who_calls():
    closed = erlang_a([5.0, 0.0], 0, 180, 60)
    assert closed.abandonment.tolist() == [1, 0]
    assert closed.mean_wait.tolist() == [60, 0]
    assert closed.occupancy.tolist() == [0, 0]
    assert closed.service_level(20).tolist() == [0, 1]


def test_arrays_keep_the_broadcast_shape_and_agree_with_single_numbers():
    teams = erlang_a(np.array([8.0, 10.0, 900.0]), [[9], [850]], 180, 300)
    assert teams.service_level(20).shape == (2, 3)
    one = erlang_a(900.0, 850, 180, 300)
    assert teams.service_level(20)[1, 2] == pytest.approx(one.service_level(20), rel=1e-12)
    assert isinstance(one.abandonment, float)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((-1, 2, 180, 60), "load is -1; it must be 0 erlangs or more"),
        ((1, 2.5, 180, 60), "agents is 2.5; it must be a whole number"),
        ((1, 2, 0, 60), "handling time is 0 seconds; it must be more than 0"),
        ((1, 2, 180, -5), "patience is -5 seconds; it must be 0 or more"),
        ((1, 2, 180, math.nan), "patience is nan seconds"),
        ((1, 2, 180, [1, 2, 3, "x"]), "cannot be read beside the load"),
    ],
)
def test_a_value_that_cannot_be_is_named(arguments, words):
    with pytest.raises(InputError, match=re.escape(words)):
        erlang_a(*arguments)

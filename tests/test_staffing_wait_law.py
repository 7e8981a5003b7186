"""The law of the wait: against the chain of states played out, and what its parts sum to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import exp, quad
from mpmath import log as mp_log
from scipy.linalg import expm

from bpo_lib.staffing import erlang_b
from bpo_lib.staffing.wait_law import WaitLaw

CASES = st.tuples(st.floats(0.1, 300), st.integers(1, 300), st.floats(0.01, 100))


def law_of(load, agents, impatience):
    last_place = float(erlang_b(load, agents - 1))
    return WaitLaw.of(*(np.array([float(part)]) for part in (load, agents, last_place, impatience)))


def chain_of_states(load, agents, impatience, wait, longest=120):
    """Return answered and hung up by a wait, and the chance to be served by then without hanging up.

    A caller who finds k in line moves up whenever one of those before is answered or hangs up.
    """
    weights = [1.0]
    for state in range(1, agents + longest):
        weights.append(weights[-1] * load / (min(state, agents) + max(state - agents, 0) * impatience))
    found = np.array(weights) / sum(weights)
    results = []
    for own in (impatience, 0.0):
        # States: places before the caller (0..), then answered, then hung up.
        moves = np.zeros((longest + 2, longest + 2))
        for place in range(longest):
            forward = agents + place * impatience
            moves[place, place - 1 if place else longest] += forward
            moves[place, longest + 1] += own
            moves[place, place] -= forward + own
        begin = np.zeros(longest + 2)
        begin[:longest] = found[agents : agents + longest]
        end = begin @ expm(moves * wait)
        results.append((found[:agents].sum() + end[longest], end[longest + 1]))
    (answered, gone), (patient, _) = results
    return answered, gone, patient


@pytest.mark.parametrize("case", [(3.0, 4, 0.5), (9.0, 7, 1.0), (12.0, 11, 3.0), (0.5, 1, 2.0)])
@pytest.mark.parametrize("wait", [0.05, 0.4, 2.0])
def test_it_is_what_a_caller_lives_through_in_the_chain_of_states(case, wait):
    answered, gone, patient = chain_of_states(*case, wait)
    law, times = law_of(*case), np.array([wait])
    assert law.answered_within(times) == pytest.approx(answered, rel=1e-10)
    assert law.hung_up_within(times) == pytest.approx(gone, rel=1e-9)
    assert law.shorter_than(times) == pytest.approx(patient, rel=1e-10)


@given(CASES, st.floats(0, 50))
def test_a_caller_is_answered_or_gone_or_still_waits(case, wait):
    law, times = law_of(*case), np.array([wait])
    parts = (law.answered_within(times), law.hung_up_within(times), law.still_waiting(times))
    assert sum(parts) == pytest.approx(1, abs=1e-12)
    assert min(parts) >= 0


@given(CASES, st.floats(0, 0.9999))
def test_the_quantile_is_where_the_share_is_reached(case, share):
    law = law_of(*case)
    wait = law.quantile(share)
    if wait[0] == 0:
        assert law.waiting[0] <= 1 - share + 1e-12
    else:
        assert law.still_waiting(wait) == pytest.approx(1 - share, rel=1e-9)


@given(CASES)
def test_after_no_wait_and_after_the_longest_wait(case):
    law = law_of(*case)
    begin, end = np.zeros(1), np.array([1e4])
    assert law.answered_within(begin) == pytest.approx(1 - law.waiting, abs=1e-12)
    assert law.hung_up_within(begin) == pytest.approx(0, abs=1e-15)
    assert law.answered_within(end) == pytest.approx(law.answered, rel=1e-11)
    assert law.hung_up_within(end) == pytest.approx(law.hung_up, rel=1e-11)


def test_one_agent_by_hand():
    # Load, agents and impatience 1: nobody is in with chance 1/e, so 1 - 1/e wait and 1/e hang up.
    law = law_of(1, 1, 1)
    assert law.waiting == pytest.approx(1 - np.exp(-1), rel=1e-14)
    assert law.hung_up == pytest.approx(np.exp(-1), rel=1e-14)
    # The waits of the answered: the integral of -log(u) u exp(-u) over u = exp(-x) from 0 to 1.
    assert law.answered_wait == pytest.approx(
        float(quad(lambda u: -mp_log(u) * u * exp(-u), [0, 1])), rel=1e-14
    )

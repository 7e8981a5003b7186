"""The density of the wait behind busy agents: closed forms of its integrals."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp

from bpo_lib.staffing.virtual_wait import Piece, fall, peak_of, stretch

LATER, EARLIER = np.array([True]), np.array([False])


def one(*values):
    return [np.array([float(value)]) for value in values]


def whole(load, speed, impatience):
    """Return the integral from no wait on, with the density 1 at its peak."""
    columns = one(load, speed, impatience)
    peak = peak_of(*columns)
    after = stretch(Piece(*columns, peak, np.array([np.inf]), LATER))
    before = stretch(Piece(*columns, peak, peak, EARLIER))
    return [float(left[0] + right[0]) for left, right in zip(before, after, strict=True)], float(peak[0])


def test_without_impatience_the_wait_is_exponential():
    # Speed 14, load 10: exp(-4 x), whose integral is 1/4 and whose mean part is 1/16.
    (offered, answered, hung_up, wait), _ = whole(10, 14, 1e-200)
    assert (offered, answered, wait) == pytest.approx((1 / 4, 1 / 4, 1 / 16), rel=1e-14)
    assert hung_up < 1e-199


def test_with_patience_as_long_as_the_handling_by_hand():
    # Load 1, speed 1, impatience 1: exp(1 - exp(-x) - x) integrates to e (1 - 1/e) = e - 1.
    (offered, answered, hung_up, _), _ = whole(1, 1, 1)
    assert offered == pytest.approx(math.e - 1, rel=1e-14)
    # The impatience takes exp(-x) off: the integral over u = exp(-x) of u exp(1 - u) is e - 2.
    assert answered == pytest.approx(math.e - 2, rel=1e-14)
    assert hung_up == pytest.approx(1, rel=1e-14)


@pytest.mark.parametrize("speed", [1, 40, 700])
@pytest.mark.parametrize("ratio", [0.4, 0.99, 1.0, 1.2, 3.0])
@pytest.mark.parametrize("impatience", [0.02, 1.0, 50.0, 1e4])
def test_the_integral_is_an_incomplete_gamma_function(speed, ratio, impatience):
    (offered, *_), peak = whole(speed * ratio, speed, impatience)
    with mp.workdps(60):
        rate, share = mp.mpf(speed * ratio) / impatience, mp.mpf(speed) / impatience
        height = rate * (1 - mp.exp(-impatience * mp.mpf(peak))) - speed * mp.mpf(peak)
        truth = mp.hyp1f1(1, share + 1, rate) / speed * mp.exp(-height)
    assert offered == pytest.approx(float(truth), rel=1e-12)


@given(st.floats(0.1, 5_000), st.floats(0.1, 5_000), st.floats(1e-3, 1e3))
def test_what_is_offered_is_answered_or_hangs_up(load, speed, impatience):
    (offered, answered, hung_up, wait), _ = whole(load, speed, impatience)
    assert answered + hung_up == pytest.approx(offered, rel=1e-12)
    # The identity of the density's slope: load x answered = speed x offered - density at no wait.
    assert load * answered <= speed * offered * (1 + 1e-12)
    assert wait >= 0


@given(st.floats(0.1, 500), st.floats(0.1, 500), st.floats(1e-2, 1e2), st.floats(0, 10))
def test_two_pieces_are_the_whole(load, speed, impatience, cut):
    columns = one(load, speed, impatience)
    (peak,) = peak_of(*columns)
    start = np.array([peak])
    near = stretch(Piece(*columns, start, np.array([cut]), LATER))
    far = stretch(Piece(*columns, start + cut, np.array([np.inf]), LATER))
    fallen = fall(*one(min(load, speed), max(speed - load, 0), impatience, cut))
    together = stretch(Piece(*columns, start, np.array([np.inf]), LATER))
    for first, rest, both in zip(near, far, together, strict=True):
        assert first + np.exp(-fallen) * rest == pytest.approx(both, rel=1e-11, abs=1e-300)


def test_many_pieces_at_once_are_the_same_as_one_by_one():
    load = np.linspace(1, 900, 10_000)
    columns = (load, load * 1.05, np.full(load.shape, 0.7), load * 0, load * np.inf, load > 0)
    together = stretch(Piece(*columns)).offered
    alone = [stretch(Piece(*(column[k : k + 1] for column in columns))).offered[0] for k in (0, 5_000, 9_999)]
    assert together[[0, 5_000, 9_999]] == pytest.approx(alone, rel=1e-13)

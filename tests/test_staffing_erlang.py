"""Erlang B and C: every published value that is right, sums by hand, and the laws of queues."""

import csv
import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from bpo_lib.errors import InputError
from bpo_lib.staffing import erlang_b, erlang_c, mean_wait, required_agents, service_level


def blocking_in_sixty_digits(load, agents):
    with mp.workdps(60):
        terms, term = mpf(1), mpf(1)
        for k in range(agents, 0, -1):
            term *= mpf(k) / mpf(load)
            terms += term
        return 1 / terms


def numbers(text):
    """Read `n=14,A=10,AHT=180,T=20` and its spellings into floats."""
    found = {name: float(value) for name, value in re.findall(r"(AHT|A|T|n|B|SL)>?=([\d.]+)", text)}
    per_hour, per_minute = re.search(r"(\d+)/h", text), re.search(r"(\d+)/min", text)
    if per_hour:
        found["A"] = float(per_hour[1]) / 3600 * found["AHT"]
    if per_minute:
        found["AHT"] *= 60
        found["A"] = float(per_minute[1]) / 60 * found["AHT"]
    return found


def smallest_agents_with_waiting_under(load, share):
    return next(n for n in range(1, 200) if erlang_c(load, n) < share)


def ours(row):
    """Return our value for one row of the reference table, as a list of floats."""
    given_, quantity = numbers(row["parameters"]), row["quantity"]
    load, agents = given_.get("A"), int(given_.get("n", 0))
    if row["model"] == "B":
        return [erlang_b(load or float(row["true_mpmath_17_digits"]), agents)]
    if quantity.startswith("min n for Pw"):
        return [smallest_agents_with_waiting_under(load, share) for share in (0.1, 0.2)]
    if quantity.startswith("min n (AHT"):
        return [required_agents(load, seconds, 0.80, 20) for seconds in (120, 180, 300, 600)]
    if quantity == "n":
        return [required_agents(load, given_["AHT"], given_["SL"], given_["T"])]
    return {
        "C": lambda: [erlang_c(load, agents)],
        "SL": lambda: [service_level(load, agents, given_["AHT"], given_["T"])],
        "ASA s": lambda: [mean_wait(load, agents, given_["AHT"])],
    }[quantity]()


def test_every_row_of_the_reference_table_for_erlang_b_and_c(shared):
    # The 31 rows of Erlang A are in test_staffing_erlang_a.py.
    with shared("reference/erlang_reference.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["model"] in "BC"]
    assert len(rows) == 61
    for row in rows:
        if row["quantity"] == "A":  # an inverse: the load that 15 lines carry at 1% blocking
            assert ours(row) == pytest.approx([0.01], rel=1e-12), row
            continue
        truth = [float(part) for part in row["true_mpmath_17_digits"].split("/")]
        assert ours(row) == pytest.approx(truth, rel=1e-12), row


def test_two_agents_by_hand():
    # A = 1, n = 2: B = (1/2) / (1 + 1 + 1/2) = 1/5; C = 2 B / (2 - 1 + B) = 1/3.
    assert erlang_b(1.0, 2) == pytest.approx(1 / 5, rel=1e-15)
    assert erlang_c(1.0, 2) == pytest.approx(1 / 3, rel=1e-15)
    # SL(60 s) at 120 s handling = 1 - e^(-1/2) / 3; ASA = 120 / 3 = 40 s.
    assert service_level(1.0, 2, 120, 60) == pytest.approx(1 - math.exp(-0.5) / 3, rel=1e-15)
    assert mean_wait(1.0, 2, 120) == pytest.approx(40, rel=1e-15)


@pytest.mark.parametrize("agents", [1, 2, 16, 150, 3_000])
@pytest.mark.parametrize("ratio", [1e-9, 0.3, 0.95, 1.0, 1.09, 1.11, 3.0, 1e4])
def test_twelve_digits_against_sixty(agents, ratio):
    load = agents * ratio
    truth = float(blocking_in_sixty_digits(load, agents))
    assert erlang_b(np.array([load]), agents)[0] == pytest.approx(truth, rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(("load", "agents"), [(9.5, 12), (480.0, 500), (3.0, 400), (0.01, 3), (0, 0), (0, 4)])
def test_single_numbers_and_arrays_agree(load, agents):
    for formula in (erlang_b, erlang_c):
        assert formula(load, agents) == pytest.approx(formula(np.array([load]), agents)[0], rel=1e-12)


@given(st.floats(0.01, 3_000), st.integers(1, 4_000))
def test_waiting_is_a_share_and_falls_with_agents(load, agents):
    now, next_ = erlang_c(np.array([load, load]), np.array([agents, agents + 1]))
    assert 0 <= next_ <= now <= 1
    assert now == 1 or agents > load


@given(st.floats(0.1, 500), st.integers(1, 700), st.floats(0, 300), st.floats(0, 300))
def test_more_time_to_answer_never_lowers_the_service_level(load, agents, one, other):
    early, late = sorted((one, other))
    assert service_level(load, agents, 200, early) <= service_level(load, agents, 200, late)


def test_agents_who_cannot_keep_up_answer_nobody_in_time():
    assert erlang_c(10, 10) == 1
    assert service_level(10, 10, 180, 20) == 0
    assert mean_wait(10, 9, 180) == math.inf


def test_without_calls_nobody_waits():
    assert service_level(0, 0, 180, 20) == 1
    assert mean_wait(0, 0, 180) == 0


def test_arrays_keep_the_broadcast_shape():
    assert erlang_b(np.ones((3, 1)), np.arange(1, 5)).shape == (3, 4)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: erlang_b(-1, 2), "load is -1; it must be 0 erlangs or more"),
        (lambda: erlang_b(math.nan, 2), "load is nan"),
        (lambda: erlang_c(1, 2.5), "agents is 2.5; it must be a whole number"),
        (lambda: erlang_b("many", 2), "not a number of erlangs"),
        (lambda: erlang_b([1, 2], [1, 2, 3]), "cannot be read beside the load"),
        (lambda: service_level(1, 2, 0, 20), "handling time is 0 seconds"),
        (lambda: service_level(1, 2, 180, -1), "answer time is -1 seconds"),
    ],
)
def test_a_value_that_cannot_be_is_named(call, words):
    with pytest.raises(InputError, match=re.escape(words)):
        call()

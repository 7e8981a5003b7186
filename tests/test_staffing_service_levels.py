"""The definitions of a service level: by hand, in their order, and the words of an error."""

from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.staffing import ServiceLevelDefinition, erlang_a, service_level
from bpo_lib.staffing.service_levels import AnswerTimeShares, level_of

DEFINITIONS = get_args(ServiceLevelDefinition)


def test_a_thousand_calls_by_hand():
    # Of 1,000 calls 700 are answered within 20 s and 100 hang up within it, 40 of them within 5 s;
    # 150 more are answered later. So 850 are answered at all.
    shares = AnswerTimeShares(*(np.array(part) for part in (0.70, 0.10, 0.96, 0.85, 0.74)))
    levels = {name: float(level_of(name, shares)) for name in DEFINITIONS}
    assert levels == pytest.approx(
        {
            "offered": 700 / 1_000,
            "patient": 0.74,
            "without_short": 700 / 960,
            "kept": 800 / 1_000,
            "answered": 700 / 850,
        }
    )


@given(st.floats(0.1, 300), st.integers(0, 330), st.floats(1, 5_000), st.floats(0, 300))
def test_they_keep_their_order(load, agents, patience, answer):
    team = erlang_a(load, agents, 240, patience)
    levels = {name: team.service_level(answer, name) for name in DEFINITIONS}
    little = 1e-12
    assert 0 <= levels["offered"] <= levels["patient"] + little
    assert levels["patient"] <= levels["without_short"] + little
    assert levels["without_short"] <= levels["kept"] + little <= 1 + little
    assert agents == 0 or levels["without_short"] <= levels["answered"] + little <= 1 + little


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_when_nobody_hangs_up_they_are_one(definition):
    team = erlang_a(10.0, 13, 180, np.inf)
    assert team.service_level(20, definition) == pytest.approx(service_level(10.0, 13, 180, 20), rel=1e-13)


@pytest.mark.parametrize("definition", DEFINITIONS)
@given(load=st.floats(0.1, 200), agents=st.integers(1, 220), patience=st.floats(1, 5_000))
def test_one_more_agent_never_lowers_any_of_them(definition, load, agents, patience):
    worse, better = erlang_a(load, [agents, agents + 1], 240, patience).service_level(30, definition)
    assert worse <= better + 1e-12


def test_the_sooner_a_short_abandon_must_be_the_more_calls_count():
    team = erlang_a(12.0, 11, 180, 60)
    levels = [team.service_level(20, "without_short", short) for short in (0, 5, 20, 60)]
    assert levels == sorted(levels)
    assert levels[0] == pytest.approx(team.service_level(20), rel=1e-13)
    assert levels[2] == pytest.approx(team.service_level(20, "without_short"), rel=1e-15)


def test_nobody_answered_is_no_service():
    assert erlang_a(5.0, 0, 180, 60).service_level(20, "answered") == 0
    # Those who hang up in time have not waited longer.
    assert erlang_a(5.0, 0, 180, 60).service_level(60, "kept") == pytest.approx(1 - np.exp(-1))


def test_an_unknown_definition_is_named():
    with pytest.raises(InputError, match="definition is 'best'; it must be one of offered, patient"):
        erlang_a(5.0, 6, 180, 60).service_level(20, "best")

"""The spreads of a simulation: all have defaults, and none is a client's duty."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.risk.terms import RiskTerms


def test_a_client_need_say_nothing_of_risk():
    assert not any(each.required for each in RiskTerms.declarations())
    assert RiskTerms().paths == 10_000


def test_every_spread_is_called_a_house_assumption():
    assert {each.source for each in RiskTerms.declarations()} == {"house assumption"}


def test_too_few_courses_are_refused_in_words():
    with pytest.raises(InputError, match="paths is 10, below the smallest allowed value 64"):
        RiskTerms(paths=10)

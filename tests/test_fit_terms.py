"""JudgementTerms: every limit is declared, labelled and kept inside the scale."""

import pytest

from bpo_lib.assumptions import HOUSE
from bpo_lib.errors import InputError
from bpo_lib.fit import JudgementTerms


def test_every_limit_is_a_house_assumption_with_a_default():
    for declared in JudgementTerms.declarations():
        assert declared.source == HOUSE
        assert declared.default is not None


def test_the_limits_of_the_method():
    house = JudgementTerms()
    assert (house.unwritten_exceptions, house.saving_chance) == (0.20, 0.50)
    assert (house.robust_share, house.leaning_share) == (0.80, 0.50)


def test_a_level_beyond_the_scale_is_refused():
    with pytest.raises(InputError, match="law_level is 6, above the largest allowed value 5"):
        JudgementTerms(law_level=6)

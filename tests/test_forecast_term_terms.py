"""The declared terms of demand: the default, the range and the words of the error."""

import re

import pytest

from bpo_lib.errors import InputError
from bpo_lib.forecast import DemandTerms


def test_volume_stays_level_until_somebody_says_otherwise():
    growth = DemandTerms.declarations()[0]
    assert (growth.name, growth.unit, growth.default) == ("demand.volume_growth_per_year", "share/year", 0)


def test_a_percentage_in_place_of_a_share_is_named():
    with pytest.raises(InputError, match=re.escape("volume_growth_per_year is 8, above the largest")):
        DemandTerms(volume_growth_per_year=8)

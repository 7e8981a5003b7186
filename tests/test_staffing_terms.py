"""The declared terms of work: defaults, ranges and the words of their errors."""

import re

import pytest

from bpo_lib.errors import InputError
from bpo_lib.staffing import WorkTerms


def test_shrinkage_multiplies_by_hand():
    # 14% away, then 20% of the remaining 86%: 68.8% of paid time is left.
    assert WorkTerms(handling_minutes=4).available_share == pytest.approx(0.688)


def test_only_the_handling_time_has_to_be_given():
    required = [entry.name for entry in WorkTerms.declarations() if entry.required]
    assert required == ["work.handling_minutes"]


def test_every_default_says_whose_it_is():
    assert all(entry.source for entry in WorkTerms.declarations() if not entry.required)


def test_a_percentage_in_place_of_a_share_is_named():
    with pytest.raises(
        InputError, match=re.escape("service_level is 80, above the largest allowed value 0.99")
    ):
        WorkTerms(handling_minutes=4, service_level=80)

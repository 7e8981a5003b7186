"""The criteria as a whole: the 25 ids that `answers.csv` knows."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, GROUPS, criterion_named

BY_LETTER = {"S": 2, "P": 9, "D": 4, "R": 4, "M": 4, "G": 2}


def test_there_are_25_criteria_with_the_ids_of_the_answers_file():
    expected = [f"{letter}{number + 1}" for letter, count in BY_LETTER.items() for number in range(count)]
    assert [each.id for each in CRITERIA] == expected
    assert len(expected) == 25


def test_the_groups_come_in_the_order_of_the_weights():
    assert tuple(dict.fromkeys(each.group for each in CRITERIA)) == GROUPS


def test_a_criterion_is_found_by_its_id():
    assert criterion_named("R2").label == "R2 regulatory constraint"


def test_an_unknown_criterion_is_named_with_the_ones_there_are():
    with pytest.raises(InputError, match="'P10' is not a criterion; the ids are S1, S2, P1"):
        criterion_named("P10")

"""Judgements in words: the larger first, and what would fit the others in the same order."""

import pytest

from bpo_lib.fit.weighting.ahp import Revisit, Triple
from bpo_lib.workbook.weight_words import contradiction, judged, member, revisited, set_words


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (3, "risk counts 3 times as much as the market"),
        (1 / 3, "the market counts 3 times as much as risk"),
        (2.88, "risk counts 2.9 times as much as the market"),
        (1.04, "risk counts as much as the market"),
        (1, "risk counts as much as the market"),
    ],
)
def test_a_judgement_names_the_larger_first(times, words):
    assert judged("risk", "market", times) == words


@pytest.mark.parametrize(
    ("given", "value", "words"),
    [
        (5, 9, "risk counts 5 times as much as demand; 9 times would fit the other judgements best"),
        (1 / 4, 1 / 2, "demand counts 4 times as much as risk; 2 times would fit the other judgements best"),
        (6, 1 / 2, "risk counts 6 times as much as demand; 1/2 would fit the other judgements best"),
        (2, 1, "risk counts 2 times as much as demand; alike would fit the other judgements best"),
    ],
)
def test_the_better_value_is_said_in_the_same_order(given, value, words):
    assert revisited(Revisit("risk", "demand", given, value, 0.01)) == words


def test_a_contradiction_names_the_way_round():
    triple = Triple("process", "market", "governance", 0.5, 4)
    assert contradiction(triple) == (
        "the process itself counts 4 times as much as governance, but by way of the market it would be 1/2"
    )


def test_criteria_and_sets_are_named_and_not_numbered():
    assert member("R4") == "lock-in"
    assert set_words("groups") == "the groups"
    assert set_words("process") == "the criteria of the process itself"

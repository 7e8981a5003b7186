"""The criteria of the work itself: complete, and their words agree with their cut points."""

import re

import pytest

from bpo_lib.fit.scales.anchors_work import DEMAND, PROCESS

NUMBERS_IN_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "twice": 2.0}
SPELT_OUT = ("practically none",)  # the only anchor that names its cut, 0.1 hand-offs, in words alone
MEASURED = [each for each in PROCESS + DEMAND if each.cuts]


def numbers(anchor):
    """Return the cut points an anchor names, in the unit of the criterion."""
    text = anchor.replace("the ten commonest routes", "")
    found = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    found += [value for word, value in NUMBERS_IN_WORDS.items() if re.search(rf"\b{word}\b", text)]
    return {number / 100 if "%" in text else number for number in found}


@pytest.mark.parametrize("about", PROCESS + DEMAND, ids=lambda about: about.id)
def test_every_criterion_can_be_asked_and_answered(about):
    assert about.question.endswith("?")
    assert len({anchor.strip() for anchor in about.anchors if anchor.strip()}) == 5
    assert about.evidence
    assert about.weight > 0


@pytest.mark.parametrize("about", MEASURED, ids=lambda about: about.id)
def test_an_anchor_names_the_cut_points_it_is_measured_by(about):
    for level, anchor in enumerate(about.anchors):
        neighbours = {about.cuts[level], about.cuts[level + 1]} - {about.cuts[0], about.cuts[-1]}
        named = numbers(anchor) if not anchor.startswith(SPELT_OUT) else neighbours
        assert named <= neighbours
        assert named


def test_scale_by_hand():
    scale = next(each for each in DEMAND if each.id == "D1")
    assert scale.level_of(30) == 3.0  # half way between 10 and 50 FTE: level 3 in full

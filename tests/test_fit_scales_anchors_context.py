"""The criteria around the work: complete, and measured on the lines between their anchors."""

import pytest

from bpo_lib.fit.scales.anchors_context import GOVERNANCE, MARKET, RISK, STRATEGY

ALL = STRATEGY + RISK + MARKET + GOVERNANCE


@pytest.mark.parametrize("about", ALL, ids=lambda about: about.id)
def test_every_criterion_can_be_asked_and_answered(about):
    assert about.question.endswith("?")
    assert len({anchor.strip() for anchor in about.anchors if anchor.strip()}) == 5
    assert about.evidence
    assert about.weight > 0


def test_a_cost_advantage_by_hand():
    advantage = next(each for each in MARKET if each.id == "M1")
    assert advantage.level_of(0.15) == 3.0  # half way between 10 and 20%: level 3 in full
    assert advantage.level_of(0.0) == 1.5  # neither dearer nor cheaper: on the line between 1 and 2

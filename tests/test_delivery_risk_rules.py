"""The table of risks by answer: each rule sound, and severity by hand."""

import pytest

from bpo_lib.delivery.risk_rules import ANSWER_RULES
from bpo_lib.fit import ALTERNATIVES, CRITERIA, HOUSE_TABLE

BY_CRITERION = {rule.criterion: rule for rule in ANSWER_RULES}
OFFSHORE = [each.key for each in ALTERNATIVES].index("offshore")  # the way that carries the most risk
DIRECTION = {each.id: HOUSE_TABLE.words(each.id)[OFFSHORE] for each in CRITERIA}


def test_a_criterion_brings_up_one_risk():
    assert len(BY_CRITERION) == len(ANSWER_RULES)
    assert set(BY_CRITERION) <= set(DIRECTION)


def test_severity_by_hand():
    # P1: medium from level 3 down, high from 2 down; half a level counts as reached.
    severity = BY_CRITERION["P1"].severity
    assert [severity(level) for level in (5, 3.5, 3.4, 2.5, 2.4, 1)] == [
        None, None, "medium", "medium", "high", "high",
    ]  # fmt: skip
    severity = BY_CRITERION["R1"].severity
    assert [severity(level) for level in (3, 3.5, 4.4, 4.5, 5)] == [None, "medium", "medium", "high", "high"]


@pytest.mark.parametrize("rule", ANSWER_RULES, ids=list(BY_CRITERION))
def test_a_worse_answer_is_never_a_smaller_risk(rule):
    levels = range(1, 6) if rule.rising else range(5, 0, -1)
    order = [[None, "medium", "high"].index(rule.severity(level)) for level in levels]
    assert order == sorted(order)
    assert order[0] == 0


@pytest.mark.parametrize("rule", ANSWER_RULES, ids=list(BY_CRITERION))
def test_a_rule_agrees_with_the_direction_of_its_criterion(rule):
    if rule.criterion in {"D3", "M4"}:  # a peak and automation speak for a move and are a risk all the same
        assert rule.rising
    else:
        assert rule.rising == (DIRECTION[rule.criterion] == "down")


@pytest.mark.parametrize("rule", ANSWER_RULES, ids=list(BY_CRITERION))
def test_every_rule_says_what_holds_it_who_and_what_to_watch(rule):
    assert min(len(rule.risk), len(rule.control), len(rule.owner), len(rule.trigger)) > 5

"""The criteria table: complete, anchored, and worth what its direction says."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, GROUPS, criterion_named

MEASURED = [each for each in CRITERIA if each.cuts]
IDS = [each.id for each in CRITERIA]
CONTRACT = {"S": 2, "P": 9, "D": 4, "R": 4, "M": 4, "G": 2}  # ids by letter, as `answers.csv` knows them


def test_there_are_25_criteria_in_six_groups():
    expected = [f"{letter}{number + 1}" for letter, count in CONTRACT.items() for number in range(count)]
    assert expected == IDS
    assert len(IDS) == 25
    assert {each.group for each in CRITERIA} == set(GROUPS)


@pytest.mark.parametrize("about", CRITERIA, ids=IDS)
def test_every_criterion_can_be_asked_and_answered(about):
    assert about.question.endswith("?")
    assert len({anchor.strip() for anchor in about.anchors if anchor.strip()}) == 5
    assert about.evidence
    assert about.weight > 0


@pytest.mark.parametrize("about", CRITERIA, ids=IDS)
def test_value_runs_from_worst_to_best(about):
    values = [about.value(level / 4) for level in range(4, 21)]
    assert min(values) == about.value(about.worst) == 0
    assert about.value(about.best) == 1
    assert max(values) <= 1


def test_values_by_hand():
    assert criterion_named("P1").value(4) == 0.75  # up
    assert criterion_named("R2").value(4) == 0.25  # down
    assert criterion_named("M4").value(1) == pytest.approx(2 / 3)  # peak at 2, 3 levels to the far end


@pytest.mark.parametrize(
    ("name", "measured", "level"),
    [
        ("P2", 0.39, 1),
        ("P2", 0.675, 3),
        ("P2", 0.95, 5),
        ("P9", 0.21, 1),
        ("P9", 0.015, 5),
        ("P6", 0.84, 4),
        ("P6", 0.0, 5),
        ("D1", 2, 1),
        ("D1", 20, 3),
        ("D1", 120, 5),
        ("D2", 0.20, 3),
        ("D2", 0.40, 1),
        ("D3", 1.4, 3),
        ("M1", -0.05, 1),
        ("M1", 0.15, 3),
        ("M1", 0.40, 5),
    ],
)
def test_a_measured_level_rounds_to_the_anchor_that_describes_it(name, measured, level):
    assert round(criterion_named(name).level_of(measured)) == level


@pytest.mark.parametrize("about", MEASURED, ids=[each.id for each in MEASURED])
def test_levels_lie_half_way_at_the_cuts_and_never_leave_1_to_5(about):
    assert [about.level_of(cut) for cut in about.cuts] == [1, 1.5, 2.5, 3.5, 4.5, 5]
    assert {about.level_of(far) for far in (-1e9, 1e9)} == {1, 5}


def test_an_unknown_criterion_is_named_with_the_ones_there_are():
    with pytest.raises(InputError, match="'P10' is not a criterion; the ids are S1, S2, P1"):
        criterion_named("P10")

"""One criterion: which level a figure stands for."""

import pytest

from bpo_lib.fit import CRITERIA, criterion_named

MEASURED = [each for each in CRITERIA if each.cuts]


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


def test_what_cannot_be_measured_has_no_level():
    with pytest.raises(AssertionError, match="G2 has no cut points"):
        criterion_named("G2").level_of(3)

"""Names that differ only by what nobody would say aloud are told, with their rows."""

import numpy as np

from bpo_lib.process.log.look_alikes import activity_look_alikes, case_look_alikes


def cases(*names):
    return case_look_alikes(names, np.arange(len(names)))


def test_leading_zeros_make_two_cases_and_it_is_said():
    [note] = cases("007", "8", "7")
    assert note == (
        "'007' (row 2) and '7' (row 4) count as two cases, since case ids are text. "
        "If they are one case, write its id alike everywhere."
    )


def test_several_pairs_are_counted_and_one_is_shown():
    [note] = cases("a1", "A1", "01", "1", " 1")
    assert "'a1' (row 2) and 'A1' (row 3)" in note
    assert "; 2 more ids resemble another" in note


def test_zeros_inside_or_behind_are_another_id():
    assert cases("70", "7", "0", "00x") == ()


def test_activities_that_differ_in_capitals_or_spaces_are_told():
    [note] = activity_look_alikes(["Check", "Pay", "check "])
    assert note.startswith("'Check' and 'check ' count as two activities.")
    assert activity_look_alikes(["Check", "Pay"]) == ()

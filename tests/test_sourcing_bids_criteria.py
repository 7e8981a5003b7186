"""The questions to providers: complete, anchored, and each with a way to answer it."""

from bpo_lib.sourcing import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.criteria import UNITS

SCORED = [each for each in VENDOR_CRITERIA if each.kind == "scored"]


def test_ids_are_unique():
    assert len({each.id for each in VENDOR_CRITERIA}) == len(VENDOR_CRITERIA)


def test_every_scored_question_has_five_different_anchors():
    assert all(len(set(each.anchors)) == 5 for each in SCORED)


def test_a_must_have_says_what_lifts_it_and_nothing_else_does():
    assert all(bool(each.lifts) == (each.kind == "must_have") for each in VENDOR_CRITERIA)


def test_every_answer_has_a_form_and_its_unit():
    assert {each.form for each in VENDOR_CRITERIA} == set(UNITS)
    assert {each.form for each in SCORED} == {"level"}
    assert VENDOR_CRITERIA[0].unit == "yes/no, or the date until which it is valid"

"""The questions to providers: complete, anchored and weighted."""

import pytest

from bpo_lib.sourcing import VENDOR_CRITERIA

SCORED = [each for each in VENDOR_CRITERIA if each.kind == "scored"]


def test_ids_are_unique():
    assert len({each.id for each in VENDOR_CRITERIA}) == len(VENDOR_CRITERIA)


def test_weights_add_up_to_one_and_must_haves_have_none():
    assert sum(each.weight for each in VENDOR_CRITERIA) == pytest.approx(1)
    assert not any(each.weight for each in VENDOR_CRITERIA if each.kind == "must_have")


def test_every_scored_question_has_five_different_anchors():
    assert all(len(set(each.anchors)) == 5 for each in SCORED)


def test_quality_weighs_more_than_any_other_answer_and_all_answers_more_than_price():
    # Deloitte 2012: quality ended more contracts early than cost did.
    quality = max(SCORED, key=lambda each: each.weight)
    price = next(each for each in VENDOR_CRITERIA if each.kind == "price")
    assert quality.id == "quality_system"
    assert sum(each.weight for each in SCORED) > 3 * price.weight

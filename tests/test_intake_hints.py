"""Hints: what a scaffold explains, and what is never mistaken for the client's words."""

from bpo_lib.fit import CRITERIA
from bpo_lib.intake.assumption_rows import HINTS
from bpo_lib.intake.hints import answer_hints, own_note


def test_a_hint_says_meaning_range_and_what_an_empty_row_means():
    assert HINTS["work.handling_minutes"] == (
        "average handling time of one transaction (AHT); from 0.1 to 480; needed"
    )
    assert HINTS["per_fte.rate_per_month"].endswith("needed only if the per_fte rows are used")
    assert HINTS["work.answer_seconds"].endswith("default 20 (house assumption)")


def test_every_criterion_has_a_hint_with_its_question():
    assert all(criterion.question in answer_hints()[criterion.id] for criterion in CRITERIA)


def test_only_an_untouched_hint_is_dropped():
    assert own_note(" a hint ", "a hint") == ""
    assert own_note("a hint, and more", "a hint") == "a hint, and more"

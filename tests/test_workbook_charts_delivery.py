"""Charts of the delivery: who leads, how long the work takes to move."""

import datetime as dt
from dataclasses import replace

import stand_ins
from stand_ins import page, title

from bpo_lib.errors import Missing
from bpo_lib.workbook.charts import delivery


def test_the_lead_is_named_in_points():
    assert title(delivery.provider_scores(stand_ins.provider_scores())) == (
        "Alfa leads with 71.0 of 100, 6.5 points before Bravo"
    )


def test_no_lead_is_named_when_nobody_meets_the_must_haves():
    scores = replace(stand_ins.provider_scores(), winner=None, runner_up=None)
    assert title(delivery.provider_scores(scores)) == "No provider meets every must-have"


def test_missing_providers_are_not_drawn_since_their_table_asks_for_them():
    shown = delivery.provider_scores(Missing("vendors.csv", "a score", "answers"))
    assert shown.markup == ""


def test_the_length_of_the_transition_is_named():
    assert title(delivery.transition_plan(stand_ins.transition_plan())) == (
        "The work moves in 5 stages within 5 months, from Oct 2025 to Feb 2026"
    )


def test_a_steady_state_does_not_dwarf_the_transition():
    stages = stand_ins.transition_plan()
    stages["end"] = [*stages["end"][:-1], dt.date(2030, 12, 31)]
    drawn = delivery.transition_plan(stages)
    assert title(drawn) == "The work moves in 4 stages within 4 months, from Oct 2025 to Jan 2026"
    assert "100% until Dec 2030" in page(drawn).svg.text.replace("\u00a0", " ")

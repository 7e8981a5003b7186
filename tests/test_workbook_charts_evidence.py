"""Charts of the evidence: score, groups, routes and times."""

import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import evidence


def test_the_score_is_named_with_what_costs_most():
    assert title(evidence.fit_contributions(stand_ins.fit())) == (
        "The score is 69 of 100 (64 to 74 with answers still missing); "
        "Strategic differentiation costs most, 7.5 points"
    )


def test_a_missing_answer_is_said_to_be_missing():
    assert "no answer" in page(evidence.fit_contributions(stand_ins.fit())).svg.text


def test_groups_are_ranked_by_their_share_of_what_they_could_add():
    # Strategy adds 22.5 of 30; governance, not answered, half of 10.
    assert title(evidence.fit_by_group(stand_ins.fit())) == (
        "Strategy speaks most for outsourcing (75 of 100), Governance least (50)"
    )


def test_the_share_of_cases_that_the_routes_cover_is_their_sum():
    assert title(evidence.process_variants(stand_ins.event_profile())) == (
        "The 10 most frequent of 16 routes cover 94.0% of cases"
    )


def test_the_longest_activity_is_named_in_a_fitting_unit():
    assert title(evidence.activity_times(stand_ins.event_profile())) == (
        "Ask supplier takes longest: 2.0 days in the median case"
    )


def test_activities_without_lengths_are_not_drawn():
    profile = stand_ins.event_profile()
    profile.activity_table["median_minutes"] = float("nan")
    assert "no start times" in page(evidence.activity_times(profile)).text


def test_without_an_event_log_nothing_is_drawn_since_the_chapter_asks_for_one():
    shown = [evidence.process_variants(None), evidence.activity_times(None)]
    assert [each.markup for each in shown] == ["", ""]

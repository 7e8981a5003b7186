"""Charts of the fit score: by criterion and by group."""

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

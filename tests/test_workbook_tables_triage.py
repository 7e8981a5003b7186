"""Tables of the automation triage."""

from stand_ins import page
from triage_cases import FREE, case_with, two_steps

from bpo_lib.pricing import automation_triage
from bpo_lib.pricing.alternatives.triage import NO_ASSESSMENT
from bpo_lib.workbook import tables


def test_each_technology_stands_with_what_it_reaches_costs_and_saves():
    case = case_with(two_steps(), **FREE)
    text = page(tables.technologies(automation_triage(case), case)).text
    assert "Robots on the screens (RPA)" in text
    assert "24.0%" in text  # 60% of time x .8 x 1 x .5


def test_a_technology_that_never_pays_back_says_so():
    case = case_with(two_steps(), **dict.fromkeys(FREE, 900.0))
    assert "never" in page(tables.technologies(automation_triage(case), case)).text


def test_steps_keep_hostile_names_inert_and_say_what_stays_with_people():
    case = case_with(two_steps(), **dict.fromkeys(FREE, 900.0))
    shown = tables.automated_steps(automation_triage(case))
    assert "Read &lt;b&gt;" in shown.markup
    assert "stays with people" in shown.markup


def test_without_an_assessment_the_tables_leave_the_word_to_the_chapter():
    case = case_with(two_steps())
    assert (
        tables.technologies(NO_ASSESSMENT, case).markup == tables.automated_steps(NO_ASSESSMENT).markup == ""
    )

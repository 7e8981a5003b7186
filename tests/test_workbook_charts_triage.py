"""The chart of the automation triage."""

from stand_ins import page, title
from triage_cases import FREE, case_with, two_steps

from bpo_lib.pricing import automation_triage
from bpo_lib.pricing.alternatives.triage import NO_ASSESSMENT
from bpo_lib.sourcing import recommended_deal
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.charts import triage


def test_the_title_names_what_is_worth_it_and_what_it_saves():
    case = case_with(two_steps(), **FREE)
    found = automation_triage(case)
    said = title(triage(found, case))
    saved = numbers.money(found.saving_npv, "EUR").replace(numbers.SPACE, " ")
    assert said.endswith(f"save {saved} over the term")
    assert numbers.whole_percent(found.saved_share) in said


def test_the_deal_to_follow_stands_beside_the_technologies():
    case = case_with(two_steps(), **FREE)
    drawn = page(triage(automation_triage(case), case)).svg.text
    assert labels.way(recommended_deal(case)).split()[0] in drawn


def test_where_nothing_pays_for_itself_the_title_says_so():
    case = case_with(two_steps(), **dict.fromkeys(FREE, 900.0))
    assert title(triage(automation_triage(case), case)) == "No technology pays for itself within the term"


def test_without_an_assessment_nothing_is_drawn():
    assert triage(NO_ASSESSMENT, case_with(two_steps())).markup == ""

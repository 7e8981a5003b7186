"""What the automation triage says in sentences."""

import numpy as np
from triage_cases import FREE, case_with, two_steps

from bpo_lib.pricing import automation_triage
from bpo_lib.pricing.alternatives.triage import NO_ASSESSMENT
from bpo_lib.workbook import numbers
from bpo_lib.workbook.triage_findings import triage_findings


def test_every_number_comes_from_the_triage():
    case = case_with(two_steps(), **FREE)
    found = automation_triage(case)
    said = " ".join(triage_findings(found, case))
    for figure in (numbers.percent(found.potential), numbers.percent(found.saved_share)):
        assert figure in said
    assert numbers.money(found.saving_npv, "EUR") in said


def test_a_price_per_transaction_comes_with_the_warning_who_keeps_the_gain():
    case = case_with(two_steps(), **FREE)
    assert "keeps the gain" in triage_findings(automation_triage(case), case)[-1]


def test_where_nothing_pays_it_names_what_comes_nearest_and_what_it_costs():
    case = case_with(two_steps(), **dict.fromkeys(FREE, 900.0))
    said = " ".join(triage_findings(automation_triage(case), case))
    assert "None of the technologies pays for itself" in said
    assert "keeps the gain" not in said


def test_what_was_not_assessed_is_told():
    case = case_with(two_steps(rule=(0.8, np.nan)), **FREE)
    assert (
        "Steps with 40.0% of touch time were not assessed"
        in triage_findings(automation_triage(case), case)[1]
    )


def test_without_an_assessment_there_is_nothing_to_say():
    assert triage_findings(NO_ASSESSMENT, case_with(two_steps())) == ()

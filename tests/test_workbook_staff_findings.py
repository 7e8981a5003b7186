"""The staffing plan in sentences: numbers of its tables, and nothing said that is not so."""

from dataclasses import replace

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.staffing import staffing_plan
from bpo_lib.workbook import numbers
from bpo_lib.workbook.staff_findings import staff_findings


@pytest.mark.parametrize("name", NAMES)
def test_the_first_sentence_gives_the_staff_and_its_range(name):
    said, plan = staff_findings(sample(name))[0], staffing_plan(sample(name))
    for figure in (*plan.first_year, plan.monthly["paid_fte"].max()):
        assert numbers.fte(figure) in said


def test_the_busiest_month_is_named_only_where_it_takes_more_than_the_year():
    assert " takes most, " in staff_findings(sample(VOICE))[0]
    level = sample(CLAIMS)
    assert staff_findings(level)[0].endswith("; no month takes more.")


def test_turnover_explains_the_difference_to_an_experienced_team():
    case = sample(VOICE)
    first = staffing_plan(case).monthly.iloc[:12]
    said = staff_findings(case)[1]
    assert said.startswith(
        f"If everybody were experienced, {numbers.fte(first['required_fte'].mean())} would do"
    )
    assert f"{numbers.count(first['hires'].sum())} join" in said


def test_a_team_without_turnover_hires_nobody():
    still = {
        "people.attrition_per_year": 0,
        "people.starting_productivity": 1,
        "demand.volume_growth_per_year": -0.1,
        "people.hiring_lead_months": 12,
    }
    assert "nobody has to be hired" in staff_findings(sample(PAYABLES).with_values(still))[1]


def test_without_work_nobody_is_needed():
    case = sample(PAYABLES)
    idle = replace(case, history=replace(case.history, counts=case.history.counts * 0))
    assert staff_findings(idle)[0] == "No work is expected, so nobody is needed."

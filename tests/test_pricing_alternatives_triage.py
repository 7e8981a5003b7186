"""Automation triage: shares by hand, technologies on the footing of staying, sets that beat single ones."""

from dataclasses import replace

import numpy as np
import pytest
from sample_cases import CLAIMS, PAYABLES, sample
from triage_cases import FREE, case_with, two_steps

from bpo_lib.errors import Missing
from bpo_lib.pricing import automation_potential, automation_triage, expected_costs
from bpo_lib.pricing.alternatives import AutomationTerms
from bpo_lib.pricing.alternatives.automation import automation_cost
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.pricing.deal.present_value import discount_factors
from bpo_lib.pricing.work import expected_work


def test_potential_is_the_time_that_is_all_three_at_once():
    # Match 60% of time: .8 x 1 x .5; Read 40%: not digital at all.
    triage = automation_triage(case_with(two_steps()))
    assert triage.potential == pytest.approx(0.6 * 0.4)
    assert automation_potential(triage.steps) == pytest.approx(triage.potential)


def test_each_technology_reaches_what_its_kind_of_input_allows():
    reach = automation_triage(case_with(two_steps())).technologies["reachable_share"]
    assert reach["workflow"] == reach["robot"] == pytest.approx(0.6 * 0.8 * 1 * 0.5)
    assert reach["documents"] == pytest.approx(0.4 * 0.5 * 1)  # reading makes the input digital
    assert reach["assist"] == pytest.approx(0.6 * 0.2 * 1 * 0.5)  # what rules leave, where it is digital


def test_what_is_taken_over_is_reach_times_success():
    found = automation_triage(case_with(two_steps(), documents_success_share=0.9)).technologies
    assert found["saved_share"]["documents"] == pytest.approx(0.4 * 0.5 * 0.9)


def test_a_technology_is_worth_what_automating_the_same_share_is_worth():
    terms = {**FREE, "robot_success_share": 0.5, "robot_investment_fte_months": 10}
    case = case_with(two_steps(), **terms, months_to_go_live=4, ramp_months=8)
    row = automation_triage(case).technologies.loc["robot"]
    plan = AutomationTerms(
        investment=row["investment"],
        automated_share=row["saved_share"],
        months_to_go_live=4,
        ramp_months=8,
        residual_handling_effect=0,
    )
    work = expected_work(case)
    other = automation_cost(replace(case, terms={**case.terms, AutomationTerms: plan}), work.volume)
    worth = discount_factors(work.volume.size, case.of(DealTerms).discount_rate_per_year)
    assert row["saving_npv"] == pytest.approx(float((work.in_house - other) @ worth), rel=1e-12)


def test_staying_is_the_same_as_in_the_comparison_of_contracts():
    nothing = two_steps(rule=(0.0, 0.0), digital=(0.0, 0.0))
    triage = automation_triage(case_with(nothing, **FREE))
    assert (
        triage.technologies["saving_npv"].abs().max()
        < 1e-6 * expected_costs(sample(PAYABLES))["client_npv"].max()
    )
    assert (triage.saved_share, triage.saving_npv) == (0, pytest.approx(0, abs=1e-6))


def test_nothing_is_chosen_where_everything_costs_more_than_it_saves():
    triage = automation_triage(case_with(two_steps(), **dict.fromkeys(FREE, 900.0)))
    assert triage.chosen == ()
    assert (triage.steps["technology"] == "").all()


def test_of_two_rivals_only_one_is_chosen_and_the_set_beats_each_alone():
    triage = automation_triage(case_with(two_steps(), **FREE))
    assert len({"workflow", "robot"} & set(triage.chosen)) == 1
    assert triage.saving_npv >= triage.technologies["saving_npv"].max() - 1e-6
    assert triage.steps["saved_share"].sum() == pytest.approx(triage.saved_share)


def test_steps_nobody_assessed_count_as_not_automatable_and_are_told():
    steps = two_steps(rule=(0.8, np.nan))
    triage = automation_triage(case_with(steps))
    assert triage.assessed_share == pytest.approx(0.6)
    assert triage.technologies["reachable_share"]["documents"] == 0


def test_without_an_assessment_it_says_what_to_ask_for():
    found = automation_triage(sample(CLAIMS))
    assert isinstance(found, Missing)
    assert "rule_based, digital, stable" in found.ask


def test_a_share_that_grows_never_lowers_the_potential():
    low, high = (automation_triage(case_with(two_steps(rule=(share, 0.5)))) for share in (0.3, 0.9))
    assert high.potential > low.potential

"""The transition plan: dates by hand, stages in order, and tests in place of feelings."""

import datetime as dt
from dataclasses import replace

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.delivery import transition_plan
from bpo_lib.staffing import staffing_plan


def stages(plan):
    return plan.set_index("stage")


def test_dates_by_hand():
    # Start 1 January 2027, four months: knowledge transfer takes 0.30 * 4 = 1.2 months: January and 5.6 days.
    plan = stages(transition_plan(sample(VOICE)))
    assert plan.loc["Knowledge transfer", "start"] == dt.date(2027, 1, 1)
    assert plan.loc["Pilot volume", "start"] == dt.date(2027, 1, 1) + dt.timedelta(days=37)


def test_the_plan_ends_with_the_last_month_of_the_term():
    # 60 months from April 2027 hold two leap days, a day more than 60 average months.
    case = sample(CLAIMS)
    case = replace(case, profile=case.profile.model_copy(update={"term_months": 60}))
    assert transition_plan(case)["end"].iloc[-1] == dt.date(2032, 3, 31)


@pytest.mark.parametrize("name", NAMES)
def test_stages_follow_one_another_without_gap_or_overlap(name):
    plan = transition_plan(sample(name))
    following = [day + dt.timedelta(days=1) for day in plan["end"][:-1]]
    assert following == plan["start"][1:].tolist()


@pytest.mark.parametrize("name", NAMES)
def test_the_provider_share_only_grows_and_ends_at_all(name):
    share = transition_plan(sample(name))["provider_fte_share"]
    assert share.is_monotonic_increasing
    assert share.iloc[-1] == 1


def test_the_ramp_is_a_quarter_at_a_time():
    plan = stages(transition_plan(sample(PAYABLES)))
    ramp = plan.loc["Ramp to 25%":"Ramp to 100%", "provider_fte_share"]
    assert ramp.tolist() == [0.25, 0.50, 0.75, 1.00]


def test_provider_staff_is_its_share_of_the_months_paid_staff():
    case = sample(PAYABLES)
    line = stages(transition_plan(case)).loc["Ramp to 50%"]
    month = staffing_plan(case).monthly["paid_fte"].iloc[1]  # 55% of three months: in the second month
    assert line["provider_fte"] == pytest.approx(0.5 * month)


@pytest.mark.parametrize("months", [2, 3, 5])
def test_a_longer_transition_ends_later_and_starts_to_prepare_sooner(months):
    case = sample(PAYABLES)
    shorter = transition_plan(case.with_values({"deal.transition_months": months}))
    longer = transition_plan(case.with_values({"deal.transition_months": months + 1}))
    assert longer["start"].iloc[0] < shorter["start"].iloc[0]
    assert longer["start"].iloc[-1] > shorter["start"].iloc[-1]


def test_a_transition_of_no_length_starts_at_full_volume():
    plan = transition_plan(sample(PAYABLES).with_values({"deal.transition_months": 0}))
    assert stages(plan).loc["Ramp to 100%", "start"] == dt.date(2027, 1, 1)
    assert (plan["end"] >= plan["start"]).all()


def test_every_stage_has_owner_entry_and_exit():
    plan = transition_plan(sample(VOICE))
    assert plan[["owner", "entry", "exit_test"]].map(len).min().min() > 5


def test_quality_is_tested_on_a_computed_sample():
    words = stages(transition_plan(sample(PAYABLES))).loc["Ramp to 100%", "exit_test"]
    assert "at most 14 of 388 checked invoices wrong" in words


def test_a_stage_with_too_few_cases_says_it_lasts_longer():
    words = stages(transition_plan(sample(CLAIMS))).loc["Pilot volume", "exit_test"]
    assert "so it lasts until 388 are checked" in words


def test_voice_is_tested_on_its_own_service_level():
    words = stages(transition_plan(sample(VOICE))).loc["Ramp to 100%", "exit_test"]
    assert "80% of calls answered within 20 seconds" in words


def test_a_stopping_gate_comes_before_everything_else():
    plan = transition_plan(sample(CLAIMS))
    assert plan["stage"].iloc[0] == "Lift the gates"
    assert "Write the main path" in plan["exit_test"].iloc[0]
    assert "Lift the gates" not in set(transition_plan(sample(VOICE))["stage"])


def test_missing_procedures_are_named():
    case = sample(PAYABLES)
    assert "Check duplicate" in stages(transition_plan(case)).loc["Design and access", "exit_test"]
    written = replace(case, steps=case.steps.assign(document="AP-00"))
    assert "every step has a written procedure" in transition_plan(written)["exit_test"].iloc[1]

"""A client's roster and its work that can wait, from its history on."""

from dataclasses import replace

import numpy as np
import pytest
from volume_cases import call_centre, case, counts

from bpo_lib.errors import InputError
from bpo_lib.staffing import DeferredTerms, ShiftTerms
from bpo_lib.staffing.coverage import blended_week, deferred_year, week_roster


def with_terms(client, **changes):
    terms = client.terms[DeferredTerms].with_values(**changes)
    return replace(client, terms={**client.terms, DeferredTerms: terms})


@pytest.fixture(scope="module")
def calls():
    return case(call_centre(8), "intraday", term_months=12, handling_minutes=4)


@pytest.fixture(scope="module")
def invoices():
    # Every working day 240 invoices of 10 minutes, 40 hours, and three times as many on a Monday.
    series = counts(np.tile([720, 240, 240, 240, 240, 0, 0], 60), "D", start="2023-11-06")
    return case(
        series, "daily", operation="back_office", term_months=12, handling_minutes=10, max_occupancy=1.0
    )


def test_calls_by_the_half_hour_have_a_roster(calls):
    rostered = week_roster(calls)
    assert (rostered.presence >= rostered.need.whole).all()
    assert rostered.gap_share <= 0.005
    assert rostered.need.is_open.reshape(7, 48)[5:].sum() == 0
    assert week_roster(calls) is rostered


def test_a_line_open_on_fewer_days_than_people_work_has_no_roster():
    three_days = call_centre(8)
    three_days[three_days.index.dayofweek > 2] = 0
    assert week_roster(case(three_days, "intraday", term_months=12, handling_minutes=4)) is None


def test_work_that_can_wait_has_no_roster_but_a_team_by_month(invoices):
    assert week_roster(invoices) is None
    assert blended_week(invoices) is None
    year = deferred_year(invoices)
    assert len(year.monthly) == 12
    assert year.cover.share_within == pytest.approx(1)
    assert (year.monthly["oldest_hours"] < 24).all()
    assert (year.monthly["occupancy"] <= 1 + 1e-6).all()


def test_a_day_s_turnaround_is_staffed_for_the_monday_by_hand(invoices):
    # 120 hours come on Monday and are due that day: 15 people; over a week 280 hours are 7.
    tight = deferred_year(with_terms(invoices, turnaround_hours=8)).monthly
    loose = deferred_year(with_terms(invoices, turnaround_hours=40)).monthly
    assert tight["team"].to_numpy() == pytest.approx(np.full(12, 15), rel=0.05)
    assert loose["team"].mean() == pytest.approx(7, rel=0.05)
    assert loose["average_team"].mean() == pytest.approx(7, rel=0.05)
    assert (loose["team"].mean()) <= tight["team"].mean()


def test_agents_between_calls_take_what_can_wait(calls):
    assert blended_week(calls) is None
    blended = blended_week(with_terms(calls, volume_share=0.2))
    assert 0 < blended.saved_share <= 1
    assert blended.blended.share_within == pytest.approx(1)
    none = blended_week(with_terms(calls, volume_share=0.2, blending_efficiency=0))
    assert none.saved_hours == pytest.approx(0)


def test_calls_by_the_day_have_neither(invoices):
    by_day = replace(invoices, profile=invoices.profile.model_copy(update={"operation": "voice"}))
    assert week_roster(by_day) is None
    assert deferred_year(by_day) is None


def test_a_client_without_terms_of_shifts_is_named(calls):
    bare = replace(
        calls, terms={kind: terms for kind, terms in calls.terms.items() if kind is not ShiftTerms}
    )
    with pytest.raises(InputError, match="gives no 'shifts' assumptions"):
        week_roster(bare)

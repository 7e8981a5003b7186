"""The work of past months, as a provider would have staffed it."""

from dataclasses import replace

import numpy as np
import pytest
from clause_cases import VOLUMES, client, with_terms
from volume_cases import case

from bpo_lib.engagement import History
from bpo_lib.errors import InputError
from bpo_lib.pricing import InHouseTerms, ProviderTerms
from bpo_lib.pricing.clause import past_work
from bpo_lib.pricing.deal.quality import QualityTerms
from bpo_lib.staffing import WorkTerms, productive_hours


def test_past_months_are_staffed_by_hand():
    # An hour each: 1,000 hours over 160 x 0.86 x 0.8 productive hours at 85% occupancy.
    past = past_work(client())
    assert past.work.volume.tolist() == list(VOLUMES)
    assert past.work.fte[0] == pytest.approx(1_000 / (160 * 0.86 * 0.8 * 0.85))
    assert past.work.outcomes[0] == pytest.approx(750)
    assert past.work.in_house_cost == pytest.approx(past.work.fte * 4_000)
    assert past.work.provider_cost == pytest.approx(past.work.fte * 3_000)


def test_hours_follow_the_roster():
    work = past_work(client()).work
    assert work.paid_hours == pytest.approx(work.fte * 160)
    assert work.productive_hours == pytest.approx(work.fte * productive_hours(client().of(WorkTerms)))


def test_wages_of_later_years_are_left_out():
    dearer = with_terms(client(), InHouseTerms(cost_per_fte_month=4_000, wage_growth_per_year=0.3))
    assert past_work(dearer).work.in_house_cost == pytest.approx(past_work(client()).work.in_house_cost)


def test_without_a_provider_its_cost_is_nothing():
    known = client()
    terms = {kind: found for kind, found in known.terms.items() if kind != ProviderTerms}
    alone = replace(known, terms=terms)
    assert not past_work(alone).work.provider_cost.any()


def test_a_month_that_is_missing_is_left_out_and_not_taken_as_zero():
    known = client()
    series = known.history.counts.copy()
    series.iloc[3] = np.nan
    past = past_work(replace(known, history=History(series, "monthly")))
    assert [str(month) for month in past.months[2:4]] == ["2024-08", "2024-10"]
    assert past.work.fte[2] == pytest.approx(past_work(known).work.fte[2])


def test_a_client_without_history_has_nothing_to_replay():
    with pytest.raises(InputError, match="no past volumes"):
        past_work(case(None, "monthly"))


def test_contacts_that_come_back_are_billed_and_staffed():
    # Of 60% that end well where it was 75%, half of the rest comes back: 0.875 / 0.8 of the contacts.
    worse = with_terms(client(), QualityTerms(outcome_change=-0.15, repeat_share=0.5))
    plain, found = past_work(client()).work, past_work(worse).work
    assert found.volume == pytest.approx(plain.volume * 0.875 / 0.8)
    assert found.fte == pytest.approx(plain.fte * 0.875 / 0.8)
    assert found.outcomes == pytest.approx(found.volume * 0.6)

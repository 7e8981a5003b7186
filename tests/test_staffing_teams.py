"""The two teams of a case: who starts settled, who starts new, and what both have in common."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, case, noisy

from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing import ProviderPeopleTerms, own_team, provider_team, required_fte, staffed_volume

IDEAL = {
    "attrition_per_year": 0,
    "hiring_lead_months": 0,
    "training_months": 0,
    "starting_productivity": 1,
    "learning_months": 0,
}
VOLUME = np.linspace(5_000, 8_000, 36)  # over the whole term


def office(people=None, provider=None, **work):
    """Return a back office with both teams."""
    client = case(noisy(30, "MS"), "monthly", operation="back_office", people=people, **work)
    return type(client)(
        **{
            **vars(client),
            "terms": {**client.terms, ProviderPeopleTerms: ProviderPeopleTerms(**(provider or {}))},
        }
    )


def test_both_teams_carry_the_same_work():
    client = office()
    required = required_fte(client, VOLUME)
    assert own_team(client, VOLUME).required.tolist() == required.tolist()
    assert provider_team(client, VOLUME, 3).required.tolist() == required.tolist()


def test_with_the_same_ideal_people_both_teams_are_the_same():
    client = office(IDEAL, IDEAL)
    own, theirs = own_team(client, VOLUME), provider_team(client, VOLUME, 0)
    assert own.paid == pytest.approx(theirs.paid)


def test_only_a_new_team_lacks_experience_at_the_start():
    client = office()
    assert own_team(client, VOLUME).shortfall.max() == pytest.approx(0, abs=1e-9)
    assert provider_team(client, VOLUME, 3).shortfall[0] > 0


def test_a_short_month_needs_as_many_people_as_a_long_one_with_the_same_weeks():
    # Calls from Monday to Friday: a week's 5,000 in February 2027 (20 working days) and in March (23).
    client = case(call_centre(12), "intraday", start="2027-02-01", term_months=12)
    profile = volume_outlook(client).week_profile.groupby("weekday")["share"].sum()
    days = [pd.date_range(f"2027-{month:02}-01", periods=length) for month, length in ((2, 28), (3, 31))]
    volume = np.zeros(12)
    volume[:2] = [5_000 * profile.reindex(day.dayofweek).sum() for day in days]
    staffed = staffed_volume(client, volume)
    assert volume[1] > 1.1 * volume[0]
    assert staffed[:2] == pytest.approx([5_000 * 365.25 / 84] * 2)


def test_without_a_week_profile_all_months_count_as_equally_long():
    assert staffed_volume(office(), VOLUME).tolist() == VOLUME.tolist()


def test_work_above_85_percent_occupancy_costs_people():
    # Half a point of attrition a point: 95% occupancy adds 5 points to 30%.
    calm, busy = (own_team(office(max_occupancy=cap), np.full(36, 6_000.0)) for cap in (0.85, 0.95))
    assert calm.leavers / calm.paid == pytest.approx(np.full(36, 0.30 / 12))
    assert busy.leavers / busy.paid == pytest.approx(np.full(36, 0.35 / 12))


def test_attrition_may_be_given_in_place_of_the_one_assumed():
    client = office(people={"attrition_per_year": 0.5}, provider={"attrition_per_year": 0.5})
    other = office()
    assert own_team(other, VOLUME, 0.5).paid == pytest.approx(own_team(client, VOLUME).paid)
    assert provider_team(other, VOLUME, 3, 0.5).paid == pytest.approx(provider_team(client, VOLUME, 3).paid)

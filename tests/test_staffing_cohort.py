"""The cohort: a team by hand, Little's law, every tenure followed one by one, and the laws of a team."""

import math

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.staffing import PeopleTerms
from bpo_lib.staffing.cohort import new_team, productivity, settled_team

HALF_A_MONTH = 1 / math.log(2)  # learning_months that halve in a month what a newcomer lacks
RISING = 100 + np.arange(24.0)


def people(**changes):
    """Return terms under which nobody leaves and newcomers are experienced at once, but for the changes."""
    ideal = {
        "attrition_per_year": 0,
        "hiring_lead_months": 0,
        "training_months": 0,
        "starting_productivity": 1,
        "learning_months": 0,
    }
    return PeopleTerms(**(ideal | changes))


CASES = [
    people(),
    people(attrition_per_year=0.36, training_months=2, starting_productivity=0.6, learning_months=2),
    people(attrition_per_year=1.2, hiring_lead_months=3, starting_productivity=0.1, learning_months=6),
    people(attrition_per_year=0.3, hiring_lead_months=1, training_months=1, release_share_per_month=0.5),
    PeopleTerms(),
]
every_case = pytest.mark.parametrize("terms", CASES)


def seasonal(paths=3, months=48):
    """Return requirements that swing by a tenth over the year, by path at another season."""
    season = np.arange(months) + 4 * np.arange(paths)[:, None]
    return 50 * (1 + np.sin(2 * np.pi * season / 12) / 10)


def test_three_months_by_hand():
    # A tenth leaves each month; a newcomer does half, and half of what is lacking is learnt in a month.
    # Settled for 10: a lack of .1 x .5 / (1 - .9 x .5) = 1/11 of each, so 11 people, 1.1 of them new.
    # Third month: 9.9 are left and lack .45, so 9.45 of 12 are there and (12 - 9.45) / .5 = 5.1 come.
    terms = people(attrition_per_year=1.2, starting_productivity=0.5, learning_months=HALF_A_MONTH)
    team = settled_team([10, 10, 12], terms)
    assert team.paid.tolist() == pytest.approx([11, 11, 15])
    assert team.hires.tolist() == pytest.approx([1.1, 1.1, 5.1])
    assert team.leavers.tolist() == pytest.approx([1.1, 1.1, 1.5])
    assert team.productive.tolist() == pytest.approx([10, 10, 12])


def test_a_new_team_by_hand():
    # 12 are needed from the third month on; of those who start .9 x .9 are left, at 1 - .5 / 4 = .875 each.
    terms = people(attrition_per_year=1.2, starting_productivity=0.5, learning_months=HALF_A_MONTH)
    team = new_team([12, 12, 12], terms, ready_months=2)
    heads = 12 / (0.81 * 0.875)
    assert team.paid.tolist() == pytest.approx([heads, 0.9 * heads, 0.81 * heads])
    assert team.productive.tolist() == pytest.approx([0.5 * heads, 0.9 * 0.75 * heads, 12])
    assert team.shortfall.tolist() == pytest.approx([12 - 0.5 * heads, 12 - 0.675 * heads, 0], abs=1e-9)


@pytest.mark.parametrize("terms", [case for case in CASES if case.attrition_per_year])
def test_a_steady_team_keeps_littles_law(terms):
    # J. D. C. Little (1961): people = those who come per month x the months they stay, 12 / attrition.
    team = settled_team(np.full(60, 80.0), terms)
    assert team.hires == pytest.approx(np.full(60, team.hires[0]))
    assert team.paid == pytest.approx(team.hires * 12 / terms.attrition_per_year)
    assert team.productive == pytest.approx(np.full(60, team.productive[0]))


def test_without_attrition_lead_or_learning_paid_is_required():
    team = settled_team(RISING, people())
    assert team.paid.tolist() == RISING.tolist()
    assert not team.leavers.any()
    assert not team.training.any()


@pytest.mark.parametrize("start", [0.5, 0.75, 1])
def test_a_steady_team_is_as_large_as_its_work(start):
    terms = PeopleTerms(starting_productivity=start, training_months=2)
    assert settled_team(np.full(60, 80.0), terms).productive == pytest.approx(np.full(60, 80.0))


def test_newcomers_who_can_do_little_are_a_reserve():
    team = settled_team(np.full(60, 80.0), PeopleTerms(starting_productivity=0.2, learning_months=4))
    assert (team.productive > 80).all()
    assert (team.productive < 84).all()


@every_case
def test_nobody_is_lost(terms):
    team = settled_team(seasonal(), terms)
    gone = team.leavers + team.released
    assert team.paid[:, 1:] == pytest.approx(team.paid[:, :-1] - gone[:, :-1] + team.hires[:, 1:])


@every_case
def test_a_settled_team_always_carries_the_work(terms):
    team = settled_team(seasonal(), terms)
    assert team.shortfall == pytest.approx(np.zeros(team.required.shape), abs=1e-9)
    assert (team.productive <= team.paid - team.training + 1e-9).all()


@every_case
def test_a_new_team_carries_the_work_when_it_is_ready(terms):
    ready = 5  # later than a newcomer of the slowest of the cases counts
    team = new_team(seasonal(), terms, ready)
    assert team.shortfall[:, ready:] == pytest.approx(np.zeros((3, 48 - ready)), abs=1e-9)


@pytest.mark.parametrize("terms", [case for case in CASES if not case.release_share_per_month])
def test_two_sums_follow_every_tenure_exactly(terms):
    team = new_team(20 + np.arange(36.0) % 7, terms, ready_months=4)
    training, stays = math.ceil(terms.training_months), 1 - terms.attrition_per_year / 12
    months = np.arange(36)
    opening = team.paid[0] - team.hires[0]
    there = opening * stays**months * productivity(months, terms)
    for joined, hires in enumerate(team.hires):
        at_work = months[joined + training :]
        there[at_work] += hires * stays ** (at_work - joined) * productivity(at_work - at_work[:1], terms)
    assert team.hires.sum() > 0
    assert team.productive == pytest.approx(there)


def test_attrition_comes_before_release():
    falling = np.linspace(100, 50, 24)
    waits = settled_team(falling, people(attrition_per_year=0.24))
    parts = settled_team(falling, people(attrition_per_year=0.24, release_share_per_month=1))
    assert waits.paid[1:] == pytest.approx(np.full(23, 0.98) * waits.paid[:-1])
    assert not waits.released.any()
    assert parts.paid == pytest.approx(falling)
    assert parts.released[:-1] == pytest.approx(-np.diff(falling) - parts.leavers[:-1])


def test_nobody_who_learns_for_the_work_is_let_go_before_it_starts():
    terms = PeopleTerms(release_share_per_month=1, hiring_lead_months=0)
    team = new_team(np.full(24, 50.0), terms, ready_months=6)
    assert not team.released[:5].any()
    assert team.shortfall[6:].max() == pytest.approx(0, abs=1e-9)


def test_a_busy_team_loses_more_people():
    # MetricNet by Ghosh: half a point of attrition for each point of occupancy above 85%.
    terms = people(attrition_per_year=0.30)
    quiet, busy = (settled_team(np.full(12, 10.0), terms, occupancy) for occupancy in (0.85, 0.95))
    assert quiet.leavers == pytest.approx(np.full(12, 10 * 0.30 / 12))
    assert busy.leavers == pytest.approx(np.full(12, 10 * 0.35 / 12))


def test_all_paths_are_followed_as_each_alone():
    paths, busy = seasonal(5), np.linspace(0.8, 0.95, 48)
    together = settled_team(paths, PeopleTerms(), busy)
    for place, path in enumerate(paths):
        alone = settled_team(path, PeopleTerms(), busy)
        assert alone.paid.shape == (48,)
        assert together.paid[place] == pytest.approx(alone.paid)


def test_a_newcomer_learns_at_the_declared_pace():
    # After `learning_months` 1 - 1/e of what was lacking is made up.
    terms = people(starting_productivity=0.6, learning_months=3)
    assert productivity([0, 3, 1_000], terms).tolist() == pytest.approx([0.6, 1 - 0.4 / math.e, 1])


def test_a_month_that_is_not_known_is_named():
    with pytest.raises(InputError, match="required FTE of month 2 is missing"):
        settled_team([1, np.nan], PeopleTerms())


def test_paths_may_differ_in_attrition():
    alone = [settled_team(RISING, PeopleTerms(attrition_per_year=each), 0.9).paid for each in (0.1, 0.6)]
    both = settled_team(np.stack([RISING] * 2), PeopleTerms(), 0.9, [[0.1], [0.6]]).paid
    assert both == pytest.approx(np.array(alone))
    ready = new_team(RISING, PeopleTerms(attrition_per_year=0.6), 3).paid
    assert new_team(RISING, PeopleTerms(), 3, attrition_per_year=0.6).paid == pytest.approx(ready)

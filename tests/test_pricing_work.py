"""The same work by both teams: against the teams it is made of, and sums by hand."""

from dataclasses import replace

import numpy as np
import pytest
from sample_cases import CLAIMS, sample

from bpo_lib.errors import InputError
from bpo_lib.pricing.deal import ProviderTerms, World
from bpo_lib.pricing.deal.quality import QualityTerms
from bpo_lib.pricing.work import at_the_provider, expected_work, in_house_cost, work_at, work_parts
from bpo_lib.staffing import WorkTerms


def case(**provider):
    # 38 minutes a claim, 160 paid hours, 14% and 20% of them away.
    base = sample(CLAIMS)
    return replace(
        base, terms={**base.terms, ProviderTerms: ProviderTerms(cost_per_fte_month=2_000, **provider)}
    )


def test_every_quantity_follows_from_the_roster_by_hand():
    found = expected_work(case())
    roster = found.theirs.paid - found.theirs.training
    work = found.work
    assert work.fte == pytest.approx(roster)
    assert work.productive_fte == pytest.approx(roster * 0.86 * 0.8)
    assert work.paid_hours == pytest.approx(roster * 160)
    assert work.productive_hours == pytest.approx(roster * 160 * 0.86 * 0.8)
    assert work.handling_hours == pytest.approx(found.volume * 38 / 60)
    assert work.outcomes == pytest.approx(found.volume * 0.75)


def test_wages_grow_at_each_anniversary_by_hand():
    found = expected_work(case())
    paid = found.theirs.paid
    assert found.work.provider_cost[:12] == pytest.approx(paid[:12] * 2_000)
    assert found.work.provider_cost[24:] == pytest.approx(paid[24:] * 2_000 * 1.04**2)
    assert found.in_house[12:24] == pytest.approx(found.own.paid[12:24] * 4_100 * 1.03)


def test_a_hire_is_paid_for_when_it_comes():
    dear, plain = expected_work(case(cost_per_hire=500)), expected_work(case())
    extra = dear.work.provider_cost - plain.work.provider_cost
    assert extra[:12] == pytest.approx(plain.theirs.hires[:12] * 500)


def test_months_alone_and_many_courses_are_priced_alike():
    alone = expected_work(case())
    both = work_at(case(), np.stack([alone.volume, alone.volume * 1.3]))
    for name in alone.work.__dataclass_fields__:
        assert getattr(alone.work, name).shape == alone.volume.shape
        assert getattr(both.work, name)[0] == pytest.approx(getattr(alone.work, name))
    assert np.all(both.in_house[1] > both.in_house[0])


def test_a_world_moves_wages_and_quality_by_hand():
    found = expected_work(case())
    world = World(wages=np.array([[0.0], [0.02]]), quality=np.array([[0.0], [-0.05]]))
    moved = work_parts(case(), np.stack([found.volume] * 2), found.own, found.theirs, world=world)
    assert moved["outcomes"]()[1] == pytest.approx(found.volume * 0.70)
    assert moved["in_house_cost"]()[0] == pytest.approx(found.in_house)
    assert moved["in_house_cost"]()[1, 12:24] == pytest.approx(found.own.paid[12:24] * 4_100 * 1.05)


def test_a_longer_handling_time_takes_more_hours():
    found = expected_work(case())
    longer = work_parts(case(), found.volume, found.own, found.theirs, handling=np.array(1.1))
    assert longer["handling_hours"]() == pytest.approx(found.work.handling_hours * 1.1)


def test_contacts_that_come_back_are_the_providers_work_by_hand():
    # The provider resolves 65% where the own team does 75%; 40% of what is left comes back:
    # (1 - .4 x .25) / (1 - .4 x .35) = .9 / .86 of the volume.
    worse = QualityTerms(outcome_change=-0.1, repeat_share=0.4)
    found, plain = (
        expected_work(replace(case(), terms={**case().terms, QualityTerms: worse})),
        expected_work(case()),
    )
    assert found.work.volume == pytest.approx(plain.volume * 0.9 / 0.86)
    assert found.work.outcomes == pytest.approx(plain.volume * 0.9 / 0.86 * 0.65)
    assert found.theirs.required == pytest.approx(plain.theirs.required * 0.9 / 0.86)
    assert found.in_house == pytest.approx(plain.in_house)


def test_the_provider_works_faster_where_the_client_says_so():
    assert at_the_provider(case(productivity_gain_share=0.1)).of(WorkTerms).handling_minutes == pytest.approx(
        34.2
    )
    assert at_the_provider(sample(CLAIMS)) is sample(CLAIMS)
    faster, alike = expected_work(case(productivity_gain_share=0.1)), expected_work(case())
    assert faster.theirs.required == pytest.approx(alike.theirs.required * 0.9)
    assert faster.in_house == pytest.approx(alike.in_house)


def test_without_provider_terms_its_cost_is_nothing():
    assert not expected_work(sample(CLAIMS)).work.provider_cost.any()


def test_the_cost_of_staying_is_that_of_the_own_team():
    found = expected_work(case())
    assert in_house_cost(case(), found.own) == pytest.approx(found.in_house)


def test_a_month_that_cannot_be_is_named():
    with pytest.raises(InputError, match="volume of month 2 is negative"):
        work_at(sample(CLAIMS), [1_000, -1, *[1_000] * 34])

"""Quality: a published rate of repeats, errors by hand, and nothing where the provider is as good."""

from dataclasses import replace

import numpy as np
import pytest
from stand_ins import engagement

from bpo_lib.pricing.deal import QualityTerms, World
from bpo_lib.pricing.deal.quality import (
    effective_volume,
    outcome_share,
    provider_outcomes,
    repeat_factor,
    repeats,
    rework,
)

EXPECTED = np.zeros((1, 1))


def test_a_fifth_of_repeats_makes_a_quarter_more_contacts():
    # notch.cx: 20 to 30% of insurance contacts are repeats, so 100 first contacts are 125 to 143.
    assert effective_volume(100, 0.20) == pytest.approx(125)
    assert effective_volume(100, 0.30) == pytest.approx(142.857, abs=5e-4)


def test_worse_outcomes_bring_contacts_back_by_hand():
    # Half of what fails comes back: at 80% one in ten contacts is a repeat today, at 70% 15 in 100.
    terms = QualityTerms(outcome_change=-0.1, repeat_share=0.5)
    assert repeats(0.8, terms, EXPECTED)[0, 0] == pytest.approx(0.9 / 0.85)


def test_errors_beyond_those_of_the_own_team_are_paid_by_hand():
    # 5 points worse on 1,000 calls are 50 more errors at 3 each.
    terms = QualityTerms(outcome_change=-0.05, error_cost=3)
    assert rework(0.8, terms, EXPECTED, np.array([1_000.0]))[0, 0] == pytest.approx(150)


def test_a_better_provider_saves_errors():
    terms = QualityTerms(outcome_change=0.05, error_cost=3, repeat_share=0.3)
    assert rework(0.8, terms, EXPECTED, np.array([1_000.0]))[0, 0] < -150  # fewer come back too
    assert repeats(0.8, terms, EXPECTED)[0, 0] < 1


def test_a_provider_as_good_as_the_own_team_changes_nothing():
    terms = QualityTerms(error_cost=3, repeat_share=0.3)
    assert repeats(0.8, terms, EXPECTED).tolist() == [[1]]
    assert rework(0.8, terms, EXPECTED, np.array([1_000.0])) == pytest.approx(0, abs=1e-12)


def test_a_share_stays_one():
    assert provider_outcomes(0.9, QualityTerms(outcome_change=0.3), EXPECTED).tolist() == [[1]]


def test_a_case_has_the_outcomes_of_its_world():
    case = engagement()
    case = replace(case, terms={**case.terms, QualityTerms: QualityTerms(repeat_share=0.5)})
    world = World(quality=np.array([[0.0], [-0.05]]))
    assert outcome_share(case, world) == pytest.approx(np.array([[0.75], [0.70]]))
    assert repeat_factor(case, world)[:, 0] == pytest.approx([1, 0.875 / 0.85])
    assert repeat_factor(engagement()).tolist() == [[1]]

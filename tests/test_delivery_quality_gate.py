"""Stage gates as tests: published figures, a small sum by hand, and the laws of evidence."""

import pytest
from scipy import stats

from bpo_lib.delivery.quality_gate import (
    allowed_defects,
    chance_of_false_alarm,
    chance_of_quality,
    quality_test,
)
from bpo_lib.errors import InputError


def test_285_of_300_does_not_yet_show_95_percent():
    # Worked in the method notes: the chance is .484, so hold.
    assert chance_of_quality(285, 300, 0.95) == pytest.approx(0.484, abs=5e-4)


def test_a_good_provider_misses_a_tight_target_one_month_in_seven():
    # Worked in the method notes: true 96% against a target of 95%, 300 cases: 15.1% of months.
    assert chance_of_false_alarm(300, 0.95, 0.96) == pytest.approx(0.151, abs=5e-4)


def test_by_hand_one_case_of_one():
    # Beta(1.5, 0.5) above one half: 1/2 + 1/pi.
    assert chance_of_quality(1, 1, 0.5) == pytest.approx(0.5 + 1 / 3.141592653589793)


def test_the_chance_is_the_tail_of_the_beta_distribution():
    for good, sample, target in ((0, 5, 0.3), (40, 50, 0.9), (388, 400, 0.95)):
        tail = stats.beta(0.5 + good, 0.5 + sample - good).sf(target)
        assert chance_of_quality(good, sample, target) == pytest.approx(tail, rel=1e-9)


def test_more_good_cases_are_never_weaker_evidence():
    chances = [chance_of_quality(good, 100, 0.95) for good in range(101)]
    assert chances == sorted(chances)


def test_allowed_defects_are_the_most_that_still_show_the_target():
    most = allowed_defects(300, 0.95)
    assert chance_of_quality(300 - most, 300, 0.95) >= 0.90
    assert chance_of_quality(300 - most - 1, 300, 0.95) < 0.90


def test_a_handful_of_cases_shows_nothing():
    assert allowed_defects(5, 0.95) == -1


def test_the_test_is_sure_fair_and_no_larger_than_needed():
    test = quality_test(0.95, 0.97)
    assert chance_of_quality(test.sample - test.allowed_defects, test.sample, 0.95) >= 0.90
    assert stats.binom(test.sample, 0.03).cdf(test.allowed_defects) == pytest.approx(test.chance_to_pass)
    assert test.chance_to_pass >= 0.80
    for smaller in range(1, test.sample):
        assert stats.binom(smaller, 0.03).cdf(allowed_defects(smaller, 0.95)) < 0.80


def test_a_provider_just_below_the_target_rarely_passes():
    test = quality_test(0.95, 0.97)
    assert stats.binom(test.sample, 0.06).cdf(test.allowed_defects) < 0.05


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: chance_of_quality(5, 3, 0.9), "5 good cases of 3 checked cannot be"),
        (lambda: chance_of_quality(1, 3, 1.0), "target 1 is not between 0 and 1"),
        (lambda: quality_test(0.97, 0.95), "has to lie between the target 0.97 and 1"),
        (lambda: quality_test(0.950, 0.951), "more than 5,000 cases would be needed"),
    ],
)
def test_impossible_tests_are_named(call, words):
    with pytest.raises(InputError, match=words):
        call()

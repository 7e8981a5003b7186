"""Agreement of raters: Krippendorff's and Kendall's published examples, ties, gaps and nonsense."""

import copy
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.fit.agreement import (
    LEVELS,
    agreement_words,
    alpha_interval,
    kendall_w,
    krippendorff_alpha,
)

NAN = float("nan")


@pytest.fixture(scope="module")
def published(shared):
    return json.loads(shared("reference/fit_fixtures.json").read_text())


@pytest.mark.parametrize("level", LEVELS)
def test_alpha_of_four_observers_is_the_published_one(published, level):
    example = published["alpha_K2011"]
    assert krippendorff_alpha(example["data"], level) == pytest.approx(example[level], abs=1e-12)
    assert krippendorff_alpha(pd.DataFrame(example["data"]), level) == pytest.approx(
        example[level], abs=1e-12
    )


@pytest.mark.parametrize("level", LEVELS)
def test_alpha_of_two_values_is_the_same_at_every_level(published, level):
    example = published["alpha_binary"]
    assert krippendorff_alpha(example["data"], level) == pytest.approx(example["all_metrics"], abs=1e-12)


def test_alpha_by_hand():
    # Three units, two raters: 1-1, 2-2, 1-2. Observed disagreement 2/6; expected 2 * 3 * 3 / (6 * 5) = .6.
    assert krippendorff_alpha([[1, 2, 1], [1, 2, 2]], "nominal") == pytest.approx(1 - (1 / 3) / 0.6)


@pytest.mark.parametrize("level", LEVELS)
def test_full_agreement_on_things_that_differ_is_one(level):
    assert krippendorff_alpha([[1, 2, 5], [1, 2, 5], [NAN, 2, 5]], level) == pytest.approx(1)


@pytest.mark.parametrize("level", LEVELS)
def test_no_variation_is_undefined_and_not_full_agreement(level):
    alpha = krippendorff_alpha([[3, 3, 3], [3, 3, NAN]], level)
    assert np.isnan(alpha)
    assert agreement_words(alpha) == "undefined"


def test_no_unit_with_two_ratings_is_undefined():
    assert np.isnan(krippendorff_alpha([[1, NAN], [NAN, 2]]))
    assert np.isnan(krippendorff_alpha([[NAN, NAN], [NAN, NAN]]))
    assert np.isnan(alpha_interval([[NAN, NAN], [NAN, NAN]]).low)


def test_two_zeros_are_no_ratio_apart():
    # The formula ((c - k) / (c + k))^2 alone would be 0 / 0.
    assert krippendorff_alpha([[0, 0, 3, 4], [0, 0, 3, 4]], "ratio") == 1
    assert krippendorff_alpha([[0, 0, 3, 4], [0, 1, 3, 4]], "ratio") < 1


def test_names_are_compared_as_names():
    words = [["calls", "mail", None, "mail"], ["calls", "mail", "calls", "calls"]]
    numbers = [[1, 2, NAN, 2], [1, 2, 1, 1]]
    assert krippendorff_alpha(words, "nominal") == krippendorff_alpha(numbers, "nominal")


RATINGS = st.lists(
    st.lists(st.sampled_from([NAN, 1.0, 2.0, 3.0, 4.0, 5.0]), min_size=6, max_size=6), min_size=2, max_size=4
)


@given(RATINGS, st.permutations(range(6)))
def test_the_order_of_units_and_raters_does_not_matter(ratings, order):
    table = np.array(ratings)
    for level in LEVELS:
        alpha = krippendorff_alpha(table, level)
        turned = krippendorff_alpha(table[::-1, list(order)], level)
        assert turned == pytest.approx(alpha, abs=1e-9, nan_ok=True)
        assert np.isnan(alpha) or alpha <= 1 + 1e-12


@given(RATINGS)
def test_ordinal_alpha_knows_only_the_order(ratings):
    table = np.array(ratings)
    stretched = krippendorff_alpha(table**3, "ordinal")
    assert stretched == pytest.approx(krippendorff_alpha(table, "ordinal"), abs=1e-9, nan_ok=True)


def test_the_interval_holds_alpha_and_repeats_itself(published):
    data = published["alpha_K2011"]["data"]
    first = alpha_interval(data, "ordinal", draws=500, seed=3)
    assert first == alpha_interval(data, "ordinal", draws=500, seed=3)
    assert first.low < published["alpha_K2011"]["ordinal"] < first.high
    assert first.undefined == 0


def test_more_units_narrow_the_interval():
    rng = np.random.default_rng(0)
    truth = rng.integers(1, 6, 400)
    ratings = np.clip(truth + rng.integers(-1, 2, (3, 400)), 1, 5)
    few, many = alpha_interval(ratings[:, :20]), alpha_interval(ratings)
    assert many.high - many.low < (few.high - few.low) / 2


def test_an_interval_of_mostly_uniform_draws_is_undefined():
    interval = alpha_interval([[1, 1, 1, 1, 1, 2], [1, 1, 1, 1, 1, NAN]])
    assert np.isnan(interval.low)
    rare = [[1] * 40 + [2], [1] * 40 + [2]]
    assert 0.3 < alpha_interval(rare).undefined < 0.45  # (40 / 41)^41 draws miss the unit that differs


@pytest.mark.parametrize(
    ("alpha", "words"),
    [(0.80, "firm"), (0.79, "tentative"), (0.667, "tentative"), (0.66, "discuss"), (-0.2, "discuss")],
)
def test_words_for_agreement(alpha, words):
    assert agreement_words(alpha) == words


@pytest.mark.parametrize(
    ("ratings", "level", "words"),
    [
        ([[1, 2], [1, 2]], "rank", "'rank' is not a level of measurement; use one of nominal, ordinal"),
        ([[1, "two"], [1, 2]], "ordinal", "ratings are numbers"),
        ([1, 2, 3], "ordinal", "a row for each rater and a column for each thing"),
        ([[1, float("inf")], [1, 2]], "interval", "finite"),
        ([[-1, 2], [1, 2]], "ratio", "a rating of -1 has no ratio to others; use interval"),
    ],
)
def test_ratings_that_cannot_be_read_say_why(ratings, level, words):
    with pytest.raises(InputError, match=words):
        krippendorff_alpha(ratings, level)


def test_concordance_of_four_judges_is_the_published_one(published):
    example = published["W_scribd"]
    result = kendall_w(example["judges"])
    assert float(result) == result.w == pytest.approx(example["W"], abs=1e-12)
    assert result.chi2 == pytest.approx(example["chi2"], abs=1e-10)
    assert result.p_value == pytest.approx(example["p"], abs=1e-12)
    assert result.df == 9


def test_concordance_near_chance_is_the_published_one(published):
    assert kendall_w(published["W_proofwiki"]["judges"]) == pytest.approx(0.0625)


def test_full_concordance_is_one_even_with_ties():
    # A manual in use prints W = 1.1068: without the term for ties, or with scores left unranked, it may.
    assert kendall_w([[1, 2, 2, 4], [1, 2, 2, 4], [1, 2, 2, 4]]) == pytest.approx(1)
    assert kendall_w([[10, 20, 20, 90], [1, 2, 2, 4], [1, 3, 3, 4]]) == pytest.approx(1)


def test_mean_rank_correlation_is_that_of_the_pairs():
    rng = np.random.default_rng(5)
    ranks = np.array([rng.permutation(7) for _ in range(4)])
    pairs = np.corrcoef(ranks)[np.triu_indices(4, 1)]
    assert kendall_w(ranks).mean_spearman == pytest.approx(pairs.mean(), abs=1e-12)


@given(st.lists(st.lists(st.integers(1, 4), min_size=5, max_size=5), min_size=2, max_size=6))
def test_concordance_equals_the_friedman_statistic_and_stays_within_its_range(scores):
    from scipy.stats import friedmanchisquare

    result = kendall_w(scores)
    if all(len(set(row)) == 1 for row in scores):
        assert np.isnan(result)
        return
    friedman = friedmanchisquare(*np.array(scores).T)
    assert result == pytest.approx(friedman.statistic / (len(scores) * 4), abs=1e-12)
    assert result.p_value == pytest.approx(friedman.pvalue, abs=1e-12)
    assert -1e-12 <= result <= 1 + 1e-12


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        ([[1, 2, 3]], "two judges and two things, not 1 and 3"),
        ([[1], [1]], "not 2 and 1"),
        ([[1, 2], [NAN, 1]], "judge 2 gives thing 1 no rank"),
    ],
)
def test_ranks_that_cannot_be_compared_say_why(ranks, words):
    with pytest.raises(InputError, match=words):
        kendall_w(ranks)


def test_a_frame_of_numbers_that_may_be_missing_is_read_like_any_other():
    frame = pd.DataFrame([[1, 2, 3, None], [1, 2, 4, 4]]).astype("Int64")
    assert krippendorff_alpha(frame) == krippendorff_alpha([[1, 2, 3, NAN], [1, 2, 4, 4]])


@pytest.mark.parametrize("ratings", [3, np.zeros((2, 2, 2))])
def test_ratings_that_are_no_table_say_so(ratings):
    with pytest.raises(InputError, match="a row for each rater and a column for each thing rated"):
        krippendorff_alpha(ratings, "nominal")


def test_a_copied_concordance_keeps_its_test():
    result = kendall_w([[1, 2, 3], [1, 3, 2]])
    again = copy.deepcopy(result)
    assert (again, again.chi2, again.p_value) == (result, result.chi2, result.p_value)

"""The bootstrap over cases: what is known of it exactly, and the law it must agree with."""

import numpy as np
import pytest

from bpo_lib.process.log.resampling import FIGURES, CaseSample, _quantiles, intervals_of, resampled


def sample(cases=400, seed=3, *, named=True):
    random = np.random.default_rng(seed)
    return CaseSample(
        common=random.random(cases) < 0.8,
        rework=random.random(cases) < 0.2,
        handoffs=random.poisson(1.5, cases) if named else None,
        exceptional=random.random(cases) < 0.1,
        seconds=np.sort(random.lognormal(9, 1.2, cases)),
    )


def test_the_spread_of_a_share_is_the_binomial_one():
    # The standard error of a share p of n cases is sqrt(p (1 - p) / n), in every textbook.
    given = sample()
    drawn = resampled(given, 20_000, 0)
    share = given.rework.mean()
    assert drawn["rework_share"].mean() == pytest.approx(share, abs=0.001)
    assert drawn["rework_share"].std() == pytest.approx(np.sqrt(share * (1 - share) / 400), rel=0.02)


def test_the_mean_hand_offs_spread_as_their_standard_error():
    given = sample()
    drawn = resampled(given, 20_000, 0)["handoffs_per_case"]
    assert drawn.std() == pytest.approx(given.handoffs.std() / np.sqrt(400), rel=0.02)


@pytest.mark.parametrize("q", [0.5, 0.9])
@pytest.mark.parametrize("cases", [7, 60])
def test_quantiles_are_those_of_logs_written_out_case_by_case(q, cases):
    ordered = np.sort(np.random.default_rng(1).lognormal(0, 1, cases))
    random = np.random.default_rng(2)
    written = np.quantile(random.choice(ordered, size=(40_000, cases)), q, axis=1)
    drawn = _quantiles(ordered, q, 40_000, np.random.default_rng(3))
    asked = [0.05, 0.25, 0.5, 0.75, 0.95]
    assert np.quantile(drawn, asked) == pytest.approx(np.quantile(written, asked), rel=0.03)


def test_figures_of_one_drawn_log_move_together():
    given = sample()._replace(exceptional=sample().rework)
    drawn = resampled(given, 200, 0)
    assert (drawn["exception_share"] == drawn["rework_share"]).all()


def test_an_interval_holds_the_figure_it_is_about():
    given = sample()
    shown = intervals_of(given, resampled(given, 1_000, 0))
    assert tuple(shown["figure"]) == FIGURES
    assert (shown["low"] <= shown["value"]).all()
    assert (shown["value"] <= shown["high"]).all()


def test_the_intervals_hold_the_truth_as_often_as_they_say():
    held = 0
    for seed in range(200):
        given = sample(200, seed)
        shown = intervals_of(given, resampled(given, 400, seed)).set_index("figure")
        low, high = shown.loc["median_seconds", ["low", "high"]]
        held += low <= np.exp(9) <= high
    assert 0.85 <= held / 200 <= 0.95


def test_without_resources_hand_offs_stay_unknown():
    given = sample(named=False)
    drawn = resampled(given, 10, 0)
    assert drawn["handoffs_per_case"].isna().all()
    assert intervals_of(given, drawn).set_index("figure").loc["handoffs_per_case"].isna().all()


def test_a_single_case_has_no_spread():
    one = CaseSample(np.ones(1, bool), np.zeros(1, bool), None, np.zeros(1, bool), np.array([60.0]))
    assert resampled(one, 5, 0)["p90_seconds"].tolist() == [60.0] * 5


def test_the_same_seed_gives_the_same_draws():
    assert resampled(sample(), 50, 7).equals(resampled(sample(), 50, 7))
    assert not resampled(sample(), 50, 7).equals(resampled(sample(), 50, 8))

"""The plain methods by hand, and what each of them must keep."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.plain import (
    BENCHMARKS,
    Projection,
    Season,
    on_last_year,
    on_shrunk_index,
    prior_deviation,
    recent_mean,
)

WEEKLY = Season(7, trend=False)
TWO_WEEKS = np.array([10.0, 20, 30, 40, 50, 60, 70, 12, 22, 32, 42, 52, 62, 72])


def test_seasonal_naive_by_hand():
    projection = BENCHMARKS["seasonal naive"](TWO_WEEKS, WEEKLY, 9)
    assert projection.mean.tolist() == [12, 22, 32, 42, 52, 62, 72, 12, 22]
    # Every day was 2 above the week before; the error of a second week ahead is sqrt(2) times that.
    assert projection.deviation[[0, 6]].tolist() == [2, 2]
    assert projection.deviation[7] == pytest.approx(2 * np.sqrt(2))


def test_the_average_of_the_same_weekdays_by_hand():
    average = BENCHMARKS["average of the last 4 same seasons"]
    assert average(TWO_WEEKS, WEEKLY, 3).mean.tolist() == [11, 21, 31]
    assert average(TWO_WEEKS[:13], WEEKLY, 3).mean.tolist() == [70, 12, 22]
    assert average(TWO_WEEKS[:5], WEEKLY, 3).mean.tolist() == [35, 35, 35]  # of the last four values


def test_naive2_by_hand():
    # Three years of a pattern of 1 and 3 around a level that rises from 10 to 30 by 4 a period:
    # a season of two places, index 0.5 and 1.5, last level without season 30.
    pattern = np.tile([0.5, 1.5], 12) * 20.0
    projection = BENCHMARKS["Naive2"](pattern, Season(2, trend=True), 4)
    assert projection.mean == pytest.approx([10, 30, 10, 30])
    # Without a significant season it repeats the last value.
    assert BENCHMARKS["Naive2"](TWO_WEEKS, WEEKLY, 2).mean.tolist() == [72, 72]


def test_the_recent_mean_by_hand():
    # The value before last weighs 0.5^(1/6) = 0.8909: 9 / 1.8909 = 4.7596.
    assert recent_mean(np.array([0.0, 9]), WEEKLY, 2).mean == pytest.approx([4.7596] * 2, rel=1e-4)
    # Large counts are averaged as ratios: 100 * 4^(1 / 1.8909) = 208.17.
    assert recent_mean(np.array([100.0, 400]), WEEKLY, 1).mean == pytest.approx([208.17], rel=1e-4)
    # Twelve values of 50 after one that is too old.
    assert recent_mean(np.array([999.0, *[50] * 12]), WEEKLY, 1).mean == pytest.approx([50])


def plain_mean(values, _season, horizon):
    return Projection(np.full(horizon, values.mean()), np.ones(horizon))


def test_a_method_on_a_shrunk_index_by_hand():
    # Four seasons of 0.5 and 1.5 around 20: the index keeps 4/5 of its distance, 0.6 and 1.4. Without it
    # the mean is (10 / 0.6 + 30 / 1.4) / 2 = 19.0476, and the forecast that times the index.
    values = np.tile([10.0, 30.0], 4)
    projection = on_shrunk_index(plain_mean)(values, Season(2, trend=False), 2)
    assert projection.mean == pytest.approx([0.6 * 19.0476, 1.4 * 19.0476], rel=1e-4)
    assert on_shrunk_index(plain_mean)(values[:2], Season(2, trend=False), 2) is None


def test_half_of_how_the_weeks_stood_last_year_is_believed_by_hand():
    # One year after one week: 4 weeks of 20 among 48 of 10 stand at 20 / 10.77 = 1.857 of its mean; with
    # 53 / 52 seasons the index keeps 53 / 105 of what that is above 1.
    values = np.r_[10.0, np.full(4, 20.0), np.full(48, 10.0)]
    kept = 1 + 53 / 105 * (20 / (560 / 52) - 1)
    found = on_last_year(plain_mean)(values, Season(1, trend=True), 5)
    assert found.mean[0] / found.mean[4] == pytest.approx(kept / (1 + 53 / 105 * (10 / (560 / 52) - 1)))
    assert on_last_year(plain_mean)(values[:52], Season(1, trend=True), 1).mean == pytest.approx(
        values[:52].mean()
    )


@pytest.mark.parametrize("name", BENCHMARKS)
@pytest.mark.parametrize("size", [1, 2, 5, 30, 200])
@pytest.mark.parametrize("level", [0, 3, 1e6])
def test_a_benchmark_always_serves(name, size, level):
    values = np.random.default_rng(0).poisson(level, size).astype(float)
    projection = BENCHMARKS[name](values, WEEKLY, 10)
    assert projection.mean.shape == projection.deviation.shape == (10,)
    assert (projection.mean >= 0).all()
    assert (projection.deviation >= 0).all()


def test_the_prior_error_by_hand():
    # Chance alone gives sqrt(100) = 10 around 100; with the prior 25 it is sqrt(725).
    assert prior_deviation(100) == pytest.approx(725**0.5)
    assert prior_deviation(0) == 0

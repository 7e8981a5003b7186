"""Each way to carry a history forward, by hand, and what every entry of the table must keep."""

import numpy as np
import pytest

from bpo_lib.forecast.methods import METHODS, SANE_MULTIPLE, Season, prior_deviation

WEEKLY = Season(7, trend=False)
TWO_WEEKS = np.array([10.0, 20, 30, 40, 50, 60, 70, 12, 22, 32, 42, 52, 62, 72])


def test_seasonal_naive_by_hand():
    projection = METHODS["seasonal naive"](TWO_WEEKS, WEEKLY, 9)
    assert projection.mean.tolist() == [12, 22, 32, 42, 52, 62, 72, 12, 22]
    # Every day was 2 above the week before; the error of a second week ahead is sqrt(2) times that.
    assert projection.deviation[[0, 6]].tolist() == [2, 2]
    assert projection.deviation[7] == pytest.approx(2 * np.sqrt(2))


def test_the_average_of_the_same_weekdays_by_hand():
    projection = METHODS["average of the last 4 same seasons"](TWO_WEEKS, WEEKLY, 3)
    assert projection.mean.tolist() == [11, 21, 31]


def test_the_average_of_the_same_weekdays_needs_two_of_each():
    assert METHODS["average of the last 4 same seasons"](TWO_WEEKS[:13], WEEKLY, 3) is None


def test_the_recent_mean_by_hand():
    values = np.array([999.0, *range(1, 13)])  # twelve values after one that is too old
    projection = METHODS["recent mean"](values, WEEKLY, 2)
    assert projection.mean.tolist() == [6.5, 6.5]
    assert projection.deviation[0] == pytest.approx(np.std(np.arange(1, 13)) * np.sqrt(13 / 12))


def test_ets_follows_a_line_by_hand():
    line = 100 + 5.0 * np.arange(40) + np.tile([1.0, -1.0], 20)
    projection = METHODS["ETS"](line, Season(1, trend=True), 4)
    assert projection.mean == pytest.approx([300, 305, 310, 315], rel=0.02)


def test_ets_carries_no_trend_of_days():
    line = 100 + 5.0 * np.arange(70) + np.tile([1.0, -1.0], 35)
    projection = METHODS["ETS"](line, WEEKLY, 400)
    assert projection.mean.max() < line.max() * 1.1


def test_ets_refuses_what_it_would_forecast_out_of_reach():
    explosion = np.exp(np.arange(40) / 3.0)
    assert METHODS["ETS"](explosion, Season(1, trend=True), 40) is None


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("size", [1, 2, 5, 30, 200])
@pytest.mark.parametrize("level", [0, 3, 1e6])
def test_every_method_is_sane_or_declines(name, size, level):
    values = np.random.default_rng(0).poisson(level, size).astype(float)
    projection = METHODS[name](values, WEEKLY, 10)
    if projection is not None:
        assert projection.mean.shape == projection.deviation.shape == (10,)
        assert (projection.mean >= 0).all()
        assert (projection.deviation >= 0).all()
        assert projection.mean.max() <= SANE_MULTIPLE * max(values.max(), 1)


def test_the_prior_error_by_hand():
    # Chance alone gives sqrt(100) = 10 around 100; with the prior 25 it is sqrt(725).
    assert prior_deviation(100) == pytest.approx(725**0.5)
    assert prior_deviation(0) == 0

"""Widths of intervals: by hand from known errors, nested, and agreeing with their paths."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.forecast.backtest import Run
from bpo_lib.forecast.intervals import LEAST_SCORES, model_factor, scaled_errors, spread_of

MEAN = np.array([100.0, 400.0, 0.0])


def run(actual, mean):
    actual, mean = np.array(actual, dtype=float), np.array(mean, dtype=float)
    periods = pd.date_range("2024-01-01", periods=actual.size, freq="D")
    return Run("ETS", periods, actual, mean, np.ones_like(mean), 1.0)


def spread(runs, deviation, frequency="daily", points=10_000):
    return spread_of(runs, MEAN, np.array(deviation), frequency, points)


def test_without_a_back_test_the_model_stands_alone_by_hand():
    # 1.2816 and 1.96 are the 80% and 95% points of the normal law.
    assert spread([], [10, 20, 0]).half_width(0.80) == pytest.approx([12.816, 25.631, 0], rel=1e-3)
    assert spread([], [10, 20, 0]).half_width(0.95) == pytest.approx([19.60, 39.20, 0], rel=1e-3)


def test_few_months_are_widened_by_what_was_measured():
    narrow, wide = (spread([], [10, 10, 0], frequency, 47) for frequency in ("daily", "monthly"))
    assert wide.half_width(0.8) == pytest.approx(1.7 * narrow.half_width(0.8))
    assert spread([], [10, 10, 0], "monthly", 48).half_width(0.8)[0] < wide.half_width(0.8)[0]


def test_a_short_history_has_wide_tails_by_hand():
    # Student's t with 2 degrees of freedom: 4.3027 at 95%.
    assert spread([], [10, 10, 0], points=3).half_width(0.95)[0] == pytest.approx(43.027, rel=1e-3)


def test_conformal_width_by_hand():
    # Nine errors of 1 to 9 around 100 are 0.1 to 0.9 roots; the eighth of ten ranks is 0.8.
    seen = spread([run(100 + np.arange(1, 10), [100] * 9)], [0, 0, 0])
    assert seen.half_width(0.8)[:2] == pytest.approx([0.5 * 0.8 * 10, 0.5 * 0.8 * 20], rel=1e-3)


def test_few_errors_say_nothing_about_a_quantile():
    few = spread([run([150] * (LEAST_SCORES - 1), [100] * (LEAST_SCORES - 1))], [10, 10, 0])
    # Only the factor moves: errors of 50 deviations in one origin, against five that say 1.
    assert few.half_width(0.8)[0] == pytest.approx(12.816 * 50 ** (1 / 6), rel=1e-3)


def test_a_method_that_was_too_sure_of_itself_is_widened_by_hand():
    # Every error is twice the deviation in five origins, and the prior says 1 in the weight of five.
    runs = [run([102, 98, np.nan], [100, 100, 100]) for _ in range(5)]
    assert model_factor(runs, 1.0) == pytest.approx(2**0.5)
    assert model_factor([], 1.2) == pytest.approx(1.2)
    perfect = [run([100, 100], [100, 100])]
    assert 0.4 < model_factor(perfect, 1.0) < 1


def test_widths_grow_with_the_level_and_closed_periods_have_none():
    seen = spread([run(np.random.default_rng(0).poisson(100, 30), [100] * 30)], [10, 20, 0])
    widths = np.array([seen.half_width(level) for level in np.linspace(0.01, 0.999, 60)])
    assert (np.diff(widths[:, :2], axis=0) > 0).all()
    assert (widths[:, 2] == 0).all()


def test_widths_grow_beyond_what_was_back_tested():
    runs = [run(np.random.default_rng(0).poisson(100, 8), [100] * 8)]
    long = spread_of(runs, np.full(128, 100.0), np.zeros(128), "daily", 100)
    width = long.half_width(0.8)
    assert (width[:8] == width[0]).all()
    assert width[127] == pytest.approx(2 * width[0])  # the fourth root of 128 / 8


def test_errors_of_missing_and_closed_periods_are_left_out():
    assert scaled_errors(run([110, np.nan, 5, 90], [100, 100, 0, 100])).tolist() == [1, -1]


def test_errors_that_move_together_are_shared_by_a_path():
    together = [run(np.full(10, level), [100] * 10) for level in (80, 120, 90, 110, 85)]
    apart = [run(100 + 15 * (-1.0) ** np.arange(10), [100] * 10) for _ in range(5)]
    assert spread(together, [10, 10, 0]).shared > 0.7
    assert spread(apart, [10, 10, 0]).shared < 0.2


def test_paths_have_the_quantiles_of_the_intervals():
    seen = spread([run(np.random.default_rng(0).poisson(100, 40), [100] * 40)], [10, 20, 0])
    paths = seen.draw(MEAN, 40_000, seed=1)
    width = seen.half_width(0.9)
    assert np.quantile(paths, 0.95, axis=0)[:2] == pytest.approx((MEAN + width)[:2], rel=0.02)
    assert np.quantile(paths, 0.05, axis=0)[:2] == pytest.approx((MEAN - width)[:2], rel=0.02)
    assert (paths[:, 2] == 0).all()


def slots(errors, deviation=10.0):
    """Return a run of two days of slots with these errors around 100."""
    errors = np.array(errors, dtype=float)
    mean = np.full(errors.size, 100.0)
    periods = pd.date_range("2024-01-01", periods=2, freq="D")
    return Run("profile", periods, mean + errors.ravel(), mean, np.full(errors.size, deviation), 1.0)


def slot_spread(runs, mean):
    periods = pd.date_range("2024-01-08", periods=mean.size, freq="12h")
    return spread_of(runs, mean, np.sqrt(mean), "intraday", 1_000, periods=periods)


def test_within_the_day_the_errors_seen_decide_alone_by_hand():
    # Eight errors of 1 to 8 over a deviation of 10; ranks of nine: the 7.2th at 80% is 0.72.
    seen = slot_spread([slots([[1, -2, 3, -4], [5, -6, 7, -8]])], np.array([100.0, 400.0]))
    assert seen.half_width(0.8) == pytest.approx([7.2, 14.4], rel=1e-2)


def test_slots_of_a_day_move_together_as_they_did():
    # Errors common to a day, and opposite on the other day: all is shared by the day, nothing by the path.
    by_day = slot_spread([slots([[9, 9, 9], [-9, -9, -9]])] * 3, np.full(4, 100.0))
    assert by_day.shared == 0
    assert by_day.shared_by_day == pytest.approx(0.95)
    by_path = slot_spread([slots([[9, 9], [9, 9]]), slots([[-9, -9], [-9, -9]])], np.full(4, 100.0))
    assert by_path.shared == pytest.approx(0.95)
    apart = slot_spread([slots([[9, -9, 9, -9], [9, -9, 9, -9]])] * 3, np.full(4, 100.0))
    assert (apart.shared, apart.shared_by_day) == (0, 0)


def test_days_of_paths_are_wider_when_slots_move_together():
    mean = np.full(28, 100.0)
    errors = np.random.default_rng(0).normal(0, 10, (5, 2, 12))
    apart = slot_spread([slots(part) for part in errors], mean)
    together = slot_spread([slots(part + 10 * part[:, :1]) for part in errors], mean)
    draws = [spread.draw(mean, 5_000, seed=0) for spread in (apart, together)]
    ratio = [paths.reshape(-1, 14, 2).sum(axis=2).std() / paths.std() for paths in draws]
    assert ratio[0] == pytest.approx(np.sqrt(2), rel=0.1)
    assert ratio[1] > 1.8


def test_a_level_that_is_not_a_share_is_named():
    with pytest.raises(InputError, match="interval level is 1; it must be above 0 and below 1"):
        spread([], [1, 1, 0]).half_width(1)

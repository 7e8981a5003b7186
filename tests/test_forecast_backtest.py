"""Rolling origins: where they cut, what they score, and which method they prefer."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts, noisy

from bpo_lib.forecast.backtest import ORIGINS, Run, errors_by_method, roll
from bpo_lib.forecast.methods.plain import BENCHMARKS, Season, recent_mean

WEEKLY = Season(7, trend=False)
MEMBERS = {"recent mean": recent_mean, "seasonal naive": BENCHMARKS["seasonal naive"]}


def run(method, actual, mean):
    periods = pd.date_range("2024-01-01", periods=len(actual), freq="D")
    actual, mean = np.array(actual, dtype=float), np.array(mean, dtype=float)
    return Run(method, periods, actual, mean, np.ones_like(mean), 1.0)


def test_every_method_is_scored_on_the_same_periods():
    runs = roll(noisy(120, "D", season=7), WEEKLY, 14, "daily", MEMBERS)
    origins = {name: [r.periods[0] for r in runs if r.method == name] for name in (*MEMBERS, *BENCHMARKS)}
    origins["median of 2 methods"] = [r.periods[0] for r in runs if r.method == "median of 2 methods"]
    assert len(origins["seasonal naive"]) == ORIGINS
    assert all(found == origins["seasonal naive"] for found in origins.values())


def test_origins_fall_on_different_weekdays():
    runs = roll(noisy(200, "D", season=7), WEEKLY, 28, "daily", MEMBERS)
    assert len({r.periods[0].dayofweek for r in runs}) > 1


def test_nothing_after_the_origin_is_seen():
    series = noisy(120, "D", season=7)
    runs = roll(series, WEEKLY, 14, "daily", MEMBERS)
    changed = series.copy()
    last = max(r.periods[0] for r in runs)
    changed[changed.index >= last] = 10_000
    after = roll(changed, WEEKLY, 14, "daily", MEMBERS)
    one = [r.mean for r in runs if r.periods[0] == last]
    other = [r.mean for r in after if r.periods[0] == last]
    assert all((a == b).all() for a, b in zip(one, other, strict=True))


def test_a_history_too_short_to_cut_has_no_back_test():
    assert roll(counts([1, 2, 3, 4], "MS"), Season(12, trend=True), 3, "monthly", MEMBERS) == ()


def test_the_ensemble_is_the_median_of_its_members_at_every_origin():
    runs = roll(noisy(120, "D", season=7), WEEKLY, 14, "daily", MEMBERS)
    means = {name: np.array([r.mean for r in runs if r.method == name]) for name in (*MEMBERS,)}
    ours = np.array([r.mean for r in runs if r.method == "median of 2 methods"])
    assert ours == pytest.approx((means["recent mean"] + means["seasonal naive"]) / 2)


def test_a_member_that_fails_at_one_origin_is_not_scored():
    failing = {"long only": lambda values, *rest: recent_mean(values, *rest) if values.size > 100 else None}
    runs = roll(noisy(120, "D", season=7), WEEKLY, 14, "daily", MEMBERS | failing)
    assert "long only" not in {r.method for r in runs}
    assert "median of 3 methods" in {r.method for r in runs}


def test_errors_by_hand():
    runs = [run("ETS", [10, 10], [11, 11]), run("recent mean", [10, 10], [9, 9])]
    runs.append(run("seasonal naive", [10, 10], [10, 11]))
    assert errors_by_method(runs) == {"ETS": 1, "recent mean": 1, "seasonal naive": 0.5}


def test_nothing_at_all_does_not_win_a_sparse_series():
    # Absolute errors prefer 0 (mean error 0.25) to the true rate (0.375); squared errors do not.
    runs = [run("seasonal naive", [0, 0, 0, 1], [0] * 4), run("recent mean", [0, 0, 0, 1], [0.25] * 4)]
    errors = errors_by_method(runs)
    assert errors["recent mean"] < errors["seasonal naive"]

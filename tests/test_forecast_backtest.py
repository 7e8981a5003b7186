"""Rolling origins: where they cut, what they score, and which method they prefer."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts, noisy

from bpo_lib.forecast.backtest import ORIGINS, Run, ranking, roll, table
from bpo_lib.forecast.methods import METHODS, Season

WEEKLY = Season(7, trend=False)


def run(method, actual, mean):
    periods = pd.date_range("2024-01-01", periods=len(actual), freq="D")
    actual, mean = np.array(actual, dtype=float), np.array(mean, dtype=float)
    return Run(method, periods, actual, mean, np.ones_like(mean), 1.0)


def test_every_method_is_scored_on_the_same_periods():
    runs = roll(noisy(120, "D", season=7), WEEKLY, 14, "daily")
    origins = {name: [r.periods[0] for r in runs if r.method == name] for name in METHODS}
    assert len(origins["seasonal naive"]) == ORIGINS
    assert all(found == origins["seasonal naive"] for found in origins.values())


def test_origins_fall_on_different_weekdays():
    runs = roll(noisy(200, "D", season=7), WEEKLY, 28, "daily")
    assert len({r.periods[0].dayofweek for r in runs}) > 1


def test_nothing_after_the_origin_is_seen():
    series = noisy(120, "D", season=7)
    runs = roll(series, WEEKLY, 14, "daily")
    changed = series.copy()
    last = max(r.periods[0] for r in runs)
    changed[changed.index >= last] = 10_000
    after = roll(changed, WEEKLY, 14, "daily")
    one = [r.mean for r in runs if r.periods[0] == last]
    other = [r.mean for r in after if r.periods[0] == last]
    assert all((a == b).all() for a, b in zip(one, other, strict=True))


def test_a_history_too_short_to_cut_has_no_back_test():
    assert roll(counts([1, 2, 3, 4], "MS"), Season(12, trend=True), 3, "monthly") == ()


def test_scores_by_hand():
    scored = table([run("ETS", [10, 20], [12, 18])], [0.5])
    row = scored.iloc[0]
    assert (row["method"], row["steps"], row["mae"], row["coverage"]) == ("ETS", 2, 2, 0.5)
    assert row["wape"] == pytest.approx(4 / 30)


def test_the_smallest_error_wins_and_ties_go_to_the_plainer():
    runs = [run("ETS", [10, 10], [11, 11]), run("recent mean", [10, 10], [9, 9])]
    assert ranking(runs) == ["recent mean", "ETS"]
    runs.append(run("seasonal naive", [10, 10], [10, 11]))
    assert ranking(runs)[0] == "seasonal naive"


def test_nothing_at_all_does_not_win_a_sparse_series():
    # Absolute errors prefer 0 (mean error 0.25) to the true rate (0.375); squared errors do not.
    runs = [run("seasonal naive", [0, 0, 0, 1], [0] * 4), run("recent mean", [0, 0, 0, 1], [0.25] * 4)]
    assert ranking(runs)[0] == "recent mean"

"""Scores of a back-test: by hand, by origin, on average and by how far ahead."""

import math

import numpy as np
import pandas as pd
import pytest

from bpo_lib.forecast import scores
from bpo_lib.forecast.backtest import Run


def run(method, actual, mean, start="2024-01-01"):
    periods = pd.date_range(start, periods=len(actual), freq="D")
    actual, mean = np.array(actual, dtype=float), np.array(mean, dtype=float)
    return Run(method, periods, actual, mean, np.ones_like(mean), 1.0)


def scored(*runs):
    return scores.scored(runs, "daily", 100)


def test_scores_by_origin_by_hand():
    row = scores.by_origin(scored(run("ETS", [10, 20], [12, 18]))).iloc[0]
    assert (row["method"], row["steps"], row["mae"]) == ("ETS", 2, 2)
    assert row["wape"] == pytest.approx(4 / 30)
    # The deviation of 1 makes 1.29 of 80% and 1.98 of 95%: both errors of 2 are outside.
    assert (row["coverage"], row["coverage95"]) == (0, 0)


def test_averages_over_the_origins_by_hand():
    runs = [run("ETS", [10, 10], [11, 11]), run("ETS", [10, 10], [13, 13]), run("Naive2", [10, 10], [11, 11])]
    table = scores.by_method(scores.by_origin(scored(*runs)), "ETS")
    assert table["method"].tolist() == ["Naive2", "ETS"]
    assert table["mae"].tolist() == [1, 2]
    assert table["chosen"].tolist() == [False, True]


def test_errors_by_horizon_by_hand():
    # Errors 1 on the first day, 2 on the six after it, 3 on the next three.
    actual, error = np.full(10, 10.0), np.repeat([1.0, 2, 3], [1, 6, 3])
    table = scores.by_horizon(scored(run("ETS", actual, actual + error)), "ETS", "daily")
    assert table["first_step"].tolist() == [1, 2, 8]
    assert table["last_step"].tolist() == [1, 7, 10]
    assert table["mae"].tolist() == [1, 2, 3]
    assert table["wape"].tolist() == pytest.approx([0.1, 0.2, 0.3])


def test_only_the_used_method_and_the_benchmarks_are_shown_by_horizon():
    runs = [run(name, [10, 10], [9, 9]) for name in ("ETS", "CES", "seasonal naive", "Naive2")]
    table = scores.by_horizon(scored(*runs), "ETS", "daily")
    assert set(table["method"]) == {"ETS", "seasonal naive", "Naive2"}


def test_without_a_back_test_the_tables_are_empty_but_whole():
    assert list(scores.by_origin([])) == scores.BACKTEST_COLUMNS
    assert list(scores.by_method(scores.by_origin([]), "ETS")) == scores.ACCURACY_COLUMNS
    assert list(scores.by_horizon([], "ETS", "daily")) == scores.HORIZON_COLUMNS


def test_closed_periods_do_not_flatter_the_coverage():
    part = scored(run("ETS", [0, 100], [0, 10]))[0]
    assert part.coverage(0.80) == 0


def test_the_error_of_a_month_lets_days_cancel_by_hand():
    # Over 28 days the errors of +1 and -1 cancel; ten months' volume off by 5 in 50 is 10%.
    days = run("ETS", np.full(28, 10.0), 10 + np.tile([1.0, -1.0], 14))
    assert scores.month_ahead_wape([days], "daily") == 0
    months = run("ETS", [50.0, 70], [55.0, 1])
    assert scores.month_ahead_wape([months], "monthly") == pytest.approx(0.1)
    assert math.isnan(scores.month_ahead_wape([], "daily"))

"""The latest back-test: the same errors as in the scores, and a range that no run sets for itself."""

import numpy as np
import pytest
from volume_cases import counts, noisy

from bpo_lib.forecast.accuracy import wape
from bpo_lib.forecast.last_test import COLUMNS, last_test
from bpo_lib.forecast.series import prepare
from bpo_lib.forecast.volume import assembled, carried_forward

SERIES = noisy(150, "D", season=7, level=200)


def latest_of(series, horizon=28):
    prepared = prepare(series)
    carried = carried_forward(prepared, horizon)[0]
    return last_test(carried, prepared.frequency), assembled(carried, prepared)


def test_it_is_the_latest_run_of_the_scores():
    frame, forecast = latest_of(SERIES)
    used = forecast.accuracy.loc[forecast.accuracy["chosen"], "method"].iloc[0]
    runs = forecast.backtest[forecast.backtest["method"] == used].set_index("origin")["wape"]
    assert frame["start"].iloc[0] == runs.index.max()
    assert wape(frame["actual"], frame["mean"]) == pytest.approx(runs[runs.index.max()])


def test_what_came_is_the_end_of_the_history():
    frame, _ = latest_of(SERIES)
    np.testing.assert_array_equal(frame["actual"], SERIES.iloc[-len(frame) :])
    assert frame["start"].iloc[-1] == SERIES.index[-1]


def test_the_range_lies_around_the_forecast_and_never_below_nothing():
    frame, _ = latest_of(noisy(120, "D", level=3))
    assert (frame["low80"] >= 0).all()
    assert (frame["low80"] <= frame["mean"]).all()
    assert (frame["mean"] < frame["high80"]).all()


def test_without_a_back_test_there_is_nothing():
    frame, _ = latest_of(counts([5, 6], "MS"), horizon=3)
    assert frame.empty
    assert list(frame.columns) == COLUMNS

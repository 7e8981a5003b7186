"""The grid behind period starts: found where there is one, refused where there is none."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.intake.cells import CellError
from bpo_lib.intake.time_grid import check_known, time_grid


def starts(*args, **options) -> pd.DatetimeIndex:
    return pd.date_range(*args, **options)


@pytest.mark.parametrize(
    ("index", "frequency", "step"),
    [
        (starts("2025-01-06 08:00", periods=96, freq="30min"), "intraday", 30),
        (starts("2025-01-06 08:05", periods=96, freq="15min"), "intraday", 15),
        (starts("2025-01-06", periods=60, freq="D"), "daily", 0),
        (starts("2025-01-06", periods=60, freq="B"), "daily", 0),
        (starts("2025-01-06", periods=20, freq="W-MON"), "weekly", 0),
        (starts("2025-01-01", periods=10, freq="MS"), "monthly", 0),
    ],
)
def test_each_frequency_is_recognised(index, frequency, step):
    grid = time_grid(index)
    assert (grid.frequency, grid.step_minutes) == (frequency, step)
    assert index.isin(grid.periods).all()


def test_a_slip_in_the_first_row_does_not_shift_the_grid():
    index = starts("2025-01-06 08:00", periods=96, freq="30min").insert(0, pd.Timestamp("2025-01-06 07:31"))
    assert time_grid(index).periods[0] == pd.Timestamp("2025-01-06 08:00")


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (starts("2025-01-06", periods=1), "there are fewer than two periods"),
        (starts("2025-01-06 01:00", periods=20, freq="2h"), "most starts are 120 minutes apart"),
        (starts("2025-01-06 01:00", periods=20, freq="7min"), "most starts are 7 minutes apart"),
        (starts("2025-01-06", periods=20, freq="3D"), "most starts are 3 days apart"),
        (starts("2025-01-31", periods=20, freq="ME"), "the starts are months, but not their first day"),
        (
            pd.DatetimeIndex(["1990-01-01 00:00", "1990-01-01 00:05", "2090-01-01"]),
            "more than 400,000 periods",
        ),
    ],
)
def test_no_regular_step_is_named(index, words):
    with pytest.raises(CellError, match=words):
        time_grid(index)


def test_many_starts_off_the_grid_are_another_way_of_counting():
    index = starts("2025-01-06", periods=40, freq="7D").union(starts("2025-01-08", periods=5, freq="28D"))
    with pytest.raises(CellError, match="11% of the starts do not fit a weekly grid"):
        time_grid(index)


def test_closed_days_are_zero_and_a_missing_day_is_missing():
    days = starts("2025-01-06", periods=60, freq="B").delete(10)
    spread = time_grid(days).spread(pd.Series(5.0, index=days))
    assert (spread[spread.index.dayofweek >= 5] == 0).all()
    assert spread[spread.isna()].index.tolist() == [pd.Timestamp("2025-01-20")]


def test_closed_hours_are_zero_after_four_weeks_even_on_one_weekday():
    index = starts("2025-01-06", periods=24 * 7 * 5, freq="h")
    friday_afternoon = (index.dayofweek == 4) & (index.hour >= 15)
    opened = index[(index.hour >= 8) & (index.hour < 18) & ~friday_afternoon]
    spread = time_grid(opened).spread(pd.Series(5.0, index=opened))
    assert not spread.isna().any()
    assert spread["2025-01-10 15:00"] == 0


def test_before_four_weeks_a_gap_on_one_weekday_is_missing():
    index = starts("2025-01-06 08:00", "2025-01-12 17:00", freq="h")
    opened = index[(index.hour >= 8) & (index.hour < 18) & (index != pd.Timestamp("2025-01-10 15:00"))]
    spread = time_grid(opened).spread(pd.Series(5.0, index=opened))
    assert np.isnan(spread["2025-01-10 15:00"])
    assert spread["2025-01-10 20:00"] == 0


def test_a_series_that_is_mostly_unknown_is_refused():
    check_known(0.5)
    with pytest.raises(CellError, match="60% of the periods in which the operation is open have no row"):
        check_known(0.6)

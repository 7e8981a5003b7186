"""Series made ready: the frequency of real and odd grids, gaps, and faults in words."""

import re

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts

from bpo_lib.errors import InputError
from bpo_lib.forecast.series import filled, prepare


@pytest.mark.parametrize(
    ("index", "frequency", "step"),
    [
        (pd.date_range("2024-01-01", periods=5, freq="MS"), "monthly", 0),
        (pd.date_range("2024-01-31", periods=5, freq="ME"), "monthly", 0),
        (pd.date_range("2024-01-03", periods=5, freq="7D"), "weekly", 0),
        (pd.date_range("2024-01-01", periods=9, freq="B"), "daily", 0),
        (pd.date_range("2024-01-01 08:00", periods=5, freq="D"), "daily", 0),
        (pd.date_range("2024-01-01", periods=60, freq="h"), "intraday", 60),
        (pd.date_range("2024-01-01 00:15", periods=60, freq="30min"), "intraday", 30),
        (pd.DatetimeIndex(["2024-01-01", "2024-03-01"]), "monthly", 0),
        (pd.DatetimeIndex(["2024-01-15"]), "daily", 0),
        (pd.date_range("2024-01-15", periods=1, freq="7D"), "weekly", 0),
    ],
)
def test_the_frequency_is_read_from_the_dates(index, frequency, step):
    prepared = prepare(pd.Series(1.0, index))
    assert (prepared.frequency, prepared.step_minutes) == (frequency, step)


def test_the_future_goes_on_in_the_same_step():
    future = prepare(counts([1, 2, 3], "ME", "2024-01-31")).future(2)
    assert [str(day.date()) for day in future] == ["2024-04-30", "2024-05-31"]


def test_months_given_as_periods_are_read():
    series = pd.Series([1.0, 2.0], pd.period_range("2024-01", periods=2, freq="M"))
    assert prepare(series).frequency == "monthly"


def test_an_hour_that_the_clock_repeats_is_averaged():
    index = pd.date_range("2024-10-27", "2024-10-27 23:00", freq="h", tz="Europe/Berlin")
    prepared = prepare(pd.Series(np.arange(25.0), index))
    assert len(prepared.counts) == 24
    assert prepared.counts.iloc[2] == 2.5
    assert prepared.notes == ("Times are read as local time; an hour that the clock repeats is averaged.",)


def test_gaps_are_filled_from_the_same_weekday_by_hand():
    values = np.array([1.0, 10, 3, np.nan, 5, 30])  # season 2: the gap lies between 10 and 30
    assert filled(values, 2).tolist() == [1, 10, 3, 20, 5, 30]
    assert filled(np.array([np.nan, 4.0]), 2).tolist() == [4, 4]


def test_stamps_of_events_are_not_counts():
    index = pd.DatetimeIndex(["2024-01-01 08:01", "2024-01-01 08:02", "2024-01-01 08:05"])
    with pytest.raises(InputError, match=re.escape("not on one regular grid")):
        prepare(pd.Series(1.0, index))

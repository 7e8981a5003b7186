"""Clock changes: skipped hours are no gaps, repeated ones one hour, and doubles of any other kind stay."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts

from bpo_lib.errors import InputError
from bpo_lib.forecast import forecast_volume
from bpo_lib.forecast.clock_change import by_the_wall, skipped_hours
from bpo_lib.forecast.series import prepare

BERLIN = "Europe/Berlin"


def around_the_clock(start, end, zone=None):
    """Return 60 calls in every hour of the day shift and 10 in the others."""
    index = pd.date_range(start, end, freq="h", tz=zone)
    day = (index.hour >= 8) & (index.hour < 18)
    return pd.Series(np.where(day, 60.0, 10.0), index)


def test_an_hour_that_repeats_is_averaged_by_hand():
    twice = pd.DatetimeIndex(["2024-10-27 01:00", "2024-10-27 02:00", "2024-10-27 02:00", "2024-10-27 03:00"])
    merged, notes = by_the_wall(pd.Series([5.0, 6.0, 10.0, 7.0], twice))
    assert merged.tolist() == [5, 8, 7]
    assert notes == ["The hour that the clock repeats on 2024-10-27 is averaged."]


def test_half_hours_may_repeat_one_after_the_other():
    stamps = ["02:00", "02:30", "02:00", "02:30", "03:00"]
    index = pd.DatetimeIndex([f"2024-11-03 {stamp}" for stamp in stamps])
    assert by_the_wall(pd.Series([1.0, 2, 3, 4, 5], index))[0].tolist() == [2, 3, 5]


@pytest.mark.parametrize("double", ["2024-10-26 02:00", "2024-10-27 14:00", "2024-07-07 02:00"])
def test_any_other_double_is_named(double):
    series = counts(np.ones(24 * 320), "h")
    doubled = pd.concat([series, pd.Series([1.0], pd.DatetimeIndex([double]))]).sort_index()
    with pytest.raises(InputError, match=f"the volume of {double} is given twice"):
        prepare(doubled)


def test_a_skipped_hour_is_no_gap():
    local = around_the_clock("2024-03-25", "2024-04-07 23:00", BERLIN)
    assert not any("no count" in note for note in prepare(local).notes)
    assert skipped_hours(pd.DatetimeIndex(["2024-03-31 02:00"]), 60) == 1
    assert skipped_hours(pd.DatetimeIndex(["2024-03-31 02:00", "2024-03-31 02:30"]), 30) == 2


def test_any_other_missing_hour_is_a_gap():
    assert skipped_hours(pd.DatetimeIndex(["2024-03-30 02:00"]), 60) == 0
    assert skipped_hours(pd.DatetimeIndex(["2024-03-31 02:00", "2024-03-31 15:00"]), 60) == 0
    assert skipped_hours(pd.DatetimeIndex(["2024-03-31"]), 0) == 0


@pytest.mark.parametrize(
    ("start", "end"), [("2024-03-04", "2024-04-07 23:00"), ("2024-10-07", "2024-11-10 23:00")]
)
def test_the_answer_after_a_clock_change_is_the_same_as_without(start, end):
    with_change = forecast_volume(around_the_clock(start, end, BERLIN), 7 * 24)
    without = forecast_volume(around_the_clock(start, end), 7 * 24)
    assert with_change.mean.to_numpy() == pytest.approx(without.mean.to_numpy(), rel=1e-6)
    assert with_change.mean.index.equals(without.mean.index)

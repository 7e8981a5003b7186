"""Arrivals: by day without gaps, by hour on the local clock, and the mean time between them."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.process import profile_events


def profile(*moments, activity="Open"):
    rows = [(number, activity, moment) for number, moment in enumerate(moments)]
    return profile_events(pd.DataFrame(rows, columns=["case_id", "activity", "timestamp"]))


def test_days_without_an_arrival_count_none():
    found = profile("2025-03-03 08:00", "2025-03-05 09:00", "2025-03-05 08:00")
    assert found.arrivals.tolist() == [1, 0, 2]
    assert str(found.arrivals.index[0].date()) == "2025-03-03"


def test_hours_are_those_on_the_wall():
    # Monday 23:30 in UTC is Tuesday 00:30 where the clock is an hour ahead.
    hours = profile("2025-03-03 23:30Z", "2025-03-04 00:30+01:00").arrival_hours
    got = hours[hours["cases"] > 0]
    assert [(row.weekday, row.start.hour, row.cases) for row in got.itertuples()] == [(0, 23, 1), (1, 0, 1)]
    assert len(hours) == 7 * 24


def test_the_mean_time_between_arrivals_by_hand():
    assert (
        profile("2025-03-03 08:00", "2025-03-03 09:00", "2025-03-03 12:00").seconds_between_arrivals == 7_200
    )
    assert np.isnan(profile("2025-03-03 08:00").seconds_between_arrivals)


def test_a_case_arrives_with_its_start_and_not_with_its_completion():
    rows = [(1, "Open", "start", "2025-03-03 08:00"), (1, "Open", "complete", "2025-03-04 08:00")]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    assert str(profile_events(events).arrivals.index[0].date()) == "2025-03-03"


@pytest.mark.parametrize("days", [1, 40])
def test_every_case_arrives_once(days):
    found = profile(*pd.date_range("2025-01-01", periods=60, freq=f"{days}D").astype(str))
    assert found.arrivals.sum() == found.arrival_hours["cases"].sum() == found.cases


def test_a_case_that_still_runs_has_arrived():
    rows = [(1, "Open", "2025-03-03"), (1, "Pay", "2025-03-04"), (2, "Open", "2025-03-04")]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "timestamp"])
    found = profile_events(events, end_activities=["Pay"])
    assert (found.cases, found.arrivals.tolist()) == (1, [1, 1])

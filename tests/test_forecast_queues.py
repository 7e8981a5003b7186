"""Several queues: the parts make the whole at every period, whatever the queues are like."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, counts, noisy

from bpo_lib.errors import InputError
from bpo_lib.forecast import forecast_queues, forecast_volume
from bpo_lib.forecast.queues import FOLLOWS, with_queues


def weekdays(level, days=120, *, closed=()):
    """Return a daily queue with a plain weekly pattern, 0 on its closed weekdays."""
    series = noisy(days, "D", "2024-01-01", level=level, season=7)
    return series.where(~series.index.dayofweek.isin(closed), 0.0)


@pytest.fixture(scope="module")
def three():
    frame = pd.DataFrame(
        {"billing": weekdays(200), "sales": weekdays(80, closed=(5, 6)), "complaints": weekdays(4)}
    )
    return frame, forecast_queues(frame, 21)


def test_queues_sum_to_the_total_at_every_period(three):
    _, found = three
    assert found.queues.sum(axis=1).to_numpy() == pytest.approx(found.total.mean.to_numpy(), rel=1e-12)
    assert (found.queues >= 0).all(axis=None)


def test_each_queue_keeps_its_level(three):
    frame, found = three
    usual, expected = frame.iloc[-56:].mean(), found.queues.mean()
    assert expected.to_numpy() == pytest.approx(usual.to_numpy(), rel=0.1)


def test_a_queue_is_closed_on_its_own_closed_days(three):
    _, found = three
    weekend = found.queues.index.dayofweek >= 5
    # What billing and the total gain or lose on a weekend is no work for sales.
    assert (found.queues.loc[weekend, "sales"] == 0).all()
    assert (found.queues.loc[~weekend, "sales"] > 0).all()


def test_a_small_queue_follows_the_total_and_is_said_to(three):
    _, found = three
    summary = found.summary.set_index("queue")
    assert summary.loc["complaints", "method"] == FOLLOWS
    assert np.isnan(summary.loc["complaints", "wape"])
    assert (summary.loc[["billing", "sales"], "wape"] < 0.2).all()
    assert summary["recent_share"].sum() == pytest.approx(1)
    assert any(note.endswith("at a recent share of the total: complaints.") for note in found.notes)


def test_bands_hold_the_queue_and_are_closed_where_it_is(three):
    _, found = three
    assert (found.low <= found.queues).all(axis=None)
    assert (found.queues <= found.high).all(axis=None)
    assert (found.high[found.queues == 0].fillna(0) == 0).all(axis=None)


def test_a_total_that_is_held_stays_what_it_was(three):
    frame, _ = three
    total = forecast_volume(frame.sum(axis=1), 14)
    found = with_queues(total, frame)
    assert found.total is total
    assert found.queues.sum(axis=1).to_numpy() == pytest.approx(total.mean.to_numpy(), rel=1e-9)


def test_constant_queues_stay_as_they_are_by_hand():
    frame = pd.DataFrame({"a": counts([60.0] * 24, "MS"), "b": counts([30.0] * 24, "MS")})
    found = forecast_queues(frame, 3)
    assert found.queues.to_numpy().ravel() == pytest.approx([60, 30] * 3)


def test_closed_days_are_nothing_in_every_queue(three):
    frame, _ = three
    found = forecast_queues(frame, 7, calendar=["2024-05-01"])
    assert (found.queues.loc["2024-05-01"] == 0).all()


def test_intervals_of_the_day_add_up_too():
    calls = call_centre(6)
    late = calls.where(calls.index.hour >= 12, 0.0)
    found = forecast_queues(pd.DataFrame({"all day": calls, "afternoon": late, "few": late // 20}), 336)
    assert found.queues.sum(axis=1).to_numpy() == pytest.approx(found.total.mean.to_numpy(), rel=1e-9)
    morning = found.queues.index.hour < 12
    assert found.queues.loc[morning, ["afternoon", "few"]].to_numpy().max() == 0


def test_a_queue_that_has_ended_gets_nothing_and_a_new_one_its_recent_share():
    level = counts([100.0] * 120, "D")
    frame = pd.DataFrame({"old": level, "ended": level, "new": level})
    frame.loc[frame.index[:60], "new"] = 0
    frame.loc[frame.index[60:], "ended"] = 0
    found = forecast_queues(frame, 7).queues
    assert (found["ended"] == 0).all()
    assert found[["old", "new"]].to_numpy() == pytest.approx(100.0)


def test_queues_without_any_work_share_nothing():
    frame = pd.DataFrame({"a": counts([0.0] * 30, "D"), "b": counts([0.0] * 30, "D")})
    assert (forecast_queues(frame, 5).queues == 0).all(axis=None)


def test_a_queue_that_cannot_be_used_is_named():
    frame = pd.DataFrame({"a": counts([5.0] * 30, "D"), "b": counts([-5.0] * 30, "D")})
    with pytest.raises(InputError, match="queue 'b': the volume of 2024-01-01 is negative"):
        forecast_queues(frame, 5)
    with pytest.raises(
        InputError, match="queues must be a pandas DataFrame with a column of counts for each"
    ):
        forecast_queues(frame[[]], 5)
    with pytest.raises(InputError, match="queue 'a' is given twice"):
        forecast_queues(frame[["a", "a"]], 5)

"""Queues by month of the term: they sum to the volume of all, whatever changes it."""

from dataclasses import replace

import pandas as pd
import pytest
from volume_cases import call_centre, case, counts, noisy

from bpo_lib.engagement import History
from bpo_lib.forecast import volume_outlook
from bpo_lib.forecast.term.queue_months import queues_by_month


def with_queues(frame, frequency, **terms):
    """Return a client whose history has queues."""
    client = case(frame.sum(axis=1, skipna=False), frequency, **terms)
    return replace(client, history=History(client.history.counts, frequency, queues=frame))


def assert_adds_up(outlook):
    assert outlook.queues.sum(axis=1).to_numpy() == pytest.approx(outlook.mean.to_numpy(), rel=1e-9)
    assert (outlook.queues >= 0).all(axis=None)


def test_queues_of_a_call_centre_sum_to_every_month_of_the_term():
    calls = call_centre(20)
    frame = pd.DataFrame({"billing": (calls * 0.7).round(), "sales": (calls * 0.3).round()})
    outlook = volume_outlook(with_queues(frame, "intraday", start="2024-07-01", growth=0.05))
    assert_adds_up(outlook)
    assert list(outlook.queues) == ["billing", "sales"]
    share = outlook.queues["billing"] / outlook.mean
    assert share.to_numpy() == pytest.approx(0.7, abs=0.02)
    assert any(note.startswith("Queues are forecast by themselves") for note in outlook.notes)


def test_queues_move_with_what_is_expected_of_demand():
    frame = pd.DataFrame(
        {"a": counts([600.0] * 36, "MS", "2022-01-01"), "b": counts([300.0] * 36, "MS", "2022-01-01")}
    )
    base = with_queues(frame, "monthly", growth=0.1)
    changed = volume_outlook(base.with_values({"demand.step_share": -0.5}))
    assert_adds_up(changed)
    assert changed.queues.iloc[0].tolist() == pytest.approx([300, 150])
    assert changed.queues.iloc[12].tolist() == pytest.approx([330, 165])


def test_months_already_counted_are_those_of_each_queue():
    frame = pd.DataFrame({"a": noisy(24, "MS", level=500), "b": noisy(24, "MS", level=100, season=12)})
    outlook = volume_outlook(with_queues(frame, "monthly", start="2025-10-01"))
    assert_adds_up(outlook)
    assert outlook.queues["b"].iloc[:3].tolist() == pytest.approx(frame["b"].iloc[-3:].tolist())


def test_days_and_intervals_that_were_not_counted_do_no_harm():
    frame = pd.DataFrame({"a": noisy(200, "D", level=50), "b": noisy(200, "D", level=30)})
    frame.iloc[50:60, 0] = float("nan")
    assert_adds_up(volume_outlook(with_queues(frame, "daily", start="2024-08-01")))


def test_a_client_without_queues_has_none():
    outlook = volume_outlook(case(counts([1_000.0] * 24, "MS", "2023-01-01"), "monthly"))
    assert outlook.queues.empty
    assert outlook.queue_summary.empty
    assert queues_by_month(None, None, None, outlook.months).notes == ()

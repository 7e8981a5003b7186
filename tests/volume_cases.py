"""Clients with a history and nothing else, for the tests of forecast and staffing."""

import datetime as dt

import numpy as np
import pandas as pd

from bpo_lib.engagement import REGISTER_COLUMNS, Engagement, History
from bpo_lib.forecast import DemandTerms
from bpo_lib.profile import Profile
from bpo_lib.staffing import DeferredTerms, PeopleTerms, ShiftTerms, WorkTerms


def counts(values, frequency, start="2024-01-01"):
    """Return a series of counts from a start."""
    index = pd.date_range(start, periods=len(values), freq=frequency)
    return pd.Series(np.asarray(values, dtype=float), index)


def noisy(size, frequency, start="2024-01-01", *, level=100, season=1):
    """Return Poisson counts around a level that swings by a third over its season."""
    swing = 1 + np.sin(2 * np.pi * np.arange(size) / season) / 3 if season > 1 else np.ones(size)
    return counts(np.random.default_rng(0).poisson(level * swing), frequency, start)


def call_centre(weeks, step_minutes=30, per_week=5_000, start="2024-01-01"):
    """Return calls of a centre open 8:00 to 18:00, Monday to Friday, busiest on Monday morning."""
    index = pd.date_range(start, periods=weeks * 7 * 1440 // step_minutes, freq=f"{step_minutes}min")
    hour = index.hour + index.minute / 60
    is_open = (index.dayofweek < 5) & (hour >= 8) & (hour < 18)
    shape = np.where(is_open, (1.5 - index.dayofweek / 10) * (1.3 - np.abs(hour - 11) / 10), 0)
    rate = per_week * shape / shape.sum() * weeks
    return pd.Series(np.random.default_rng(0).poisson(rate).astype(float), index)


def stored(shared, name):
    """Return one of the real series beside the checkout."""
    table = pd.read_csv(shared(f"realdata/volumes/{name}.csv"), parse_dates=["ds"])
    return table.set_index("ds")["y"]


def case(
    series,
    frequency,
    *,
    start="2025-01-01",
    term_months=36,
    operation="voice",
    growth=0.0,
    people=None,
    **work,
):
    """Return a client with this history; what is not said is a house assumption."""
    profile = Profile(
        title="Test",
        process="calls",
        sector="test",
        currency="EUR",
        start=dt.date.fromisoformat(start),
        term_months=term_months,
        operation=operation,
    )
    terms = {
        DemandTerms: DemandTerms(volume_growth_per_year=growth),
        WorkTerms: WorkTerms(**{"handling_minutes": 4, **work}),
        PeopleTerms: PeopleTerms(**(people or {})),
        ShiftTerms: ShiftTerms(),
        DeferredTerms: DeferredTerms(),
    }
    names = [declared.name for kind in terms for declared in kind.declarations()]
    empty = pd.DataFrame()
    return Engagement(
        client="test",
        scenario="base",
        profile=profile,
        terms=terms,
        register=pd.DataFrame({"name": names}, columns=REGISTER_COLUMNS),
        history=None if series is None else History(series, frequency),
        answers=empty,
        steps=empty,
        events=empty,
        vendors=empty,
        input_hashes={},
    )

"""Series that never close: their views, their back-test, and what real hourly series show."""

import gzip

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts

from bpo_lib.forecast import forecast_volume
from bpo_lib.forecast.intraday.round_the_clock import (
    CLOCK_METHOD,
    VIEWS,
    carry_round_the_clock,
    never_closes,
    views_of,
)
from bpo_lib.forecast.series import prepare


def load(hours, noise=0.01, level=5_000):
    """Return an hourly load that moves slowly about its day and its week."""
    hour = np.arange(hours)
    shape = 1 + 0.3 * np.sin(2 * np.pi * hour / 24) - 0.2 * ((hour // 24) % 7 >= 5)
    drift = np.random.default_rng(0).normal(0, noise, hours).cumsum()
    return counts(level * shape * np.exp(drift), "h")


def test_five_views_agree_on_a_steady_day():
    day = 100 + 50 * np.sin(np.arange(24) * np.pi / 12)
    views = views_of(np.tile(day, 28), 24, 48)
    assert set(views) == set(VIEWS) - {"change from day to day", "change from week to week"}
    for view in views.values():
        assert view == pytest.approx(np.tile(day, 2), rel=1e-3)


def test_views_grow_with_the_level_and_never_fall_below_zero():
    values = load(700, noise=0.1, level=50).round().to_numpy()
    assert all((view >= 0).all() for view in views_of(values, 24, 100).values())


def test_under_two_weeks_there_is_no_view():
    assert views_of(np.ones(335), 24, 10) == {}


def test_a_slot_never_counted_is_closed():
    weeks = np.ones((5, 7, 24))
    assert never_closes(weeks)
    weeks[:, 6, 3] = 0
    assert not never_closes(weeks)


def test_errors_are_told_from_every_hour_of_the_day():
    carried = carry_round_the_clock(prepare(load(960)), 48)
    origins = {run.periods[0].hour for run in carried.runs}
    assert len(origins) == 12
    assert all(run.mean.size == 48 for run in carried.runs)


def test_errors_grow_with_the_lead_time_when_they_did():
    carried = carry_round_the_clock(prepare(load(960)), 48)
    relative = carried.deviation / np.sqrt(carried.mean)
    assert relative[47] > 1.5 * relative[0]


def test_a_drifting_load_is_carried_by_its_last_hours():
    forecast = forecast_volume(load(960), 48)
    assert forecast.method == CLOCK_METHOD
    assert forecast.members["weight"].sum() == pytest.approx(1)
    assert {"seasonal naive", "Naive2"} < set(forecast.accuracy["method"])


def test_a_steady_call_centre_is_not():
    rng, hour = np.random.default_rng(1), np.arange(20 * 168)
    rate = 60 + 40 * np.sin(2 * np.pi * hour / 24) - 15 * ((hour // 24) % 7 >= 5)
    forecast = forecast_volume(counts(rng.poisson(rate), "h"), 168)
    assert forecast.method.startswith("day total by weekday profile")


def test_hourly_series_of_the_m4_competition(shared):
    # Published over all 414 series: seasonal naive 0.63, the winner 0.44, the best entry 0.41.
    with gzip.open(shared("realdata/volumes/m4_hourly_dev.csv.gz")) as file:
        table = pd.read_csv(file)
    errors, inside = [], []
    for name in ("H14", "H84", "H174", "H254", "H344", "H414"):
        part = table[table["unique_id"] == name]
        past = part.loc[part["split"] == "train", "y"].to_numpy()
        actual = part.loc[part["split"] != "train", "y"].to_numpy()
        forecast = forecast_volume(counts(past, "h"), 48)
        lower, upper = forecast.interval(0.95)
        inside.append(((actual >= lower.to_numpy()) & (actual <= upper.to_numpy())).mean())
        naive = np.abs(actual - np.tile(past[-24:], 2)).sum()
        errors.append(np.abs(actual - forecast.mean.to_numpy()).sum() / naive)
    assert np.exp(np.mean(np.log(errors))) < 0.85
    assert np.mean(inside) > 0.85

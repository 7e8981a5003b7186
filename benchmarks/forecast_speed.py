"""Time of a forecast with its back-test beside one AutoARIMA, and of a year of half hours beside one MSTL.

Run with `python benchmarks/forecast_speed.py`. The series are made here; only the ratios of one run
mean anything.
"""

import time

import numpy as np
import pandas as pd
from statsforecast.models import MSTL, AutoARIMA, AutoETS

from bpo_lib.forecast import forecast_volume

CASES = [
    # name, periods, pandas frequency, season, horizon
    ("monthly", 120, "MS", 12, 12),
    ("daily", 365, "D", 7, 28),
]
HALF_HOURS, SLOTS = 17_520, 48


def made(size, frequency, season, level=1_000.0):
    """Return counts with a season and a level that wanders, the same in every run."""
    noise = np.random.default_rng(0)
    wander = np.exp(np.cumsum(noise.normal(0, 0.02, size)))
    swing = 1 + np.sin(2 * np.pi * np.arange(size) / season) / 3
    counts = noise.poisson(level * wander * swing).astype(float)
    return pd.Series(counts, pd.date_range("2020-01-01", periods=size, freq=frequency))


def year_of_half_hours():
    """Return the calls of a centre that is open from 8:00 to 18:00 on working days."""
    index = pd.date_range("2024-01-01", periods=HALF_HOURS, freq="30min")
    is_open = (index.dayofweek < 5) & (index.hour >= 8) & (index.hour < 18)
    shape = np.where(is_open, 1.3 - np.abs(index.hour - 11) / 10, 0)
    return pd.Series(np.random.default_rng(0).poisson(60 * shape).astype(float), index)


def seconds(call):
    """Return the processor time of one call. [seconds]"""
    began = time.process_time()
    call()
    return time.process_time() - began


def compare(name, ours, peer, peer_name):
    """Print one line."""
    print(f"  {name:<22}{ours:8.2f} s   {peer_name} {peer:8.2f} s   {ours / peer:5.2f} x", flush=True)


def main():
    forecast_volume(made(30, "D", 7), 7)  # the libraries are loaded before anything is timed
    print("A forecast with its back-test, in processor time")
    for name, size, frequency, season, horizon in CASES:
        series = made(size, frequency, season)
        values = series.to_numpy()
        ours = seconds(lambda series=series, horizon=horizon: forecast_volume(series, horizon))
        peer = seconds(
            lambda values=values, season=season, horizon=horizon: AutoARIMA(season_length=season).forecast(
                y=values, h=horizon
            )
        )
        compare(f"{name}, {size} points", ours, peer, "one AutoARIMA")
    series = year_of_half_hours()
    ours = seconds(lambda: forecast_volume(series, 7 * SLOTS))
    model = MSTL(season_length=[SLOTS, 7 * SLOTS], trend_forecaster=AutoETS(model="ZZN"))
    peer = seconds(lambda: model.forecast(y=series.to_numpy(), h=7 * SLOTS))
    compare(f"half hours, {HALF_HOURS:,}", ours, peer, "one MSTL     ")


if __name__ == "__main__":
    main()

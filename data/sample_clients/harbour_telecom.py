"""Harbour Telecom: a voice contact centre with a year of half-hours and raters who disagree.

Meant to show a case that passes: steady, well written down, about 50 FTE, a saving in the
band most firms report. The cheapest provider fails a must-have.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from sample_clients.harbour_tables import (
    ANSWERS,
    ASKED,
    ASSUMPTIONS,
    CLIENT_YML,
    LOGO_SVG,
    RATERS,
    SCENARIOS,
    STEPS,
    VENDORS,
)
from sample_clients.writing import answers, frozen_stream, vendors, write_table, write_text

NAME = "harbour-telecom"
SEED = 20_261_101

FIRST_DAY, LAST_DAY = "2025-10-01", "2026-09-30"
OPENS, CLOSES = 7, 21  # hours, every day of the week
CALLS_PER_DAY = 1_400
WEEKDAYS = np.array([1.24, 1.12, 1.06, 1.02, 1.05, 0.84, 0.67])  # Monday first; mean 1
MONTHS = np.array([1.06, 1.01, 1.00, 0.98, 0.97, 0.96, 0.94, 0.97, 1.02, 1.03, 1.01, 1.05])
GROWTH_PER_YEAR = 0.03
DAY_SPREAD = 0.05  # relative standard deviation of a day around its expectation
HOLIDAYS = {  # share of a normal day
    "2025-11-27": 0.45,
    "2025-12-24": 0.60,
    "2025-12-25": 0.0,
    "2026-01-01": 0.35,
    "2026-05-25": 0.55,
    "2026-07-03": 0.70,
    "2026-09-07": 0.55,
}
OUTAGE = pd.Timestamp("2026-03-17 13:00")  # the network failed; it came back at 18:00
RECORDER_FAILED = ("2026-06-09 10:00", "2026-06-09 15:30")  # calls were taken but not counted


def half_hour_shares() -> np.ndarray:
    """Return the share of a day's calls in each open half-hour: a morning and an afternoon hump."""
    hours = np.arange(OPENS, CLOSES, 0.5) + 0.25
    humps = np.exp(-(((hours - 10.5) / 2.2) ** 2)) + 0.85 * np.exp(-(((hours - 16.0) / 2.6) ** 2))
    return (humps + 0.08) / (humps + 0.08).sum()


def expected_by_day(days: pd.DatetimeIndex) -> np.ndarray:
    """Return the calls expected on each day, before chance and outages."""
    grown = (1 + GROWTH_PER_YEAR) ** (np.arange(len(days)) / 365)
    shape = WEEKDAYS[days.dayofweek] * MONTHS[days.month - 1]
    holiday = np.array([HOLIDAYS.get(day.strftime("%Y-%m-%d"), 1.0) for day in days])
    return CALLS_PER_DAY * grown * shape * holiday


def volumes() -> list[tuple[str, str]]:
    """Draw the calls of every open half-hour: a day's own level, then Poisson counts."""
    random = frozen_stream(SEED)
    days = pd.date_range(FIRST_DAY, LAST_DAY, freq="D")
    level = random.gamma(DAY_SPREAD**-2, DAY_SPREAD**2, len(days))
    expected = np.outer(expected_by_day(days) * level, half_hour_shares())
    slots = pd.timedelta_range(f"{OPENS}h", f"{CLOSES}h", freq="30min", closed="left")
    starts = pd.DatetimeIndex((days.to_numpy()[:, None] + slots.to_numpy()).ravel())
    rate = expected.ravel()
    hours_out = (starts - OUTAGE) / pd.Timedelta(hours=1)
    rate = np.where((hours_out >= 0) & (hours_out < 5), rate * 3.2, rate)
    calls = random.poisson(rate)
    uncounted = (starts >= RECORDER_FAILED[0]) & (starts <= RECORDER_FAILED[1])
    return [
        (start.strftime("%Y-%m-%d %H:%M"), "" if lost else str(count))
        for start, count, lost in zip(starts, calls, uncounted, strict=True)
    ]


def write(folder: Path) -> None:
    """Write the client folder."""
    write_text(folder / "client.yml", CLIENT_YML)
    write_text(folder / "logo.svg", LOGO_SVG)
    write_table(folder / "assumptions.csv", "assumptions", ASSUMPTIONS)
    write_table(folder / "volumes.csv", "volumes", volumes())
    write_table(folder / "answers.csv", "answers", answers(RATERS, ASKED, ANSWERS))
    write_table(folder / "steps.csv", "steps", STEPS)
    write_table(folder / "vendors.csv", "vendors", vendors(*VENDORS))
    for name, rows in SCENARIOS.items():
        write_table(folder / "scenarios" / f"{name}.csv", "scenario", rows)

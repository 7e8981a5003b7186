"""Harbour Telecom: a voice contact centre with a year of half-hours in three queues, and raters who disagree.

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
    CALENDAR,
    CLIENT_YML,
    CURRENCIES,
    LOCATIONS,
    LOGO_SVG,
    MEASURES,
    RATERS,
    SCENARIOS,
    STEP_WORK,
    STEPS,
    VENDORS,
)
from sample_clients.weight_tables import harbour_weights
from sample_clients.writing import answers, frozen_stream, steps, vendors, write_table, write_text

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
QUEUES = {  # calls of a half-hour in which all are open, first and last hour, open weekdays
    "technical": (0.46, 7, 21, 7),
    "billing": (0.38, 8, 18, 6),
    "sales": (0.16, 9, 18, 5),
}
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


def calls() -> tuple[pd.DatetimeIndex, np.ndarray, np.ndarray]:
    """Draw the calls of every open half-hour: a day's own level, then Poisson counts; and who is out."""
    random = frozen_stream(SEED)
    days = pd.date_range(FIRST_DAY, LAST_DAY, freq="D")
    level = random.gamma(DAY_SPREAD**-2, DAY_SPREAD**2, len(days))
    expected = np.outer(expected_by_day(days) * level, half_hour_shares())
    slots = pd.timedelta_range(f"{OPENS}h", f"{CLOSES}h", freq="30min", closed="left")
    starts = pd.DatetimeIndex((days.to_numpy()[:, None] + slots.to_numpy()).ravel())
    rate = expected.ravel()
    hours_out = (starts - OUTAGE) / pd.Timedelta(hours=1)
    out = np.asarray((hours_out >= 0) & (hours_out < 5))
    return starts, random.poisson(np.where(out, rate * 3.2, rate)), out


def queue_shares(starts: pd.DatetimeIndex, out: np.ndarray) -> np.ndarray:
    """Return each queue's share of the calls of every half-hour; an outage is a matter for technicians."""
    weights = np.zeros((len(starts), len(QUEUES)))
    for place, (share, opens, closes, days) in enumerate(QUEUES.values()):
        is_open = (starts.hour >= opens) & (starts.hour < closes) & (starts.dayofweek < days)
        weights[:, place] = np.where(is_open, share, 0.0)
    weights[out, 0] *= 6
    return weights / weights.sum(axis=1, keepdims=True)


def volumes() -> list[tuple[str, str, str]]:
    """Return the calls of every half-hour by queue, for the hours in which it is open."""
    starts, counts, out = calls()
    random, shares = frozen_stream(SEED + 1), queue_shares(starts, out)
    split = [random.multinomial(count, share) for count, share in zip(counts, shares, strict=True)]
    uncounted = (starts >= RECORDER_FAILED[0]) & (starts <= RECORDER_FAILED[1])
    return [
        (start.strftime("%Y-%m-%d %H:%M"), "" if lost else str(count), queue)
        for start, lost, part, share in zip(starts, uncounted, split, shares, strict=True)
        for queue, count, weight in zip(QUEUES, part, share, strict=True)
        if weight > 0
    ]


def write(folder: Path) -> None:
    """Write the client folder."""
    write_text(folder / "client.yml", CLIENT_YML)
    write_text(folder / "logo.svg", LOGO_SVG)
    write_table(folder / "assumptions.csv", "assumptions", ASSUMPTIONS)
    write_table(folder / "volumes.csv", "queues", volumes())
    write_table(folder / "calendar.csv", "calendar", CALENDAR)
    write_table(folder / "answers.csv", "answers", answers(RATERS, ASKED, ANSWERS))
    write_table(folder / "weights.csv", "weights", harbour_weights(ASKED))
    write_table(folder / "steps.csv", "steps", steps(STEPS, STEP_WORK))
    write_table(folder / "vendors.csv", "vendors", vendors(*VENDORS))
    write_table(folder / "locations.csv", "locations", LOCATIONS)
    write_table(folder / "currencies.csv", "currencies", CURRENCIES)
    write_table(folder / "service_measures.csv", "service_measures", MEASURES)
    for name, rows in SCENARIOS.items():
        write_table(folder / "scenarios" / f"{name}.csv", "scenario", rows)

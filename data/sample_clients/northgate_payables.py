"""Northgate Foods: an accounts-payable back office with two years of days and an event log.

Meant to show a conditional case: a saving, month-end peaks, one invoice in five an
exception, one exception path nobody wrote down, and nobody named to manage a provider.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from sample_clients.invoice_log import invoice_log
from sample_clients.northgate_tables import (
    ANSWERS,
    ASKED,
    ASSUMPTIONS,
    CLIENT_YML,
    LOGO_SVG,
    PRICE_TIERS,
    RATERS,
    SCENARIOS,
    STEP_WORK,
    STEPS,
    VENDORS,
)
from sample_clients.weight_tables import northgate_weights
from sample_clients.writing import answers, frozen_stream, steps, vendors, write_table, write_text

NAME = "northgate-payables"
SEED = 20_261_102

FIRST_DAY, LAST_DAY = "2024-10-01", "2026-10-14"  # exported in the middle of a month, as exports are
INVOICES_PER_DAY = 560
WEEKDAYS = np.array([1.16, 1.02, 0.98, 0.96, 0.88])  # Monday first; mean 1
MONTHS = np.array([1.04, 0.98, 1.03, 1.00, 1.00, 1.02, 0.98, 0.86, 1.02, 1.04, 1.03, 0.96])
GROWTH_PER_YEAR = 0.04
DAY_SPREAD = 0.07  # relative standard deviation of a day around its expectation
# Working day from the month's end (-1 is the last) or start (0 is the first).
MONTH_END = {-1: 1.70, -2: 1.50, -3: 1.30, 0: 1.30, 1: 1.15}
CLOSED = (
    "2024-12-25",
    "2024-12-26",
    "2025-01-01",
    "2025-04-18",
    "2025-04-21",
    "2025-05-01",
    "2025-12-25",
    "2025-12-26",
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
)
CLOSED_AHEAD = (
    "2026-12-25",
    "2027-01-01",
    "2027-03-26",
    "2027-03-29",
    "2027-12-27",
    "2028-04-14",
    "2028-04-17",
    "2028-05-01",
    "2028-12-25",
    "2028-12-26",
)
LOG_DAYS = slice("2026-07-01", "2026-09-30")
ONE_INVOICE_IN = 28  # the log holds every 28th invoice


def month_end_factor(days: pd.DatetimeIndex) -> np.ndarray:
    """Return how busy each working day is for its place in the month."""
    place = pd.Series(range(len(days)), index=days)
    months = place.groupby(days.to_period("M"))
    from_start = months.cumcount().to_numpy()
    from_end = from_start - months.transform("size").to_numpy()
    from_end[days >= days[-1].replace(day=1)] -= 99  # the last month is cut short: its end is not in sight
    return np.array(
        [
            MONTH_END.get(end, MONTH_END.get(start, 0.9))
            for start, end in zip(from_start, from_end, strict=True)
        ]
    )


def daily_volumes() -> pd.Series:
    """Draw the invoices of every weekday; a holiday counts none."""
    random = frozen_stream(SEED)
    weekdays = pd.bdate_range(FIRST_DAY, LAST_DAY)
    days = weekdays.difference(pd.DatetimeIndex(CLOSED))
    grown = (1 + GROWTH_PER_YEAR) ** ((days - days[0]).days.to_numpy() / 365)
    expected = INVOICES_PER_DAY * grown * WEEKDAYS[days.dayofweek] * MONTHS[days.month - 1]
    level = random.gamma(DAY_SPREAD**-2, DAY_SPREAD**2, len(days))
    counts = random.poisson(expected * month_end_factor(days) * level)
    return pd.Series(counts, index=days).reindex(weekdays, fill_value=0)


def write(folder: Path) -> None:
    """Write the client folder."""
    daily = daily_volumes()
    sampled = (daily[LOG_DAYS] / ONE_INVOICE_IN).round().astype(int)
    write_text(folder / "client.yml", CLIENT_YML)
    write_text(folder / "logo.svg", LOGO_SVG)
    write_table(folder / "assumptions.csv", "assumptions", ASSUMPTIONS)
    write_table(
        folder / "volumes.csv", "volumes", [(f"{day:%Y-%m-%d}", count) for day, count in daily.items()]
    )
    closed = [(day, "closed", "", "", "") for day in CLOSED + CLOSED_AHEAD]
    write_table(folder / "calendar.csv", "calendar", closed)
    write_table(folder / "answers.csv", "answers", answers(RATERS, ASKED, ANSWERS))
    write_table(folder / "weights.csv", "weights", northgate_weights(ASKED))
    write_table(folder / "steps.csv", "steps", steps(STEPS, STEP_WORK))
    write_table(folder / "events.csv", "events", invoice_log(sampled, SEED + 1))
    write_table(folder / "vendors.csv", "vendors", vendors(*VENDORS))
    write_table(folder / "price_tiers.csv", "price_tiers", PRICE_TIERS)
    for name, rows in SCENARIOS.items():
        write_table(folder / "scenarios" / f"{name}.csv", "scenario", rows)

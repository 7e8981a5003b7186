"""Draw an accounts-payable event log: start and complete of every activity, rework and exceptions."""

import numpy as np
import pandas as pd

from sample_clients.writing import frozen_stream

DAY_MINUTES = 9 * 60  # 08:00 to 17:00; outside it nobody works and every invoice waits
OPENS = 8 * 60
LAST_MOMENT = pd.Timestamp("2026-10-02 17:00")  # the export: what is open then stays open

# Activity: median minutes of work, median hours of waiting before it, who does it.
ACTIVITIES = {
    "Receive": (0.6, 0.0, ""),
    "Index and code": (2.0, 3.0, "clerk"),
    "Match": (1.5, 1.0, "clerk"),
    "Resolve mismatch": (7.5, 10.0, "resolver"),
    "Find purchase order": (8.5, 14.0, "resolver"),
    "Check duplicate": (11.0, 8.0, "resolver"),
    "Ask buyer": (4.5, 20.0, "buyer"),
    "Approve": (0.8, 9.0, "approver"),
    "Correct coding": (2.5, 4.0, "clerk"),
    "Post": (0.7, 2.0, "clerk"),
    "Pay": (0.1, 16.0, ""),
}
STAFF = {"clerk": 9, "resolver": 3, "buyer": 6, "approver": 12}

EXCEPTIONS = (("Resolve mismatch", 0.11), ("Find purchase order", 0.06), ("Check duplicate", 0.035))
ASKS_BUYER, MATCHES_AGAIN = 0.25, 0.45  # of the exceptions
NEEDS_APPROVAL, SENT_BACK = 0.55, 0.08  # of all; of those to be approved
SPREAD_WORK, SPREAD_WAIT = 0.45, 1.0  # sigma of the lognormal


def path_of_one_invoice(random: np.random.RandomState) -> list[str]:
    """Return the activities one invoice passes through, in order."""
    path = ["Receive", "Index and code", "Match"]
    draw, threshold = random.random_sample(), 0.0
    for activity, share in EXCEPTIONS:
        if threshold <= draw < threshold + share:
            path.append(activity)
            path += ["Ask buyer"] if random.random_sample() < ASKS_BUYER else []
            path += ["Match"] if random.random_sample() < MATCHES_AGAIN else []
        threshold += share
    if random.random_sample() < NEEDS_APPROVAL:
        path.append("Approve")
        path += ["Correct coding", "Approve"] if random.random_sample() < SENT_BACK else []
    return [*path, "Post", "Pay"]


def staff_of_one_invoice(random: np.random.RandomState) -> dict[str, str]:
    """Return who works on one invoice: the same clerk throughout, as the team is organised."""
    people = {role: f"{role}-{random.randint(1, size + 1):02d}" for role, size in STAFF.items()}
    return {**people, "": ""}


def clock(minutes: float, days: pd.DatetimeIndex) -> pd.Timestamp:
    """Return the moment that lies so many working minutes after the first day's opening."""
    day, minute = divmod(minutes, DAY_MINUTES)
    seconds = round((OPENS + minute) * 60)
    return days[int(day)] + pd.Timedelta(seconds=seconds)


def invoice_log(arrivals: pd.Series, seed: int) -> list[tuple[str, str, str, str, str]]:
    """Draw the log of the invoices that arrive on each day.

    Parameters
    ----------
    arrivals : pandas.Series
        Invoices by working day. [invoices/day]
    seed : int
        Seed of the random stream.

    Returns
    -------
    list of tuple
        Case, activity, timestamp, lifecycle and resource, in the order of time.
    """
    random = frozen_stream(seed)
    # Work goes on after the last arrival; the days beyond the export are cut off below.
    days = pd.bdate_range(arrivals.index[0], periods=len(arrivals) + 260)
    rows: list[tuple[pd.Timestamp, int, str, str, str, str]] = []
    case = 0
    for day, count in enumerate(arrivals):
        for _ in range(count):
            case += 1
            minutes = (day + random.random_sample()) * DAY_MINUTES
            people = staff_of_one_invoice(random)
            for activity in path_of_one_invoice(random):
                work, wait, role = ACTIVITIES[activity]
                begin = minutes + wait * 60 * np.exp(SPREAD_WAIT * random.standard_normal())
                minutes = begin + work * np.exp(SPREAD_WORK * random.standard_normal())
                identity = (f"INV-{case:05d}", activity)
                for moment, lifecycle in ((begin, "start"), (minutes, "complete")):
                    rows.append((clock(moment, days), len(rows), *identity, lifecycle, people[role]))
    rows.sort()
    return [
        (name, activity, moment.isoformat(), lifecycle, resource)
        for moment, _, name, activity, lifecycle, resource in rows
        if moment <= LAST_MOMENT
    ]

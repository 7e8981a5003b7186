"""The staffing plan of a term: people by month, and the busiest week by interval."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import WeekDemand, staffed_week, week_demand
from bpo_lib.staffing.workload import (
    WEEKS_PER_MONTH,
    agent_hours,
    handling_hours,
    paid_fte,
    productive_hours,
    workload_fte,
)

MONTHLY_COLUMNS = [
    "volume",
    "handling_hours",
    "net_fte",
    "paid_fte",
    "paid_fte_low",
    "paid_fte_high",
    "occupancy",
]


@dataclass(frozen=True, eq=False)
class StaffingPlan:
    """The people a client's work takes over the term; nothing is rounded.

    Parameters
    ----------
    monthly : pandas.DataFrame
        By month of the term: volume [transactions/month], handling_hours [hours/month], net_fte
        (before shrinkage) and paid_fte [FTE], paid_fte_low and paid_fte_high at the ends of the
        80% interval of volume [FTE], occupancy [share].
    week : pandas.DataFrame or None
        The average week of the busiest month by interval, for voice with an intraday profile.
    busiest_month : pandas.Period
        The month with the largest volume.
    notes : tuple of str
        What a reader should know.
    """

    monthly: pd.DataFrame
    week: pd.DataFrame | None
    busiest_month: pd.Period
    notes: tuple[str, ...]


def staffing_plan(case: Engagement) -> StaffingPlan:
    """Return the people a client's work takes in each month of the term.

    Parameters
    ----------
    case : Engagement
        Its history and work terms.

    Returns
    -------
    StaffingPlan

    Raises
    ------
    InputError
        When the client gives no past volumes.

    References
    ----------
    A. K. Erlang (1917) for the agents; shrinkage factors multiply. Source: house practice.
    """
    outlook, work, demand = volume_outlook(case), case.of(WorkTerms), week_demand(case)
    monthly = _monthly(case, outlook.mean, outlook.low, outlook.high, demand)
    busiest = outlook.mean.idxmax()
    assert isinstance(busiest, pd.Period)
    weekly = float(outlook.mean.max()) / WEEKS_PER_MONTH
    week = None if demand is None else staffed_week(demand, weekly, work)
    return StaffingPlan(monthly, week, busiest, _notes(case, demand, work))


def _monthly(
    case: Engagement, mean: pd.Series, low: pd.Series, high: pd.Series, demand: WeekDemand | None
) -> pd.DataFrame:
    work = case.of(WorkTerms)
    volume = mean.to_numpy()
    hours = handling_hours(volume, work.handling_minutes)
    paid = paid_fte(case, np.stack([volume, low.to_numpy(), high.to_numpy()]))
    table = {
        "volume": volume,
        "handling_hours": hours,
        "net_fte": paid[0] * work.available_share,
        "paid_fte": paid[0],
        "paid_fte_low": paid[1],
        "paid_fte_high": paid[2],
        "occupancy": _occupancy(volume, hours, demand, work),
    }
    return pd.DataFrame(table, index=mean.index, columns=MONTHLY_COLUMNS)


def _occupancy(
    volume: np.ndarray, hours: np.ndarray, demand: WeekDemand | None, work: WorkTerms
) -> np.ndarray:
    """Return the share of agents' time at work that handling takes; 0 in a month without work."""
    at_work = (
        workload_fte(volume, work) * productive_hours(work)
        if demand is None
        else agent_hours(volume, demand, work)
    )
    return np.divide(hours, at_work, out=np.zeros_like(hours), where=at_work > 0)


def _notes(case: Engagement, demand: WeekDemand | None, work: WorkTerms) -> tuple[str, ...]:
    notes = []
    if case.profile.operation == "voice" and demand is None:
        notes.append(
            "The volumes do not say how calls come within the day, so the service level cannot be "
            f"staffed for: FTE are handling time at {work.max_occupancy:.0%} occupancy, which is too "
            "few for a small team. Give volumes by half hour."
        )
    if demand is not None:
        notes.append(
            "Callers are taken to wait without hanging up (Erlang C), which asks for slightly too "
            "many agents where some do hang up."
        )
        if work.handling_minutes > demand.step_minutes:
            notes.append(
                f"Calls last longer than an interval of {demand.step_minutes:g} minutes; each interval "
                "is staffed for the calls that start in it."
            )
    return tuple(notes)

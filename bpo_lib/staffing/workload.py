"""From volume to paid people: handling time, the hours a team can give, and shrinkage."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import WeekDemand, week_demand

WEEKS_PER_MONTH: Final = 365.25 / 7 / 12


def handling_hours(volume: ArrayLike, handling_minutes: float) -> np.ndarray:
    """Return the time agents spend on a volume.

    Parameters
    ----------
    volume : float or array
        [transactions/month]
    handling_minutes : float
        Average handling time. [minutes/transaction]

    Returns
    -------
    ndarray, shape of `volume`
        [hours/month]
    """
    return np.asarray(volume, dtype=float) * handling_minutes / 60


def productive_hours(work: WorkTerms) -> float:
    """Return the hours of a month in which one paid FTE can take work. [hours/FTE/month]

    References
    ----------
    "Cost and Revenue, how WFM affects it", part 3, wewfm, 2019: 176 h, 10.3% and 14% leave 135.77 h.
    """
    return work.paid_hours_per_month * work.available_share


def paid_fte(case: Engagement, volume: ArrayLike) -> np.ndarray:
    """Return the paid FTE that a monthly volume takes, not rounded.

    Parameters
    ----------
    case : Engagement
        Its work terms and, for voice, the shape of its week.
    volume : array, shape (months,) or (paths, months)
        [transactions/month]

    Returns
    -------
    ndarray, shape of `volume`
        [FTE]

    Raises
    ------
    InputError
        When a volume is missing, negative or infinite.

    Notes
    -----
    Voice: the volume of an average week comes in the client's profile; each interval needs the
    true minimum of agents (Erlang C, occupancy cap), and the agent-hours are paid with shrinkage.
    Back office, and voice without an intraday profile: handling hours over productive hours
    and largest occupancy.
    """
    volumes = check_months("volume", volume)
    work = case.of(WorkTerms)
    demand = week_demand(case)
    if demand is None:
        return workload_fte(volumes, work)
    return agent_hours(volumes, demand, work) / productive_hours(work)


def workload_fte(volume: ArrayLike, work: WorkTerms) -> np.ndarray:
    """Return the paid FTE for work that can wait for a free agent.

    Parameters
    ----------
    volume : float or array
        [transactions/month]
    work : WorkTerms
        Handling time, paid hours, shrinkage and largest occupancy.

    Returns
    -------
    ndarray, shape of `volume`
        [FTE]
    """
    return handling_hours(volume, work.handling_minutes) / (productive_hours(work) * work.max_occupancy)


def agent_hours(volume: ArrayLike, demand: WeekDemand, work: WorkTerms) -> np.ndarray:
    """Return the hours agents must be at work in a month for calls to be answered in time.

    Parameters
    ----------
    volume : float or array
        [transactions/month]
    demand : WeekDemand
        How a week's calls come.
    work : WorkTerms
        Handling time and service level.

    Returns
    -------
    ndarray, shape of `volume`
        [hours/month]
    """
    weekly = np.asarray(volume, dtype=float) / WEEKS_PER_MONTH
    return demand.agent_hours(weekly, work) * WEEKS_PER_MONTH


def check_months(name: str, given: ArrayLike) -> np.ndarray:
    """Return a quantity by month as floats.

    Parameters
    ----------
    name : str
        What it is, for the words of an error.
    given : array, shape (months,) or (paths, months)

    Raises
    ------
    InputError
        When a month is missing, infinite or negative; the first such month is named.
    """
    values = np.asarray(given, dtype=float)
    for fault, found in (
        ("is missing", np.isnan(values)),
        ("is infinite", np.isinf(values)),
        ("is negative", values < 0),
    ):
        if found.any():
            month = int(np.nonzero(np.atleast_1d(found))[-1].min()) + 1
            raise InputError(f"{name} of month {month} {fault}")
    return values

"""From volume to paid people: handling time, the hours a team can give, and shrinkage."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import week_demand

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


def busy_hours(case: Engagement, volume: ArrayLike) -> np.ndarray:
    """Return the time agents with full hands spend on a volume.

    Parameters
    ----------
    case : Engagement
        In chat an agent holds `work.concurrency` at once, elsewhere one.
    volume : float or array
        [transactions/month]

    Returns
    -------
    ndarray, shape of `volume`
        [hours/month]

    References
    ----------
    ccplanning, "Chat staffing": agents = chats x AHT / (interval x concurrency x productivity).
    """
    work = case.of(WorkTerms)
    at_once = work.chat_factors[-1] if case.profile.holds_several else 1.0
    return handling_hours(volume, work.handling_minutes) / at_once


def productive_hours(work: WorkTerms) -> float:
    """Return the hours of a month in which one paid FTE can take work. [hours/FTE/month]

    References
    ----------
    "Cost and Revenue, how WFM affects it", part 3, wewfm, 2019: 176 h, 10.3% and 14% leave 135.77 h.
    """
    return work.paid_hours_per_month * work.available_share


def required_fte(case: Engagement, volume: ArrayLike) -> np.ndarray:
    """Return the experienced people on the payroll that a monthly volume takes, not rounded.

    Parameters
    ----------
    case : Engagement
        Its work terms and, for voice and chat, the shape of its week.
    volume : array, shape (months,) or (paths, months)
        [transactions/month]

    Returns
    -------
    ndarray, shape of `volume`
        Newcomers and people in training come on top, see `own_team`. [FTE]

    Raises
    ------
    InputError
        When a volume is missing, negative or infinite.

    Notes
    -----
    Voice and chat: the volume of an average week comes in the client's profile; each interval
    needs the true minimum of agents (Erlang C or A, chat with several at once, occupancy cap), and
    the agent-hours are paid with shrinkage. Back office, and the others without an intraday
    profile: the hours agents are busy over productive hours and largest occupancy.
    """
    return hours_at_work(case, volume) / productive_hours(case.of(WorkTerms))


def hours_at_work(case: Engagement, volume: ArrayLike) -> np.ndarray:
    """Return the hours people must be at work and available, before shrinkage.

    Parameters
    ----------
    case, volume
        As for `required_fte`.

    Returns
    -------
    ndarray, shape of `volume`
        [hours/month]

    Raises
    ------
    InputError
        As for `required_fte`.
    """
    volumes, work = check_months("volume", volume), case.of(WorkTerms)
    demand = week_demand(case)
    if demand is None:
        return busy_hours(case, volumes) / work.max_occupancy
    return demand.agent_hours(volumes / WEEKS_PER_MONTH, work) * WEEKS_PER_MONTH


def occupancy(busy: np.ndarray, at_work: np.ndarray) -> np.ndarray:
    """Return the share of the hours at work that agents are busy; 0 in a month without work."""
    return np.divide(busy, at_work, out=np.zeros_like(at_work), where=at_work > 0)


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

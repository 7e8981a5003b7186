"""The work of the months a client has counted, as a provider would have staffed it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal.quality import repeat_factor
from bpo_lib.pricing.work import at_the_provider, work_parts
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import (
    PeopleTerms,
    ProviderPeopleTerms,
    Team,
    month_lengths,
    required_fte,
    settled_team,
)
from bpo_lib.staffing.workload import busy_hours, hours_at_work, occupancy


@dataclass(frozen=True, eq=False)
class PastWork:
    """The complete months of a history, at the prices of the contract's first year.

    Parameters
    ----------
    months : PeriodIndex
        In order of time; a month that was not counted to its end is not among them.
    work : Workload
        What a provider would have done in them, with a team that had done it all along.
    """

    months: pd.PeriodIndex
    work: Workload


@lru_cache(maxsize=16)
def past_work(case: Engagement) -> PastWork:
    """Return the work of the months a client has counted, staffed as that of the term is.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    PastWork

    Raises
    ------
    InputError
        When the client gives no past volumes, or no month is counted to its end.

    Notes
    -----
    Volume is that of the history, with the contacts that come back to a provider; handling time, staff,
    outcomes and costs follow from it as they do in the forecast, without the wage growth of later
    years. A month missing between others is bridged in a straight line for the size of the team and
    left out of the result.
    """
    history = volume_outlook(case).history_monthly.dropna()
    if history.empty:
        raise InputError(f"{case.client} has no month that is counted to its end; a replay needs one")
    known = pd.PeriodIndex(history.index)
    months = pd.period_range(known[0], known[-1], freq="M")
    volume = np.interp(months.astype("int64"), known.astype("int64"), history.to_numpy(dtype=float))
    counted = months.isin(known)
    work = _work(case, volume, months)
    kept = {name: quantity[counted] for name, quantity in vars(work).items()}
    return PastWork(months[counted], Workload.of(**kept))


def _work(case: Engagement, volume: np.ndarray, months: pd.PeriodIndex) -> Workload:
    theirs = at_the_provider(case)
    handled = volume * repeat_factor(case).ravel()
    own = _settled(case, volume, months, case.of(PeopleTerms))
    team = _settled(theirs, handled, months, theirs.of(ProviderPeopleTerms))
    # Each month as a course of its own, so that each is paid as in the first year.
    parts = work_parts(case, volume[:, None], _by_month(own), _by_month(team), handling=np.ones((1, 1)))
    return Workload.of(**{name: part().ravel() for name, part in parts.items()})


def _by_month(team: Team) -> Team:
    return Team(**{part: people[:, None] for part, people in vars(team).items()})


def _settled(case: Engagement, volume: np.ndarray, months: pd.PeriodIndex, people: PeopleTerms) -> Team:
    """Return a team that had done the work all along, in months of their own length."""
    alike = volume * month_lengths(volume_outlook(case), months)
    busy = occupancy(busy_hours(case, alike), hours_at_work(case, alike))
    return settled_team(required_fte(case, alike), people, busy)

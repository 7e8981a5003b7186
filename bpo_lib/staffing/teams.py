"""The two teams of a case: the client's own, and the one a provider would build."""

from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook, volume_outlook
from bpo_lib.staffing.cohort import Team, new_team, settled_team
from bpo_lib.staffing.terms import PeopleTerms, ProviderPeopleTerms, WorkTerms
from bpo_lib.staffing.workload import (
    WEEKS_PER_MONTH,
    busy_hours,
    hours_at_work,
    occupancy,
    productive_hours,
)


def own_team(case: Engagement, volume: ArrayLike, attrition_per_year: ArrayLike | None = None) -> Team:
    """Return the client's own team, which has done the work all along.

    Parameters
    ----------
    case : Engagement
        Its work and its people.
    volume : array, shape (months,) or (paths, months)
        Over the whole term. [transactions/month]
    attrition_per_year : float or array that broadcasts to `volume`, optional
        In place of the one assumed, such as one for each path. [share/year]

    Returns
    -------
    Team

    Raises
    ------
    InputError
        When a volume is missing, negative or infinite.
    """
    required, people, busy = _work(case, volume, case.of(PeopleTerms))
    return settled_team(required, people, busy, attrition_per_year)


def provider_team(
    case: Engagement, volume: ArrayLike, ready_months: float, attrition_per_year: ArrayLike | None = None
) -> Team:
    """Return the team a provider builds for the same work, trained before the term begins.

    Parameters
    ----------
    case : Engagement
        Its work, as the provider does it, and the provider's people.
    volume : array, shape (months,) or (paths, months)
        Over the whole term. [transactions/month]
    ready_months : float
        Length of the transition, in which the client's own team makes up what is lacking. [months]
    attrition_per_year
        As for `own_team`.

    Returns
    -------
    Team

    Raises
    ------
    InputError
        As for `own_team`.
    """
    required, people, busy = _work(case, volume, case.of(ProviderPeopleTerms))
    return new_team(required, people, ready_months, busy, attrition_per_year)


def handling_growth(case: Engagement) -> np.ndarray:
    """Return how long a transaction takes in each month of the term, against today.

    Where self-service takes the easy contacts away, those that stay take longer. A month's work is
    staffed as if more contacts of today's length came instead.

    Returns
    -------
    ndarray, shape (months,)
        [ratio]
    """
    return volume_outlook(case).handling_factor.to_numpy()


def staffed_volume(case: Engagement, volume: ArrayLike) -> np.ndarray:
    """Return the volume that a month is staffed for: calls of today's length in a month of average length.

    A February brings less work than a March, and as many hours less of each person: with the same
    week in both, both need the same people.

    Parameters
    ----------
    case : Engagement
    volume : array, shape (months,) or (paths, months)
        Over the whole term. [transactions/month]

    Returns
    -------
    ndarray, shape of `volume`
        [transactions/month]

    Notes
    -----
    The weeks of a month are counted by the share of a week's calls that each of its days brings;
    where that is not known, all months are taken to be equally long.
    """
    return np.asarray(volume, dtype=float) * handling_growth(case) * _term_lengths(volume_outlook(case))


@lru_cache(maxsize=16)
def _term_lengths(outlook: VolumeOutlook) -> np.ndarray:
    return month_lengths(outlook, outlook.months)


def month_lengths(outlook: VolumeOutlook, months: pd.PeriodIndex) -> np.ndarray:
    """Return the weeks of an average month over those of each month, past or to come.

    Parameters
    ----------
    outlook : VolumeOutlook
        Its week tells how much of the work each weekday brings.
    months : PeriodIndex

    Returns
    -------
    ndarray, shape (months,)
        1 where the week is not known. [ratio]
    """
    if outlook.week_profile is None:
        return np.ones(len(months))
    by_day = outlook.week_profile.groupby("weekday")["share"].sum()
    share = by_day.reindex(range(7), fill_value=0.0).to_numpy()
    first = np.asarray(months.start_time.dayofweek)[:, None]
    beyond = np.asarray(months.days_in_month)[:, None] - 28  # days that come a fifth time in the month
    times = 4 + ((np.arange(7) - first) % 7 < beyond)
    return WEEKS_PER_MONTH / (times @ share)


def _work(
    case: Engagement, volume: ArrayLike, people: PeopleTerms
) -> tuple[np.ndarray, PeopleTerms, np.ndarray]:
    """Return the experienced people the work takes, the people terms, and how busy the people are."""
    work, alike = case.of(WorkTerms), staffed_volume(case, volume)
    at_work = hours_at_work(case, alike)
    busy = occupancy(busy_hours(case, alike), at_work)
    return at_work / productive_hours(work), people, busy

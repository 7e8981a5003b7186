"""The recipe: which methods serve together for which frequency and how many counts.

To add a method, write the function in a module of methods, give it a name here and put the
name where it serves: ensemble, back-test and report do the rest.
"""

from collections.abc import Mapping

import numpy as np

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.methods.blocks import drifting_level, on_blocks
from bpo_lib.forecast.methods.library import (
    additive_theta,
    arima,
    ces,
    damped,
    decomposed,
    ets,
    level_smoothing,
    theta,
)
from bpo_lib.forecast.methods.logarithm import logged, on_log_index
from bpo_lib.forecast.methods.plain import (
    RECENT_MEAN,
    SAME_SEASONS_AVERAGE,
    SEASONAL_NAIVE,
    Method,
    on_last_year,
    on_shrunk_index,
    recent_mean,
    recent_same_seasons,
    seasonal_naive,
)
from bpo_lib.forecast.methods.weekday import recent_middle, regressed_days, shared_weeks

SHARED_WEEKS = "weeks shared out over their days"

MEMBERS: Mapping[str, Method] = {
    SEASONAL_NAIVE: seasonal_naive,
    SAME_SEASONS_AVERAGE: recent_same_seasons,
    RECENT_MEAN: recent_mean,
    "level smoothing": level_smoothing,
    "level smoothing on shrunk index": on_shrunk_index(level_smoothing),
    "recent mean and last year": on_last_year(recent_mean),
    "level smoothing and last year": on_last_year(level_smoothing),
    "theta and last year": on_last_year(theta),
    "level smoothing on log index": on_log_index(level_smoothing),
    "theta on log index": on_log_index(theta),
    "theta of four months on log index": on_log_index(on_blocks(drifting_level, 4)),
    "theta of years on log index": on_log_index(on_blocks(drifting_level, 12)),
    "damped trend of logs": logged(damped),
    "theta of logs": logged(additive_theta),
    "ETS": ets,
    "CES": ces,
    "theta": theta,
    "ARIMA": arima,
    "MSTL": decomposed,
    "median of the last 8 same seasons": recent_middle,
    "regression on recent days": regressed_days,
    SHARED_WEEKS: shared_weeks,
}

# For each frequency: from how many counts on, which members. The last row that a history reaches serves.
RECIPE: Mapping[Frequency, Mapping[int, tuple[str, ...]]] = {
    "monthly": {
        1: (RECENT_MEAN,),
        13: (
            RECENT_MEAN,
            "level smoothing on log index",
            "theta on log index",
            "theta of four months on log index",
            "damped trend of logs",
        ),
        48: (
            SEASONAL_NAIVE,
            "theta on log index",
            "theta of four months on log index",
            "theta of years on log index",
            "theta of logs",
        ),
    },
    "weekly": {
        1: (RECENT_MEAN,),
        13: (SAME_SEASONS_AVERAGE, "level smoothing", "ETS", "theta"),
        53: ("recent mean and last year", "level smoothing and last year", "theta and last year"),
        104: ("ETS", "theta", "CES", "ARIMA", "MSTL"),
    },
    "daily": {
        1: (RECENT_MEAN,),
        13: (SAME_SEASONS_AVERAGE, "level smoothing on shrunk index", "theta"),
        56: ("median of the last 8 same seasons", "ETS", "CES", "theta", "regression on recent days"),
    },
}

# Under one count a day most days are 0: from eight weeks on the weeks are forecast too.
SPARSE = 1.0
SPARSE_POINTS = 56
SPARSE_DAYS = (SHARED_WEEKS, "ETS", "CES")


def members_for(frequency: Frequency, points: int, average: float = np.inf) -> dict[str, Method]:
    """Return the methods that serve together.

    Parameters
    ----------
    frequency : str
        `daily`, `weekly` or `monthly`.
    points : int
        Counts in the history, 1 or more.
    average : float
        Their mean; below 1 the days of a daily history are almost empty. [transactions]

    Returns
    -------
    dict
        Methods by name.
    """
    if is_sparse(frequency, points, average):
        return {name: MEMBERS[name] for name in SPARSE_DAYS}
    rows = RECIPE[frequency]
    names = rows[max(least for least in rows if least <= max(points, min(rows)))]
    return {name: MEMBERS[name] for name in names}


def is_sparse(frequency: Frequency, points: int, average: float) -> bool:
    """Return whether a daily history has so few counts a day that its weeks say more than its days."""
    return frequency == "daily" and points >= SPARSE_POINTS and average < SPARSE

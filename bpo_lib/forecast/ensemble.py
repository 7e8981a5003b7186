"""Several methods as one: the median of what they say, which a single wild answer cannot move."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.adjust import Adjusted
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE, Method, Projection, Season, seasonal_naive
from bpo_lib.forecast.series import filled

# Where the members' intervals are met: between the 80% and the 95% points of the normal law.
_BOUND = 1.6


def asked(
    members: Mapping[str, Method], values: np.ndarray, season: Season, horizon: int
) -> dict[str, Projection]:
    """Return what each member that can serve says.

    Parameters
    ----------
    members : mapping
        Methods by name; any of them may decline.
    values : ndarray, shape (periods,)
        History without gaps. [transactions]
    season : Season
        How it repeats.
    horizon : int
        Periods wanted.

    Returns
    -------
    dict
        Projections by name; seasonal naive, which always serves, when no member can.
    """
    said = {name: method(values, season, horizon) for name, method in members.items()}
    served = {name: projection for name, projection in said.items() if projection is not None}
    return served or {SEASONAL_NAIVE: seasonal_naive(values, season, horizon)}


def seen_through(
    past: Adjusted, members: Mapping[str, Method], season: Season, periods: pd.DatetimeIndex
) -> dict[str, Projection]:
    """Return what each member says of an adjusted past, with the effects of the periods ahead.

    Parameters
    ----------
    past : Adjusted
        The history as the members should see it, and the factors of any periods.
    members : mapping
        Methods by name.
    season : Season
        How the history repeats.
    periods : pandas.DatetimeIndex
        Those to forecast.

    Returns
    -------
    dict
        Projections by name.
    """
    values = filled(past.counts.to_numpy(dtype=float), season.length)
    factors = past.factors(periods)
    said = asked(members, values, season, len(periods))
    return {name: Projection(mean * factors, spread * factors) for name, (mean, spread) in said.items()}


def name_of(members: Sequence[str]) -> str:
    """Return what a client reads: the method's name, or how many stand behind the median."""
    return members[0] if len(members) == 1 else f"median of {len(members)} methods"


def combined(projections: Iterable[Projection]) -> Projection:
    """Return the median of the projections, 0 or more, as sure of itself as its members in the middle.

    Parameters
    ----------
    projections : iterable of Projection
        One or more.

    Returns
    -------
    Projection
        Its deviation is half the distance between the median of the members' upper and that of
        their lower bounds.

    References
    ----------
    F. Petropoulos and I. Svetunkov, "A simple combination of univariate models" (2020).
    """
    means, deviations = (np.array(part) for part in zip(*projections, strict=True))
    upper = np.median(means + _BOUND * deviations, axis=0)
    lower = np.median(means - _BOUND * deviations, axis=0)
    return Projection(np.maximum(np.median(means, axis=0), 0), (upper - lower) / 2 / _BOUND)

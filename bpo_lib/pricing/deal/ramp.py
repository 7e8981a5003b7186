"""Ramp: which share of the work is at the provider in each month, and where both sides do it."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption


class RampTerms(Terms):
    """How the work moves: all at once unless the client says otherwise."""

    group: ClassVar[str] = "ramp"

    start_months: float = assumption(
        "months before the first work moves and the first fee is due", unit="months", ge=0, le=24, default=0
    )
    ramp_months: float = assumption(
        "months in which the work moves, evenly, from nothing to all of it",
        unit="months",
        ge=0,
        le=24,
        default=0,
        source="house assumption: all of it moves at once, so that the fee is due in full from the start",
    )


def moved_share(months: int, ramp: RampTerms) -> np.ndarray:
    """Return the share of each month's work that is done by the provider, and paid for.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    ramp : RampTerms

    Returns
    -------
    ndarray, shape (months,)
        Mean of the month, 1 once all has moved. [share]
    """
    since = np.arange(months + 1) - ramp.start_months
    within = np.clip(since, 0, ramp.ramp_months)
    # What the own team has still done since the start, so that nothing is left of it once all has moved.
    kept = np.minimum(since, 0) + within - within**2 / (2 * max(ramp.ramp_months, 1e-300))
    return 1 - np.diff(kept)


def overlap(months: int, transition_months: float) -> np.ndarray:
    """Return the share of each month in which in-house team and provider run side by side.

    Returns
    -------
    ndarray, shape (months,)
        1 in a full month of transition, a fraction in its last, 0 after it.
    """
    return np.clip(transition_months - np.arange(months), 0, 1)

"""One-off costs over the months of a project, and how far it has come."""

import numpy as np


def spread_over(months: int, project_months: float) -> np.ndarray:
    """Return the share of a one-off cost that falls into each month.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    project_months : float
        Length of the project, from the first month of the term; 0 puts all into that month. [months]

    Returns
    -------
    ndarray, shape (months,)
        Sums to 1; what a longer project would spend after the term falls into its months too. [share]
    """
    at_work = np.clip(project_months - np.arange(months), 0, 1)
    return at_work / at_work.sum() if at_work.any() else np.eye(1, months)[0]


def progress(months: int, after_months: float, ramp_months: float) -> np.ndarray:
    """Return how far a change has come that begins after some months and takes some more.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    after_months : float
        Months before it begins. [months]
    ramp_months : float
        Months until it is complete; 0 for all at once. [months]

    Returns
    -------
    ndarray, shape (months,)
        0 before it begins, 1 when it is complete; a month counts as far as it has come at its end. [share]
    """
    since = np.arange(1, months + 1) - after_months
    return np.clip(since / ramp_months, 0, 1) if ramp_months else np.clip(since, 0, 1)

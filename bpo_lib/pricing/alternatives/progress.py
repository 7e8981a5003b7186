"""How far a change has come that begins after some months and takes some more."""

import numpy as np


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

"""Sample paths of the months of a term, which agree with the intervals of the months."""

import numpy as np
import pandas as pd

from bpo_lib.forecast.term.reached_months import same_months


def paths_over_the_term(sampled: np.ndarray, known: pd.DataFrame, term: pd.DataFrame) -> np.ndarray:
    """Carry sampled paths of the first months over the whole term.

    Parameters
    ----------
    sampled : ndarray, shape (paths, known months)
        Volume of the months that are forecast from the history. [transactions/month]
    known, term : pandas.DataFrame
        Columns mean, low and high of those months, and of every month of the term. [transactions/month]

    Returns
    -------
    ndarray, shape (paths, months of the term)
        Never below 0. [transactions/month]

    Notes
    -----
    A path that lies above or below what was expected of a month does so in the same month of every
    later year. Its distance from the mean is stretched, on each side, as the interval is: so the
    quantiles of a month's paths are the edges of its interval.
    """
    source = same_months(len(term), len(known))
    mean, base = term["mean"].to_numpy(), known["mean"].to_numpy()[source]
    distance = sampled[:, source] - base
    below, above = (
        _ratio((term[side] - term["mean"]).to_numpy(), (known[side] - known["mean"]).to_numpy()[source])
        for side in ("low", "high")
    )
    return np.maximum(mean + distance * np.where(distance < 0, below, above), 0)


def _ratio(wanted: np.ndarray, given: np.ndarray) -> np.ndarray:
    """Return how much wider an interval's side has become; 1 where it had no width."""
    return np.divide(wanted, given, out=np.ones_like(wanted), where=given != 0)

"""How a volume swings: its peak, its growth and what neither season nor growth explains."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

YEAR = 12


@dataclass(frozen=True)
class Variability:
    """The swings of a monthly volume.

    Parameters
    ----------
    peak_to_mean : float
        Busiest against average month of the last year, growth taken out. [ratio]
    growth_per_year : float
        Last year against the year before; NaN below two years. [share/year]
    unexplained : float
        Standard deviation of a month that neither season nor growth explains; NaN below two years. [share]
    """

    peak_to_mean: float
    growth_per_year: float
    unexplained: float


def variability_of(monthly: pd.Series) -> Variability:
    """Return the swings of a monthly volume.

    Parameters
    ----------
    monthly : pandas.Series
        Complete months, the last one latest. [transactions/month]

    Returns
    -------
    Variability
        NaN in all that the history is too short, or too empty, to tell.

    Notes
    -----
    Growth is the last twelve months over the twelve before. Each of the last twelve over its own
    month a year earlier, growth taken out, holds no season; it varies with two months, so the
    standard deviation of one is that of the quotient over the root of 2. Below two years growth and
    season cannot be told apart and the peak is taken as it was.

    Source: house practice.
    """
    values = monthly.to_numpy(dtype=float)
    last, before = values[-YEAR:], values[-2 * YEAR : -YEAR]
    growth = unexplained = float("nan")
    if before.size == YEAR and before.min() > 0:
        growth = float(last.sum() / before.sum() - 1)
        same = last / before
        unexplained = float(np.std(same / same.mean()) / np.sqrt(2)) if same.any() else float("nan")
    level = last / (1 + max(np.nan_to_num(growth), -0.99)) ** (np.arange(last.size) / YEAR)
    mean = level.mean() if level.size else 0.0
    return Variability(float(level.max() / mean) if mean > 0 else float("nan"), growth, unexplained)

"""Daily histories with known truth, for the tests of what days, months, years and shifts do."""

import numpy as np
import pandas as pd

WEEK = np.array([1.2, 1.1, 1.0, 1.0, 0.9, 0.5, 0.3])  # Monday to Sunday


def days(size, start="2023-01-02"):
    return pd.date_range(start, periods=size, freq="D")


def chance(mean, index, seed=0):
    """Return Poisson counts around a mean of each day, busier on Mondays than on Sundays."""
    expected = np.asarray(mean) * WEEK[index.dayofweek]
    return pd.Series(np.random.default_rng(seed).poisson(expected).astype(float), index)


def steady(mean, index):
    """Return the mean itself, without chance."""
    return pd.Series(np.asarray(mean) * WEEK[index.dayofweek], index)

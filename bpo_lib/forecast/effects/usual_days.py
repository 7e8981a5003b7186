"""What a day usually counts: the same weekday in the weeks around it."""

import numpy as np
import pandas as pd

WEEK = 7
WEEKS_AROUND = 4  # on either side; fewer follow chance, more miss a change of level
NORMAL_MAD = 1.4826  # median absolute deviation to standard deviation, if errors are normal
POISSON_ROOT_DEVIATION = 0.5  # the root of a count that is chance alone varies by this, at any level

LEAST_NOISE = 0.05  # no series is so steady that one day proves an effect of less [share]

QUIET = 0.3  # up to this noise a median of ratios is safe; of small counts it would be mostly 0 or 2 [share]


def usual_level(counts: pd.Series, before: int = WEEKS_AROUND, after: int = WEEKS_AROUND) -> np.ndarray:
    """Return what each day would have counted if it were an ordinary day of its weekday.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on a grid without omitted days; NaN is missing. [transactions]
    before, after : int
        Weeks on either side that are looked at.

    Returns
    -------
    ndarray, shape (days,)
        Median of the same weekday in the weeks around, the day itself left out; NaN where nothing
        was counted there. [transactions]
    """
    values = counts.to_numpy(dtype=float)
    padded = np.pad(values, (before * WEEK, after * WEEK), constant_values=np.nan)
    shifts = [week * WEEK for week in range(before + after + 1) if week != before]
    around = np.stack([padded[shift : shift + values.size] for shift in shifts])
    known = ~np.isnan(around).all(axis=0)
    level = np.full(values.size, np.nan)
    level[known] = np.nanmedian(around[:, known], axis=0)
    return level


def root_deviations(counts: pd.Series, level: np.ndarray) -> tuple[np.ndarray, float]:
    """Return how far the root of each count is from that of its level, and the usual distance.

    Counts vary with the root of their size, so on the root scale quiet and busy days compare.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes; NaN is missing. [transactions]
    level : ndarray, shape (days,)
        What was usual. [transactions]

    Returns
    -------
    distance : ndarray, shape (days,)
        NaN where either is missing. [transactions**0.5]
    usual : float
        Robust standard deviation of the distances, at least that of chance. [transactions**0.5]
    """
    distance = np.sqrt(counts.to_numpy(dtype=float)) - np.sqrt(level)
    seen = distance[~np.isnan(distance) & (level > 0)]
    spread = NORMAL_MAD * float(np.median(np.abs(seen))) if seen.size else 0.0
    return distance, max(spread, POISSON_ROOT_DEVIATION)


def usual_noise(values: np.ndarray, level: np.ndarray) -> float:
    """Return the usual distance of ordinary days from their level, as a share of it.

    Parameters
    ----------
    values, level : ndarray, shape (days,)
        What was counted and what was usual; NaN is missing. [transactions]

    Returns
    -------
    float
        Robust standard deviation; 1 when nothing can be compared. [share]
    """
    known = ~np.isnan(values) & (level > 0)
    if not known.any():
        return 1.0
    return max(NORMAL_MAD * float(np.median(np.abs(values[known] / level[known] - 1))), LEAST_NOISE)


def usual_ratio(values: np.ndarray, level: np.ndarray, noise: float) -> float:
    """Return by what factor some days differ from their level, one broken day among them aside.

    Parameters
    ----------
    values, level : ndarray, shape (days,)
        What was counted and what was usual, neither missing. [transactions]
    noise : float
        Usual distance of ordinary days from their level. [share]

    Returns
    -------
    float
        The median ratio, where counts are large enough for one; else the ratio of the sums.
    """
    if noise <= QUIET:
        return float(np.median(values / level))
    return float(values.sum() / level.sum())

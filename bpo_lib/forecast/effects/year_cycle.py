"""The busy and quiet parts of a year, as days show them that span two years or more."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.usual_days import WEEK

YEAR_DAYS = 365.25
LEAST_YEARS = 2  # a year seen once cannot be told from growth
HARMONICS = 6  # down to swings of two months; narrower peaks are holidays
# Weeks resemble the weeks beside them, so their chance swings look surer than they are. House assumption.
CAUTION = 2.0
LEAST_SHARE = 0.05  # a week with next to nothing counts as this share of the average week


@dataclass(frozen=True, eq=False)
class YearCycle:
    """Waves of a year and its parts.

    Parameters
    ----------
    start : Timestamp
        Where the waves begin.
    amplitudes : ndarray, shape (2 * HARMONICS,)
        Of their sines, then of their cosines, on the log scale.
    """

    start: pd.Timestamp
    amplitudes: np.ndarray

    def of(self, days: pd.DatetimeIndex) -> np.ndarray:
        """Return by what factor days differ from the average of the year.

        Parameters
        ----------
        days : pandas.DatetimeIndex
            Past or future.

        Returns
        -------
        ndarray, shape (days,)
            About 1 on average over a year.
        """
        return np.exp(_waves(_years_since(days, self.start)) @ self.amplitudes)


def year_cycle(counts: pd.Series, least_years: float = LEAST_YEARS) -> YearCycle | None:
    """Return the yearly cycle of a history.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes on their grid, day effects divided out; NaN is missing. [transactions]
    least_years : float
        How long the history must be. [years]

    Returns
    -------
    YearCycle or None
        None when the history is too short or empty.

    Notes
    -----
    Weekly means m follow log m = level + growth by year + waves of a year, half a year and so on to
    two months, by least squares. Each wave is shrunk by the share of its square that chance
    would give, so that waves no larger than chance vanish.

    References
    ----------
    W. James and C. Stein, "Estimation with quadratic loss" (1961), for the shrinkage.
    """
    if len(counts) < least_years * YEAR_DAYS - 1:
        return None
    weeks = _weekly_means(counts)
    if not weeks.max() > 0:
        return None
    middles = pd.DatetimeIndex(weeks.index)
    place = _years_since(middles, middles[0])
    trend = _trend(place)
    design = np.hstack([trend, _waves(place)])
    outcome = np.log(np.maximum(weeks.to_numpy(), LEAST_SHARE * float(weeks.mean())))
    solution = np.linalg.lstsq(design, outcome, rcond=None)[0]
    residual = outcome - design @ solution
    noise = residual @ residual / max(outcome.size - design.shape[1], 1)
    variances = np.diag(np.linalg.pinv(design.T @ design)) * noise * CAUTION
    return YearCycle(middles[0], _shrunk(solution[trend.shape[1] :], variances[trend.shape[1] :]))


def _weekly_means(counts: pd.Series) -> pd.Series:
    """Return the mean of each week of seven days, the last one ending with the history."""
    part = counts.iloc[len(counts) % WEEK :]
    table = part.to_numpy(dtype=float).reshape(-1, WEEK)
    seen = ~np.isnan(table).all(axis=1)
    middle = part.index[WEEK // 2 :: WEEK][: len(table)]
    return pd.Series(np.nanmean(table[seen], axis=1), middle[seen])


def _years_since(days: pd.DatetimeIndex, start: pd.Timestamp) -> np.ndarray:
    return (days - start).total_seconds().to_numpy() / 86_400 / YEAR_DAYS


def _trend(place: np.ndarray) -> np.ndarray:
    """Return a level and a slope that may bend once a year."""
    bends = np.arange(1, int(place[-1]))
    return np.column_stack([np.ones(place.size), place, *(np.maximum(place - bend, 0) for bend in bends)])


def _waves(place: np.ndarray) -> np.ndarray:
    angles = 2 * np.pi * np.outer(place, np.arange(1, HARMONICS + 1))
    return np.hstack([np.sin(angles), np.cos(angles)])


def _shrunk(amplitudes: np.ndarray, variances: np.ndarray) -> np.ndarray:
    """Return each wave's sine and cosine, shrunk by what chance alone would give them."""
    pairs, chance = amplitudes.reshape(2, HARMONICS), variances.reshape(2, HARMONICS).sum(axis=0)
    kept = np.maximum(1 - chance / np.maximum((pairs**2).sum(axis=0), 1e-12), 0)
    return (pairs * kept).ravel()

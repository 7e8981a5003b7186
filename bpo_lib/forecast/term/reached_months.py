"""The months of a term: those that the forecast reaches, and those after them."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.series import SEASONS, PreparedSeries, dates_of, filled
from bpo_lib.forecast.term.month_shares import month_weights
from bpo_lib.forecast.volume import VolumeForecast

YEAR = 12
LEVEL = 0.80
PATHS = 4_000  # enough for the 10% and 90% points of a month to hold within a few percent of its width


def by_month(
    shown: PreparedSeries, forecast: VolumeForecast, months: pd.PeriodIndex
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the volume of the months that a forecast reaches; what is already counted is certain.

    Parameters
    ----------
    shown : PreparedSeries
        The history by day, week or month.
    forecast : VolumeForecast
        Made from it.
    months : pandas.PeriodIndex
        From the start of the term to the end of the forecast.

    Returns
    -------
    table : DataFrame
        mean, low and high by month: the 80% interval. [transactions/month]
    paths : ndarray, shape (paths, months)
        Courses the volume may take. [transactions/month]
    """
    complete = filled(shown.counts.to_numpy(dtype=float), SEASONS[shown.frequency])
    counts = pd.Series(complete, shown.counts.index)
    known = _counted_part(counts, shown.frequency, months)
    touched, weights = month_weights(dates_of(forecast.mean), shown.frequency)
    paths = forecast.paths(PATHS) @ weights
    mean = forecast.mean.to_numpy() @ weights
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(paths, [tail, 1 - tail], axis=0)
    # Sampling noise must not put the expected value outside its own interval.
    table = pd.DataFrame(
        {"mean": mean, "low": np.minimum(low, mean), "high": np.maximum(high, mean)}, touched
    )
    by_path = pd.DataFrame(paths, columns=touched).reindex(columns=months, fill_value=0.0) + known
    return table.reindex(months, fill_value=0.0).add(known, axis=0), by_path.to_numpy()


def _counted_part(counts: pd.Series, frequency: Frequency, months: pd.PeriodIndex) -> pd.Series:
    touched, weights = month_weights(dates_of(counts), frequency)
    return pd.Series(counts.to_numpy() @ weights, touched).reindex(months, fill_value=0.0)


def over_the_term(known: pd.DataFrame, months: pd.PeriodIndex, growth: float) -> pd.DataFrame:
    """Return the volume of every month of the term from those that its forecast reaches.

    Parameters
    ----------
    known : pandas.DataFrame
        mean, low and high of the months that the forecast reaches. [transactions/month]
    months : pandas.PeriodIndex
        The term.
    growth : float
        Of volume, after the forecast. [share/year]

    Returns
    -------
    DataFrame
        mean, low and high by month: the same month of the year before and growth, its interval
        ever wider. [transactions/month]
    """
    forecast = len(known)
    place = np.arange(len(months))
    like = same_months(len(months), forecast)
    mean = known["mean"].to_numpy()[like] * (1 + growth) ** years_of_growth(len(months), forecast)
    wider = np.sqrt((place + 1) / forecast)
    below, above = (_late_width(known, side) * wider for side in ("low", "high"))
    low = np.maximum(mean * (1 - below), 0)
    table = pd.DataFrame({"mean": mean, "low": low, "high": mean * (1 + above)}, index=months)
    table.iloc[:forecast] = known.to_numpy()
    return table


def same_months(term: int, reached: int) -> np.ndarray:
    """Return for each month of a term the last same month of the year that the forecast reaches.

    Parameters
    ----------
    term, reached : int
        Months of the term, and of its forecast.

    Returns
    -------
    ndarray of int, shape (term,)
        Places in the forecast.
    """
    place = np.arange(term)
    return place - YEAR * (np.maximum(place - reached + YEAR, 0) // YEAR)


def years_of_growth(term: int, reached: int) -> np.ndarray:
    """Return how many years' growth each month of a term has over the forecast; as `same_months`.

    Returns
    -------
    ndarray of int, shape (term,)
    """
    return (np.arange(term) - same_months(term, reached)) // YEAR


def _late_width(known: pd.DataFrame, side: str) -> float:
    """Return how far one end of the interval is from the mean late in the forecast, as a share of it."""
    width = (known[side] - known["mean"]).abs()
    parts = [(width.iloc[-last:].sum(), known["mean"].iloc[-last:].sum()) for last in (3, YEAR)]
    return max(distance / mean if mean > 0 else 0.0 for distance, mean in parts)

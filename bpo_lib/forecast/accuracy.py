"""How far forecasts were from what came: the measures every back-test reports."""

import numpy as np
from numpy.typing import ArrayLike


def mae(actual: ArrayLike, forecast: ArrayLike) -> float:
    """Return the mean absolute error over the periods that were counted.

    Parameters
    ----------
    actual, forecast : array, shape (periods,)
        What came and what was expected; a missing actual (NaN) is left out. [transactions]

    Returns
    -------
    float
        The error, NaN when nothing was counted. [transactions]

    References
    ----------
    R. Hyndman and A. Koehler, "Another look at measures of forecast accuracy" (2006).
    """
    actual, forecast = _counted(actual, forecast)
    return float(np.abs(actual - forecast).mean()) if actual.size else float("nan")


def wape(actual: ArrayLike, forecast: ArrayLike) -> float:
    """Return the absolute errors as a share of the volume that came.

    Parameters
    ----------
    actual, forecast : array, shape (periods,)
        As for `mae`. [transactions]

    Returns
    -------
    float
        The weighted absolute percentage error, 0.1 for 10%; NaN when no volume came. [share]

    References
    ----------
    S. Kolassa and W. Schütz, "Advantages of the MAD/Mean ratio over the MAPE" (2007).
    """
    actual, forecast = _counted(actual, forecast)
    total = actual.sum()
    return float(np.abs(actual - forecast).sum() / total) if total > 0 else float("nan")


def mase(actual: ArrayLike, forecast: ArrayLike, history: ArrayLike, season: int) -> float:
    """Return the mean absolute error against that of seasonal naive within the history.

    Parameters
    ----------
    actual, forecast : array, shape (periods,)
        As for `mae`. [transactions]
    history : array, shape (past,)
        The volumes before the forecast. [transactions]
    season : int
        Periods in a season; 1 for none.

    Returns
    -------
    float
        Below 1 is better than repeating the last season; NaN when the history never changes.

    References
    ----------
    R. Hyndman and A. Koehler (2006); the M4 competition scores with it.
    """
    past = np.asarray(history, dtype=float)
    season = season if past.size > season else 1
    scale = mae(past[season:], past[:-season])
    return mae(actual, forecast) / scale if scale > 0 else float("nan")


def coverage(actual: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> float:
    """Return the share of counted periods that fell inside their interval.

    Parameters
    ----------
    actual, lower, upper : array, shape (periods,)
        What came and the ends of the interval. [transactions]

    Returns
    -------
    float
        From 0 to 1, NaN when nothing was counted. [share]
    """
    values = np.asarray(actual, dtype=float)
    seen = ~np.isnan(values)
    inside = (values >= np.asarray(lower)) & (values <= np.asarray(upper))
    return float(inside[seen].mean()) if seen.any() else float("nan")


def poisson_floor(mean: ArrayLike) -> float:
    """Return the error that a perfect forecast still makes when counts scatter by pure chance.

    Parameters
    ----------
    mean : array, shape (periods,)
        Expected volumes, 0 where closed. [transactions]

    Returns
    -------
    float
        Mean absolute deviation of Poisson counts around their means, as a share of volume; NaN
        without volume. [share]

    Notes
    -----
    E|X - m| = 2 m^(k+1) exp(-m) / k! with k the whole part of m.

    References
    ----------
    A. de Moivre (1730); see P. Diaconis and S. Zabell, "Closed form summation" (1991).
    """
    from scipy.special import gammaln  # noqa: PLC0415 - only when a forecast is made

    expected = np.asarray(mean, dtype=float)
    expected = expected[expected > 0]
    if not expected.size:
        return float("nan")
    whole = np.floor(expected)
    deviation = 2 * np.exp((whole + 1) * np.log(expected) - expected - gammaln(whole + 1))
    return float(deviation.sum() / expected.sum())


def _counted(actual: ArrayLike, forecast: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    values, expected = np.asarray(actual, dtype=float), np.asarray(forecast, dtype=float)
    seen = ~(np.isnan(values) | np.isnan(expected))
    return values[seen], expected[seen]

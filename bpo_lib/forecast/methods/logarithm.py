"""Methods on the logarithm of a history, where a season and a trend are shares of the volume.

On monthly series of the M3 competition these were the best single methods of some forty tried,
and their median the best set: the log keeps one high month from moving the level, and the
season's index is pulled towards none at all by as much as it looks like chance.
"""

import numpy as np

from bpo_lib.forecast.methods.library import NORMAL_80, sane
from bpo_lib.forecast.methods.plain import Method, Projection, Season, on_shrunk_index
from bpo_lib.forecast.methods.seasonal_index import expanded, moving_level

LIFT = (
    5.0  # methods answer 0 or more; lifted, the log of what is below the smallest count stays in their reach
)
SEASONS_TO_JUDGE = 3  # fewer cannot show how much of an index is chance


def logged(method: Method) -> Method:
    """Return a method that works on the log of the history, or on the history where it holds a 0.

    Parameters
    ----------
    method : callable
        Any method.

    Returns
    -------
    callable
    """

    def carried(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
        if values.min() <= 0:
            return method(values, season, horizon)
        base = np.log(values.min()) - LIFT
        return _unlogged(method(np.log(values) - base, season, horizon), base, values)

    return carried


def on_log_index(method: Method) -> Method:
    """Return a method that works on the log of the history without its shrunk seasonal index.

    Where the history holds a 0 it works on the history without its shrunk index.

    Parameters
    ----------
    method : callable
        A method for series without a season.

    Returns
    -------
    callable
        Serves from one full season on.
    """
    unlogged = on_shrunk_index(method)

    def carried(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
        if season.length < 2 or values.size <= season.length:
            return None
        if values.min() <= 0:
            return unlogged(values, season, horizon)
        logs, base = np.log(values), np.log(values.min()) - LIFT
        index = log_index(logs, season.length)
        level = logs - expanded(index, logs.size) - base
        rest = method(level, season._replace(length=1), horizon)
        if rest is None:
            return None
        ahead = expanded(index, values.size + horizon)[values.size :]
        return _unlogged(rest._replace(mean=rest.mean + ahead), base, values)

    return carried


def log_index(logs: np.ndarray, length: int) -> np.ndarray:
    """Return the additive seasonal index of logs, shrunk towards 0.

    Parameters
    ----------
    logs : ndarray, shape (periods,)
        More than one season.
    length : int
        Periods in a season.

    Returns
    -------
    ndarray, shape (length,)
        Mean 0 before shrinking; starts with the place of the first value.

    Notes
    -----
    Below three seasons it keeps n / (n + 1) of itself, n being the number of seasons; from then on
    what the scatter of the seasons around it leaves: 1 - (m - 3) / (m - 1) * noise / spread, at
    least 0, for a season of m places (James and Stein).

    References
    ----------
    D. Miller and D. Williams, "Shrinkage estimators of time series seasonal factors" (2003).
    """
    place = np.arange(logs.size) % length
    ratio = logs - moving_level(logs, length)
    index = np.bincount(place, weights=ratio, minlength=length) / np.bincount(place, minlength=length)
    index -= index.mean()
    seasons = logs.size / length
    if seasons < SEASONS_TO_JUDGE:
        return index * seasons / (seasons + 1)
    scatter = ratio - index[place]
    noise = float(scatter @ scatter) / (logs.size - length) / seasons
    spread = float(index @ index) / (length - 1)
    kept = 1 - (length - 3) / (length - 1) * noise / spread if spread > 0 else 0.0
    return index * min(max(kept, 0.0), 1.0)


def _unlogged(projection: Projection | None, base: float, values: np.ndarray) -> Projection | None:
    """Return what was said of the lifted logs as volumes; the median of the log is that of the volume."""
    if projection is None:
        return None
    with np.errstate(over="ignore"):  # what is infinite is refused as out of reach
        mean = np.exp(projection.mean + base)
        # A deviation of logs is read as that of the 80% interval.
        deviation = mean * np.sinh(NORMAL_80 * projection.deviation) / NORMAL_80
    return sane(Projection(mean, deviation), values)

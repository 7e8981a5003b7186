"""Days carried forward by their weekday: robustly, by regression, or from weekly totals when almost empty."""

import numpy as np

from bpo_lib.forecast.methods.lag_regression import lag_regression
from bpo_lib.forecast.methods.library import level_smoothing, sane
from bpo_lib.forecast.methods.plain import Projection, Season, recent_same_seasons
from bpo_lib.forecast.methods.seasonal_index import expanded, shrunk_index

MIDDLE_SEASONS = 8
SHARED_SEASONS = 52  # weeks that tell how a week spreads over its days
LEAST_SEASONS = 4
REGRESSED_SEASONS = 52
LEAST_REGRESSED = 12
WEEKS_BACK = 4


def recent_middle(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Expect the median of the last eight values of the same place in the season.

    Half of the last weeks may be unusual without moving it, which an average cannot say.
    """
    seasons = _seasons(values, season.length)
    if len(seasons) < MIDDLE_SEASONS:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(seasons, MIDDLE_SEASONS, axis=0)
    middle = np.median(windows, axis=2)
    errors = seasons[MIDDLE_SEASONS:] - middle[:-1] if len(middle) > 1 else seasons - middle[-1]
    deviation = np.sqrt(np.mean(errors**2, axis=0))
    place = np.arange(horizon) % season.length
    return Projection(middle[-1][place], deviation[place])


def regressed_days(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Regress each day, its weekday taken out, on the days before it and on those of four weeks before.

    Its deviation is taken to be that of the average of the last four same seasons.
    """
    length = season.length
    if values.size < LEAST_REGRESSED * length:
        return None
    recent = values[-REGRESSED_SEASONS * length :]
    index = shrunk_index(recent, length)
    lags = [*range(1, length + 1), *(weeks * length for weeks in range(2, WEEKS_BACK + 1))]
    even = lag_regression(recent / expanded(index, recent.size), lags, horizon, [WEEKS_BACK * length])
    if even is None:
        return None
    mean = even * expanded(index, recent.size + horizon)[recent.size :]
    return sane(Projection(mean, recent_same_seasons(values, season, horizon).deviation), recent)


def shared_weeks(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Smooth the totals of whole seasons and share them out as the last year of them was.

    Days with less than one count each are mostly zeros, of which no daily method learns a level.
    The deviation of a day is that of its share of the total, and chance.
    """
    seasons = _seasons(values, season.length)
    if len(seasons) < LEAST_SEASONS or not seasons.any():
        return None
    total = level_smoothing(seasons.sum(axis=1), season._replace(length=1), 1)
    if total is None:
        return None
    recent = seasons[-SHARED_SEASONS:].sum(axis=0)
    if not recent.any():
        return Projection(np.zeros(horizon), np.zeros(horizon))
    share = (recent / recent.sum())[np.arange(horizon) % season.length]
    mean = share * total.mean[0]
    return Projection(mean, np.sqrt(mean + (share * total.deviation[0]) ** 2))


def _seasons(values: np.ndarray, length: int) -> np.ndarray:
    """Return the last whole seasons, shape (seasons, length); the end of the history ends the last."""
    whole = values.size // length
    return values[values.size - whole * length :].reshape(whole, length)

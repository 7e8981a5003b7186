"""Smooth a series that repeats by day and by week: level, day, week, and what lasts of the last error."""

import numpy as np

# The smoothing weights tried: of the level, of the day, of the week, and of the last error.
LEVEL_WEIGHTS = (0.0, 0.01, 0.05, 0.2)
DAY_WEIGHTS = (0.05, 0.15, 0.35)
WEEK_WEIGHTS = (0.05, 0.15, 0.35)
ERROR_WEIGHTS = (0.5, 0.8, 0.95)
BEST = 5  # of the combinations, averaged: the single best one is partly luck


def double_seasonal(values: np.ndarray, day: int, horizon: int) -> np.ndarray | None:
    """Return a series carried forward by exponential smoothing with a daily and a weekly cycle.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        Without gaps; a logarithm or root makes the cycles grow with the level.
    day : int
        Periods in a day.
    horizon : int
        Periods wanted.

    Returns
    -------
    ndarray, shape (horizon,) or None
        None under two weeks.

    Notes
    -----
    All combinations of the weights run side by side; the five with the least squared error one
    period ahead are averaged.

    References
    ----------
    J. Taylor, "Short-term electricity demand forecasting using double seasonal exponential
    smoothing" (2003), additive and with its first-order error term.
    """
    week = 7 * day
    if values.size < 2 * week:
        return None
    grid = np.meshgrid(LEVEL_WEIGHTS, DAY_WEIGHTS, WEEK_WEIGHTS, ERROR_WEIGHTS)
    of_level, of_day, of_week, of_error = (axis.ravel() for axis in grid)
    level = np.full(of_level.size, values[:week].mean())
    usual_day = values[:week].reshape(7, day).mean(axis=0) - values[:week].mean()
    days = np.repeat(usual_day[:, None], level.size, axis=1)
    rest = values[:week] - values[:week].mean() - np.tile(usual_day, 7)
    weeks = np.repeat(rest[:, None], level.size, axis=1)
    last, squares = np.zeros(level.size), np.zeros(level.size)
    for place, value in enumerate(values):
        now, then = place % day, place % week
        surprise = value - level - days[now] - weeks[then]
        error = surprise - of_error * last
        if place >= week:
            squares += error**2
        level += of_level * error
        days[now] += of_day * error
        weeks[then] += of_week * error
        last = surprise
    best = np.argsort(squares, kind="stable")[:BEST]
    ahead = np.arange(values.size, values.size + horizon)
    fading = of_error[best] ** np.arange(1, horizon + 1)[:, None]
    carried = level[best] + days[np.ix_(ahead % day, best)] + weeks[np.ix_(ahead % week, best)]
    return (carried + fading * last[best]).mean(axis=1)

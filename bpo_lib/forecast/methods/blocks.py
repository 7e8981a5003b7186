"""Theta at a coarser look: a history averaged over blocks of periods shows its trend without its noise.

The same method on single months, on blocks of four and on whole years errs in different ways,
so that their median errs less than any of them (measured on monthly series of the M3 competition).

References
----------
N. Kourentzes, F. Petropoulos and J. Trapero, "Improving forecasting by estimating time series
structural components across multiple frequencies" (2014).
"""

import numpy as np

from bpo_lib.forecast.methods.plain import Method, Projection, Season

RATES = np.linspace(0.02, 0.98, 25)  # shares of an error that a level takes up, of which the best is used
FIRST_POINTS = 6  # their mean is the level that smoothing starts from
DRIFT_SHARE = 0.5  # of the slope of the history that is carried forward: what theta amounts to
LEAST_BLOCKS = 6  # fewer show no trend; the periods themselves are used


def drifting_level(values: np.ndarray, season: Season, horizon: int) -> Projection:
    """Smooth the level, and let it drift by half the slope of the whole history.

    Parameters
    ----------
    values : ndarray, shape (periods,)
        Two or more, without a season. [transactions]
    season : Season
        Says whether a trend may be carried forward.
    horizon : int
        Periods wanted.

    Returns
    -------
    Projection

    References
    ----------
    R. Hyndman and B. Billah, "Unmasking the Theta method" (2003), whose equation this is.
    """
    levels = _smoothed(values)
    before = np.column_stack([np.full(RATES.size, values[:FIRST_POINTS].mean()), levels[:, :-1]])
    squares = np.mean((values - before) ** 2, axis=1)
    best = int(squares.argmin())
    rate, steps = RATES[best], np.arange(horizon)
    drift = DRIFT_SHARE * _slope(values) if season.trend else 0.0
    mean = levels[best, -1] + drift * (steps + (1 - (1 - rate) ** values.size) / rate)
    return Projection(mean, np.sqrt(squares[best] * (1 + steps * rate**2)))


def on_blocks(method: Method, size: int) -> Method:
    """Return a method that works on the averages of blocks of periods, the last ending with the history.

    Parameters
    ----------
    method : callable
        A method for series without a season.
    size : int
        Periods in a block.

    Returns
    -------
    callable
        Its periods lie on straight lines between the middles of the blocks.
    """

    def carried(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
        count = values.size // size
        if count < LEAST_BLOCKS:
            return method(values, season, horizon)
        blocks = values[-count * size :].reshape(count, size)
        averages = blocks.mean(axis=1)
        ahead = method(averages, season, -(-horizon // size))
        if ahead is None:
            return None
        middles = (np.arange(-1, ahead.mean.size) + 0.5) * size - 0.5
        steps = np.arange(horizon)
        mean = np.interp(steps, middles, np.r_[averages[-1], ahead.mean])
        deviation = np.interp(steps, middles[1:], ahead.deviation)
        return Projection(mean, np.hypot(deviation, blocks.std(axis=1).mean()))

    return carried


def _smoothed(values: np.ndarray) -> np.ndarray:
    """Return the smoothed level after each value at every rate, shape (rates, periods)."""
    levels = np.empty((RATES.size, values.size))
    level = np.full(RATES.size, values[:FIRST_POINTS].mean())
    for period, value in enumerate(values):
        level = level + RATES * (value - level)
        levels[:, period] = level
    return levels


def _slope(values: np.ndarray) -> float:
    """Return the slope of the straight line through the values."""
    time = np.arange(values.size) - (values.size - 1) / 2
    return float(time @ values / (time @ time))

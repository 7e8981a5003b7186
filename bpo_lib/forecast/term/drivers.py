"""How far the volume moves with what it hangs on: customers, policies, orders."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from bpo_lib.engagement import Drivers
from bpo_lib.forecast.series import PreparedSeries

YEAR = 12
LEAST_MONTHS = 24  # of volume and driver together, to estimate by changes against the year before
RECENT_MONTHS = 3  # the level of a driver that the history's recent volume belongs to; house assumption

# Belief about an elasticity before any history: volume moves with its driver, one to one, give or
# take a half. House assumption.
PRIOR_ELASTICITY = 1.0
PRIOR_DEVIATION = 0.5


@dataclass(frozen=True, eq=False)
class DriverEffects:
    """By how much drivers move the volume of each month, past and planned.

    Parameters
    ----------
    factors : pandas.DataFrame
        By month, a column for each driver: volume against that at the driver's recent level. [ratio]
    notes : tuple of str
        The elasticities used, and what was assumed.
    """

    factors: pd.DataFrame
    notes: tuple[str, ...]

    def taken_out(self, history: PreparedSeries) -> PreparedSeries:
        """Return a history as it would have been at the recent level of its drivers."""
        return replace(history, counts=history.counts / self.at(history.counts.index))

    def put_back(self, history: PreparedSeries) -> PreparedSeries:
        """Return a history as it was counted, from one with the drivers taken out."""
        return replace(history, counts=history.counts * self.at(history.counts.index))

    def at(self, dates: pd.Index) -> np.ndarray:
        """Return by how much all drivers together move the volume at some dates. [ratio]."""
        if self.factors.empty:
            return np.ones(len(dates))
        return self.factors.prod(axis=1).reindex(pd.DatetimeIndex(dates).to_period("M")).to_numpy()


def driver_effects(
    drivers: Drivers | None, history: pd.Series, counted: pd.Period, last: pd.Period
) -> DriverEffects:
    """Return by which factor each driver moves the volume of every month.

    Parameters
    ----------
    drivers : Drivers or None
        What the volume hangs on, past and planned.
    history : pandas.Series
        Complete months of past volume. [transactions/month]
    counted : pandas.Period
        The last month of the history.
    last : pandas.Period
        The last month of the term.

    Returns
    -------
    DriverEffects
        From the first month of history or drivers to the last of the term.

    Notes
    -----
    A factor is (level / recent level)^elasticity. The history is forecast with it taken out, as if every
    driver had always stood at its recent level; then the planned levels move what is forecast.
    Beyond its first and last value a driver is taken to stand still. Source: house practice.
    """
    if drivers is None:
        return DriverEffects(pd.DataFrame(), ())
    estimated = elasticities(drivers.monthly, history)
    first = min(drivers.monthly.index[0], *history.index[:1], counted)
    months = pd.period_range(first - YEAR, max(last, drivers.monthly.index[-1]), freq="M")
    factors, notes = {}, []
    for name in map(str, drivers.monthly):
        levels = drivers.monthly[name].dropna()
        past = levels[levels.index <= counted].iloc[-RECENT_MONTHS:]
        recent = past.mean() if len(past) else levels.iloc[0]
        used = estimated.get(name, PRIOR_ELASTICITY)
        factors[name] = (levels.reindex(months).ffill().bfill() / recent) ** used
        notes.append(_note(name, used, levels.index[-1], last, measured=name in estimated))
    return DriverEffects(pd.DataFrame(factors), tuple(notes))


def elasticities(levels: pd.DataFrame, history: pd.Series) -> dict[str, float]:
    """Return by how many percent the volume moved when a driver moved by one.

    Parameters
    ----------
    levels : pandas.DataFrame
        Level by month, a column for each driver.
    history : pandas.Series
        Past volume by month. [transactions/month]

    Returns
    -------
    dict of str to float
        Drivers with two years of months beside the volume; the others are left out.

    Notes
    -----
    Ridge regression of the yearly changes of log volume on those of the log drivers, shrunk towards
    1 with standard deviation 0.5: b = (X'X/s2 + I/p2)^-1 (X'y/s2 + 1/p2). Changes against the year
    before take the season out; s2 is widened for errors that follow one another.
    Source: house practice; A. Hoerl and R. Kennard, "Ridge regression" (1970) for the estimator.
    """
    volume = history.where(history > 0)
    both = levels.reindex(volume.index).notna() & volume.notna().to_numpy()[:, None]
    names = [str(name) for name, months in both.sum().items() if months >= LEAST_MONTHS]
    table = pd.concat([levels[names], volume.rename("volume")], axis=1).astype(float).sort_index()
    grid = pd.period_range(table.index[0], table.index[-1], freq="M")
    changes = table.transform(np.log).reindex(grid).diff(YEAR).dropna()
    if not names or len(changes) < YEAR:
        return {}
    x, y = np.split((changes - changes.mean()).to_numpy(), [len(names)], axis=1)
    y = y.ravel()
    noise = _noise(y - x @ np.linalg.lstsq(x, y, rcond=None)[0], len(names) + 1)
    belief = np.eye(len(names)) / PRIOR_DEVIATION**2
    found = np.linalg.solve(x.T @ x / noise + belief, x.T @ y / noise + belief.sum(axis=1) * PRIOR_ELASTICITY)
    return dict(zip(names, found.tolist(), strict=True))


def _noise(errors: np.ndarray, fitted: int) -> float:
    """Return the variance of the errors, widened where each resembles the one before."""
    variance = float(errors @ errors) / (errors.size - fitted)
    if variance == 0:
        return float(np.finfo(float).tiny) ** 0.5
    alike = float(np.clip(errors[1:] @ errors[:-1] / (errors @ errors), 0, 0.9))
    return variance * (1 + alike) / (1 - alike)


def _note(name: str, used: float, last: pd.Period, end: pd.Period, *, measured: bool) -> str:
    source = (
        "estimated on its past and drawn towards 1"
        if measured
        else "house assumption: under two years of months beside the volume tell nothing"
    )
    words = f"Volume moves with {name} by an elasticity of {used:.2f} ({source})."
    return words if last >= end else f"{words} After {last} it stays at its last value."

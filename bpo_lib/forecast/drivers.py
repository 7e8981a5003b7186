"""How far the volume moves with what it hangs on: customers, policies, orders."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Drivers

YEAR = 12
LEAST_MONTHS = 24  # of volume and driver together, to estimate by changes against the year before
RECENT_MONTHS = 3  # the level of a driver that the history's recent volume belongs to; house assumption

# Belief about an elasticity before any history: volume moves with its driver, one to one, give or
# take a half. House assumption.
PRIOR_ELASTICITY = 1.0
PRIOR_DEVIATION = 0.5


def driver_effects(
    drivers: Drivers | None, history: pd.Series | None, months: pd.PeriodIndex, counted: pd.Period
) -> tuple[dict[str, np.ndarray], list[str]]:
    """Return by which factor each driver moves the volume of every month of the term.

    Parameters
    ----------
    drivers : Drivers or None
        What the volume hangs on, past and planned.
    history : pandas.Series or None
        Complete months of past volume. [transactions/month]
    months : pandas.PeriodIndex
        The months of the term.
    counted : pandas.Period
        The last month of the history.

    Returns
    -------
    effects : dict of str to ndarray, shape (months,)
        By driver. [ratio]
    notes : list of str
        The elasticities used, and what was assumed.

    Notes
    -----
    A factor is (level / recent level)^elasticity: the forecast from history is taken to stand at the
    recent level of its drivers, and a trend that it carries forward comes on top. Source: house practice.
    """
    if drivers is None:
        return {}, []
    estimated = elasticities(drivers.monthly, history) if history is not None else {}
    effects, notes = {}, []
    for name in map(str, drivers.monthly):
        levels = drivers.monthly[name].dropna()
        past = levels[levels.index <= counted].iloc[-RECENT_MONTHS:]
        recent = past.mean() if len(past) else levels.iloc[0]
        grid = pd.period_range(min(levels.index[0], months[0]), months[-1], freq="M")
        ahead = levels.reindex(grid).ffill().reindex(months).fillna(recent)
        used = estimated.get(name, PRIOR_ELASTICITY)
        effects[name] = (ahead / recent).to_numpy(dtype=float) ** used
        notes.append(_note(name, used, levels.index[-1], months[-1], measured=name in estimated))
    return effects, notes


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

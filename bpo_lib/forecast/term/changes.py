"""What a client expects to change its demand, applied in one place and shown effect by effect."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.forecast.term.drivers import DriverEffects
from bpo_lib.forecast.term.terms import DemandTerms

FROM_HISTORY, GROWTH, STEP, DEFLECTION, FINAL = (
    "from history",
    "growth",
    "one-off change",
    "deflection",
    "final",
)


@dataclass(frozen=True, eq=False)
class ChangedDemand:
    """The volume of a term after the changes its client expects.

    Parameters
    ----------
    volume : pandas.DataFrame
        mean, low and high by month of the term. [transactions/month]
    bridge : pandas.DataFrame
        By month of the term: the volume from history, what each change adds to it or takes away in
        the order of the columns, and the final volume; the first columns sum to the last.
        [transactions/month]
    handling_factor : pandas.Series
        Handling time of each month against today's. [ratio]
    notes : tuple of str
        What a reader should know.
    """

    volume: pd.DataFrame
    bridge: pd.DataFrame
    handling_factor: pd.Series
    notes: tuple[str, ...]


def changed_demand(
    unchanged: pd.Series,
    grown: pd.DataFrame,
    terms: DemandTerms,
    counted: pd.Period,
    effects: DriverEffects,
) -> ChangedDemand:
    """Return the volume of a term after drivers, a one-off change and deflection.

    Parameters
    ----------
    unchanged : pandas.Series
        Expected volume by month of the term if nothing changed. [transactions/month]
    grown : pandas.DataFrame
        mean, low and high by month of the term with growth. [transactions/month]
    terms : DemandTerms
        The changes expected.
    counted : pandas.Period
        The last month counted; it and those before it are left as they were.
    effects : DriverEffects
        Of what the volume hangs on.

    Returns
    -------
    ChangedDemand

    Notes
    -----
    V_t = V_0,t G_t prod_d (d_t / d_recent)^e_d (1 + step) (1 - theta_t), and the handling time of the
    contacts that stay is tau_t = tau_0 (1 + kappa theta_t). theta_t rises in a straight line over its
    ramp, then stays. The bands of the forecast move with the volume; how uncertain the changes are is
    asked by the sensitivity to their ranges. Source: house practice.
    """
    months = pd.PeriodIndex(grown.index)
    ahead = np.asarray(months > counted)
    deflected = deflected_share(terms, len(months)) * ahead
    by_driver = effects.factors.reindex(months)
    factors = {f"{name} (driver)": np.where(ahead, effect, 1.0) for name, effect in by_driver.items()}
    factors[STEP] = np.where(
        ahead & (_month_numbers(len(months)) >= terms.step_month), 1 + terms.step_share, 1.0
    )
    factors[DEFLECTION] = 1 - deflected
    bridge = pd.DataFrame(dict(_bridge(unchanged, grown["mean"], factors)), index=months)
    volume = grown.mul(np.prod(list(factors.values()), axis=0), axis=0)
    handling = pd.Series(1 + terms.residual_handling_effect * deflected, months, name="handling_factor")
    return ChangedDemand(volume, bridge, handling, effects.notes)


def deflected_share(terms: DemandTerms, months: int) -> np.ndarray:
    """Return the share of volume that is deflected in each month of the term.

    Parameters
    ----------
    terms : DemandTerms
        Final share, first month and length of the ramp.
    months : int
        Length of the term.

    Returns
    -------
    ndarray, shape (months,)
        [share]
    """
    done = (_month_numbers(months) - terms.deflection_month + 1) / terms.deflection_ramp_months
    return terms.deflected_share * np.clip(done, 0, 1)


def _month_numbers(months: int) -> np.ndarray:
    return np.arange(1, months + 1)


def _bridge(
    unchanged: pd.Series, grown: pd.Series, factors: dict[str, np.ndarray]
) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the volume from history, the effect of each change upon those before it, and what results."""
    yield FROM_HISTORY, unchanged.to_numpy()
    yield GROWTH, grown.to_numpy() - unchanged.to_numpy()
    volume = grown.to_numpy()
    for name, factor in factors.items():
        yield name, volume * (factor - 1)
        volume = volume * factor
    yield FINAL, volume

"""The good end and the bad end: quantiles, the mean of the dearest cases, who loses money how often."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import IN_HOUSE, PricingModel
from bpo_lib.pricing.risk.simulation import Simulation, simulate
from bpo_lib.pricing.risk.terms import RiskTerms

DEAREST = 0.05  # share of the courses that CVaR averages
QUANTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
_TIE = 1e-12  # relative difference under which two costs are the same


def cvar(values: np.ndarray, share: float = DEAREST) -> np.ndarray:
    """Return the mean of the largest values, a share of them taken exactly.

    Parameters
    ----------
    values : ndarray, shape (..., paths)
    share : float
        Which share of the paths is averaged; where that is no whole number of paths, the last one
        counts in part. [share]

    Returns
    -------
    ndarray, shape (...)
        In the unit of the values; never under their quantile at 1 - share.

    References
    ----------
    R. Rockafellar and S. Uryasev, "Conditional value-at-risk for general loss distributions",
    Journal of Banking and Finance 26, 2002.
    """
    paths = values.shape[-1]
    size = share * paths
    whole = min(int(np.ceil(size)), paths)
    dearest = np.partition(values, paths - whole, axis=-1)[..., paths - whole :]
    weights = np.ones(whole)
    weights[0] -= whole - size  # `partition` puts the smallest of them first
    return dearest @ weights / size


def cheapest_probability(costs: np.ndarray) -> np.ndarray:
    """Return how often each way to have the work done costs least.

    Parameters
    ----------
    costs : ndarray, shape (ways, paths)
        On the same courses. [currency]

    Returns
    -------
    ndarray, shape (ways,)
        Adds up to 1; ways that tie for the lowest cost share the course. [share]
    """
    least = costs.min(axis=0)
    is_least = costs <= least + _TIE * np.abs(least)
    return (is_least / is_least.sum(axis=0)).mean(axis=1)


def loss_probability(margin_share: np.ndarray, npv: np.ndarray) -> np.ndarray:
    """Return how often the provider loses money over the term, not discounted.

    Parameters
    ----------
    margin_share : ndarray, shape (models, paths)
        What the provider keeps of its fee; NaN on a path without a fee. [share]
    npv : ndarray, shape (models, paths)
        What it keeps in present value, which decides where there is no fee. [currency]

    Returns
    -------
    ndarray, shape (models,)
        NaN where the provider's cost is not known. [share]
    """
    lost = np.where(np.isnan(margin_share), npv < 0, margin_share < 0).mean(axis=1)
    return np.where(np.isnan(npv).any(axis=1), np.nan, lost)


def risk_table(simulation: Simulation, loss_limit: float | None = None) -> pd.DataFrame:
    """Return how each way to have the work done may turn out, for client and provider.

    Parameters
    ----------
    simulation : Simulation
    loss_limit : float, optional
        Chance of a loss above which a deal counts as at risk; that of `RiskTerms` when left out. [share]

    Returns
    -------
    pandas.DataFrame
        Index `model`: in-house, the alternatives, the deals. client_npv_p10, client_npv_p50,
        client_npv_p90 (cost that one, five and nine courses of ten stay under), client_npv_cvar
        (mean of the dearest 5%) [currency], cheapest_probability, provider_margin_share_p10, _p50,
        _p90, provider_loss_probability [share], at_risk (whether that is above the limit). The
        provider's columns are NaN and False where there is no provider or its cost is not known.
    """
    limit = RiskTerms().at_risk_loss_probability if loss_limit is None else loss_limit
    others = {IN_HOUSE: simulation.in_house_npv, **simulation.alternative_npv}
    costs = np.vstack([*others.values(), simulation.client_npv])
    no_provider = np.full((len(others), costs.shape[1]), np.nan)
    margins = np.vstack([no_provider, simulation.provider_margin_share])
    lost = loss_probability(margins, np.vstack([no_provider, simulation.provider_npv]))
    return pd.DataFrame(
        _quantiles("client_npv", costs)
        | {"client_npv_cvar": cvar(costs), "cheapest_probability": cheapest_probability(costs)}
        | _quantiles("provider_margin_share", margins)
        | {"provider_loss_probability": lost, "at_risk": lost > limit},
        index=pd.Index([*others, *simulation.models], name="model"),
    )


def deal_risk(case: Engagement, models: Mapping[str, PricingModel] | None = None) -> pd.DataFrame:
    """Return `risk_table` of a case, simulated as its risk assumptions say.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.

    Returns
    -------
    pandas.DataFrame
        As from `risk_table`.
    """
    limit = case.of(RiskTerms).at_risk_loss_probability
    return risk_table(simulate(case, models=models), limit)


def _quantiles(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    found = np.quantile(values, list(QUANTILES.values()), axis=1)
    return {f"{name}_{quantile}": value for quantile, value in zip(QUANTILES, found, strict=True)}

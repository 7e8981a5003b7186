"""The good end and the bad end: quantiles, the mean of the dearest cases, who loses money how often."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import pandas as pd

IN_HOUSE = "in_house"
LOSS_LIMIT = 0.10  # chance of a loss above which a provider will hardly stay (house assumption)
DEAREST = 0.05  # share of the courses that CVaR averages
QUANTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
_TIE = 1e-12  # relative difference under which two costs are the same


class Simulated(Protocol):
    """What a simulation tells of both sides, course by course."""

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the deals."""

    @property
    def in_house_npv(self) -> np.ndarray:
        """Cost of staying, shape (paths,). [currency]."""

    @property
    def alternative_npv(self) -> Mapping[str, np.ndarray]:
        """Cost of the ways to do without a provider, by name, each of shape (paths,). [currency]."""

    @property
    def client_npv(self) -> np.ndarray:
        """Cost of each deal to the client, shape (models, paths). [currency]."""

    @property
    def provider_margin_share(self) -> np.ndarray:
        """What the provider keeps of its fee, shape (models, paths). [share]."""


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


def loss_probability(margin_share: np.ndarray) -> np.ndarray:
    """Return how often the provider loses money over the term, not discounted.

    Parameters
    ----------
    margin_share : ndarray, shape (models, paths)
        What the provider keeps of its fee. [share]

    Returns
    -------
    ndarray, shape (models,)
        NaN where the margin is not known. [share]
    """
    return np.where(np.isnan(margin_share).any(axis=1), np.nan, (margin_share < 0).mean(axis=1))


def risk_table(simulation: Simulated, loss_limit: float = LOSS_LIMIT) -> pd.DataFrame:
    """Return how each way to have the work done may turn out, for client and provider.

    Parameters
    ----------
    simulation : Simulation
    loss_limit : float
        Chance of a loss above which a deal counts as at risk. [share]

    Returns
    -------
    pandas.DataFrame
        Index `model`: in-house, the alternatives, the deals. client_npv_p10, client_npv_p50,
        client_npv_p90 (cost that one, five and nine courses of ten stay under), client_npv_cvar
        (mean of the dearest 5%) [currency], cheapest_probability, provider_margin_share_p10, _p50,
        _p90, provider_loss_probability [share], at_risk (whether that is above the limit). The
        provider's columns are NaN and False where there is no provider or its cost is not known.
    """
    others = {IN_HOUSE: simulation.in_house_npv, **simulation.alternative_npv}
    costs = np.vstack([*others.values(), simulation.client_npv])
    no_provider = np.full((len(others), costs.shape[1]), np.nan)
    margins = np.vstack([no_provider, simulation.provider_margin_share])
    lost = loss_probability(margins)
    return pd.DataFrame(
        _quantiles("client_npv", costs)
        | {"client_npv_cvar": cvar(costs), "cheapest_probability": cheapest_probability(costs)}
        | _quantiles("provider_margin_share", margins)
        | {"provider_loss_probability": lost, "at_risk": lost > loss_limit},
        index=pd.Index([*others, *simulation.models], name="model"),
    )


def _quantiles(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    found = np.quantile(values, list(QUANTILES.values()), axis=1)
    return {f"{name}_{quantile}": value for quantile, value in zip(QUANTILES, found, strict=True)}

"""Courses that differ in one driver at a time: priced once, read for shares of variance and of risk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.drivers import DRIVERS
from bpo_lib.pricing.risk.sensitivity_indices import paired_points, sobol_indices
from bpo_lib.pricing.risk.simulation import Simulation, outcomes
from bpo_lib.pricing.risk.tails import IN_HOUSE
from bpo_lib.pricing.risk.terms import RiskTerms

PAIRS = 1024
_FEWEST, _MOST = 32, 4096  # pairs, however many courses a client has simulated


@dataclass(frozen=True, eq=False)
class PairedCourses:
    """Both sides of every deal at `paired_points`.

    Parameters
    ----------
    models, drivers : tuple of str
    in_house : ndarray, shape (drivers + 2, pairs)
        Cost of staying. [currency]
    client : ndarray, shape (models, drivers + 2, pairs)
        What the client pays. [currency]
    provider : ndarray, shape of `client`
        What the provider keeps, at the client's discount rate; NaN where its cost is not known.
        [currency]
    """

    models: tuple[str, ...]
    drivers: tuple[str, ...]
    in_house: np.ndarray
    client: np.ndarray
    provider: np.ndarray


def paired_courses(
    case: Engagement,
    models: Mapping[str, PricingModel] | None = None,
    pairs: int | None = None,
    seed: int = 0,
) -> PairedCourses:
    """Return both sides of each deal on courses that differ in one driver at a time.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.
    pairs : int, optional
        A power of two; (drivers + 2) times as many courses are priced, and remembered. When left out,
        about as many courses in all as `RiskTerms` has simulated.
    seed : int

    Returns
    -------
    PairedCourses
    """
    wanted = _pairs(int(case.of(RiskTerms).paths)) if pairs is None else pairs
    return _remembered(case, None if models is None else tuple(models.items()), wanted, seed)


def _pairs(courses: int) -> int:
    """Return the power of two from which so many courses come about."""
    each = -(-courses // (len(DRIVERS) + 2))
    return int(np.clip(1 << (each - 1).bit_length(), _FEWEST, _MOST))


@lru_cache(maxsize=8)
def _remembered(
    case: Engagement, models: tuple[tuple[str, PricingModel], ...] | None, pairs: int, seed: int
) -> PairedCourses:
    forms = None if models is None else dict(models)
    return priced_in_pairs(lambda points: outcomes(case, points, forms), DRIVERS, pairs, seed)


def priced_in_pairs(
    evaluate: Callable[[np.ndarray], Simulation], drivers: tuple[str, ...], pairs: int = PAIRS, seed: int = 0
) -> PairedCourses:
    """Return both sides at points that differ in one driver at a time.

    Parameters
    ----------
    evaluate : callable
        Points of shape (n, drivers) in (0, 1) to what they mean for both sides; called once.
    drivers : tuple of str
    pairs : int
        A power of two.
    seed : int

    Returns
    -------
    PairedCourses
    """
    points = paired_points(len(drivers), pairs, seed)
    found = evaluate(points.reshape(-1, len(drivers)))
    shape = points.shape[:2]
    return PairedCourses(
        found.models,
        drivers,
        found.in_house_npv.reshape(shape),
        found.client_npv.reshape(-1, *shape),
        found.provider_npv_client_rate.reshape(-1, *shape),
    )


def variance_shares(case: Engagement, models: Mapping[str, PricingModel] | None = None) -> pd.DataFrame:
    """Return which share of what is uncertain in each deal every driver brings, for either side.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.

    Returns
    -------
    pandas.DataFrame
        As from `shares_of_variance`.
    """
    return shares_of_variance(paired_courses(case, models))


def shares_of_variance(paired: PairedCourses) -> pd.DataFrame:
    """Return which share of what is uncertain each driver brings, for either side.

    Parameters
    ----------
    paired : PairedCourses

    Returns
    -------
    pandas.DataFrame
        One row per model, in-house first, and driver: client_first, client_total (Sobol indices of
        the client's cost), provider_first, provider_total (of what the provider keeps), each with
        its standard error in a column that ends in _error; NaN where nothing moves or where there
        is no provider. [share]
    """
    names = (IN_HOUSE, *paired.models)
    no_provider = np.full_like(paired.in_house, np.nan)[None]
    sides = {
        "client": np.concatenate([paired.in_house[None], paired.client]),
        "provider": np.concatenate([no_provider, paired.provider]),
    }
    columns: dict[str, np.ndarray] = {}
    for side, values in sides.items():
        found = sobol_indices(values)
        for part in ("first", "first_error", "total", "total_error"):
            columns[f"{side}_{part}"] = getattr(found, part).ravel()
    index = pd.MultiIndex.from_product([names, paired.drivers], names=["model", "driver"])
    return pd.DataFrame(columns, index=index).reset_index()

"""Courses that differ in one driver at a time: priced once, read for shares of variance and of risk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from bpo_lib.pricing.risk.sensitivity_indices import paired_points, sobol_indices
from bpo_lib.pricing.risk.tails import IN_HOUSE

PAIRS = 1024


class BothSides(Protocol):
    """What some courses mean for client and provider."""

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the deals."""

    @property
    def in_house_npv(self) -> np.ndarray:
        """Cost of staying, shape (paths,). [currency]."""

    @property
    def client_npv(self) -> np.ndarray:
        """Cost of each deal to the client, shape (models, paths). [currency]."""

    @property
    def provider_npv(self) -> np.ndarray:
        """What the provider keeps, shape (models, paths). [currency]."""


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
        What the provider keeps; NaN where its cost is not known. [currency]
    """

    models: tuple[str, ...]
    drivers: tuple[str, ...]
    in_house: np.ndarray
    client: np.ndarray
    provider: np.ndarray


def priced_in_pairs(
    evaluate: Callable[[np.ndarray], BothSides], drivers: tuple[str, ...], pairs: int = PAIRS, seed: int = 0
) -> PairedCourses:
    """Return both sides at points that differ in one driver at a time.

    Parameters
    ----------
    evaluate : callable
        Points of shape (n, drivers) in (0, 1) to what they mean for both sides; called block by block.
    drivers : tuple of str
    pairs : int
        A power of two; (drivers + 2) times as many courses are priced.
    seed : int

    Returns
    -------
    PairedCourses
    """
    blocks = [evaluate(points) for points in paired_points(len(drivers), pairs, seed)]
    return PairedCourses(
        blocks[0].models,
        drivers,
        np.stack([block.in_house_npv for block in blocks]),
        np.stack([block.client_npv for block in blocks], axis=1),
        np.stack([block.provider_npv for block in blocks], axis=1),
    )


def variance_shares(paired: PairedCourses) -> pd.DataFrame:
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

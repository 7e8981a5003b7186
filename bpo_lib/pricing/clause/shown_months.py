"""Months made up for an example: near those a client expects, in numbers that are easy to follow."""

from dataclasses import fields
from typing import Final

import numpy as np

from bpo_lib.pricing.workload import Workload

# What an example counts where a client expects nothing or has not said.
STAND_INS: Final = {
    "volume": 1_000.0,
    "handling_hours": 100.0,
    "fte": 10.0,
    "outcomes": 750.0,
    "productive_fte": 7.0,
    "paid_hours": 1_600.0,
    "productive_hours": 1_100.0,
    "provider_cost": 100_000.0,
    "in_house_cost": 130_000.0,
}


def neat(value: float, digits: int = 2) -> float:
    """Return a quantity brought down to a few leading digits, 47,310 to 47,000.

    Parameters
    ----------
    value : float
        Zero or more.
    digits : int
        Leading digits that stay.

    Returns
    -------
    float
    """
    if not value > 0:
        return 0.0
    size = 10.0 ** (np.floor(np.log10(value)) - digits + 1)
    whole = np.floor(value / size + 1e-9)
    return float(whole * size if size >= 1 else whole / (1 / size))  # so that 0.3 stays 0.3


def expected_month(work: Workload) -> Workload:
    """Return the average month of the first year of a workload, in neat numbers, shape (1,)."""
    means = {name: float(quantity[..., :12].mean()) for name, quantity in vars(work).items()}
    return Workload.of(**{name: [neat(mean) or STAND_INS[name]] for name, mean in means.items()})


def months_of(month: Workload, *factors: float) -> Workload:
    """Return a month repeated, all it holds times each factor."""
    return Workload.of(**{name: quantity[-1] * np.array(factors) for name, quantity in vars(month).items()})


def at_volumes(*volumes: float, handling_minutes: float = 0.0) -> Workload:
    """Return months of which only the volume matters, and the handling time where one is given."""
    volume = np.maximum(volumes, 0.0)
    return Workload.of(volume, handling_hours=volume * handling_minutes / 60)


def with_quantities(month: Workload, **changes: float) -> Workload:
    """Return a month in which some quantities are others."""
    held = {field.name: getattr(month, field.name) for field in fields(month)}
    return Workload.of(**{**held, **{name: np.full(month.volume.shape, to) for name, to in changes.items()}})

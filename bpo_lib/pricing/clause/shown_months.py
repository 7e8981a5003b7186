"""Months made up for an example: near those a client expects, in numbers that are easy to follow."""

import numpy as np

from bpo_lib.pricing.workload import Workload

LEAST = 10.0  # what an example counts where a client expects nothing


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
        return LEAST
    size = 10.0 ** (np.floor(np.log10(value)) - digits + 1)
    whole = np.floor(value / size + 1e-9)
    return float(whole * size if size >= 1 else whole / (1 / size))  # so that 0.3 stays 0.3


def expected_month(work: Workload) -> Workload:
    """Return the average month of the first year of a workload, in neat numbers, shape (1,)."""
    return Workload.of(**{name: [neat(_mean(quantity))] for name, quantity in vars(work).items()})


def months_of(month: Workload, *factors: float) -> Workload:
    """Return a month repeated, all it holds times each factor."""
    return Workload.of(**{name: quantity[-1] * np.array(factors) for name, quantity in vars(month).items()})


def at_volumes(*volumes: float) -> Workload:
    """Return months of which only the volume matters."""
    return Workload.of(np.maximum(volumes, 0.0))


def _mean(quantity: np.ndarray) -> float:
    return float(quantity[..., :12].mean())

"""A line of an invoice: how much of what, at which rate, month by month."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

ADJUSTMENT: Final = ""  # the unit of a line that lifts or lowers what the lines before it came to
MONEY: Final = "currency"  # the unit of a line that takes a share of a sum of money


class Line(NamedTuple):
    """One charge or credit of an invoice; arrays have shape (months,).

    Parameters
    ----------
    part : str
        Which charge it is, such as `base` or `arc`.
    quantity : ndarray
        How much is charged. [unit]
    unit : str
        What is counted; `MONEY` where a share of a sum is charged, `ADJUSTMENT` for one sum.
    rate : ndarray
        What one costs, or the share of the sum; negative for a credit. [currency/unit]
    amount : ndarray
        What comes of it. [currency]
    """

    part: str
    quantity: np.ndarray
    unit: str
    rate: np.ndarray
    amount: np.ndarray


def line(part: str, quantity: ArrayLike, unit: str, rate: ArrayLike, amount: np.ndarray) -> Line:
    """Return a line whose quantity and rate have the shape of its amount."""
    return Line(
        part,
        np.broadcast_to(np.asarray(quantity, dtype=float), amount.shape),
        unit,
        np.broadcast_to(np.asarray(rate, dtype=float), amount.shape),
        amount,
    )


def adjustment(part: str, amount: np.ndarray) -> Line:
    """Return a line that lifts or lowers what the lines before it came to, such as a minimum."""
    return line(part, np.where(amount != 0, 1.0, 0.0), ADJUSTMENT, amount, amount)


def total(lines: Iterable[Line], like: np.ndarray) -> np.ndarray:
    """Return what lines come to, in the shape of another array. [currency/month]"""
    return np.sum([found.amount for found in lines], axis=0) + np.zeros_like(like)

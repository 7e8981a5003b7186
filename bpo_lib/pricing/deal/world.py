"""What neither party to a deal decides: wages, currencies and how well the work turns out."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np


def _as_expected() -> np.ndarray:
    return np.zeros((1, 1))


@dataclass(frozen=True, eq=False)
class World:
    """How far the world departs from what the terms expect; every part broadcasts to (paths, months).

    Parameters
    ----------
    wages : ndarray, shape (1, 1) or (paths, 1)
        Wage growth above the expected, in every country and every wage index alike. [share/year]
    currency : ndarray, shape (1, 1) or (paths, months)
        Change of what the provider's currency costs against the contract's rate; 0.1 is 10% dearer. [share]
    quality : ndarray, shape (1, 1) or (paths, 1)
        Transactions that end as agreed, beyond the expected share. [share]
    """

    wages: np.ndarray = field(default_factory=_as_expected)
    currency: np.ndarray = field(default_factory=_as_expected)
    quality: np.ndarray = field(default_factory=_as_expected)

    @classmethod
    def expected(cls) -> Self:
        """Return the world that the terms expect."""
        return cls()

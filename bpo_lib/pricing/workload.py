"""The work of each month: the one thing every pricing model is priced on."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing import check_months


@dataclass(frozen=True, eq=False)
class Workload:
    """Volume, handling hours, staff and outcomes, month by month.

    Every quantity has shape (months,) for one case or (paths, months) for many;
    formulas broadcast over the last axis, so both are priced by the same code.

    Parameters
    ----------
    volume : ndarray
        Work that arrives. [transactions/month]
    handling_hours : ndarray
        Time agents spend on it. [hours/month]
    fte : ndarray
        Staff on the roster that carries it, newcomers included, not rounded. [FTE]
    outcomes : ndarray
        Transactions that end in the agreed outcome. [outcomes/month]
    """

    volume: np.ndarray
    handling_hours: np.ndarray
    fte: np.ndarray
    outcomes: np.ndarray

    @classmethod
    def of(
        cls,
        volume: ArrayLike,
        handling_hours: ArrayLike | None = None,
        fte: ArrayLike | None = None,
        outcomes: ArrayLike | None = None,
    ) -> Self:
        """Return a checked workload; a quantity left out is zero in every month.

        Raises
        ------
        InputError
            When a month is missing, negative or infinite, or shapes do not agree.
        """
        checked_volume = _checked("volume", volume)
        rest = {"handling_hours": handling_hours, "fte": fte, "outcomes": outcomes}
        return cls(
            checked_volume,
            **{
                name: _checked(name, 0.0 if given is None else given, checked_volume.shape)
                for name, given in rest.items()
            },
        )

    @property
    def months(self) -> int:
        """Number of months priced."""
        return self.volume.shape[-1]


def _checked(name: str, given: ArrayLike, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """Return a read-only float array, or name the first month that cannot be priced."""
    try:
        values = np.asarray(given, dtype=float)
        values = np.atleast_1d(values) if shape is None else np.broadcast_to(values, shape)
    except ValueError as error:
        raise InputError(f"{name} cannot be read as numbers by month: {error}") from None
    values = check_months(name, values.copy())
    values.setflags(write=False)
    return values

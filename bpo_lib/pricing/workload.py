"""The work of each month: the one thing every pricing model is priced on."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing import check_months


@dataclass(frozen=True, eq=False)
class Workload:
    """Volume, hours, staff, outcomes and what the work costs either side, month by month.

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
    productive_fte : ndarray
        The part of `fte` that is at work and available: the roster without shrinkage. [FTE]
    paid_hours : ndarray
        Hours the staff on the roster is paid for. [hours/month]
    productive_hours : ndarray
        Hours it is at work and available, waiting for work included. [hours/month]
    provider_cost : ndarray
        What the work costs the provider, wage growth included. [currency/month]
    in_house_cost : ndarray
        What it would cost the client to keep the same work, wage growth included. [currency/month]
    """

    volume: np.ndarray
    handling_hours: np.ndarray
    fte: np.ndarray
    outcomes: np.ndarray
    productive_fte: np.ndarray
    paid_hours: np.ndarray
    productive_hours: np.ndarray
    provider_cost: np.ndarray
    in_house_cost: np.ndarray

    @classmethod
    def of(
        cls,
        volume: ArrayLike,
        handling_hours: ArrayLike | None = None,
        fte: ArrayLike | None = None,
        outcomes: ArrayLike | None = None,
        **more: ArrayLike,
    ) -> Self:
        """Return a checked workload; a quantity left out is zero in every month.

        Parameters
        ----------
        volume, handling_hours, fte, outcomes : array, shape (months,) or (paths, months)
            As for the class; all have the shape of `volume`, or fit it.
        **more
            `productive_fte`, `paid_hours`, `productive_hours`, `provider_cost`, `in_house_cost`.

        Raises
        ------
        InputError
            When a month is missing, negative or infinite, shapes do not agree, or there is no
            such quantity.
        """
        shape = (checked_volume := _checked("volume", volume)).shape
        given = {"handling_hours": handling_hours, "fte": fte, "outcomes": outcomes, **more}
        quantities = [field.name for field in fields(cls) if field.name != "volume"]
        if unknown := sorted(set(given) - set(quantities)):
            raise InputError(f"a workload has no {', '.join(unknown)}; it has {', '.join(quantities)}")
        found = {name: given.get(name) for name in quantities}
        return cls(
            checked_volume,
            **{name: _checked(name, 0.0 if value is None else value, shape) for name, value in found.items()},
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

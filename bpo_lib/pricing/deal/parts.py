"""The parts of what a deal costs the client, month by month."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np


@dataclass(frozen=True, eq=False)
class CashFlow:
    """What one deal costs the client; every part has the same shape. [currency/month].

    Parameters
    ----------
    fee : ndarray, shape (months,) or (paths, months)
        Charged for the work that has moved, after indexation and the currency clause.
    service_credits : ndarray
        Given back for missed targets, zero or less.
    transformation : ndarray
        The provider's charge for its investments.
    tax : ndarray
        Irrecoverable tax on what the provider is paid.
    governance, retained : ndarray
        Managing the contract, and own people kept for it.
    transition, own_team, dual_running : ndarray
        Moving the work, the own team for what has not moved, and for what both do side by side.
    stranded, rework : ndarray
        Overhead left behind, and errors beyond those of the own team; less than zero where there are fewer.
    """

    fee: np.ndarray
    service_credits: np.ndarray
    transformation: np.ndarray
    tax: np.ndarray
    governance: np.ndarray
    transition: np.ndarray
    own_team: np.ndarray
    dual_running: np.ndarray
    retained: np.ndarray
    stranded: np.ndarray
    rework: np.ndarray

    @property
    def paid_to_provider(self) -> np.ndarray:
        """What the provider receives: its revenue, without tax. [currency/month]."""
        return self.fee + self.service_credits + self.transformation

    @property
    def own(self) -> np.ndarray:
        """The client's own costs around the deal, without tax. [currency/month]."""
        moving = self.transition + self.own_team + self.dual_running
        return moving + self.governance + self.retained + self.stranded + self.rework

    @property
    def total(self) -> np.ndarray:
        """Everything the client pays in a month. [currency/month]."""
        return self.paid_to_provider + self.tax + self.own

    def path(self, number: int) -> Self:
        """Return one path of many, its parts of shape (months,)."""
        return type(self)(**{part.name: getattr(self, part.name)[number] for part in fields(self)})

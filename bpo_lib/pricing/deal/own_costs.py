"""What a deal costs the client besides what it pays the provider: the organisation kept, and what lingers."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption


class RetainedTerms(Terms):
    """The client's own people and overheads that stay although the work has gone."""

    group: ClassVar[str] = "retained"

    fte: float = assumption(
        "own people who steer the provider, besides the cost of governance",
        unit="FTE",
        ge=0,
        le=10_000,
        default=0,
        source="house assumption: held in the governance share; about 5 FTE for 25 to 30 million USD "
        "a year: ITProPortal",
    )
    stranded_share: float = assumption(
        "share of the in-house cost that is overhead and does not leave with the work",
        unit="share",
        ge=0,
        le=1,
        default=0,
    )
    stranded_decay_per_month: float = assumption(
        "share of the overhead left behind that is shed each month",
        unit="share/month",
        ge=0,
        le=1,
        default=0.05,
    )


def stranded_course(months: int, retained: RetainedTerms) -> np.ndarray:
    """Return the share of the in-house cost that lingers in each month, were all work gone at once.

    Returns
    -------
    ndarray, shape (months,)
        The stranded share times (1 - decay) for each month since the start. [share]
    """
    return retained.stranded_share * (1 - retained.stranded_decay_per_month) ** np.arange(months)


@dataclass(frozen=True, eq=False)
class OwnCosts:
    """The client's own costs of a deal that do not hang on the fee.

    Those that follow the in-house cost are kept as shares of it, so that thousands of paths are
    weighed without holding each part of each of them.

    Parameters
    ----------
    in_house : ndarray, shape (months,) or (paths, months)
        What staying in-house would cost. [currency/month]
    own_team_share, dual_running_share, stranded_share : ndarray, shape (months,)
        Of the in-house cost: for the work that has not moved, beside the provider, and overhead
        left behind. [share]
    transition : ndarray, shape (months,)
        One-off cost of moving the work. [currency/month]
    retained, rework : ndarray, broadcasting to (paths, months)
        Own people who steer the provider; errors beyond those of the own team. [currency/month]
    """

    in_house: np.ndarray
    own_team_share: np.ndarray
    dual_running_share: np.ndarray
    stranded_share: np.ndarray
    transition: np.ndarray
    retained: np.ndarray
    rework: np.ndarray

    @property
    def parts(self) -> dict[str, np.ndarray]:
        """Return every part by its name. [currency/month]."""
        return {
            "transition": self.transition,
            "own_team": self.own_team_share * self.in_house,
            "dual_running": self.dual_running_share * self.in_house,
            "stranded": self.stranded_share * self.in_house,
            "retained": self.retained,
            "rework": self.rework,
        }

    @property
    def total(self) -> np.ndarray:
        """All of them together. [currency/month]."""
        return self.in_house * self._share + self.transition + self.retained + self.rework

    def npv(self, discount: np.ndarray) -> np.ndarray:
        """Return their present value for factors of shape (months,), one a path. [currency]."""
        fixed = self.transition + self.retained + self.rework
        return self.in_house @ (self._share * discount) + fixed @ discount

    @cached_property
    def _share(self) -> np.ndarray:
        return self.own_team_share + self.dual_running_share + self.stranded_share

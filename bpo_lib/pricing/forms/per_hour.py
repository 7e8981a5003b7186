"""Pricing by time: for every hour paid, every hour available or every minute of handling."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload

MINUTES = 60


class PerPaidHourPricing(Form):
    """A rate for every hour the provider's people on the roster are paid, absence included.

    The client carries volume, handling time, idle time and shrinkage; the provider the wage.

    References
    ----------
    BusinessWorld, 2021: 12 to 14 USD an hour for premium work in Manila, 6 to 8 for the cheapest.
    """

    group: ClassVar[str] = "per_paid_hour"

    rate_per_hour: float = assumption("provider's rate for one paid hour", unit="currency/hour", ge=0, le=1e7)

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `paid_hours` has shape (months,) or (paths, months).
            [hours/month]

        Returns
        -------
        ndarray, shape of `workload.paid_hours`
            The fee before indexation. [currency/month]
        """
        return self.rate_per_hour * workload.paid_hours

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a rate that covers the provider's cost."""
        return at_cost(cls(rate_per_hour=1), workload)


class PerProductiveHourPricing(Form):
    """A rate for every hour people are at work and available, waiting for work included.

    The client carries volume, handling time and idle time; the provider shrinkage and the wage.

    References
    ----------
    "Cost and Revenue, how WFM affects it", part 3, wewfm, 2019: 11.48 a productive hour.
    """

    group: ClassVar[str] = "per_productive_hour"

    rate_per_hour: float = assumption(
        "provider's rate for one hour at work and available", unit="currency/hour", ge=0, le=1e7
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `productive_hours` has shape (months,) or (paths, months).
            [hours/month]

        Returns
        -------
        ndarray, shape of `workload.productive_hours`
            The fee before indexation. [currency/month]
        """
        return self.rate_per_hour * workload.productive_hours

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a rate that covers the provider's cost."""
        return at_cost(cls(rate_per_hour=1), workload)


class PerHandledMinutePricing(Form):
    """A rate for every minute people spend on transactions, talk and wrap-up; idle time is not billed.

    The client carries volume and handling time; the provider idle time, shrinkage and the wage.

    References
    ----------
    Magellan: 0.35 to 0.45 USD a minute in the Philippines; infocomm: 0.75 to 1.15 in the US.
    """

    group: ClassVar[str] = "per_handled_minute"

    rate_per_minute: float = assumption(
        "provider's rate for one minute of handling", unit="currency/minute", ge=0, le=1e6
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; its `handling_hours` has shape (months,) or (paths, months).
            [hours/month]

        Returns
        -------
        ndarray, shape of `workload.handling_hours`
            The fee before indexation. [currency/month]
        """
        return (self.rate_per_minute * MINUTES) * workload.handling_hours

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a rate that covers the provider's cost."""
        return at_cost(cls(rate_per_minute=1), workload)

"""Transition and transformation: what is spent to move the work, at once or by instalments."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.pricing.deal.ramp import overlap


class TransformationTerms(Terms):
    """What the provider invests in new systems and ways of working, and charges besides the fee."""

    group: ClassVar[str] = "transformation"

    cost: float = assumption(
        "investment of the provider that the client pays for besides the fee",
        unit="currency",
        ge=0,
        le=1e12,
        default=0,
        source="house assumption: none unless offered; process change is 1 to 10% of a contract: CIO 2003",
    )
    amortised_months: float = assumption(
        "equal monthly instalments in which it is charged; 0 charges it during the transition",
        unit="months",
        ge=0,
        le=84,
        default=0,
    )
    finance_rate_per_year: float = assumption(
        "interest the provider charges on the instalments", unit="share/year", ge=0, le=0.5, default=0.10
    )


def one_off(months: int, cost: float, transition_months: float) -> np.ndarray:
    """Return a cost spread evenly over the transition, all of it in the first month where there is none.

    Returns
    -------
    ndarray, shape (months,)
        Adds up to `cost`. [currency/month]
    """
    spread = overlap(months, transition_months)
    spread = spread if spread.any() else np.eye(1, months)[0]
    return cost * spread / spread.sum()


def instalments(months: int, terms: TransformationTerms) -> np.ndarray:
    """Return equal payments in the middle of each month that are worth the investment at the start.

    Returns
    -------
    ndarray, shape (months,)
        Zero after the last instalment; a plan longer than the term is paid within the term.
        [currency/month]
    """
    paid = np.arange(months) < terms.amortised_months
    worth = (1 + terms.finance_rate_per_year) ** -((np.arange(months) + 0.5) / 12)
    return terms.cost * paid / worth[paid].sum()


def transformation_charge(months: int, terms: TransformationTerms, transition_months: float) -> np.ndarray:
    """Return what the provider charges for its investment in each month.

    Returns
    -------
    ndarray, shape (months,)
        [currency/month]
    """
    if terms.amortised_months == 0:
        return one_off(months, terms.cost, transition_months)
    return instalments(months, terms)


def unpaid_balance(months: int, terms: TransformationTerms, transition_months: float) -> np.ndarray:
    """Return what is still owed for the investment at the end of each month.

    Returns
    -------
    ndarray, shape (months,)
        Zero once the last instalment is paid. [currency]
    """
    charge = transformation_charge(months, terms, transition_months)
    rate = terms.finance_rate_per_year if terms.amortised_months else 0.0
    grown = (1 + rate) ** (np.arange(1, months + 1) / 12)
    paid = np.cumsum(charge * (1 + rate) ** -((np.arange(months) + 0.5) / 12))
    owed = (terms.cost - paid) * grown
    return np.where(np.abs(owed) < 1e-9 * terms.cost, 0.0, owed)

"""Termination: what leaving the deal early costs, month by month, and where the cap cuts it."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.pricing.deal.terms import DealTerms
from bpo_lib.pricing.deal.transition import TransformationTerms, unpaid_balance

WEEKS_PER_MONTH = 52 / 12


class ExitTerms(Terms):
    """What the provider may charge when the client ends the contract for convenience."""

    group: ClassVar[str] = "exit"

    investment: float = assumption(
        "provider's investment in the deal that an early end has to make good",
        unit="currency",
        ge=0,
        le=1e12,
        default=0,
    )
    investment_months: float = assumption(
        "months over which it is written off evenly, the term at most",
        unit="months",
        ge=1,
        le=84,
        default=36,
    )
    wind_down_weeks: float = assumption(
        "weeks of the provider's pay for people who have to be moved or let go",
        unit="weeks",
        ge=0,
        le=52,
        default=0,
        source="house assumption: none unless agreed; redeployment is in the Exult clause, Law Insider",
    )
    breakage_cost: float = assumption(
        "what third parties charge for ending leases and licences at the start; falls evenly to the end",
        unit="currency",
        ge=0,
        le=1e12,
        default=0,
    )
    lost_margin_share: float = assumption(
        "share of the margin of the months not worked that is made good", unit="share", ge=0, le=1, default=0
    )
    margin_on_fee: float = assumption(
        "provider's margin on the fee that the contract takes for this",
        unit="share",
        ge=0,
        le=0.9,
        default=0.15,
    )
    cap_fee_months: float = assumption(
        "most that all of it may come to, in average monthly fees",
        unit="months",
        ge=0,
        le=84,
        default=12,
        source="house assumption; 'express as a cap, not an absolute': lighthouse.law",
    )


def exit_charges(
    terms: ExitTerms, deal: DealTerms, transformation: TransformationTerms, fee: np.ndarray
) -> dict[str, np.ndarray]:
    """Return what an end for convenience costs at the end of each month.

    Parameters
    ----------
    terms, deal, transformation
        What the contract says of an end, of the deal, and of instalments still unpaid.
    fee : ndarray, shape (months,)
        Charged in each month, after indexation. [currency/month]

    Returns
    -------
    dict of str to ndarray of shape (months,)
        unpaid_instalments, write_off, wind_down, breakage, lost_margin; charge, their sum or the cap;
        cut, what the cap takes off. At the end of the last month nothing is due. [currency]

    Notes
    -----
    Wind-down is the labour share of the fee of the last twelve months, on average, for the agreed weeks.

    References
    ----------
    Exult termination clause, Law Insider: wind-up, book value, redeployment, third-party obligations.
    """
    months = fee.size
    done = np.arange(1, months + 1)
    parts = {
        "unpaid_instalments": unpaid_balance(months, transformation, deal.transition_months),
        "write_off": terms.investment * np.maximum(1 - done / min(terms.investment_months, months), 0),
        "wind_down": terms.wind_down_weeks / WEEKS_PER_MONTH * deal.labour_share * _recent(fee),
        "breakage": terms.breakage_cost * (1 - done / months),
        "lost_margin": terms.lost_margin_share * terms.margin_on_fee * (fee.sum() - np.cumsum(fee)),
    }
    early = done < months
    parts = {name: np.where(early, part, 0.0) for name, part in parts.items()}
    owed = np.sum(list(parts.values()), axis=0)
    charge = np.minimum(owed, terms.cap_fee_months * fee.mean())
    return {**parts, "charge": charge, "cut": owed - charge}


def _recent(fee: np.ndarray) -> np.ndarray:
    """Return the average fee of the last twelve months, or of those there have been."""
    paid = np.cumsum(fee)
    year_before = np.concatenate([np.zeros(12), paid])[: fee.size]
    return (paid - year_before) / np.minimum(np.arange(1, fee.size + 1), 12)

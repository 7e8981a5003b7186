"""From a monthly fee to what a deal costs the client, month by month over the term."""

from dataclasses import dataclass

import numpy as np

from bpo_lib.pricing.deal.terms import DealTerms


def yearly_growth(months: int, rate_per_year: float) -> np.ndarray:
    """Return growth factors that step up at each anniversary, 1 in the first year.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    rate_per_year : float
        Growth per year. [share/year]

    Returns
    -------
    ndarray, shape (months,)
    """
    return (1 + rate_per_year) ** (np.arange(months) // 12)


def indexation(months: int, deal: DealTerms) -> np.ndarray:
    """Return what the contract's indexation makes of a fee, month by month.

    Returns
    -------
    ndarray, shape (months,)
        1 in the first year.

    Notes
    -----
    The yearly step is the labour share at the wage index plus the rest at the price index,
    never below zero and never above the cap.

    References
    ----------
    TPI, 2006: clauses on the whole price rather than its labour share cost millions over a term.
    """
    blend = deal.labour_share * deal.wage_index_per_year + (1 - deal.labour_share) * deal.price_index_per_year
    return yearly_growth(months, float(np.clip(blend, 0, deal.indexation_cap_per_year)))


def discount_factors(months: int, rate_per_year: float) -> np.ndarray:
    """Return present-value factors for money paid in the middle of each month.

    Returns
    -------
    ndarray, shape (months,)

    Notes
    -----
    (1 + rate) ** -((t + 0.5) / 12) for month t = 0, 1, ...
    """
    return (1 + rate_per_year) ** -((np.arange(months) + 0.5) / 12)


def overlap(months: int, transition_months: float) -> np.ndarray:
    """Return the share of each month in which in-house team and provider run side by side.

    Returns
    -------
    ndarray, shape (months,)
        1 in a full month of transition, a fraction in its last, 0 after it.
    """
    return np.clip(transition_months - np.arange(months), 0, 1)


@dataclass(frozen=True, eq=False)
class CashFlow:
    """What one deal costs the client; every part has the shape of the fee. [currency/month]."""

    fee: np.ndarray
    tax: np.ndarray
    governance: np.ndarray
    transition: np.ndarray
    dual_running: np.ndarray

    @property
    def total(self) -> np.ndarray:
        """Everything the client pays in a month. [currency/month]."""
        return self.fee + self.tax + self.governance + self.transition + self.dual_running


def deal_cash_flow(fee: np.ndarray, in_house: np.ndarray, deal: DealTerms) -> CashFlow:
    """Return the client's cost of a deal around a provider's fee.

    The fee is due in full from the first month; while the work moves, part of the
    in-house cost goes on beside it.

    Parameters
    ----------
    fee : ndarray, shape (months,) or (paths, months)
        What the model charges before indexation. [currency/month]
    in_house : ndarray, same shape
        What staying in-house would cost. [currency/month]
    deal : DealTerms
        The terms around the fee.

    Returns
    -------
    CashFlow

    References
    ----------
    Source: house practice; the cost items are those named by CIO/META 2003 and ISG/TPI 2009.
    """
    months = fee.shape[-1]
    side_by_side = overlap(months, deal.transition_months)
    spread = side_by_side if side_by_side.any() else np.eye(1, months)[0]
    indexed = fee * indexation(months, deal)
    return CashFlow(
        fee=indexed,
        tax=deal.irrecoverable_tax_share * indexed,
        governance=deal.governance_share * indexed,
        transition=np.broadcast_to(deal.transition_cost * spread / spread.sum(), fee.shape),
        dual_running=deal.dual_running_share * side_by_side * in_house,
    )


def payback_month(saving: np.ndarray) -> float:
    """Return the first month from which the cumulative saving never falls below zero again.

    Parameters
    ----------
    saving : ndarray, shape (months,)
        In-house cost less the cost of the deal, not discounted. [currency/month]

    Returns
    -------
    float
        1 for the first month; NaN when the term ends in the red. [month]
    """
    sum_so_far = np.cumsum(saving)
    rounding = 1e-9 * np.abs(saving).sum()  # a sum that comes back to zero exactly is not in the red
    in_the_red = np.nonzero(sum_so_far < -rounding)[0]
    if not in_the_red.size:
        return 1.0
    last = int(in_the_red[-1])
    return float("nan") if last == saving.size - 1 else float(last + 2)

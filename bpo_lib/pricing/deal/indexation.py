"""Indexation: what the contract's clause on inflation, and a productivity promise, make of a fee."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.pricing.deal.present_value import yearly_growth
from bpo_lib.pricing.deal.terms import DealTerms

BLEND, WHOLE_PRICE, LABOUR_ONLY = 0, 1, 2


class IndexationTerms(Terms):
    """How the contract's indices reach the price, beside the indices themselves in `DealTerms`."""

    group: ClassVar[str] = "indexation"

    clause: float = assumption(
        "what is indexed: 0 labour share by wages and the rest by prices, 1 the whole price by wages, "
        "2 the labour share alone by wages",
        unit="0, 1 or 2",
        one_of=(BLEND, WHOLE_PRICE, LABOUR_ONLY),
        default=BLEND,
        source="house assumption; clauses on the whole price cost millions over a term: TPI 2006",
    )
    offset_per_year: float = assumption(
        "points taken off each yearly increase", unit="share/year", ge=0, le=0.3, default=0
    )
    productivity_per_year: float = assumption(
        "yearly cut of the fee that the provider promises for getting better at the work",
        unit="share/year",
        ge=0,
        le=0.3,
        default=0,
        source="house assumption: none unless promised; 3 to 7% a year is common in voice and finance work",
    )
    local_index: float = assumption(
        "whether the wage index is that of the provider's country: 1 yes, 0 no; moves a warning only",
        unit="0 or 1",
        one_of=(0, 1),
        default=1,
    )


def yearly_step(
    deal: DealTerms, clause: IndexationTerms, wages: float | np.ndarray = 0.0
) -> float | np.ndarray:
    """Return by how much the clause raises the fee each year.

    Parameters
    ----------
    deal, clause : DealTerms, IndexationTerms
        The indices, their cap, and what they apply to.
    wages : float or ndarray
        Wage growth above the expected. [share/year]

    Returns
    -------
    float or ndarray, shape of `wages`
        Never below zero and never above the cap. [share/year]
    """
    wage = deal.wage_index_per_year + wages
    match clause.clause:
        case 1:
            raised = wage
        case 2:
            raised = deal.labour_share * wage
        case _:
            raised = deal.labour_share * wage + (1 - deal.labour_share) * deal.price_index_per_year
    return np.clip(raised - clause.offset_per_year, 0, deal.indexation_cap_per_year)


def indexation(
    months: int, deal: DealTerms, clause: IndexationTerms | None = None, wages: float | np.ndarray = 0.0
) -> np.ndarray:
    """Return what indexation and the productivity promise make of a fee, month by month.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    deal, clause : DealTerms, IndexationTerms
        The clause left out is that of its defaults.
    wages : float, or ndarray of shape (paths, 1)
        Wage growth above the expected. [share/year]

    Returns
    -------
    ndarray, shape (months,) or (paths, months)
        1 in the first year.

    Notes
    -----
    The product of 1 + the yearly step, times (1 - productivity) for each year gone.

    References
    ----------
    TPI, 2006: clauses on the whole price rather than its labour share cost millions over a term.
    ISG, on currency clauses: index the local labour share and share the currency, or inflation is
    paid twice.
    """
    clause = IndexationTerms() if clause is None else clause
    yearly = (1 + yearly_step(deal, clause, wages)) * (1 - clause.productivity_per_year) - 1
    return yearly_growth(months, yearly)

"""Wording of what moves a price after its first year: indices, a productivity promise, currencies."""

from collections.abc import Iterator

import numpy as np

from bpo_lib.pricing.deal.currency import CurrencyTerms, currency_factor
from bpo_lib.pricing.deal.indexation import LABOUR_ONLY, WHOLE_PRICE, IndexationTerms, yearly_step
from bpo_lib.pricing.deal.terms import DealTerms
from bpo_lib.workbook import numbers
from bpo_lib.workbook.clauses.wording import Article, Pen, share

EXAMPLE_MOVE = 0.05  # of a currency, beyond the band
_WAGES, _PRICES = "[the wage index]", "[the price index]"


def indexation(deal: DealTerms, clause: IndexationTerms, *, follows_cost: bool) -> Article:
    """Return the article on indexation; a charge that passes cost on has none.

    Parameters
    ----------
    deal, clause : DealTerms, IndexationTerms
        The indices as this report expects them, and what they apply to.
    follows_cost : bool
        Whether the charge passes the provider's cost on as it happens.

    Returns
    -------
    Article
    """
    if follows_cost:
        return Article(
            "Indexation", ("None: Allowed Cost is paid as it comes, so that no rise of it is paid twice.",)
        )
    return Article("Indexation", tuple(_steps(deal, clause)))


def _steps(deal: DealTerms, clause: IndexationTerms) -> Iterator[str]:
    less = f", less {share(clause.offset_per_year)}" if clause.offset_per_year else ""
    yield (
        "On each anniversary of the start of the term all sums and rates of article 1 rise by the "
        f"Index Step: {_what_is_indexed(deal, clause)}{less}, over the twelve Months before. The Index "
        f"Step is never below zero and never above {share(deal.indexation_cap_per_year)}."
    )
    if clause.productivity_per_year:
        yield (
            f"After that, on each anniversary, they fall by {share(clause.productivity_per_year)}, the "
            "productivity the Provider commits to."
        )
    indices = f"{share(deal.wage_index_per_year)} for wages"
    if clause.clause not in {WHOLE_PRICE, LABOUR_ONLY}:
        indices += f" and {share(deal.price_index_per_year)} for prices"
    step = float(yearly_step(deal, clause))
    grown = _grown(step, clause)
    yield f"Example: indices of {indices} make an Index Step of {share(step)}; 100.00 become {grown}."


def _what_is_indexed(deal: DealTerms, clause: IndexationTerms) -> str:
    labour = share(deal.labour_share)
    if clause.clause == WHOLE_PRICE:
        return f"the change of {_WAGES}"
    if clause.clause == LABOUR_ONLY:
        return f"{labour} of the change of {_WAGES}"
    return f"{labour} of the change of {_WAGES} and {share(1 - deal.labour_share)} of that of {_PRICES}"


def currency(terms: CurrencyTerms, pen: Pen, *, follows_cost: bool) -> Article:
    """Return the article on currencies: who bears it when the provider's turns dearer or cheaper.

    Parameters
    ----------
    terms : CurrencyTerms
    pen : Pen
    follows_cost : bool
        Whether the charge passes the provider's cost on as it happens.

    Returns
    -------
    Article
    """
    unit = pen.profile.currency
    if follows_cost:
        words = (
            f"Allowed Cost paid in another currency is charged in {unit} at [the rate of the day of payment]."
        )
        return Article("Currency", (words,))
    carried = terms.client_share * terms.local_share
    if carried == 0:
        return Article(
            "Currency", (f"Charges are in {unit}; what another currency costs the Provider is its own risk.",)
        )
    band, move = share(terms.neutral_band), terms.neutral_band + EXAMPLE_MOVE
    moved = float(currency_factor(terms, np.array([move]))[0])
    return Article(
        "Currency",
        (
            (
                f"Charges are in {unit} and rest on [the contract's rate] of [the Provider's currency]. "
                f"Where its mean rate of a Month is dearer or cheaper by up to {band}, nothing changes. Of "
                f"a move beyond {band}, the charges of the Month rise or fall by {share(carried)}: "
                f"{share(terms.local_share)} of them rest on that currency, and the Client bears or keeps "
                f"{share(terms.client_share)} of that."
            ),
            (
                f"Example: the currency turns {share(move)} dearer; charges of 100.00 become "
                f"{numbers.price(100 * moved)}."
            ),
        ),
    )


def _grown(step: float, clause: IndexationTerms) -> str:
    return numbers.price(100 * (1 + step) * (1 - clause.productivity_per_year))

"""Wording of service credits and of what an early end costs."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.service_credits import ServiceTerms, credit_of_allocation, credit_of_points
from bpo_lib.pricing.deal.termination import ExitTerms, exit_charges
from bpo_lib.workbook import numbers
from bpo_lib.workbook.clauses.wording import Article, Pen, quantity, share

MOST_MEASURES = 6  # more than these are left to the schedule
YEAR = 12


def service_credits(terms: ServiceTerms, measures: pd.DataFrame) -> tuple[Article, ...]:
    """Return the article on service credits; none where nothing of the fee is at risk.

    Parameters
    ----------
    terms : ServiceTerms
    measures : pandas.DataFrame
        Columns of `ServiceMeasure`; the names are the client's.

    Returns
    -------
    tuple of Article
    """
    if terms.at_risk_share == 0 or measures.empty:
        return ()
    weigh = _by_points if terms.by_points else _by_allocation
    return (Article("Service credits", (*weigh(terms, measures), *_conditions(terms))),)


def _by_allocation(terms: ServiceTerms, measures: pd.DataFrame) -> Iterator[str]:
    yield (
        f"Of the charges of a Month {share(terms.at_risk_share)} are at risk. For each target of [the "
        "schedule on measures] that the Month misses, the Provider credits with the next invoice the "
        "part of the amount at risk set for it, all of them together never more than that amount: "
        f"{_weights(measures, 'allocation')}."
    )
    heaviest = (measures["allocation"] * measures["multiplier"]).max()
    credit = float(credit_of_allocation(np.asarray(heaviest), terms))
    said = "a Month of 100,000.00 that misses the heaviest target alone brings a credit of"
    yield f"Example: {said} {_of(credit)}."


def _by_points(terms: ServiceTerms, measures: pd.DataFrame) -> Iterator[str]:
    yield (
        "Each target of [the schedule on measures] that a Month misses brings points: "
        f"{_weights(measures, 'points')}. Up to {quantity(terms.free_points)} points are free; each "
        f"full {quantity(terms.points_per_step)} points beyond bring a credit of "
        f"{share(terms.credit_per_step)} of the charges of the Month with the next invoice, never more "
        f"than {share(terms.at_risk_share)}."
    )
    points = terms.free_points + 2 * terms.points_per_step
    credit = float(credit_of_points(np.asarray(points), terms))
    yield f"Example: a Month of 100,000.00 with {quantity(points)} points brings a credit of {_of(credit)}."


def _weights(measures: pd.DataFrame, column: str) -> str:
    """Return what each target weighs, its multiplier counted in; the client's names as they are."""
    show = share if column == "allocation" else quantity
    rows = measures.head(MOST_MEASURES).to_dict("records")
    named = [f"{row['measure']} {show(row[column] * row['multiplier'])}" for row in rows]
    return "; ".join(named + (["the others as scheduled"] if len(measures) > MOST_MEASURES else []))


def _conditions(terms: ServiceTerms) -> Iterator[str]:
    said = []
    if terms.repeat_multiplier > 1:
        said.append(
            "A miss in a Month that follows a miss of the same target counts "
            f"{quantity(terms.repeat_multiplier)} times."
        )
    if terms.earn_back_months:
        kept = numbers.months(terms.earn_back_months).replace("month", "Month")
        said.append(f"A credit is cancelled where the {kept} after it all meet the target.")
    if terms.grace_months:
        said.append(
            f"No credit is due in the first {numbers.months(terms.grace_months).replace('month', 'Month')}."
        )
    said.append("Service credits do not rule out [other remedies].")
    yield " ".join(said)


def _of(credit: float) -> str:
    return numbers.price(100_000 * credit)


def early_end(agreed: Agreement, fee: np.ndarray, pen: Pen) -> tuple[Article, ...]:
    """Return the article on ending the contract for convenience; none where it costs nothing.

    Parameters
    ----------
    agreed : Agreement
    fee : ndarray, shape (months,)
        Expected charges after indexation. [currency/month]
    pen : Pen

    Returns
    -------
    tuple of Article
    """
    charges = exit_charges(agreed.termination, agreed.deal, agreed.transformation, fee)
    parts = [words for name, words in _exit_words(agreed, pen).items() if charges[name].any()]
    if not parts:
        return ()
    cap = numbers.months(agreed.termination.cap_fee_months).replace("month", "Month")
    owed = (
        "The Client may end this agreement for convenience with [6] months' notice. It then owes, "
        f"besides the charges until the end: {'; '.join(parts)}. All of this together never exceeds the "
        f"average charges of {cap}."
    )
    return (Article("Early end", (owed, _exit_example(charges, pen))),)


def _exit_words(agreed: Agreement, pen: Pen) -> dict[str, str]:
    terms: ExitTerms = agreed.termination
    months = numbers.months(terms.investment_months).replace("month", "Month")
    return {
        "unpaid_instalments": "what is not yet paid of the instalments for [new ways of working]",
        "write_off": (
            f"the part not yet written off of {pen.money(terms.investment)} the Provider has invested, "
            f"written off evenly over {months}"
        ),
        "wind_down": (
            f"{quantity(terms.wind_down_weeks)} weeks of {share(agreed.deal.labour_share)} of the "
            "average charges of the last twelve Months, for people who have to be moved or let go"
        ),
        "breakage": (
            "proven charges of third parties for ending leases and licences, at most "
            f"{pen.money(terms.breakage_cost)} at the start of the term, falling evenly to nothing at "
            "its end"
        ),
        "lost_margin": (
            f"{share(terms.lost_margin_share)} of a margin of {share(terms.margin_on_fee)} on the "
            "charges of the Months no longer worked"
        ),
    }


def _exit_example(charges: dict[str, np.ndarray], pen: Pen) -> str:
    """Return what leaving costs at the end of the first and the second year, and at the half of the term."""
    months = charges["charge"].size
    at = sorted({YEAR, 2 * YEAR, months // 2} & set(range(1, months)))
    told = [f"{pen.money(charges['charge'][month - 1])} at the end of Month {month}" for month in at]
    return f"With the charges expected in this report that comes to {', '.join(told)}."

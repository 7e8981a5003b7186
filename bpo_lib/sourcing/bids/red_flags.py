"""What an experienced buyer would ask about, whatever the score."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.fit import LOWEST
from bpo_lib.sourcing.bids.needs import Needs
from bpo_lib.sourcing.bids.terms import ScorecardTerms

FLAG_COLUMNS = ["vendor", "flag", "because", "ask"]
UNDER_COST: Final = 0.10  # how far a price may lie under a provider's cost unsaid (house assumption)


class Flag(NamedTuple):
    """One warning on one bid: what it is, what it rests on and what to ask."""

    flag: str
    because: str
    ask: str


def red_flags(answers: pd.DataFrame, price: float, needs: Needs, terms: ScorecardTerms) -> tuple[Flag, ...]:
    """Return the warnings on one bid.

    Parameters
    ----------
    answers : pandas.DataFrame
        The provider's checked answers.
    price : float
        NaN when not quoted. [currency/transaction]
    needs : Needs
    terms : ScorecardTerms

    Returns
    -------
    tuple of Flag
    """
    told = _Told(answers)
    return (*_delivery(told), *_people_and_sites(told), *_cheap(price, needs, terms))


class _Told:
    """A provider's answers by criterion; what was never asked differs from what stayed unanswered."""

    def __init__(self, answers: pd.DataFrame) -> None:
        self._rows = dict(iter(answers.groupby("criterion")))

    def asked(self, criterion: str) -> bool:
        return criterion in self._rows

    def answer(self, criterion: str) -> str:
        return str(self._rows[criterion]["answer"].iloc[0]).lower() if self.asked(criterion) else ""

    def only_claimed(self, criterion: str) -> bool:
        return self.asked(criterion) and self._rows[criterion]["evidence"].iloc[0] == "claim"

    def marked_lowest(self, criterion: str) -> bool:
        """Whether any evaluator gave the lowest level."""
        marks = pd.to_numeric(self._rows[criterion]["answer"]) if self.asked(criterion) else pd.Series()
        return bool((marks == LOWEST).any())


def _delivery(told: _Told) -> Iterator[Flag]:
    if told.marked_lowest("quality_system"):
        yield Flag(
            "cannot say how the result will be achieved",
            "how quality is made was marked at the lowest level",
            "a walk through one case from arrival to check, with the people who would do it",
        )
    if told.only_claimed("references_with_data"):
        yield Flag(
            "testimonials without figures",
            "praise was given in place of performance figures",
            "twelve months of service figures from two clients, confirmed by them",
        )
    if told.answer("pilot_accepted") == "no":
        yield Flag(
            "refuses a pilot",
            "asked for a pilot the client may end, it said no",
            "what a pilot would show that it does not want to be measured",
        )


def _people_and_sites(told: _Told) -> Iterator[Flag]:
    sites = told.answer("sites")
    if sites not in {"", "no"} and float(sites) <= 1:
        yield Flag(
            "a single site",
            "it names one site for all of the work",
            "where the work goes when that site fails",
        )
    elif told.marked_lowest("continuity"):
        yield Flag(
            "a single site without a plan",
            "continuity was marked at the lowest level",
            "where the work goes when that site fails",
        )
    if told.asked("attrition_per_year") and told.answer("attrition_per_year") in {"", "no"}:
        yield Flag(
            "attrition not disclosed",
            "it was asked how many of its people leave and gave no figure",
            "leavers and average headcount of comparable work, month by month",
        )
    if told.answer("own_people") == "no":
        yield Flag(
            "part of the work goes to others",
            "it does not do all of the work with its own people",
            "who the others are, what they do, and the same duties and audits for them",
        )


def _cheap(price: float, needs: Needs, terms: ScorecardTerms) -> Iterator[Flag]:
    against = price * needs.load / needs.stay
    if against < terms.full_value_price:
        half = "half" if np.isclose(terms.full_value_price, 0.5) else f"{terms.full_value_price:.0%}"
        yield Flag(
            f"price under {half} of the cost of staying: ask what is left out",
            f"all in, it comes to {against:.0%} of what a transaction costs in-house",
            "what is priced apart: peaks, exceptions, nights, changes, reports",
        )
    elif price < (1 - UNDER_COST) * needs.cost:
        yield Flag(
            "price far under what the work costs",
            f"it is {1 - price / needs.cost:.0%} under what a transaction is taken to cost a provider",
            "how it will earn its cost back, and what becomes of service if it cannot",
        )

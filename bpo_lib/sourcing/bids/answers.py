"""How one answer of a provider is read: what counts as met, and how far a claim may be off."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.fit import HIGHEST, LOWEST
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA, VendorCriterion
from bpo_lib.sourcing.bids.needs import Needs
from bpo_lib.sourcing.bids.terms import ScorecardTerms

SHOWN = ("reference", "certificate", "demo")
ANSWER_COLUMNS = ("vendor", "criterion", "answer", "evidence", "note", "evaluator", "date")

# How far the true level may lie from the answered one, by evidence. House assumption: weak
# evidence widens the range and leaves the middle where it is, so that modesty is not punished.
LEVELS_EITHER_WAY: Final = {"reference": 0.0, "certificate": 0.0, "demo": 0.5, "claim": 1.0, "": 1.0}
UNPROVEN: Final = ("claim", "")
STEPS: Final = HIGHEST - LOWEST

_CRITERIA = {criterion.id: criterion for criterion in VENDOR_CRITERIA}


class Reading(NamedTuple):
    """One answer, read.

    `status` is `met`, `failed` or `open` for a must-have and `answered` or `open` otherwise.
    `value` with its range is 0 (worst) to 1 (best) on the absolute anchors; NaN for a must-have,
    a disclosure and a price that cannot be compared. `because` says what a must-have rests on.
    """

    status: str
    value: float = np.nan
    low: float = np.nan
    high: float = np.nan
    because: str = ""


def day_words(day: dt.date) -> str:
    """Return a day as a board reads it: 30 June 2026."""
    return f"{day.day} {day:%B %Y}"


def checked_answers(vendors: pd.DataFrame) -> pd.DataFrame:
    """Return the answers as tidy text with `ANSWER_COLUMNS`, one row per provider, criterion and evaluator.

    Raises
    ------
    InputError
        When a criterion is unknown, a provider answers it twice, several evaluators mark what is a
        fact, or the evidence is of no known kind.
    """
    tidy = pd.DataFrame(
        {
            column: vendors[column].astype("string").fillna("").str.strip() if column in vendors else ""
            for column in ANSWER_COLUMNS
        }
    ).astype(str)
    tidy["evidence"] = tidy["evidence"].str.lower()
    for vendor, criterion, evidence in zip(tidy["vendor"], tidy["criterion"], tidy["evidence"], strict=True):
        if criterion not in _CRITERIA:
            raise InputError(f"{vendor} answers '{criterion}', which is not asked of providers")
        if evidence not in LEVELS_EITHER_WAY:
            raise InputError(
                f"{vendor}, {criterion}: evidence '{evidence}' is not one of "
                "reference, certificate, demo, claim"
            )
    twice = tidy[tidy.duplicated(["vendor", "criterion", "evaluator"])]
    if not twice.empty:
        first = twice.iloc[0]
        raise InputError(f"{first['vendor']} answers {first['criterion']} twice; keep one of the two")
    fact = tidy[tidy["criterion"].map(lambda name: _CRITERIA[name].kind != "scored")]
    marked = fact[fact.duplicated(["vendor", "criterion"])]
    if not marked.empty:
        first = marked.iloc[0]
        raise InputError(
            f"{first['vendor']}, {first['criterion']}: this is a fact, which two evaluators cannot mark apart"
        )
    return tidy


def read_must_have(
    vendor: str,
    criterion: VendorCriterion,
    answer: str,
    evidence: str,
    *,
    needs: Needs | None = None,
    known_at: dt.date | None = None,
) -> Reading:
    """Read yes, no, a day of expiry or a capacity; what is only claimed stays open until it is shown.

    Parameters
    ----------
    vendor : str
    criterion : VendorCriterion
    answer, evidence : str
        As in `vendors.csv`.
    needs : Needs, optional
        What a day or a capacity is held against; both stay open without it.
    known_at : date, optional
        When the answer was looked at.

    Raises
    ------
    InputError
        When the answer is none of what the criterion allows.
    """
    match answer.lower():
        case "no":
            return Reading("failed", because="answered no")
        case "yes" if evidence in SHOWN:
            return Reading("met", because=f"shown by {evidence}")
        case "yes":
            return Reading("open", because="said and not shown")
        case "":
            return Reading("open", because="not answered")
    match criterion.form:
        case "date":
            return _shown(_valid_until(vendor, criterion, answer, needs, known_at), evidence)
        case "volume":
            return _shown(_capacity(vendor, criterion, answer, needs), evidence)
    raise InputError(f"{vendor}, {criterion.id}: '{answer}' is neither yes nor no")


def _shown(reading: Reading, evidence: str) -> Reading:
    """Return a reading that holds only when something stands behind the answer."""
    if reading.status == "met" and evidence not in SHOWN:
        return Reading("open", because=f"{reading.because}; said and not shown")
    return reading


def _valid_until(
    vendor: str, criterion: VendorCriterion, answer: str, needs: Needs | None, known_at: dt.date | None
) -> Reading:
    """Read the last day of a certificate: one that has run out, or runs out unrenewed, does not count."""
    try:
        last = dt.date.fromisoformat(answer)
    except ValueError:
        raise InputError(f"{vendor}, {criterion.id}: '{answer}' is neither yes, no nor a date") from None
    if needs is None:
        return Reading("open", because=f"valid until {day_words(last)}")
    if last >= needs.start:
        return Reading("met", because=f"valid until {day_words(last)}")
    if known_at is not None and last >= known_at:
        words = f"runs out on {day_words(last)}, before the work begins on {day_words(needs.start)}"
        return Reading("open", because=words)
    words = f"ran out on {day_words(last)}; the work begins on {day_words(needs.start)}"
    return Reading("failed", because=words)


def _capacity(vendor: str, criterion: VendorCriterion, answer: str, needs: Needs | None) -> Reading:
    """Read what a provider can handle in a month against the busiest month of the forecast."""
    volume = _number(vendor, criterion, answer)
    if needs is None or np.isnan(needs.peak):
        return Reading("open", because=f"{volume:,.0f} a month, with no forecast to hold it against")
    month = "" if needs.peak_month is None else needs.peak_month.strftime("%B %Y")
    expected = f"the busiest month, {month}, is expected to bring {needs.peak:,.0f}"
    if volume < needs.peak:
        return Reading("failed", because=f"{volume:,.0f} a month; {expected}")
    if volume < needs.peak_high:
        more = f"one course in ten brings more than {needs.peak_high:,.0f}"
        return Reading("met", because=f"{volume:,.0f} a month; {expected}, but {more}")
    return Reading("met", because=f"{volume:,.0f} a month; {expected}")


def read_levels(vendor: str, criterion: VendorCriterion, marks: Sequence[tuple[str, str]]) -> Reading:
    """Read levels of 1 to 5, one by each evaluator; a missing one counts as the middle and may be anything.

    Parameters
    ----------
    vendor : str
    criterion : VendorCriterion
    marks : sequence of (level, evidence)
        Empty levels are left out as long as another evaluator gives one.

    Returns
    -------
    Reading
        The mean of the evaluators' levels; its range holds what each of them allows.

    Raises
    ------
    InputError
        When an answer is not a level.
    """
    given = [(_level(vendor, criterion, answer), evidence) for answer, evidence in marks if answer]
    if not given:
        return Reading("open", 0.5, 0.0, 1.0)
    value = sum(level for level, _ in given) / len(given)
    low = min(max(level - LEVELS_EITHER_WAY[evidence], LOWEST) for level, evidence in given)
    high = max(min(level + LEVELS_EITHER_WAY[evidence], HIGHEST) for level, evidence in given)
    value, low, high = ((each - LOWEST) / STEPS for each in (value, low, high))
    return Reading("answered", value, low, high)


def _level(vendor: str, criterion: VendorCriterion, answer: str) -> float:
    level = _number(vendor, criterion, answer)
    if not LOWEST <= level <= HIGHEST:
        raise InputError(f"{vendor}, {criterion.id}: level {answer} is not between {LOWEST} and {HIGHEST}")
    return level


def read_price(against_in_house: float, terms: ScorecardTerms | None = None) -> Reading:
    """Value a price by what it is against staying in-house, never against the lowest bid.

    Parameters
    ----------
    against_in_house : float
        All the client pays for one transaction, as a share of its in-house cost; NaN when not quoted. [share]
    terms : ScorecardTerms, optional
        From and down to which share a price is worth nothing and everything; the house's when left out.
    """
    if np.isnan(against_in_house):
        return Reading("open", 0.5, 0.0, 1.0)
    terms = terms or ScorecardTerms()
    span = terms.worthless_price - terms.full_value_price
    value = float(np.clip((terms.worthless_price - against_in_house) / span, 0, 1))
    return Reading("answered", value, value, value)


def read_disclosure(vendor: str, criterion: VendorCriterion, answer: str) -> Reading:
    """Read what a provider disclosed: yes, no or a figure, no part of the score.

    Raises
    ------
    InputError
        When the answer is none of what the criterion allows.
    """
    match answer.lower():
        case "":
            return Reading("open")
        case "no":
            return Reading("answered", because="answered no")
        case "yes" if criterion.form == "yes":
            return Reading("answered")
    if criterion.form == "yes":
        raise InputError(f"{vendor}, {criterion.id}: '{answer}' is neither yes nor no")
    if _number(vendor, criterion, answer) < 0:
        raise InputError(f"{vendor}, {criterion.id}: {answer} is below zero")
    return Reading("answered")


def price_of(vendor: str, answers: pd.DataFrame) -> float:
    """Return a provider's price as quoted, NaN when it quotes none. [currency/transaction].

    Raises
    ------
    InputError
        When it is not a number above zero.
    """
    criterion = _CRITERIA["price_per_transaction"]
    quoted = answers.loc[answers["criterion"] == criterion.id, "answer"]
    if quoted.empty or not quoted.iloc[0]:
        return float("nan")
    price = _number(vendor, criterion, quoted.iloc[0])
    if price <= 0:
        raise InputError(f"{vendor}, {criterion.id}: a price of {price:g} is not above zero")
    return price


def _number(vendor: str, criterion: VendorCriterion, answer: str) -> float:
    try:
        number = float(answer)
    except ValueError:
        raise InputError(f"{vendor}, {criterion.id}: '{answer}' is not a number") from None
    if not np.isfinite(number):
        raise InputError(f"{vendor}, {criterion.id}: '{answer}' is not a finite number")
    return number

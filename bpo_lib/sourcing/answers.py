"""How one answer of a provider is read: what counts as met, and how far a claim may be off."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.fit import HIGHEST, LOWEST
from bpo_lib.sourcing.criteria import VENDOR_CRITERIA, VendorCriterion

SHOWN = ("reference", "certificate", "demo")

# How far the true level may lie from the answered one, by evidence. House assumption: weak
# evidence widens the range and leaves the middle where it is, so that modesty is not punished.
LEVELS_EITHER_WAY = {"reference": 0.0, "certificate": 0.0, "demo": 0.5, "claim": 1.0, "": 1.0}

# A price is worth nothing at the in-house unit cost and everything at half of it. House assumption.
DEAREST, CHEAPEST = 1.0, 0.5

_CRITERIA = {criterion.id: criterion for criterion in VENDOR_CRITERIA}


class Reading(NamedTuple):
    """One answer, read.

    `status` is `met`, `failed` or `open` for a must-have and `answered` or `open` otherwise.
    `value` with its range is 0 (worst) to 1 (best) on the absolute anchors; NaN for a must-have
    and for a price that cannot be compared.
    """

    status: str
    value: float = np.nan
    low: float = np.nan
    high: float = np.nan


def checked_answers(vendors: pd.DataFrame) -> pd.DataFrame:
    """Return vendor, criterion, answer and evidence as tidy text, one row per vendor and criterion.

    Raises
    ------
    InputError
        When a criterion is unknown, a provider answers it twice, or the evidence is of no known kind.
    """
    tidy = pd.DataFrame(
        {
            column: vendors[column].astype("string").fillna("").str.strip() if column in vendors else ""
            for column in ("vendor", "criterion", "answer", "evidence", "note")
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
    twice = tidy[tidy.duplicated(["vendor", "criterion"])]
    if not twice.empty:
        first = twice.iloc[0]
        raise InputError(f"{first['vendor']} answers {first['criterion']} twice; keep one of the two")
    return tidy


def read_must_have(vendor: str, criterion: VendorCriterion, answer: str, evidence: str) -> Reading:
    """Read yes or no; a yes that is only claimed stays open until it is shown.

    Raises
    ------
    InputError
        When the answer is neither.
    """
    match answer.lower():
        case "no":
            return Reading("failed")
        case "yes":
            return Reading("met" if evidence in SHOWN else "open")
        case "":
            return Reading("open")
    raise InputError(f"{vendor}, {criterion.id}: '{answer}' is neither yes nor no")


def read_level(vendor: str, criterion: VendorCriterion, answer: str, evidence: str) -> Reading:
    """Read a level of 1 to 5; a missing one counts as the middle and may be anything.

    Raises
    ------
    InputError
        When the answer is not a level.
    """
    if not answer:
        return Reading("open", 0.5, 0.0, 1.0)
    level = _number(vendor, criterion, answer)
    if not LOWEST <= level <= HIGHEST:
        raise InputError(f"{vendor}, {criterion.id}: level {answer} is not between {LOWEST} and {HIGHEST}")
    either_way = LEVELS_EITHER_WAY[evidence]
    low, high = max(level - either_way, LOWEST), min(level + either_way, HIGHEST)
    return Reading("answered", *((each - LOWEST) / (HIGHEST - LOWEST) for each in (level, low, high)))


def read_price(against_in_house: float) -> Reading:
    """Value a price by what it is against staying in-house, never against the lowest bid.

    Parameters
    ----------
    against_in_house : float
        All the client pays for one transaction, as a share of its in-house cost; NaN when not quoted. [share]
    """
    if np.isnan(against_in_house):
        return Reading("open", 0.5, 0.0, 1.0)
    value = float(np.clip((DEAREST - against_in_house) / (DEAREST - CHEAPEST), 0, 1))
    return Reading("answered", value, value, value)


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

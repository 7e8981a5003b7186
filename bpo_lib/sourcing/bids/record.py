"""What a losing bidder, or an auditor, will ask to see: when weights were set, and who was called."""

import datetime as dt
from typing import Literal, NamedTuple

import pandas as pd

from bpo_lib.sourcing.bids.answers import day_words
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms

CALL_COLUMNS = ["date", "vendor", "name", "answer", "evaluator", "note"]
CLIENT = "client"  # what the register calls a value the client gave

_NAMES = {each.id: each.name for each in VENDOR_CRITERIA}


class SealedWeights(NamedTuple):
    """Whether the weights were fixed before anybody knew the bids.

    Parameters
    ----------
    status : str
        `sealed`, `late`, `unknown` (a date is missing) or `house` (the client set none of its own).
    set_on, first_bid : date or None
        The latest date of a weight, and the earliest of a priced bid.
    words : str
        The same in a sentence.
    """

    status: Literal["sealed", "late", "unknown", "house"]
    set_on: dt.date | None
    first_bid: dt.date | None
    words: str


def sealed_weights(register: pd.DataFrame, answers: pd.DataFrame) -> SealedWeights:
    """Hold the dates of the client's weights against the date of the first bid.

    Parameters
    ----------
    register : pandas.DataFrame
        The client's assumptions with `as_of` and `origin`.
    answers : pandas.DataFrame
        From `checked_answers`; the rows of prices carry the date of their bid.

    Returns
    -------
    SealedWeights
    """
    names = [f"{ScorecardTerms.group}.{name}" for name in WEIGHED]
    own = register[register["name"].isin(names) & (register["origin"] == CLIENT)]
    priced = answers[(answers["criterion"] == "price_per_transaction") & (answers["answer"] != "")]
    bids = _days(priced["date"])
    first = min(bids) if bids else None
    if own.empty:
        words = "The weights are the house's own, which stood before any bid."
        return SealedWeights("house", None, first, words)
    dates = _days(own["as_of"])
    latest = max(dates) if dates else None
    if latest is not None and first is not None and latest > first:
        words = (
            f"Weights were set on {day_words(latest)}, after the first bid of {day_words(first)} was "
            "opened: whoever set them could know whom they favour."
        )
        return SealedWeights("late", latest, first, words)
    if latest is None or first is None or len(dates) < len(own) or len(bids) < len(priced):
        what = "every weight (as_of)" if len(dates) < len(own) else "every priced bid"
        words = f"Whether the weights were set before the bids were opened is not shown: date {what}."
        return SealedWeights("unknown", latest, first, words)
    words = f"The weights were set by {day_words(latest)}, no later than the first bid of {day_words(first)}."
    return SealedWeights("sealed", latest, first, words)


def reference_calls(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the log of reference calls: what each confirmed, when, to whom.

    Parameters
    ----------
    answers : pandas.DataFrame
        From `checked_answers`.

    Returns
    -------
    pandas.DataFrame
        Columns `CALL_COLUMNS`, by date; those without one come last. What several evaluators heard on
        the same day about the same answer is one row, their levels in the order of the file.
    """
    calls = answers[(answers["evidence"] == "reference") & (answers["answer"] != "")]
    if calls.empty:
        return pd.DataFrame(columns=CALL_COLUMNS)
    heard = calls.groupby(["date", "vendor", "criterion"], sort=False, as_index=False)
    log = heard[["answer", "evaluator", "note"]].agg(_together)
    log["name"] = log["criterion"].map(_NAMES)
    log["undated"] = log["date"] == ""
    return log.sort_values(["undated", "date"], kind="stable", ignore_index=True)[CALL_COLUMNS]


def _together(texts: pd.Series) -> str:
    return ", ".join(text for text in texts if text)


def _days(texts: pd.Series) -> list[dt.date]:
    return [dt.date.fromisoformat(text) for text in texts.fillna("").astype(str) if text]

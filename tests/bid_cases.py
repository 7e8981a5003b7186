"""Bids for the tests of the scorecard: what one provider answers, and what it is held against."""

import datetime as dt

import numpy as np
import pandas as pd

from bpo_lib.sourcing import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.answers import ANSWER_COLUMNS, checked_answers
from bpo_lib.sourcing.bids.needs import Needs

STAY = 8.0  # cost of staying [currency/transaction]
LOAD = 1.26  # 20% tax and 6% for managing the contract on top of a price
DEFAULTS = {"must_have": "yes", "scored": "3", "price": "4", "disclosure": None}


def needs(**changes):
    """Return needs of a client whose busiest month brings 1,000, and 1,200 in one course of ten."""
    known = {
        "start": dt.date(2027, 1, 1),
        "stay": STAY,
        "load": LOAD,
        "peak": 1_000.0,
        "peak_high": 1_200.0,
        "peak_month": pd.Period("2028-11", "M"),
        "cost": np.nan,
        "notes": (),
    }
    return Needs(**(known | changes))


def offer(vendor, level="3", price="4", evidence="reference", **changes):
    """Return the rows of a provider that answers everything alike, but for `changes`; None is not asked."""
    said = {each.id: DEFAULTS[each.kind] for each in VENDOR_CRITERIA}
    said |= {each.id: level for each in VENDOR_CRITERIA if each.kind == "scored"}
    said |= {"price_per_transaction": price} | changes
    return [
        (vendor, name, answer, evidence, "", "", "") for name, answer in said.items() if answer is not None
    ]


def marked(vendor, by, evidence="reference"):
    """Return levels by evaluator: {"Kim": {"reporting": 4}}."""
    return [
        (vendor, criterion, str(level), evidence, "", evaluator, "")
        for evaluator, levels in by.items()
        for criterion, level in levels.items()
    ]


def vendors(*offers):
    """Return the table of `vendors.csv`."""
    return pd.DataFrame([row for rows in offers for row in rows], columns=list(ANSWER_COLUMNS))


def answers(*offers):
    """Return the same, checked."""
    return checked_answers(vendors(*offers))

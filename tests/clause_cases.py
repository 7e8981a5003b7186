"""A small client with a known history, and terms of every form, for the tests of the clause."""

from dataclasses import replace
from functools import cache

import numpy as np
from volume_cases import case, counts

from bpo_lib.pricing import DealTerms, InHouseTerms, ProviderTerms, TransactionPricing
from bpo_lib.staffing import ProviderPeopleTerms
from bpo_lib.workbook.clauses.wording import Pen

# Seven months before a contract from January 2025: inside the band of 1,000, over it, under it.
VOLUMES = (1_000.0, 1_100.0, 1_200.0, 900.0, 800.0, 1_000.0, 1_101.0)
PUBLISHED = {"baseline_volume": 1_000, "unit_price": 50}  # UpperEdge: 1,000 units for 50,000, 10% band


@cache
def client(operation="back_office"):
    """Return a back office whose months are known, staffed by ideal people at both houses."""
    ideal = {
        "attrition_per_year": 0,
        "hiring_lead_months": 0,
        "training_months": 0,
        "starting_productivity": 1,
        "learning_months": 0,
    }
    known = case(
        counts(VOLUMES, "MS", "2024-06-01"), "monthly", operation=operation, people=ideal, handling_minutes=60
    )
    return with_terms(
        known,
        InHouseTerms(cost_per_fte_month=4_000),
        DealTerms(transition_cost=0),
        ProviderTerms(cost_per_fte_month=3_000),
        ProviderPeopleTerms(**ideal),
    )


def with_terms(known, *terms):
    """Return a client with other terms, in place of its own or beside them."""
    return replace(known, terms={**known.terms, **{type(found): found for found in terms}})


def published(**changes):
    """Return the published example of a dead band."""
    return TransactionPricing(**{**PUBLISHED, **changes})


def whole(values):
    """Return values as a list of whole numbers where they are whole but for rounding."""
    return [float(np.round(value, 6)) for value in values]


def pen(**changes):
    """Return what writes the numbers of a clause for a small client."""
    return Pen(client().profile.model_copy(update=changes))


def words_of(wording):
    """Return all text of a wording as one."""
    meanings = [f"{term}: {meaning}" for term, meaning in wording.definitions]
    return " ".join([*meanings, *wording.charge, *wording.calculation, *wording.open_points]).replace(
        "\u00a0", " "
    )

"""What the client needs of a provider, from its own forecast and cost: the yardstick for every bid."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal import DealTerms, ProviderTerms
from bpo_lib.pricing.work import expected_work, in_house_cost
from bpo_lib.staffing import own_team

YEAR = 12


class Needs(NamedTuple):
    """What a bid is held against.

    Parameters
    ----------
    start : date
        First day of the contract.
    stay : float
        What one transaction costs in-house in the first year; NaN when not known. [currency/transaction]
    load : float
        What the client pays for one unit of price: tax it cannot recover and managing the contract
        come on top. [ratio]
    peak, peak_high : float
        Expected volume of the busiest month of the term, and what one course in ten exceeds then;
        NaN when not known. [transactions/month]
    peak_month : Period or None
        The busiest month.
    cost : float
        What one transaction costs a provider over the term; NaN when not known. [currency/transaction]
    notes : tuple of str
        What is not known, and why.
    """

    start: dt.date
    stay: float
    load: float
    peak: float
    peak_high: float
    peak_month: pd.Period | None
    cost: float
    notes: tuple[str, ...]


@lru_cache(maxsize=16)
def client_needs(case: Engagement) -> Needs:
    """Return what a bid of this client is held against.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    Needs
    """
    deal = case.of(DealTerms)
    load = 1 + deal.irrecoverable_tax_share + deal.governance_share
    stay, notes = in_house_unit_cost(case)
    peak, high, month = _peak(case)
    return Needs(case.profile.start, stay, load, peak, high, month, _provider_unit_cost(case), notes)


def in_house_unit_cost(case: Engagement) -> tuple[float, tuple[str, ...]]:
    """Return what one transaction costs in-house in the first year, or why that is not known.

    Returns
    -------
    float
        NaN when it is not known. [currency/transaction]
    tuple of str
        The reason, when it is not known.
    """
    try:
        volume = volume_outlook(case).mean.to_numpy()
        cost = in_house_cost(case, own_team(case, volume))[:YEAR].sum()
    except InputError as error:
        return float("nan"), (f"Prices are shown but not scored: {error}.",)
    if not volume[:YEAR].any():
        return float("nan"), ("Prices are shown but not scored: no volume is expected in the first year.",)
    return float(cost / volume[:YEAR].sum()), ()


def _peak(case: Engagement) -> tuple[float, float, pd.Period | None]:
    try:
        outlook = volume_outlook(case)
    except InputError:
        return float("nan"), float("nan"), None
    mean, high = outlook.mean.to_numpy(), outlook.high.to_numpy()
    place = int(np.argmax(mean))
    return float(mean[place]), float(max(high[place], mean[place])), outlook.months[place]


def _provider_unit_cost(case: Engagement) -> float:
    """Return what one transaction costs a provider over the term, NaN where its cost is not given."""
    if not case.has(ProviderTerms):
        return float("nan")
    try:
        known = expected_work(case)
    except InputError:
        return float("nan")
    volume = float(known.volume.sum())
    return float(np.sum(known.work.provider_cost)) / volume if volume else float("nan")

"""Mark-up and margin, which are two numbers, and what a provider keeps month by month."""

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.pricing.deal.present_value import payback_month


def margin(mark_up: float) -> float:
    """Return what a mark-up leaves of the price: 20% on cost is 16.67% of the price.

    Parameters
    ----------
    mark_up : float
        What is added to the cost, against the cost. [share of cost]

    Returns
    -------
    float
        [share of price]

    Raises
    ------
    InputError
        When nothing would be left to charge.
    """
    if mark_up <= -1:
        raise InputError(f"a mark-up of {mark_up:g} leaves no price to charge")
    return mark_up / (1 + mark_up)


def mark_up(margin: float) -> float:
    """Return what has to be added to the cost for a margin: 20% of the price is 25% of the cost.

    Parameters
    ----------
    margin : float
        What is left of the price when the cost is paid. [share of price]

    Returns
    -------
    float
        [share of cost]

    Raises
    ------
    InputError
        When the margin is all of the price or more.
    """
    if margin >= 1:
        raise InputError(f"a margin of {margin:g} would be all of the price or more")
    return margin / (1 - margin)


def price_at_margin(cost: ArrayLike, margin: float) -> np.ndarray:
    """Return the price that leaves a margin when a cost is paid.

    Parameters
    ----------
    cost : float or array
        [currency]
    margin : float
        [share of price]

    Returns
    -------
    ndarray, shape of `cost`
        [currency]

    References
    ----------
    "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019: its "20% profit" on 194,887.34
    is a mark-up; 233,864.81 leaves 16.67%, and a margin of 20% takes 243,609.18.
    """
    return np.asarray(cost, dtype=float) * (1 + mark_up(margin))


def margin_by_month(revenue: ArrayLike, cost: ArrayLike, outlay: ArrayLike = 0.0) -> np.ndarray:
    """Return what a provider keeps in each month.

    Parameters
    ----------
    revenue : array, shape (months,) or (paths, months)
        What the client pays it, credits taken off. [currency/month]
    cost : array that broadcasts to `revenue`
        What the work costs it. [currency/month]
    outlay : float or array that broadcasts to `revenue`
        What it puts in itself before it earns, by month; one number falls into the first. [currency/month]

    Returns
    -------
    ndarray, shape (months,) or (paths, months)
        [currency/month]
    """
    kept = np.asarray(revenue, dtype=float) - np.asarray(cost, dtype=float)
    spent = np.asarray(outlay, dtype=float)
    return kept - (spent if spent.ndim else spent * np.eye(1, kept.shape[-1])[0])


def break_even_month(kept: np.ndarray) -> float:
    """Return the first month from which all a provider has kept so far never falls below zero again.

    Parameters
    ----------
    kept : ndarray, shape (months,)
        From `margin_by_month`. [currency/month]

    Returns
    -------
    float
        1 for the first month; NaN when the term ends in the red. [month]
    """
    return payback_month(kept)

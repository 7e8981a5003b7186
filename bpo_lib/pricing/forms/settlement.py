"""Settlement: a charge paid by the month and set right once a quarter or a year."""

import numpy as np


def period_starts(months: int, settlement_months: float) -> np.ndarray:
    """Return the first month of each settled period, counted from 0.

    Returns
    -------
    ndarray of int, shape (periods,)
        The last period is shorter where the term is no multiple of it.
    """
    return np.arange(0, months, int(settlement_months))


def period_months(months: int, settlement_months: float) -> np.ndarray:
    """Return how many months each settled period has. [months].

    Returns
    -------
    ndarray of int, shape (periods,)
    """
    return np.diff(period_starts(months, settlement_months), append=months)


def period_totals(monthly: np.ndarray, settlement_months: float) -> np.ndarray:
    """Return the total of each settled period.

    Parameters
    ----------
    monthly : ndarray, shape (..., months)
        Anything that adds up over months.
    settlement_months : float
        1, 3 or 12. [months]

    Returns
    -------
    ndarray, shape (..., periods)
    """
    if settlement_months == 1:
        return monthly
    return np.add.reduceat(monthly, period_starts(monthly.shape[-1], settlement_months), axis=-1)


def settled(charged: np.ndarray, due: np.ndarray, settlement_months: float) -> np.ndarray:
    """Return what is paid each month when a provisional charge is set right at each period's end.

    Parameters
    ----------
    charged : ndarray, shape (..., months)
        What is charged on account. [currency/month]
    due : ndarray, shape (..., periods)
        What is owed for each whole period. [currency/period]
    settlement_months : float
        1, 3 or 12. [months]

    Returns
    -------
    ndarray, shape of `charged`
        The last month of a period carries the difference, as a charge or as a credit; the months of a
        period add up to what is due. [currency/month]
    """
    if settlement_months == 1:
        return due
    paid = np.array(charged)
    ends = period_starts(charged.shape[-1], settlement_months) + period_months(
        charged.shape[-1], settlement_months
    )
    paid[..., ends - 1] += due - period_totals(charged, settlement_months)
    return paid

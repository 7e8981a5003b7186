"""What money of later months is worth today, when an outlay is paid back, and what tax takes of a saving."""

import numpy as np

DAYS_PER_YEAR = 365


def yearly_growth(months: int, rate_per_year: float | np.ndarray) -> np.ndarray:
    """Return growth factors that step up at each anniversary, 1 in the first year.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    rate_per_year : float, or ndarray of shape (paths, 1)
        Growth per year. [share/year]

    Returns
    -------
    ndarray, shape (months,) or (paths, months)
    """
    by_year = (1 + np.asarray(rate_per_year)) ** np.arange((months + 11) // 12)
    return np.repeat(by_year, 12, axis=-1)[..., :months]  # row by row in memory, as all that meets it


def discount_factors(months: int, rate_per_year: float, payment_days: float = 0.0) -> np.ndarray:
    """Return present-value factors for money due in the middle of each month.

    Parameters
    ----------
    months : int
        Length of the term. [months]
    rate_per_year : float
        Discount rate. [share/year]
    payment_days : float
        Days between the month's middle and the payment. [days]

    Returns
    -------
    ndarray, shape (months,)

    Notes
    -----
    (1 + rate) ** -((t + 0.5) / 12 + days / 365) for month t = 0, 1, ...
    """
    years = (np.arange(months) + 0.5) / 12 + payment_days / DAYS_PER_YEAR
    return (1 + rate_per_year) ** -years


def payback_month(saving: np.ndarray) -> float:
    """Return the first month from which the cumulative saving never falls below zero again.

    Parameters
    ----------
    saving : ndarray, shape (months,)
        In-house cost less the cost of the deal, not discounted. [currency/month]

    Returns
    -------
    float
        1 for the first month; NaN when the term ends in the red. [month]
    """
    sum_so_far = np.cumsum(saving)
    rounding = 1e-9 * np.abs(saving).sum()  # a sum that comes back to zero exactly is not in the red
    in_the_red = np.nonzero(sum_so_far < -rounding)[0]
    if not in_the_red.size:
        return 1.0
    last = int(in_the_red[-1])
    return float("nan") if last == saving.size - 1 else float(last + 2)


def payback_years(outlay: float, yearly_saving: float) -> float:
    """Return the years in which an even saving pays an outlay back, not discounted.

    Returns
    -------
    float
        Infinite where nothing is saved. [years]
    """
    return outlay / yearly_saving if yearly_saving > 0 else float("inf")


def break_even_saving(irrecoverable_tax_share: float) -> float:
    """Return the saving on the price from which a taxed fee beats an untaxed payroll.

    Parameters
    ----------
    irrecoverable_tax_share : float
        Tax on the fee that the client cannot recover. [share]

    Returns
    -------
    float
        [share of the in-house cost]

    Notes
    -----
    1 - 1 / (1 + tax); salaries carry no such tax.

    References
    ----------
    "VAT and outsourcing", The In-House Lawyer, 2011: 20% on a bank's outsourced services.
    """
    return 1 - 1 / (1 + irrecoverable_tax_share)

"""Currency clause: who pays when the provider's currency turns dearer or cheaper than the contract's rate."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption


class CurrencyTerms(Terms):
    """A neutral band around the contract's rate, and the client's share of what lies outside it."""

    group: ClassVar[str] = "currency_clause"

    client_share: float = assumption(
        "client's share of a currency's move outside the band, up and down; 0 leaves it to the provider",
        unit="share",
        ge=0,
        le=1,
        default=0,
    )
    neutral_band: float = assumption(
        "move of the currency either way that changes nothing",
        unit="share",
        ge=0,
        le=0.5,
        default=0.10,
        source="house assumption; 10% for providers in India: Financial Express 2010",
    )
    local_share: float = assumption(
        "share of the price that follows the provider's currency", unit="share", ge=0, le=1, default=0.7
    )


def currency_factor(terms: CurrencyTerms, currency: np.ndarray) -> np.ndarray:
    """Return what the clause makes of a fee.

    Parameters
    ----------
    terms : CurrencyTerms
    currency : ndarray
        Change of what the provider's currency costs against the contract's rate. [share]

    Returns
    -------
    ndarray
        In the shape of `currency`, or (1, 1) where the client carries none of it. [ratio]

    Notes
    -----
    1 + client's share x local share x what of the change lies outside the band.

    References
    ----------
    Alsbridge: provider's, client's, shared, or shared outside a band.
    """
    carried = terms.client_share * terms.local_share
    if carried == 0:
        return np.ones((1, 1))
    outside = currency - np.clip(currency, -terms.neutral_band, terms.neutral_band)
    return 1 + carried * outside


def gain_at_rate(fee: float, local_per_unit: float, local_cost: float) -> float:
    """Return what a provider paid in a foreign currency earns at some rate of exchange.

    Parameters
    ----------
    fee : float
        In the contract's currency.
    local_per_unit : float
        What one unit of it brings at home.
    local_cost : float
        In the provider's currency.

    Returns
    -------
    float
        In the provider's currency.
    """
    return fee * local_per_unit - local_cost

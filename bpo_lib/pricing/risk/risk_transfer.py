"""Who bears what: how much of a driver's effect on the cost of the work ends up with the client."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.paired_courses import paired_courses

_NOTHING = 1e-9  # change against the cost of the work under which a driver moves nothing

TRANSFER_COLUMNS = [
    "model",
    "driver",
    "client_share",
    "client_share_error",
    "client_swing",
    "provider_swing",
    "joint_swing",
]


def risk_transfer(case: Engagement, models: Mapping[str, PricingModel] | None = None) -> pd.DataFrame:
    """Return who bears each driver under each deal, measured on courses that differ in that driver only.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.

    Returns
    -------
    pandas.DataFrame
        As from `transfer_matrix`; all NaN where the provider's cost is not known.
    """
    paired = paired_courses(case, models)
    return transfer_matrix(paired.models, paired.drivers, paired.client, paired.provider)


def client_shares(client: np.ndarray, joint: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which share of each driver's effect on the cost of the work the client bears.

    Parameters
    ----------
    client : ndarray, shape (..., drivers + 2, pairs)
        What the client pays, at `paired_points`. [currency]
    joint : ndarray, same shape
        What the work costs both together: what the client pays less what the provider keeps. [currency]

    Returns
    -------
    share, error : ndarray, shape (..., drivers)
        The share and its standard error; the provider bears the rest. 0: all is the provider's. 1:
        all is the client's. Outside of 0 to 1 one party gains by what costs both together. NaN
        where a driver moves the joint cost not at all. [share]

    Notes
    -----
    Among pairs that differ in one driver only, the slope of the client's change on the joint one:
    sum(dC dT) / sum(dT^2).
    """
    paid, cost = _changes(client), _changes(joint)
    size = (cost**2).mean(axis=-1)
    level = np.abs(joint[..., :2, :]).mean(axis=(-2, -1))[..., None]
    size = np.where(size > (_NOTHING * level) ** 2, size, np.nan)
    share = (paid * cost).mean(axis=-1) / size
    beside = (paid - share[..., None] * cost) * cost
    return share, beside.std(axis=-1) / size / beside.shape[-1] ** 0.5


def swings(values: np.ndarray) -> np.ndarray:
    """Return the standard deviation that each driver brings to a result, all others unknown.

    Parameters
    ----------
    values : ndarray, shape (..., drivers + 2, pairs)
        A result at `paired_points`, in any unit.

    Returns
    -------
    ndarray, shape (..., drivers)
        In the unit of the values.
    """
    return ((_changes(values) ** 2).mean(axis=-1) / 2) ** 0.5


def transfer_matrix(
    models: tuple[str, ...], drivers: tuple[str, ...], client: np.ndarray, provider: np.ndarray
) -> pd.DataFrame:
    """Return who bears each driver under each model, one row per model and driver.

    Parameters
    ----------
    models : tuple of str
    drivers : tuple of str
    client : ndarray, shape (models, drivers + 2, pairs)
        What the client pays, at `paired_points`, in present value. [currency]
    provider : ndarray, same shape
        What the provider keeps, at the same discount rate. [currency]

    Returns
    -------
    pandas.DataFrame
        `TRANSFER_COLUMNS`: client_share and its error [share]; client_swing, provider_swing and
        joint_swing: the standard deviation that the driver brings to either side and to both
        together. [currency]
    """
    joint = client - provider
    share, error = client_shares(client, joint)
    columns = (share, error, swings(client), swings(provider), swings(joint))
    names = pd.MultiIndex.from_product([models, drivers], names=TRANSFER_COLUMNS[:2])
    values = np.stack(columns, axis=-1).reshape(-1, len(columns))
    return pd.DataFrame(values, index=names, columns=TRANSFER_COLUMNS[2:]).reset_index()


def _changes(values: np.ndarray) -> np.ndarray:
    """Return what each driver's move alone changes, pair by pair."""
    return values[..., 2:, :] - values[..., :1, :]

"""Minimum commitment: what the client pays however little work there is."""

import numpy as np


def at_least(due: np.ndarray, committed: np.ndarray | float) -> np.ndarray:
    """Return what is due, raised to the commitment where it lies below.

    Parameters
    ----------
    due : ndarray, shape (..., periods)
        What the work alone would cost. [currency/period]
    committed : float or ndarray, shape (periods,)
        The smallest fee of each period; 0 for no commitment. [currency/period]

    Returns
    -------
    ndarray, shape of `due`
    """
    return np.clip(due, committed, np.inf) if np.any(committed) else due


def dead_charge(due: np.ndarray, committed: np.ndarray | float) -> np.ndarray:
    """Return what is paid for work that never came: the part of the commitment above what is due.

    Returns
    -------
    ndarray, shape of `due`
        [currency/period]
    """
    return np.maximum(committed - due, 0)

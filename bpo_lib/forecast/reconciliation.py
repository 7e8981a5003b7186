"""Make queues add up to their total: each forecast gives way as far as it is unsure."""

import numpy as np


def reconciled(
    total: np.ndarray, queues: np.ndarray, total_variance: np.ndarray, queue_variances: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the nearest forecasts that add up, never below 0.

    Parameters
    ----------
    total : ndarray, shape (periods,)
        Forecast of the total; 0 where everything is closed. [transactions]
    queues : ndarray, shape (periods, queues)
        Forecast of each queue, 0 or more. [transactions]
    total_variance : ndarray, shape (periods,)
        Error variance of the total; 0 holds the total as it is. [transactions**2]
    queue_variances : ndarray, shape (periods, queues)
        Error variances of the queues; a queue of variance 0 is held. [transactions**2]

    Returns
    -------
    total : ndarray, shape (periods,)
    queues : ndarray, shape (periods, queues)
        Whose sum is the total, exactly.

    Notes
    -----
    Weighted least squares: minimise (t - T)^2 / w_0 + sum (x_i - y_i)^2 / w_i with t = sum x_i. With the
    gap g = T - sum y_i the solution is x_i = y_i + g w_i / (w_0 + sum w). A queue that this would take
    below 0 is set to 0 and the gap is shared among the others, until none is left below 0. Where nothing
    may give way the queues share the total as they stand to one another.

    References
    ----------
    S. Wickramasuriya, G. Athanasopoulos and R. Hyndman, "Optimal forecast reconciliation for
    hierarchical and grouped time series through trace minimization" (2019), with diagonal weights;
    S. Wickramasuriya, B. Turlach and R. Hyndman (2020) for the bound at 0.
    """
    found = _nearest(total, queues, total_variance, queue_variances)
    found[total <= 0] = 0.0
    held = (total > 0) & (total_variance == 0)
    found[held] = _scaled(found[held], total[held])
    return found.sum(axis=1), found


def _nearest(
    total: np.ndarray, queues: np.ndarray, total_variance: np.ndarray, variances: np.ndarray
) -> np.ndarray:
    free = np.ones(queues.shape, dtype=bool)
    found = queues
    for _ in range(queues.shape[1]):
        base, weights = np.where(free, queues, 0.0), np.where(free, variances, 0.0)
        gap, giving = total - base.sum(axis=1), total_variance + weights.sum(axis=1)
        share = np.divide(gap, giving, out=np.zeros_like(gap), where=giving > 0)
        found = base + share[:, None] * weights
        if not (found < 0).any():
            break
        free &= found >= 0
    return np.maximum(found, 0.0)


def _scaled(queues: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return queues scaled to their total: what is left of a gap that no variance could close."""
    sums = queues.sum(axis=1)
    equal = np.full_like(queues, 1 / queues.shape[1])
    shares = np.divide(queues, sums[:, None], out=equal, where=sums[:, None] > 0)
    return shares * total[:, None]

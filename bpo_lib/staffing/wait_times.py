"""How long callers wait when nobody hangs up (Erlang C), beyond the average of all."""

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.staffing.erlang import check_times, checked_pair, erlang_c, plain
from bpo_lib.staffing.waiting_line import check_share


def mean_wait_waiting(load: ArrayLike, agents: ArrayLike, handling_seconds: float) -> float | np.ndarray:
    """Return the average wait of the calls that have to wait at all.

    Parameters
    ----------
    load, agents : float or array
        As for `erlang_c`.
    handling_seconds : float
        Average handling time of a call. [seconds]

    Returns
    -------
    float or ndarray of the broadcast shape
        AHT / (n - A); infinite where agents cannot keep up, 0 where there is no load. [seconds]

    Raises
    ------
    InputError
        As for `service_level`.

    References
    ----------
    A. K. Erlang (1917).
    """
    check_times(handling_seconds, 0.0)
    loads, staff = checked_pair(load, agents)
    keeps_up = staff > loads
    wait = np.divide(handling_seconds, staff - loads, out=np.full(loads.shape, np.inf), where=keeps_up)
    return plain(np.where(loads == 0, 0.0, wait))


def wait_quantile(
    load: ArrayLike, agents: ArrayLike, handling_seconds: float, share: float
) -> float | np.ndarray:
    """Return the time by which a share of all calls is answered.

    Parameters
    ----------
    load, agents : float or array
        As for `erlang_c`.
    handling_seconds : float
        Average handling time of a call. [seconds]
    share : float
        Share of calls, from 0 to below 1.

    Returns
    -------
    float or ndarray of the broadcast shape
        0 where that share need not wait, infinite where agents cannot keep up. [seconds]

    Raises
    ------
    InputError
        As for `service_level`, and when the share is outside its range.

    Notes
    -----
    max(0, log(C / (1 - share)) AHT / (n - A)).

    References
    ----------
    A. K. Erlang (1917).
    """
    check_share(share)
    wait = np.asarray(mean_wait_waiting(load, agents, handling_seconds))
    with np.errstate(divide="ignore"):
        times = np.log(np.asarray(erlang_c(load, agents))) - np.log1p(-share)
    # A wait without end stays one however small the share; nobody waits where nobody calls.
    return plain(np.where(times > 0, wait * np.where(times > 0, times, 1.0), 0.0))

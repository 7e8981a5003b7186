"""Erlang A: what callers feel when they hang up after waiting too long."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.erlang import checked_pair, erlang_b, plain
from bpo_lib.staffing.waiting_line import WaitingLine


@dataclass(frozen=True, eq=False)
class ErlangA(WaitingLine):
    """A team whose callers hang up when their patience ends; `erlang_a` makes one.

    Parameters
    ----------
    agents : ndarray
        Agents at work; the other fields are those of `WaitingLine`.
    """

    agents: np.ndarray

    @cached_property
    def occupancy(self) -> float | np.ndarray:
        """Share of time that agents spend on calls; 0 where there are no agents."""
        busy = self.load * self.answered_share
        growing = np.isinf(self.patience_seconds) & (self.load >= self.agents)
        busy = np.where(growing, self.agents, np.minimum(busy, self.agents))
        return plain(np.divide(busy, self.agents, out=np.zeros_like(busy), where=self.agents > 0))


def erlang_a(
    load: ArrayLike, agents: ArrayLike, handling_seconds: ArrayLike, patience_seconds: ArrayLike
) -> ErlangA:
    """Return what callers feel when some of them hang up.

    Parameters
    ----------
    load : float or array
        Work that arrives. [erlangs]
    agents : int or array
        Agents at work; whole numbers.
    handling_seconds : float or array
        Average handling time of a call. [seconds]
    patience_seconds : float or array
        Mean time a caller is ready to wait before hanging up, 0 or more; infinite when nobody
        hangs up, which is Erlang C. [seconds]

    Returns
    -------
    ErlangA
        With `wait_probability`, `abandonment`, `mean_wait` of all callers, `mean_wait_answered`
        (ASA), `mean_wait_waiting`, `queue_length`, `occupancy`, `service_level(answer_seconds)`
        and `wait_quantile(share)`: floats, or arrays of the broadcast shape.

    Raises
    ------
    InputError
        When a load is negative or not finite, agents are not whole numbers of 0 or more, the
        handling time is not positive, or the patience is negative or missing.

    Notes
    -----
    The M/M/n+M queue, exactly: with B the Erlang B of one agent fewer, i = handling time over
    patience and J the integral of exp(A (1 - exp(-i x)) / i - n x) over x from 0 on, the chance to
    wait is A B J / (1 + A B J). Twelve digits hold up to 10,000 agents.

    References
    ----------
    C. Palm (1943); O. Garnett, A. Mandelbaum, M. Reiman, "Designing a call center with impatient
    customers", M&SOM 4 (2002); F. Baccelli, G. Hebuterne, "On queues with impatient customers" (1981).
    """
    loads, staff = checked_pair(load, agents)
    try:
        columns = np.broadcast_arrays(
            loads, staff, np.asarray(handling_seconds, float), np.asarray(patience_seconds, float)
        )
    except (TypeError, ValueError) as error:
        raise InputError(f"handling time and patience cannot be read beside the load: {error}") from None
    loads, staff, handling, patience = columns
    _check_all(handling, (handling > 0) & np.isfinite(handling), "handling time", "more than 0")
    _check_all(patience, patience >= 0, "patience", "0 or more")
    last_place = np.asarray(_one_agent_fewer(loads, staff))
    return ErlangA(loads, staff, last_place, handling, patience, staff)


def _one_agent_fewer(load: np.ndarray, agents: np.ndarray) -> float | np.ndarray:
    fewer = np.maximum(agents - 1, 0)
    if load.ndim == 0:
        return erlang_b(float(load), int(fewer))
    return erlang_b(load, fewer)


def _check_all(values: np.ndarray, right: np.ndarray, name: str, range_: str) -> None:
    if not right.all():
        raise InputError(f"{name} is {values[~right].flat[0]:g} seconds; it must be {range_}")

"""How many agents callers need who hang up, and how much load agents carry of them (Erlang A)."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bpo_lib.errors import InputError
from bpo_lib.staffing.erlang_a import erlang_a
from bpo_lib.staffing.service_levels import ServiceLevelDefinition, check_definition

BISECTIONS = 54  # halves a range between a number and its double to one unit in the last place
MOST_DOUBLINGS = 40

ROUNDING = 1e-12  # a load that fills its agents to the cap exactly must not cost one more


class Kept(Protocol):
    """Any promise that is kept the better the more agents there are and the less work."""

    def kept_by(self, agents: np.ndarray, load: np.ndarray) -> np.ndarray:
        """Return whether so many agents keep the promise at a load. [erlangs]"""


@dataclass(frozen=True)
class Promise:
    """What a team of agents has to keep; every part is kept the better the more agents there are.

    Parameters
    ----------
    handling_seconds, service_level, answer_seconds, max_occupancy : float
        As for `required_agents`.
    patience_seconds : float
        Mean time a caller is ready to wait, exponential. [seconds]
    max_abandonment : float
        Largest share of callers who may hang up, above 0 up to 1.
    definition : str
        Which calls the service level counts; see `ServiceLevelDefinition`.
    """

    handling_seconds: float
    service_level: float
    answer_seconds: float
    max_occupancy: float
    patience_seconds: float
    max_abandonment: float
    definition: ServiceLevelDefinition

    def __post_init__(self) -> None:
        check_definition(self.definition)
        if not 0 < self.max_abandonment <= 1:
            raise InputError(
                f"largest abandonment is {self.max_abandonment}; it must be above 0 and at most 1"
            )

    def kept_by(self, agents: np.ndarray, load: np.ndarray) -> np.ndarray:
        """Return whether so many agents keep the promise at a load."""
        felt = erlang_a(load, agents, self.handling_seconds, self.patience_seconds)
        level = felt.service_level(self.answer_seconds, self.definition)
        kept = np.asarray(level) >= self.service_level
        if self.max_abandonment < 1:
            kept &= np.asarray(felt.abandonment) <= self.max_abandonment
        if self.max_occupancy < 1:
            kept &= np.asarray(felt.occupancy) <= self.max_occupancy * (1 + ROUNDING)
        return kept


def fewest_agents(load: np.ndarray, promise: Kept) -> np.ndarray:
    """Return the smallest number of agents that keeps a promise.

    Parameters
    ----------
    load : ndarray, any shape
        [erlangs]
    promise : Kept
        What they have to keep.

    Returns
    -------
    ndarray of int, shape of `load`
        0 where there is no load.

    Notes
    -----
    From the whole number above the load in doubling steps, down or up, to a number that keeps the
    promise and one that does not; then by halves between them. Equal loads are searched once.
    """
    distinct, which = np.unique(load, return_inverse=True)
    busy = distinct[distinct > 0]
    agents = np.zeros(distinct.shape, dtype=int)
    agents[distinct > 0] = _halved(busy, promise, *_brackets(busy, promise))
    return agents[which].reshape(np.shape(load))


def _brackets(load: np.ndarray, promise: Kept) -> tuple[np.ndarray, np.ndarray]:
    """Return numbers of agents that are too few, and others that are enough."""
    first, step = np.ceil(load), np.ceil(np.sqrt(load) / 4)
    few, enough = np.zeros_like(load), np.zeros_like(load)
    kept = promise.kept_by(first, load)
    enough[kept], few[~kept] = first[kept], first[~kept]
    open_ = np.arange(load.size)
    while open_.size:
        down = kept[open_]
        tried = np.where(down, enough[open_] - step[open_], few[open_] + step[open_])
        tried = np.maximum(tried, 0)
        now = promise.kept_by(tried, load[open_]) & (tried > 0)  # callers need somebody
        enough[open_[now]], few[open_[~now]] = tried[now], tried[~now]
        step[open_] *= 2
        open_ = open_[now == down]
    return few, enough


def _halved(load: np.ndarray, promise: Kept, few: np.ndarray, enough: np.ndarray) -> np.ndarray:
    """Return the first number that is enough, given one too few and one enough."""
    apart = np.flatnonzero(enough - few > 1)
    while apart.size:
        middle = np.floor((few[apart] + enough[apart]) / 2)
        kept = promise.kept_by(middle, load[apart])
        enough[apart[kept]], few[apart[~kept]] = middle[kept], middle[~kept]
        apart = apart[enough[apart] - few[apart] > 1]
    return enough.astype(int)


def most_load(agents: np.ndarray, promise: Kept) -> np.ndarray:
    """Return the largest load at which agents keep a promise; the inverse of `fewest_agents`.

    Parameters
    ----------
    agents : ndarray, any shape
        1 or more.
    promise : Kept
        What they have to keep.

    Returns
    -------
    ndarray, shape of `agents`
        Infinite where any load would do: when callers hang up so fast that what is counted is
        kept without an answer. [erlangs]
    """
    low, high = np.zeros(agents.shape), agents.astype(float)
    for _ in range(MOST_DOUBLINGS):
        kept = promise.kept_by(agents, high)
        if not kept.any():
            break
        low, high = np.where(kept, high, low), np.where(kept, 2 * high, high)
    endless = promise.kept_by(agents, high)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        kept = promise.kept_by(agents, middle)
        low, high = np.where(kept, middle, low), np.where(kept, high, middle)
    return np.where(endless, np.inf, low)

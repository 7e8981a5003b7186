"""Chat: agents who hold several conversations at once, and what those who write feel of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.erlang import check_times, checked_load, checked_pair, plain
from bpo_lib.staffing.waiting_line import WaitingLine

# What an agent with 1 to 5 chats gets done, against one chat at a time. Source: Call Centre Helper.
CONCURRENCY_FACTORS = (1.0, 1.7, 2.5, 2.9, 3.5)


def chat_agents_by_factor(
    chats: ArrayLike,
    handling_seconds: float,
    interval_seconds: float,
    factor: float,
    productive_share: float = 1.0,
) -> float | np.ndarray:
    """Return the agents that chats of an interval keep busy, by a concurrency factor alone.

    Parameters
    ----------
    chats : float or array
        Chats that arrive in the interval.
    handling_seconds : float
        Average handling time of a chat on its own. [seconds]
    interval_seconds : float
        Length of the interval. [seconds]
    factor : float
        What an agent gets done, against one chat at a time; see `CONCURRENCY_FACTORS`.
    productive_share : float
        Share of an agent's time that goes into chats.

    Returns
    -------
    float or ndarray, shape of `chats`
        Agents, not rounded. The rule knows no waiting: `required_chat_agents` does.

    Raises
    ------
    InputError
        When a value is negative or a divisor is not above 0.

    References
    ----------
    ccplanning, "Chat staffing": agents = chats x AHT / (interval x concurrency x productivity).
    """
    check_times(handling_seconds, 0.0)
    for name, value in (("interval", interval_seconds), ("concurrency factor", factor)):
        if not 0 < value < math.inf:
            raise InputError(f"{name} is {value}; it must be more than 0")
    if not 0 < productive_share <= 1:
        raise InputError(f"productive share is {productive_share}; it must be above 0 and at most 1")
    return plain(checked_load(chats) * handling_seconds / (interval_seconds * factor * productive_share))


@dataclass(frozen=True, eq=False)
class ChatTeam(WaitingLine):
    """A team of chat agents; `chat_team` makes one.

    Parameters
    ----------
    agents : int
        Agents at work.
    most_chats : int
        Most chats an agent holds at once; the other fields are those of `WaitingLine`.
    places : ndarray, shape (agents x most_chats,)
        While a place is free, the share of time with 0, 1, 2, ... chats in hand.
    """

    agents: int
    most_chats: int
    places: np.ndarray

    @property
    def occupancy(self) -> float:
        """Share of what the agents could get done that they do; 0 where there are no agents."""
        return float(self.load * self.answered_share / self.speed) if self.agents else 0.0

    @property
    def busy_share(self) -> float:
        """Share of time that agents have at least one chat; 0 where there are no agents."""
        return self._mean_of(np.minimum(np.arange(self.places.size + 1), self.agents)) / max(self.agents, 1)

    @property
    def concurrency(self) -> float:
        """Mean number of chats of an agent who has any; 1 where nobody writes."""
        busy = self.busy_share * self.agents
        return self._mean_chats / busy if busy > 0 else 1.0

    @property
    def mean_chat_seconds(self) -> float:
        """Mean time from the first answer to the end of a chat, longer when agents hold more. [seconds]"""
        answered = float(self.load * self.answered_share)
        alone = float(self.handling_seconds)
        return self._mean_chats * alone / answered if answered > 0 else alone

    @cached_property
    def _mean_chats(self) -> float:
        return self._mean_of(np.arange(self.places.size + 1))

    def _mean_of(self, values: np.ndarray) -> float:
        """Return the mean of a value of the number of chats in hand; its last is that of all places taken."""
        waiting = float(self.wait_probability)
        return float((1 - waiting) * (self.places @ values[:-1]) + waiting * values[-1])


def chat_team(
    load: float,
    agents: int,
    handling_seconds: float,
    factors: Sequence[float] = CONCURRENCY_FACTORS[:3],
    patience_seconds: float = math.inf,
) -> ChatTeam:
    """Return what those who write feel, and what agents do, when each agent holds several chats.

    Parameters
    ----------
    load : float
        Work that arrives: chats times handling time of a chat on its own. [erlangs]
    agents : int
        Agents at work.
    handling_seconds : float
        Average handling time of a chat on its own. [seconds]
    factors : sequence of float
        What an agent with 1, 2, ... chats gets done, against one at a time; as many as an agent may hold.
    patience_seconds : float
        Mean time somebody waits for the first answer before leaving; by default without end. [seconds]

    Returns
    -------
    ChatTeam
        With the figures of `WaitingLine` (wait for the first answer) and `occupancy`, `busy_share`,
        `concurrency` and `mean_chat_seconds`.

    Raises
    ------
    InputError
        When a value is outside its range.

    Notes
    -----
    A chain of births and deaths over the chats in hand, k: they are spread evenly, so of n agents
    k mod n have one more than the others, and the chats end at the sum of the agents' factors.
    Nobody waits before all places are taken; from there on it is Erlang A with the speed of full
    hands. With one chat at a time it is Erlang A itself. Real routing gives a new chat to the
    agent with fewest but does not move chats: in teams of 2 to 15 agents with up to 4 chats that
    changed the chance to wait by at most 0.01.

    References
    ----------
    G. Koole, "Call Center Optimization" (2013), on chat as a queue with speeds that depend on its state.
    """
    check_times(handling_seconds, 0.0)
    if not patience_seconds >= 0:
        raise InputError(f"patience is {patience_seconds} seconds; it must be 0 or more")
    pace = checked_factors(factors)
    checked_pair(load, agents)
    places = _places(float(load), int(agents), pace)
    last = places[-1] if places.size else 0.0
    return ChatTeam(
        load=np.asarray(load, dtype=float),
        speed=np.asarray(agents * pace[-1], dtype=float),
        last_place=np.asarray(last, dtype=float),
        handling_seconds=np.asarray(handling_seconds, dtype=float),
        patience_seconds=np.asarray(patience_seconds, dtype=float),
        agents=int(agents),
        most_chats=pace.size,
        places=places,
    )


def _places(load: float, agents: int, pace: np.ndarray) -> np.ndarray:
    """Return the share of time with 0, 1, 2, ... chats in hand while a place is free."""
    if not agents:
        return np.empty(0)
    chats = np.arange(1, agents * pace.size)
    each, more = np.divmod(chats, agents)
    steps = np.append(0.0, pace)
    speed = (agents - more) * steps[each] + more * steps[np.minimum(each + 1, pace.size)]
    with np.errstate(divide="ignore"):
        weight = np.append(0.0, np.cumsum(np.log(load / speed)))
    share = np.exp(weight - weight.max())
    return share / share.sum()


def checked_factors(factors: Sequence[float]) -> np.ndarray:
    """Return what an agent with 1, 2, ... chats gets done, as an array.

    Raises
    ------
    InputError
        When there is none, or one that is not above 0.
    """
    pace = np.asarray(factors, dtype=float)
    if pace.ndim != 1 or not pace.size or not (np.isfinite(pace) & (pace > 0)).all():
        raise InputError(
            f"concurrency factors are {list(factors)}; give one number above 0 for each chat of an agent"
        )
    return pace

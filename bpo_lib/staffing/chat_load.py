"""How many agents chats need, and how many chats a number of agents can carry."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.agents import check_targets
from bpo_lib.staffing.chat import CONCURRENCY_FACTORS, checked_factors
from bpo_lib.staffing.erlang import check_times, checked_load
from bpo_lib.staffing.impatient_callers import ROUNDING, fewest_agents, most_load
from bpo_lib.staffing.waiting_line import WaitingLine

SMALLEST_LOAD = 1e-300  # nobody can tell it from none, and no division minds it


def required_chat_agents(
    load: ArrayLike,
    handling_seconds: float,
    service_level: float,
    answer_seconds: float,
    max_occupancy: float = 1.0,
    *,
    factors: Sequence[float] = CONCURRENCY_FACTORS[:3],
    patience_seconds: float = math.inf,
) -> int | np.ndarray:
    """Return the smallest number of chat agents that keeps the service level and the occupancy cap.

    Parameters
    ----------
    load : float or array
        Work that arrives: chats times handling time of a chat on its own. [erlangs]
    handling_seconds, factors, patience_seconds
        As for `chat_team`.
    service_level, answer_seconds : float
        Share of all chats to answer first within the answer time.
    max_occupancy : float
        Largest share of what the agents could get done, above 0 up to 1.

    Returns
    -------
    int or ndarray of int, shape of `load`
        Agents at work, before shrinkage; 0 where there is no load.

    Raises
    ------
    InputError
        When a value is outside its range.
    """
    aims = (handling_seconds, service_level, answer_seconds, max_occupancy, patience_seconds)
    promise = _ChatPromise(*aims, checked_factors(factors))
    fewest = fewest_agents(checked_load(load), promise)
    return int(fewest) if fewest.ndim == 0 else fewest


def carried_chat_load(
    agents: ArrayLike,
    handling_seconds: float,
    service_level: float,
    answer_seconds: float,
    max_occupancy: float = 1.0,
    *,
    factors: Sequence[float] = CONCURRENCY_FACTORS[:3],
    patience_seconds: float = math.inf,
) -> np.ndarray:
    """Return the largest load of chats that a number of agents carries.

    The inverse of `required_chat_agents`.

    Parameters
    ----------
    agents : array of int
        Agents at work, 1 or more.
    handling_seconds, service_level, answer_seconds, max_occupancy, factors, patience_seconds
        As for `required_chat_agents`.

    Returns
    -------
    ndarray, shape of `agents`
        Infinite where any load would do. [erlangs]

    Raises
    ------
    InputError
        When a value is outside its range.
    """
    aims = (handling_seconds, service_level, answer_seconds, max_occupancy, patience_seconds)
    promise = _ChatPromise(*aims, checked_factors(factors))
    return most_load(np.asarray(agents, dtype=float), promise)


@dataclass(frozen=True, eq=False)
class _ChatPromise:
    """What a team of chat agents has to keep; see `required_chat_agents`."""

    handling_seconds: float
    service_level: float
    answer_seconds: float
    max_occupancy: float
    patience_seconds: float
    pace: np.ndarray

    def __post_init__(self) -> None:
        check_times(self.handling_seconds, self.answer_seconds)
        check_targets(self.service_level, self.max_occupancy)
        if not self.patience_seconds >= 0:
            raise InputError(f"patience is {self.patience_seconds} seconds; it must be 0 or more")

    def kept_by(self, agents: np.ndarray, load: np.ndarray) -> np.ndarray:
        """Return whether so many agents keep the promise at a load."""
        speed = agents * self.pace[-1]
        last = _last_places(load.ravel(), agents.ravel(), self.pace).reshape(load.shape)
        could = speed * self.max_occupancy * (1 + ROUNDING)
        if self.patience_seconds == math.inf:
            return (self._patient_level(load, speed, last) >= self.service_level) & (load <= could)
        given = np.broadcast_arrays(load, float(self.handling_seconds), float(self.patience_seconds))
        line = WaitingLine(given[0], speed, last, given[1], given[2])
        in_time = np.asarray(line.service_level(self.answer_seconds)) >= self.service_level
        return np.asarray(in_time & (load * line.answered_share <= could))

    def _patient_level(self, load: np.ndarray, speed: np.ndarray, last: np.ndarray) -> np.ndarray:
        """Return the share answered in time where nobody leaves, as `WaitingLine` but in one line."""
        spare = np.maximum(speed - load, 0.0)
        full = load * last
        waiting = np.divide(full, spare + full, out=np.ones_like(full), where=spare > 0)
        return np.asarray(1 - waiting * np.exp(-spare * self.answer_seconds / self.handling_seconds))


def _last_places(load: np.ndarray, agents: np.ndarray, pace: np.ndarray) -> np.ndarray:
    """Return, while a place is free, the share of time in which only one is left; shape (teams,).

    The chain of `chat_team`, climbed by all teams at once: what all states so far weigh over the
    latest one is 1 + (the same one chat before) x speed / load. Between c and c + 1 chats each, a
    chat more adds the same speed, so all teams take that stretch side by side while they last.
    """
    order = np.argsort(agents)
    staff = agents[order].astype(float)
    arriving = np.maximum(load[order], SMALLEST_LOAD)
    weight, steps = np.ones(staff.size), np.append(0.0, pace)
    with np.errstate(over="ignore"):
        for each in range(pace.size):
            level, slope = staff * steps[each] / arriving, (steps[each + 1] - steps[each]) / arriving
            full = int(each + 1 == pace.size)  # all places taken is not a state with one free
            chats = np.arange(1, int(staff.max(initial=0.0)) + 1 - full)
            for more, first in zip(chats, np.searchsorted(staff, chats + full), strict=True):
                weight[first:] *= level[first:] + more * slope[first:]
                weight[first:] += 1
    found = np.empty_like(weight)
    found[order] = np.where(staff > 0, 1 / weight, 0.0)
    return found

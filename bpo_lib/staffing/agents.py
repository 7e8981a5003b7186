"""How many agents a load needs, and how much load a number of agents can carry."""

import math

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.erlang import (
    SCALAR_LOAD_LIMIT,
    blocking,
    check_times,
    checked_load,
    waiting,
)
from bpo_lib.staffing.erlang import service_level as level_reached
from bpo_lib.staffing.impatient_callers import ROUNDING, Promise, fewest_agents, most_load
from bpo_lib.staffing.service_levels import ServiceLevelDefinition

BISECTIONS = 60  # halves the range to below one unit in the last place


def required_agents(
    load: ArrayLike,
    handling_seconds: float,
    service_level: float,
    answer_seconds: float,
    max_occupancy: float = 1.0,
    *,
    patience_seconds: float = math.inf,
    max_abandonment: float = 1.0,
    definition: ServiceLevelDefinition = "offered",
) -> int | np.ndarray:
    """Return the smallest number of agents that keeps the service level and the occupancy cap.

    Parameters
    ----------
    load : float or array
        Work that arrives. [erlangs]
    handling_seconds : float
        Average handling time of a call. [seconds]
    service_level : float
        Share of calls to answer within the answer time, above 0 and below 1.
    answer_seconds : float
        Answer time of the service level. [seconds]
    max_occupancy : float
        Largest share of time an agent may spend on calls, above 0 up to 1.
    patience_seconds : float
        Mean time a caller is ready to wait before hanging up; by default nobody hangs up. [seconds]
    max_abandonment : float
        Largest share of callers who may hang up, above 0 up to 1; by default any.
    definition : str
        Which calls the service level counts; see `ServiceLevelDefinition`.

    Returns
    -------
    int or ndarray of int, shape of `load`
        Agents at work, before shrinkage; 0 where there is no load.

    Raises
    ------
    InputError
        When a load, time or share is outside its range.

    Notes
    -----
    When nobody hangs up (Erlang C): starts at the smallest number that is not ruled out,
    floor(load) + 1 or the occupancy cap, and adds agents one by one with
    1/B(n) = 1 + (n / A) / B(n - 1). The service level rises with every agent, so the first number
    that reaches it is the minimum. With a patience (Erlang A): brackets the minimum and halves the
    bracket; then fewer agents than load may do.
    """
    check_times(handling_seconds, answer_seconds)
    check_targets(service_level, max_occupancy)
    if patience_seconds != math.inf:
        aims = (handling_seconds, service_level, answer_seconds, max_occupancy)
        promise = Promise(*aims, patience_seconds, max_abandonment, definition)
        fewest = fewest_agents(checked_load(load), promise)
        return int(fewest) if fewest.ndim == 0 else fewest
    pace = answer_seconds / handling_seconds
    if type(load) in {float, int} and 0 < load <= SCALAR_LOAD_LIMIT * max_occupancy:  # type: ignore[operator]
        return _fewest_for_one(float(load), pace, service_level, max_occupancy)  # type: ignore[arg-type]
    loads = checked_load(load)
    agents = np.zeros(loads.shape, dtype=int)
    busy = loads > 0
    agents[busy] = _fewest(loads[busy], pace, service_level, max_occupancy)
    return int(agents) if agents.ndim == 0 else agents


def carried_load(
    agents: ArrayLike,
    handling_seconds: float,
    service_level: float,
    answer_seconds: float,
    max_occupancy: float = 1.0,
    *,
    patience_seconds: float = math.inf,
    max_abandonment: float = 1.0,
    definition: ServiceLevelDefinition = "offered",
) -> np.ndarray:
    """Return the largest load that a number of agents carries; the inverse of `required_agents`.

    Parameters
    ----------
    agents : array of int
        Agents at work, 1 or more.
    handling_seconds, service_level, answer_seconds, max_occupancy : float
        As for `required_agents`, and so are patience_seconds, max_abandonment and definition.

    Returns
    -------
    ndarray, shape of `agents`
        The load, exact to the last few digits. [erlangs]

    Raises
    ------
    InputError
        When a time or share is outside its range.
    """
    check_times(handling_seconds, answer_seconds)
    check_targets(service_level, max_occupancy)
    staff = np.asarray(agents, dtype=float)
    if patience_seconds != math.inf:
        aims = (handling_seconds, service_level, answer_seconds, max_occupancy)
        return most_load(staff, Promise(*aims, patience_seconds, max_abandonment, definition))
    low, high = np.zeros(staff.shape), staff * max_occupancy
    # The level falls as load rises; the first middle tried is the occupancy cap itself.
    middle = high
    for _ in range(BISECTIONS):
        kept = np.asarray(level_reached(middle, staff, handling_seconds, answer_seconds)) >= service_level
        low, high = np.where(kept, middle, low), np.where(kept, high, middle)
        middle = (low + high) / 2
    return low


def check_targets(service_level: float, max_occupancy: float) -> None:
    """Refuse a service level or occupancy cap that no staff can keep.

    Raises
    ------
    InputError
        When a share is outside its range.
    """
    if not 0 < service_level < 1:
        raise InputError(f"service level is {service_level}; it must be above 0 and below 1")
    if not 0 < max_occupancy <= 1:
        raise InputError(f"largest occupancy is {max_occupancy}; it must be above 0 and at most 1")


def _fewest(load: np.ndarray, pace: float, target: float, max_occupancy: float) -> np.ndarray:
    """Return the minimum for an array of positive loads, `pace` being answer over handling time."""
    capped = np.ceil(load / max_occupancy * (1 - ROUNDING))
    agents = np.maximum(np.floor(load) + 1, capped)
    blocked = blocking(load, agents)
    short = np.arange(load.size)
    while True:
        demand, staff = load[short], agents[short]
        late = waiting(demand, staff, blocked[short]) * np.exp(-(staff - demand) * pace)
        short = short[1 - late < target]
        if not short.size:
            return agents.astype(int)
        agents[short] += 1
        # B(n) = A B(n - 1) / (n + A B(n - 1)): the forward recursion damps every error.
        offered = load[short] * blocked[short]
        blocked[short] = offered / (agents[short] + offered)


def _fewest_for_one(load: float, pace: float, target: float, max_occupancy: float) -> int:
    """Return the minimum for one small positive load, in plain floats."""
    agents = max(math.floor(load) + 1, math.ceil(load / max_occupancy * (1 - ROUNDING)))
    inverse = 1.0
    for number in range(1, agents + 1):
        inverse = 1 + inverse * number / load
    while True:
        spare = agents - load
        late = agents / (spare * inverse + load) * math.exp(-spare * pace)
        if 1 - late >= target:
            return agents
        agents += 1
        inverse = 1 + inverse * agents / load

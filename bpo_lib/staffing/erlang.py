"""Erlang B and C: the chance that all agents are busy, and what callers feel of it.

All functions take single numbers or arrays that broadcast, and hold 12 digits up to
100,000 agents. Single small numbers take a recursion in plain floats, arrays a closed form.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.virtual_wait import DEPTH, POINTS, WEIGHTS

SCALAR_LOAD_LIMIT = 500  # above it the closed form costs less than the recursion

# With more load than agents by this share, or by so many square roots, the Poisson tail may underflow.
OVERLOAD_SHARE, OVERLOAD_ROOTS = 0.1, 30


def erlang_b(load: ArrayLike, agents: ArrayLike) -> float | np.ndarray:
    """Return the share of calls that find every agent busy when nobody may wait.

    Parameters
    ----------
    load : float or array
        Work that arrives. [erlangs]
    agents : int or array
        Agents at work; whole numbers.

    Returns
    -------
    float or ndarray of the broadcast shape
        The blocking share, from 0 to 1.

    Raises
    ------
    InputError
        When a load is negative or not finite, or agents are not whole numbers of 0 or more.

    Notes
    -----
    With u = (A - n) / n: B = exp(-stirling(n) - n (u - log(1 + u))) / sqrt(2 pi n) / Q(n + 1, A),
    where Q is the regularised upper incomplete gamma function; under heavy overload the
    finite sum 1/B = sum of n! / (n - k)! / A^k over k.

    References
    ----------
    A. K. Erlang (1917); C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
    """
    if _is_small(load, agents):
        return _blocking_by_recursion(float(load), int(agents))  # type: ignore[arg-type]
    loads, staff = checked_pair(load, agents)
    return plain(blocking(loads, staff))


def erlang_c(load: ArrayLike, agents: ArrayLike) -> float | np.ndarray:
    """Return the share of calls that have to wait when callers are patient.

    Parameters
    ----------
    load, agents : float or array
        As for `erlang_b`.

    Returns
    -------
    float or ndarray of the broadcast shape
        The waiting share; 1 where agents cannot keep up with the load.

    Raises
    ------
    InputError
        As for `erlang_b`.

    Notes
    -----
    C = n B / (n - A + A B), which loses no digits when A is close to n.

    References
    ----------
    A. K. Erlang (1917).
    """
    if _is_small(load, agents):
        load, agents = float(load), int(agents)  # type: ignore[arg-type]
        return float(waiting(load, agents, _blocking_by_recursion(load, agents))) if agents > load else 1.0
    loads, staff = checked_pair(load, agents)
    return plain(_waiting_of(loads, staff))


def service_level(
    load: ArrayLike, agents: ArrayLike, handling_seconds: float, answer_seconds: float
) -> float | np.ndarray:
    """Return the share of calls answered within the answer time.

    Parameters
    ----------
    load, agents : float or array
        As for `erlang_b`.
    handling_seconds : float
        Average handling time of a call. [seconds]
    answer_seconds : float
        Answer time of the service level. [seconds]

    Returns
    -------
    float or ndarray of the broadcast shape
        The service level; 0 where agents cannot keep up, 1 where there is no load.

    Raises
    ------
    InputError
        As for `erlang_b`, and when a time is not a positive number.

    Notes
    -----
    1 - C exp(-(n - A) T / AHT): calls queue in order of arrival and nobody hangs up.
    """
    check_times(handling_seconds, answer_seconds)
    loads, staff = checked_pair(load, agents)
    late = _waiting_of(loads, staff) * np.exp(-_spare(loads, staff) * answer_seconds / handling_seconds)
    return plain(np.where(loads == 0, 1.0, 1 - late))


def mean_wait(load: ArrayLike, agents: ArrayLike, handling_seconds: float) -> float | np.ndarray:
    """Return the average wait of all calls (ASA).

    Parameters
    ----------
    load, agents : float or array
        As for `erlang_b`.
    handling_seconds : float
        Average handling time of a call. [seconds]

    Returns
    -------
    float or ndarray of the broadcast shape
        The wait; infinite where agents cannot keep up, 0 where there is no load. [seconds]

    Raises
    ------
    InputError
        As for `service_level`.
    """
    check_times(handling_seconds, 0.0)
    loads, staff = checked_pair(load, agents)
    spare = _spare(loads, staff)
    with np.errstate(divide="ignore"):
        wait = np.where(spare > 0, _waiting_of(loads, staff) * handling_seconds / spare, np.inf)
    return plain(np.where(loads == 0, 0.0, wait))


def blocking(load: np.ndarray, agents: np.ndarray) -> np.ndarray:
    """Return Erlang B of checked arrays of one shape."""
    share = np.empty(load.shape)
    heavy = load > agents + np.minimum(OVERLOAD_SHARE * agents, OVERLOAD_ROOTS * np.sqrt(agents))
    share[heavy] = _blocking_in_overload(load[heavy], agents[heavy])
    share[~heavy] = _blocking_by_gamma(load[~heavy], agents[~heavy])
    return share


def waiting(load: ArrayLike, agents: ArrayLike, blocked: ArrayLike) -> np.ndarray:
    """Return Erlang C where agents exceed the load, from the Erlang B of the same pair."""
    load, agents, blocked = np.asarray(load), np.asarray(agents), np.asarray(blocked)
    return agents * blocked / (agents - load + load * blocked)


def checked_pair(load: ArrayLike, agents: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return load and agents as float arrays of one shape.

    Raises
    ------
    InputError
        When a load is negative or not finite, or agents are not whole numbers of 0 or more.
    """
    loads = checked_load(load)
    try:
        staff = np.asarray(agents, dtype=float)
        loads, staff = np.broadcast_arrays(loads, staff)
    except (TypeError, ValueError) as error:
        raise InputError(f"agents cannot be read beside the load: {error}") from None
    wrong = ~np.isfinite(staff) | (staff < 0) | (staff != np.floor(staff))
    if wrong.any():
        raise InputError(f"agents is {staff[wrong].flat[0]:g}; it must be a whole number, 0 or more")
    return loads, staff


def checked_load(load: ArrayLike) -> np.ndarray:
    """Return the load as a float array.

    Raises
    ------
    InputError
        When a load is missing, negative or infinite.
    """
    try:
        loads = np.asarray(load, dtype=float)
    except (TypeError, ValueError):
        raise InputError(f"load is {load!r}, not a number of erlangs") from None
    wrong = ~np.isfinite(loads) | (loads < 0)
    if wrong.any():
        raise InputError(f"load is {loads[wrong].flat[0]:g}; it must be 0 erlangs or more")
    return loads


def check_times(handling_seconds: float, answer_seconds: float) -> None:
    """Refuse times that no call can have.

    Raises
    ------
    InputError
        When the handling time is not positive or the answer time is negative, or either is not finite.
    """
    if not (0 < handling_seconds < math.inf):
        raise InputError(f"handling time is {handling_seconds} seconds; it must be more than 0")
    if not (0 <= answer_seconds < math.inf):
        raise InputError(f"answer time is {answer_seconds} seconds; it must be 0 or more")


def plain(values: np.ndarray) -> float | np.ndarray:
    """Return a float where single numbers were asked, the array otherwise."""
    return float(values) if values.ndim == 0 else values


def _is_small(load: ArrayLike, agents: ArrayLike) -> bool:
    """Whether the recursion is quicker; only true for valid single numbers."""
    return (
        type(load) in {float, int}
        and type(agents) is int
        and 0 <= load <= SCALAR_LOAD_LIMIT
        and 0 <= agents <= 2 * SCALAR_LOAD_LIMIT
    )


def _blocking_by_recursion(load: float, agents: int) -> float:
    # 1/B(n) = 1 + (n / A) / B(n - 1) adds positive terms only, so no digits are lost.
    if load == 0:
        return float(agents == 0)
    inverse = 1.0
    for number in range(1, agents + 1):
        inverse = 1 + inverse * number / load
    return 1 / inverse


def _blocking_by_gamma(load: np.ndarray, agents: np.ndarray) -> np.ndarray:
    from scipy.special import gammaincc  # noqa: PLC0415 - single numbers do without it

    # n = 0 only reaches this with load 0, where every (absent) call is blocked.
    staff = np.maximum(agents, 1)
    excess = (load - staff) / staff
    with np.errstate(divide="ignore"):
        # Each logarithm keeps its digits on its side: near 1 the first, near 0 the second.
        log_ratio = np.where(load > staff / 2, np.log1p(excess), np.log(load / staff))
        exponent = -_stirling_error(staff) - staff * (excess - log_ratio)
    density = np.exp(exponent) / np.sqrt(2 * np.pi * staff)
    return np.where(agents == 0, 1.0, density / gammaincc(staff + 1, load))


def _blocking_in_overload(load: np.ndarray, agents: np.ndarray) -> np.ndarray:
    """Return B from 1/B = integral of exp(-y) (1 + y / A)^n over y, which falls from its start."""
    length = DEPTH * load / (load - agents)
    for _ in range(4):  # from above towards where the integrand has fallen to exp(-DEPTH)
        length = DEPTH + agents * np.log1p(length / load)
    way = length[:, None] * POINTS
    density = np.exp(agents[:, None] * np.log1p(way / load[:, None]) - way)
    return 1 / (length * (density @ WEIGHTS))


_FEW = 15  # up to here the series is not exact enough, and a table is
_STIRLING_ERROR_OF_FEW = np.array(
    [0.0]
    + [
        math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2 * math.pi)
        for n in range(1, _FEW + 1)
    ]
)


def _stirling_error(number: np.ndarray) -> np.ndarray:
    """Return log(n!) minus Stirling's formula, without the loss of digits of the difference."""
    inverse = 1 / number
    square = inverse * inverse
    series = inverse * (
        1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))
    )
    few = np.minimum(number, _FEW).astype(int)
    return np.where(number > _FEW, series, _STIRLING_ERROR_OF_FEW[few])


def _waiting_of(load: np.ndarray, agents: np.ndarray) -> np.ndarray:
    share = np.ones(load.shape)
    enough = agents > load
    share[enough] = waiting(load[enough], agents[enough], blocking(load[enough], agents[enough]))
    return share


def _spare(load: np.ndarray, agents: np.ndarray) -> np.ndarray:
    """Return the agents not taken up by the load; 0 where they cannot keep up."""
    return np.maximum(agents - load, 0.0)

"""A process as an absorbing Markov chain: how often a case passes each step before it leaves."""

from typing import NamedTuple

import numpy as np

from bpo_lib.errors import InputError

MOST_VISITS = 1_000  # passes of one step by an average case, beyond which the shares are a mistake
_ROUNDING = 1e-6  # how far computed figures may lie below what they cannot be


class TooManyPassesError(InputError):
    """Too few cases leave a loop for any figure to hold.

    Parameters
    ----------
    state : int
        The state that cases come back to most.
    """

    def __init__(self, state: int) -> None:
        super().__init__(
            f"an average case would pass a step more than {MOST_VISITS:,} times: too few cases leave its loop"
        )
        self.state = state


class Visits(NamedTuple):
    """What happens to a case that enters a chain at one state, each array by state.

    Parameters
    ----------
    expected : ndarray
        Passes per case; 0 where the state cannot be reached. [passes/case]
    passed : ndarray
        Share of cases that pass at least once. [share]
    fundamental : ndarray, shape (states, states)
        Passes of the second state by a case that stands in the first; 0 where the start does not lead.
    moves : ndarray, shape (states, states)
        The chain, without states that cannot be reached.
    start : int
        Where cases enter.
    """

    expected: np.ndarray
    passed: np.ndarray
    fundamental: np.ndarray
    moves: np.ndarray
    start: int

    def total(self, reward: np.ndarray) -> tuple[float, float]:
        """Return mean and variance of what a case adds up to when each pass of a state counts `reward`.

        The variance is that of the route alone: every pass of a state counts the same.
        """
        mean = self.fundamental @ reward
        squares = self.fundamental @ (reward**2 + 2 * reward * (self.moves @ mean))
        return float(mean[self.start]), max(float(squares[self.start] - mean[self.start] ** 2), 0.0)


def endless(moves: np.ndarray, leaving: np.ndarray, start: int) -> np.ndarray:
    """Return which states make up loops that cases may come to and never leave.

    Parameters
    ----------
    moves : ndarray, shape (states, states)
        Share of the passes of a state after which the case goes to another. [share]
    leaving : ndarray, shape (states,)
        Share of the passes after which it leaves the process. [share]
    start : int
        Where cases enter.
    """
    leads = (moves > 0) | np.eye(len(moves), dtype=bool)
    for _ in range(len(moves).bit_length()):  # each time the ways may be twice as long
        leads = leads.astype(float) @ leads > 0
    stuck = leads[start] & ~leads[:, leaving > 0].any(axis=1)
    comes_back = (leads <= leads.T).all(axis=1)  # to wherever it leads, cases can return from
    return stuck & comes_back


def absorbing_visits(moves: np.ndarray, leaving: np.ndarray, start: int = 0) -> Visits:
    """Return how often cases pass each state of a chain before they leave it.

    Parameters
    ----------
    moves : ndarray, shape (states, states)
        Share of the passes of a state after which the case goes to another. [share]
    leaving : ndarray, shape (states,)
        Share of the passes after which it leaves; with the row of `moves` it adds up to 1. [share]
    start : int
        Where cases enter.

    Returns
    -------
    Visits

    Raises
    ------
    InputError
        When cases may come to where they never leave, or so seldom that no figure would hold.

    References
    ----------
    J. Kemeny and J. Snell, "Finite Markov Chains", 1960, chapter III: with Q the moves between states,
    N = (I - Q)^-1 holds the expected visits, and a state j is ever visited from i with n_ij / n_jj.
    """
    if endless(moves, leaving, start).any():
        raise InputError("cases may come to steps from which none leaves the process")
    here = _reached(moves, start)
    inside = moves * np.outer(here, here)
    try:
        fundamental = np.linalg.solve(np.eye(len(moves)) - inside, np.eye(len(moves)))
    except np.linalg.LinAlgError:
        fundamental = np.full_like(inside, np.inf)
    most = np.max(fundamental, where=np.outer(here, here), initial=0)
    if not -_ROUNDING < np.min(fundamental) <= most <= MOST_VISITS:
        raise TooManyPassesError(int(np.argmax(np.where(here, np.diag(fundamental), 0))))
    fundamental = np.maximum(fundamental, 0) * np.outer(here, here)
    expected = fundamental[start]
    passed = expected / np.where(here, np.diag(fundamental), 1.0)
    return Visits(expected, passed, fundamental, inside, start)


def _reached(moves: np.ndarray, start: int) -> np.ndarray:
    """Return which states cases that enter at `start` may come to, itself included."""
    found = np.zeros(len(moves), dtype=bool)
    found[start] = True
    edges = moves > 0
    while (wider := found | edges[found].any(axis=0)).sum() > found.sum():
        found = wider
    return found

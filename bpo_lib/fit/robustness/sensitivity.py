"""What would have to change before another alternative leads: one weight, several weights, or one answer."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.fit.robustness.checked import TIE_SHARE, checked_allowed, checked_utilities, checked_weights
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST

TIP_COLUMNS = ["criterion", "weight", "tip", "to", "distance"]
FLIP_COLUMNS = ["criterion", "level", "flips_at", "to", "distance"]
# Value functions bend at whole levels and at cut points, which have two decimals at most.
_LEVELS = np.linspace(LOWEST, HIGHEST, 100 * (HIGHEST - LOWEST) + 1)
_HALVINGS = 50  # of the whole scale: down to what a float can tell apart


class WeightChange(NamedTuple):
    """The least change of weights that lets another alternative draw level with the leader.

    Parameters
    ----------
    distance : float
        Sum of all changes of weights, up and down; NaN where no weights let another lead. [share]
    to : int or None
        The alternative that draws level.
    weights : ndarray, shape (criteria,)
        The weights at which it does; those given where none do. [share]
    """

    distance: float
    to: int | None
    weights: np.ndarray


class _Race(NamedTuple):
    """Who leads, and by how much on each criterion."""

    leader: int
    rivals: np.ndarray
    ahead: np.ndarray
    shares: np.ndarray
    tie: float


def margin_by_criterion(utilities: ArrayLike, weights: ArrayLike, one: int, other: int) -> np.ndarray:
    """Return what each criterion adds to the lead of one alternative over another.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria)
        More is better.
    weights : array_like, shape (criteria,)
        Summing to 1. [share]
    one, other : int
        Places of the alternatives.

    Returns
    -------
    ndarray, shape (criteria,)
        Sums to the difference of the two values; below 0 where a criterion speaks for the other.

    Raises
    ------
    InputError
        When a value is missing or weights do not sum to 1.
    """
    values = checked_utilities(utilities)
    return checked_weights(weights, values.shape[1]) * (values[one] - values[other])


def tipping_weights(
    utilities: ArrayLike, weights: ArrayLike, allowed: ArrayLike | None = None
) -> pd.DataFrame:
    """Return for each criterion the nearest weight beyond which another alternative leads.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria)
        More is better.
    weights : array_like, shape (criteria,)
        Summing to 1. [share]
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen.

    Returns
    -------
    pandas.DataFrame
        A row per criterion: criterion (its place), weight, tip, to (place of the alternative that takes
        over) and distance (tip against weight). Tip and what follows are missing where the leader leads
        at every weight of that criterion. [share]

    Raises
    ------
    InputError
        When a value is missing, weights do not sum to 1, or nothing is allowed.

    Notes
    -----
    With w_i = t and the other weights scaled to 1 - t, values are straight lines in t; the tip is where
    two of them cross, found without a grid. Where the criterion has all the weight, the others are
    taken as equal. A rival that only draws level at 0 or 1 is no tip: it never leads.
    """
    race = _race(utilities, weights, allowed)
    rows = [(i, race.shares[i], *_nearest_tip(race, i)) for i in range(len(race.shares))]
    return pd.DataFrame(rows, columns=TIP_COLUMNS).astype({"tip": float, "to": "Int64", "distance": float})


def least_weight_change(
    utilities: ArrayLike, weights: ArrayLike, allowed: ArrayLike | None = None
) -> WeightChange:
    """Return the least change of all weights together that lets another alternative draw level.

    Parameters
    ----------
    utilities : array_like, shape (alternatives, criteria)
        More is better.
    weights : array_like, shape (criteria,)
        Summing to 1. [share]
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen.

    Returns
    -------
    WeightChange

    Raises
    ------
    InputError
        When a value is missing, weights do not sum to 1, or nothing is allowed.

    Notes
    -----
    The linear programme min sum |w' - w| with V_b(w') >= V_a(w'), sum w' = 1 and w' >= 0 has one constraint
    besides the sum, so its solution is known: every share goes to the criterion that speaks most for
    the rival, taken first from the criterion that speaks most for the leader, until both are level.
    It is solved so, exactly, for every rival; a solver of linear programmes finds the same.
    """
    race = _race(utilities, weights, allowed)
    moves = [
        (*_least_transfer(race.shares, lead), rival)
        for rival, lead in zip(race.rivals, race.ahead, strict=True)
        if lead.min() < -race.tie
    ]
    if not moves:
        return WeightChange(float("nan"), None, race.shares.copy())
    distance, shares, rival = min(moves, key=lambda move: move[0])
    return WeightChange(distance, int(rival), shares)


def level_flips(
    levels: ArrayLike,
    utilities_of: Callable[[np.ndarray], np.ndarray],
    weights: ArrayLike,
    allowed: ArrayLike | None = None,
) -> pd.DataFrame:
    """Return for each criterion the smallest change of its level that lets another alternative lead.

    Parameters
    ----------
    levels : array_like, shape (criteria,)
        From 1 to 5.
    utilities_of : callable
        Takes levels of shape (sets, criteria) and returns utilities of shape (sets, alternatives,
        criteria); a criterion's utilities follow from its own level alone.
    weights : array_like, shape (criteria,)
        Summing to 1. [share]
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen.

    Returns
    -------
    pandas.DataFrame
        A row per criterion: criterion (its place), level, flips_at, to (place of the alternative that
        takes over) and distance (flips_at against level). What follows level is missing where the
        leader leads at every level of that criterion. [levels]

    Raises
    ------
    InputError
        When a level is missing or outside 1 to 5, weights do not sum to 1, or nothing is allowed.

    Notes
    -----
    The nearest hundredth of a level at which the leader has changed is looked up, and the level itself
    found by halving the way to it, so it does not hang on the shape of the value functions.
    """
    given = np.asarray(levels, dtype=float)
    if given.ndim != 1 or not ((given >= LOWEST) & (given <= HIGHEST)).all():
        raise InputError(f"levels have to be numbers from {LOWEST} to {HIGHEST}, one for each criterion")
    now = utilities_of(given[None])[0]
    race = _race(now, weights, allowed)

    def leads(sets: np.ndarray) -> np.ndarray:
        """Return the lead over each rival with one criterion moved, shape (sets, rivals, criteria)."""
        moved = utilities_of(sets) - now
        change = moved[:, [race.leader]] - moved[:, race.rivals]
        return (race.ahead @ race.shares)[:, None] + race.shares * change

    if not race.rivals.size:
        return _flip_table(given, np.full(given.shape, np.nan), np.zeros(given.shape, dtype=int))
    down, up = _first_flips(given, leads, race.tie)
    nearest = np.where(np.isnan(up) | (given - down < up - given), down, up)
    past = leads(np.where(np.isnan(nearest), given, nearest)[None])[0]
    return _flip_table(given, nearest, race.rivals[past.argmin(axis=0)])


def _race(utilities: ArrayLike, weights: ArrayLike, allowed: ArrayLike | None) -> _Race:
    values = checked_utilities(utilities)
    shares = checked_weights(weights, values.shape[1])
    mask = checked_allowed(allowed, len(values))
    leader = int(np.where(mask, values @ shares, -np.inf).argmax())
    rivals = np.flatnonzero(mask & (np.arange(len(values)) != leader))
    tie = TIE_SHARE * float(np.abs(values).max())
    return _Race(leader, rivals, values[leader] - values[rivals], shares, tie)


def _nearest_tip(race: _Race, criterion: int) -> tuple[float | None, int | None, float | None]:
    """Return the nearest weight at which a rival draws level, the rival, and how far away it is."""
    weight = race.shares[criterion]
    others = np.delete(race.shares, criterion)
    if not others.size or not race.rivals.size:
        return None, None, None
    total = others.sum()
    others = others / total if total > TIE_SHARE else np.full(others.size, 1 / others.size)
    without, alone = np.delete(race.ahead, criterion, axis=1) @ others, race.ahead[:, criterion]
    falls, rises = without < -race.tie, alone < -race.tie
    if not (falls | rises).any():
        return None, None, None
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = without / (without - alone)
    distance = np.where(falls | rises, np.abs(crossing - weight), np.inf)
    # Of several that cross there, the steepest line leads afterwards.
    slope = np.where(distance <= distance.min() + TIE_SHARE, np.abs(alone - without), -1)
    found = slope.argmax()
    return crossing[found], race.rivals[found], distance[found]


def _least_transfer(shares: np.ndarray, ahead: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the least sum of changes that brings a lead to 0, and the weights after it."""
    best = ahead.argmin()
    gain = ahead - ahead[best]
    order = np.argsort(-gain, kind="stable")
    needed = max(float(ahead @ shares), 0.0)
    reached = np.cumsum(shares[order] * gain[order])
    last = int(np.searchsorted(reached, needed))
    before = reached[last - 1] if last else 0.0
    moved = np.zeros(len(shares))
    moved[order[:last]] = shares[order[:last]]
    moved[order[last]] = (needed - before) / gain[order[last]]
    after = shares - moved
    after[best] += moved.sum()
    return float(2 * moved.sum()), after


def _first_flips(
    given: np.ndarray, leads: Callable[[np.ndarray], np.ndarray], tie: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the nearest level below and above each given one at which a rival leads; NaN for none."""
    beyond = []
    for sets in (np.minimum(_LEVELS[::-1, None], given), np.maximum(_LEVELS[:, None], given)):
        lost = leads(sets).min(axis=1) < -tie
        nearest = sets[lost.argmax(axis=0), np.arange(len(given))]
        beyond.append(np.where(lost.any(axis=0), nearest, np.nan))
    still, lost_at = np.stack([given, given]), np.stack(beyond)
    for _ in range(_HALVINGS):
        middle = (still + lost_at) / 2
        lost = leads(np.where(np.isnan(middle), given, middle)).min(axis=1) < -tie
        still, lost_at = np.where(lost, still, middle), np.where(lost, middle, lost_at)
    return lost_at[0], lost_at[1]


def _flip_table(given: np.ndarray, flips_at: np.ndarray, to: np.ndarray) -> pd.DataFrame:
    found = pd.Series(to, dtype="Int64").mask(np.isnan(flips_at))
    columns = [np.arange(len(given)), given, flips_at, found, np.abs(flips_at - given)]
    return pd.DataFrame(dict(zip(FLIP_COLUMNS, columns, strict=True)))

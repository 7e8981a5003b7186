"""The fewest paid hours that put enough people at work in every interval, for a day or a week."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from bpo_lib.errors import InputError
from bpo_lib.staffing.shift_patterns import ShiftPatterns, ShiftTerms

DAYS, DAY = 7, 1440  # [days, minutes]
ENOUGH = 0.005  # a plan this near to the best one is taken [share]
MOST_SECONDS = 5.0  # given to each step of the search until there is a roster
MORE_SECONDS = 2.0  # given to each later step, after which the best roster found stands
TINY = 1e-6  # what a solver calls a whole number is this near to one

Rule = tuple[np.ndarray, Any, Any]  # low <= matrix @ numbers <= high


@dataclass(frozen=True, eq=False)
class Cover:
    """How many people work each shift.

    Parameters
    ----------
    counts : ndarray of int, shape (patterns,)
        People by shift pattern, in a week by weekday of its start.
    teams : ndarray of int, shape (kinds, bands, rotations)
        People by kind of shift, band of starts and first day off; empty for a single day.
    cost : float
        Paid hours, part-time hours at their cost factor. [hours]
    lower_bound : float
        Cost below which no plan exists. [hours]
    relaxed : float
        Cost if people could be divided. [hours]
    """

    counts: np.ndarray
    teams: np.ndarray
    cost: float
    lower_bound: float
    relaxed: float

    @property
    def gap_share(self) -> float:
        """Return by how much the cost may exceed the best one."""
        return self.cost / self.lower_bound - 1 if self.lower_bound > 0 else 0.0


def day_cover(need: np.ndarray, patterns: ShiftPatterns) -> Cover:
    """Return the fewest paid hours of shifts that cover one day.

    Parameters
    ----------
    need : ndarray, shape (intervals,)
        People at work in each interval.
    patterns : ShiftPatterns
        The shifts of a day.

    Raises
    ------
    InputError
        When no shift reaches an interval.

    References
    ----------
    G. B. Dantzig, "A comment on Edie's 'Traffic delays at toll booths'" (1954): covering by shifts.
    """
    _check_reach(need, patterns)
    minutes = np.array([kind.paid_minutes * kind.cost_factor for kind in patterns.kinds])[patterns.kind]
    found = fewest(minutes, [(patterns.presence.astype(float), need, math.inf)], enough=0.0)
    return _cover(found, patterns, np.zeros((0, 0, 0), dtype=int))


def week_cover(need: np.ndarray, patterns: ShiftPatterns, terms: ShiftTerms) -> Cover:
    """Return the fewest paid hours of a week's roster in which everybody has days off together.

    Parameters
    ----------
    need : ndarray, shape (intervals,)
        People at work in each interval of a week.
    patterns : ShiftPatterns
        The shifts of a week.
    terms : ShiftTerms
        Days a week, how far a person's starts may drift, the largest part-time share.

    Raises
    ------
    InputError
        When no shift reaches an interval, or no roster keeps the days a week.

    Notes
    -----
    Unknown are people by shift and weekday, and people by kind, band of starts and rotation of
    days off. On each day as many people of a kind and band start as are not off. So each person
    keeps to one band: starts lie within the drift of each other, and a roster of real people
    follows from the counts without a further choice.

    References
    ----------
    J. Bailey, "Integrated days off and shift personnel scheduling" (1985), for shifts and days off
    in one programme; the bands are house practice.
    """
    _check_reach(need, patterns)
    model = _WeekModel(patterns, terms)
    found = fewest(model.costs, model.rules(need), model.leading)
    return _cover(found, patterns, found.counts[model.teams].reshape(model.shape))


def works_on(rotation: int, days_per_week: int) -> np.ndarray:
    """Return on which weekdays a person works whose days off begin on a weekday.

    Parameters
    ----------
    rotation : int
        First day off, 0 is Monday.
    days_per_week : int

    Returns
    -------
    ndarray of bool, shape (7,)
    """
    return (np.arange(DAYS) - rotation) % DAYS >= DAYS - days_per_week


def start_bands(patterns: ShiftPatterns, terms: ShiftTerms) -> np.ndarray:
    """Return the band of starts each pattern belongs to; starts within a band lie within the drift."""
    day = DAY // patterns.step_minutes
    minute = patterns.start % day * patterns.step_minutes
    width = terms.start_drift_hours * 60 + patterns.step_minutes
    return ((minute - minute.min(initial=DAY)) // width).astype(int)


def _check_reach(need: np.ndarray, patterns: ShiftPatterns) -> None:
    lost = np.flatnonzero((need > 0) & ~patterns.presence.any(axis=1))
    if lost.size:
        day, minute = divmod(int(lost[0]) * patterns.step_minutes, DAY)
        raise InputError(
            f"no shift reaches the interval at {minute // 60:02d}:{minute % 60:02d} of day {day + 1}; "
            "open longer there or allow other shifts"
        )


class _WeekModel:
    """Columns and rows of a week: people by shift, then by team (kind, band, rotation), then by kind."""

    def __init__(self, patterns: ShiftPatterns, terms: ShiftTerms) -> None:
        self.patterns, self.terms = patterns, terms
        self.band = start_bands(patterns, terms)
        kinds = len(patterns.kinds)
        self.shape = (kinds, int(self.band.max(initial=-1)) + 1, DAYS)
        shifts, teams = patterns.kind.size, math.prod(self.shape)
        self.teams = slice(shifts, shifts + teams)
        self.size = shifts + teams + kinds
        self.leading = np.arange(self.size) >= shifts + teams
        minutes = np.array([kind.paid_minutes * kind.cost_factor for kind in patterns.kinds])
        self.costs = np.r_[np.zeros(shifts + teams), minutes * terms.days_per_week]

    def rules(self, need: np.ndarray) -> list[Rule]:
        """Return: enough people at work; the team not off starts; totals; the part-time share."""
        cover = np.zeros((need.size, self.size))
        cover[:, : self.patterns.kind.size] = self.patterns.presence
        found = [(cover, need, math.inf), (self._starting(), 0.0, 0.0), (self._totals(), 0.0, 0.0)]
        return [*found, *self._part_time()]

    def _starting(self) -> np.ndarray:
        """Return rows (kind, band, weekday) of: people who start less people of the team not off."""
        patterns, (kinds, bands, _) = self.patterns, self.shape
        weekday = patterns.start * patterns.step_minutes // DAY
        row = (patterns.kind * bands + self.band) * DAYS + weekday
        rows = np.zeros((kinds * bands * DAYS, self.size))
        rows[row, np.arange(patterns.kind.size)] = 1
        working = np.stack([works_on(rotation, self.terms.days_per_week) for rotation in range(DAYS)], axis=1)
        rows[:, self.teams] = -np.kron(np.eye(kinds * bands), working.astype(float))
        return rows

    def _totals(self) -> np.ndarray:
        """Return rows by kind of: people in teams less people of the kind."""
        kinds, bands, _ = self.shape
        rows = np.zeros((kinds, self.size))
        rows[:, self.teams] = np.kron(np.eye(kinds), np.ones(bands * DAYS))
        rows[:, self.leading] = -np.eye(kinds)
        return rows

    def _part_time(self) -> list[Rule]:
        """Return the row: part-time hours less the largest share of all hours; none without part-time."""
        of_part = np.array([kind.name == "part_time" for kind in self.patterns.kinds])
        hours = np.array([kind.paid_minutes / 60 for kind in self.patterns.kinds])
        row = np.zeros((1, self.size))
        row[0, self.leading] = hours * (of_part - self.terms.max_part_time_share)
        return [(row, -math.inf, 0.0)] if of_part.any() else []


@dataclass(frozen=True, eq=False)
class WholeSolution:
    """Whole numbers of least cost; costs as given."""

    counts: np.ndarray
    cost: float
    lower_bound: float
    relaxed: float


def fewest(
    costs: np.ndarray, rules: list[Rule], leading: np.ndarray | None = None, enough: float = ENOUGH
) -> WholeSolution:
    """Return whole numbers, none negative, that keep linear rules at least cost.

    Parameters
    ----------
    costs : ndarray, shape (columns,)
    rules : list of (matrix, low, high)
        low <= matrix @ numbers <= high, row by row.
    leading : ndarray of bool, shape (columns,), optional
        The few numbers that decide the cost; with these alone whole, the bound is nearly exact.
    enough : float
        A solution this near to the bound is taken. [share]

    Notes
    -----
    First the bounds: without whole numbers, then with the leading ones whole. Then whole numbers
    are searched: next to the first solution, next to both,
    everywhere; the search ends as soon as
    one is near enough to the bound, which mostly is at once.

    References
    ----------
    T. Berthold, "RENS: the optimal rounding" (2014).
    """
    relaxed = _solve(costs, rules, whole=None)
    if relaxed.x is None:
        raise InputError(
            "no roster keeps the rules: people cannot work their days a week when so few days are open; "
            "lower days_per_week, open on more days or allow other shifts"
        )
    bound, near = _next_possible(relaxed.fun, costs), [np.floor(relaxed.x + TINY)]
    few = np.zeros(costs.size, dtype=bool) if leading is None else leading
    if few.any():
        led = _solve(costs, rules, whole=few)
        bound = max(bound, led.mip_dual_bound or 0.0)
        near += [] if led.x is None else [np.floor(led.x + TINY)]
    best, least = None, math.inf
    # Said as a rule, the bound ends a search as soon as a solution is near to it.
    bounded = [*rules, (costs[None, :], bound * (1 - TINY), math.inf)]
    for low, high in _neighbourhoods(near, few):
        seconds = MOST_SECONDS if best is None else MORE_SECONDS
        found = _solve(
            costs, bounded, whole=np.ones(costs.size), low=low, high=high, gap=enough, seconds=seconds
        )
        if found.x is not None and found.fun < least:
            best, least = found.x, found.fun
        if least <= bound * (1 + enough + TINY):
            break
    else:
        bound = max(bound, _next_possible(found.mip_dual_bound or 0.0, costs))
    if best is None:
        raise InputError("no roster was found in time; use longer intervals or let starts drift more")
    counts = np.floor(best + 0.5).astype(int)
    cost = float(costs @ counts)
    return WholeSolution(counts, cost, min(bound, cost), relaxed.fun)


def _neighbourhoods(near: list[np.ndarray], few: np.ndarray) -> list[tuple[Any, Any]]:
    """Return smallest and largest numbers to search, from few to all."""
    low, high = np.minimum.reduce(near), np.maximum.reduce(near) + 1
    first = (near[0], np.where(few, np.inf, near[0] + 1))
    both = (np.where(few, 0.0, low), np.where(few, np.inf, high))
    return [first, both, (0.0, np.inf)] if len(near) > 1 else [first, (0.0, np.inf)]


def _solve(
    costs: np.ndarray,
    rules: list[Rule],
    *,
    whole: np.ndarray | None,
    low: Any = 0.0,
    high: Any = np.inf,
    gap: float = 0.0,
    seconds: float = MOST_SECONDS,
) -> Any:
    """Return scipy's solution; `whole` says which numbers may not be broken, None that all may."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - only rosters need it
    from scipy.sparse import csr_array  # noqa: PLC0415 - only rosters need it

    return milp(
        costs,
        integrality=None if whole is None else whole.astype(int),
        bounds=Bounds(low, high),
        constraints=[LinearConstraint(csr_array(matrix), least, most) for matrix, least, most in rules],
        options={"mip_rel_gap": gap, "time_limit": seconds},
    )


def _next_possible(bound: float, costs: np.ndarray) -> float:
    """Return the smallest cost from a bound on that whole numbers can have."""
    paid = costs[costs > 0]
    if (paid % 1).any() or not paid.size:
        return bound
    unit = int(np.gcd.reduce(paid.astype(int)))
    return math.ceil(bound / unit - TINY) * unit


def _cover(found: WholeSolution, patterns: ShiftPatterns, teams: np.ndarray) -> Cover:
    """Return a solution in minutes as one in hours."""
    counts = found.counts[: patterns.kind.size]
    return Cover(counts, teams, found.cost / 60, found.lower_bound / 60, found.relaxed / 60)

"""The smallest team that does work which can wait within its turnaround."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.staffing.backlog import SLACK, DeferredWork, worked_off


@dataclass(frozen=True, eq=False)
class DeferredCover:
    """The smallest team that does work within its turnaround.

    Parameters
    ----------
    work : DeferredWork
    blocks : ndarray of int, shape (intervals,)
        Which team size holds in each interval.
    team : ndarray, shape (blocks,)
        People at work in each block, not rounded.
    path : pandas.DataFrame
        By interval with `INTERVAL_COLUMNS`: work arriving, capacity of the team, backlog at the
        end [hours], and the age of the oldest work left on the clock of the turnaround [hours].
    share_within : float
        Share of the work that is done within its turnaround.
    """

    work: DeferredWork
    blocks: np.ndarray
    team: np.ndarray
    path: pd.DataFrame
    share_within: float

    @property
    def paid_hours(self) -> float:
        """Return the hours the team is at work over all intervals. [hours]"""
        return float(self.path["capacity"].sum())

    @property
    def occupancy(self) -> float:
        """Return the work over the hours the team is at work; 0 without a team."""
        return float(self.path["arriving"].sum()) / self.paid_hours if self.paid_hours else 0.0


def deferred_cover(
    work: DeferredWork, blocks: np.ndarray | None = None, idle_hours: np.ndarray | None = None
) -> DeferredCover:
    """Return the team of fewest paid hours that keeps the turnaround.

    Parameters
    ----------
    work : DeferredWork
    blocks : ndarray of int, shape (intervals,), optional
        Intervals with the same number, from 0, share one team size: all 0 for a constant team (used
        when left out), the weekday for a team by day.
    idle_hours : ndarray, shape (intervals,), optional
        Time that other people can give to this work in each interval, such as agents between calls.
        [hours]

    Returns
    -------
    DeferredCover

    Raises
    ------
    InputError
        When work is due before the team has been open.

    Notes
    -----
    A linear programme over the backlog W and the team n: 0 <= W(t) <= work not yet due,
    0 <= W(t - 1) + arriving(t) - W(t) <= n open(t). Oldest work first, so the turnaround is kept
    exactly when the backlog never exceeds what arrived within it. Hours in which the team has
    nothing to do are lost: capacity cannot be saved up for later work. Of all teams with the
    fewest paid hours the one that changes least from block to block is taken.
    """
    group = np.zeros(work.hours.size, dtype=int) if blocks is None else np.asarray(blocks, dtype=int)
    idle = np.zeros(work.hours.size) if idle_hours is None else np.asarray(idle_hours, dtype=float)
    team = _smallest_team(work, group, idle)
    capacity = team[group] * work.open_hours
    path, share = worked_off(work, capacity + idle)
    return DeferredCover(work, group, team, path.assign(capacity=capacity), share)


def _smallest_team(work: DeferredWork, group: np.ndarray, idle: np.ndarray) -> np.ndarray:
    """Return the team by block: fewest paid hours, then least change from block to block."""
    size, blocks = work.hours.size, int(group.max()) + 1
    paid = np.bincount(group, weights=work.open_hours, minlength=blocks)
    rows, limits = _rules(work, group, idle)
    least = _solved(np.r_[np.zeros(size), paid], rows, limits, work)
    if blocks == 1:
        return least[size:]
    changes = _changes(work, group)
    pairs = len(changes)
    steady_rows = np.block(
        [
            [rows, np.zeros((len(rows), pairs))],
            [np.zeros((pairs, size)), changes, -np.eye(pairs)],
            [np.zeros((pairs, size)), -changes, -np.eye(pairs)],
            [np.zeros((1, size)), paid[None, :], np.zeros((1, pairs))],
        ]
    )
    cheapest = float(paid @ least[size:]) * (1 + SLACK)
    steady_limits = np.r_[limits, np.zeros(2 * pairs), cheapest]
    costs = np.r_[np.zeros(size + blocks), np.ones(pairs)]
    return _solved(costs, steady_rows, steady_limits, work)[size : size + blocks]


def _rules(work: DeferredWork, group: np.ndarray, idle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and limits over backlog and team: rows @ (W, n) <= limits."""
    size = work.hours.size
    before = np.roll(np.eye(size), -1, axis=1)
    at_first = np.zeros(size)
    if not work.repeats:
        before[0] = 0.0
        at_first[0] = work.backlog_hours
    less = before - np.eye(size)  # what the backlog falls by
    staffed = np.zeros((size, int(group.max()) + 1))
    staffed[np.arange(size), group] = work.open_hours
    rows = np.block([[less, -staffed], [-less, np.zeros_like(staffed)]])
    return rows, np.r_[idle - work.hours - at_first, work.hours + at_first]


def _changes(work: DeferredWork, group: np.ndarray) -> np.ndarray:
    """Return a row for each pair of blocks that follow one another in open hours: one less the other."""
    order = group[work.is_open]
    following = np.roll(order, -1) if work.repeats else np.r_[order[1:], order[-1]]
    pairs = sorted({(min(pair), max(pair)) for pair in zip(order.tolist(), following.tolist(), strict=True)})
    rows = np.zeros((len(pairs), int(group.max()) + 1))
    for row, (one, other) in zip(rows, pairs, strict=True):
        row[one] += 1
        row[other] -= 1
    return rows


def _solved(costs: np.ndarray, rows: np.ndarray, limits: np.ndarray, work: DeferredWork) -> np.ndarray:
    from scipy.optimize import linprog  # noqa: PLC0415 - only work that can wait needs it
    from scipy.sparse import csr_array  # noqa: PLC0415 - only work that can wait needs it

    most = np.r_[work.undue(), np.full(costs.size - work.hours.size, np.inf)]
    bounds = np.stack([np.zeros(costs.size), most], axis=1)
    found: Any = linprog(costs, A_ub=csr_array(rows), b_ub=limits, bounds=bounds, method="highs")
    if found.x is None:
        raise InputError(
            "some work is due before the team has been open for it: a turnaround of "
            f"{work.turnaround_hours:g} hours is too short for the opening hours; lengthen it, count it "
            "in working hours or open longer"
        )
    return np.asarray(found.x)

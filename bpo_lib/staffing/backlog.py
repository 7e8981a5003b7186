"""Work that can wait: what arrives, when it is due, and what is left over time with a given capacity."""

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.errors import InputError

INTERVAL_COLUMNS = ["arriving", "capacity", "backlog", "oldest_hours"]
SLACK = 1e-9  # a solver's last digits, as a share of the work


class DeferredTerms(Terms):
    """How long work that can wait may take, and who does it."""

    group: ClassVar[str] = "deferred"

    turnaround_hours: float = assumption(
        "longest time from arrival to end of work that can wait", unit="hours", ge=1, le=240, default=24
    )
    closed_time_share: float = assumption(
        "share of closed time that counts towards the turnaround: 1 for calendar hours, 0 for working hours",
        unit="share",
        ge=0,
        le=1,
        default=0,
    )
    volume_share: float = assumption(
        "share of the volume of calls or chats that can wait: email, forms, call-backs",
        unit="share",
        ge=0,
        le=1,
        default=0,
    )
    blending_efficiency: float = assumption(
        "share of idle time between calls or chats that work which can wait may use",
        unit="share",
        ge=0,
        le=1,
        default=0.5,
    )


@dataclass(frozen=True, eq=False)
class DeferredWork:
    """Work that can wait, and the clock its turnaround is counted on.

    Parameters
    ----------
    hours : ndarray, shape (intervals,)
        Time at work that what arrives in each interval takes. [hours]
    is_open : ndarray of bool, shape (intervals,)
        Whether the team works in each interval.
    step_hours : float
        Length of an interval. [hours]
    turnaround_hours : float
        Longest time from arrival to end. [hours]
    closed_time_share : float
        Share of closed time that counts: 1 for calendar hours (nights count), 0 for working hours.
    repeats : bool
        Whether the intervals are a week that repeats, its end running into its beginning.
    backlog_hours : float
        Work there at the start, as old as if it had arrived then; only where nothing repeats. [hours]
    """

    hours: np.ndarray
    is_open: np.ndarray
    step_hours: float
    turnaround_hours: float
    closed_time_share: float = 0.0
    repeats: bool = True
    backlog_hours: float = 0.0

    def __post_init__(self) -> None:
        if self.hours.shape != self.is_open.shape:
            raise InputError("work and opening hours must have the same intervals")
        if not (np.isfinite(self.hours) & (self.hours >= 0)).all() or not self.backlog_hours >= 0:
            raise InputError("hours of work must be 0 or more in every interval")
        if self.repeats and self.backlog_hours:
            raise InputError("a week that repeats has no backlog to start with; leave one of them out")
        if not self.is_open.any():
            raise InputError("the team is never open, so no work can be done")
        if self.turnaround_hours <= 0:
            raise InputError(f"turnaround is {self.turnaround_hours} hours; it must be more than 0")

    @property
    def open_hours(self) -> np.ndarray:
        """Return the hours the team works in each interval. [hours]"""
        return self.is_open * self.step_hours

    @property
    def clock(self) -> np.ndarray:
        """Return the hours that count towards a turnaround by the start of each interval, and at the end."""
        counted = np.where(self.is_open, 1.0, self.closed_time_share) * self.step_hours
        return np.concatenate([[0.0], counted.cumsum()])

    def undue(self) -> np.ndarray:
        """Return the most work that may be left at the end of each interval, shape (intervals,). [hours]

        It is what arrived too lately to be due. Work counts as arrived when its interval begins,
        which errs on the safe side by less than an interval.
        """
        times, size = self.clock, self.hours.size
        limit = times[1:] - self.turnaround_hours + SLACK  # what began by then is due
        cycles = math.ceil(self.turnaround_hours / times[-1]) if self.repeats and times[-1] > 0 else 0
        begins = np.concatenate([times[:-1] + cycle * times[-1] for cycle in range(-cycles, 1)])
        total = np.concatenate([[0.0], np.tile(self.hours, cycles + 1).cumsum()])
        arrived = total[cycles * size + 1 :]
        left = arrived - total[np.searchsorted(begins, limit, side="right")]
        return left + np.where(limit < 0, self.backlog_hours, 0.0)


def worked_off(work: DeferredWork, capacity: np.ndarray) -> tuple[pd.DataFrame, float]:
    """Return what happens to the work when so much can be done, oldest first.

    Parameters
    ----------
    work : DeferredWork
    capacity : ndarray, shape (intervals,)
        Hours of work that can be done in each interval. [hours]

    Returns
    -------
    DataFrame with `INTERVAL_COLUMNS`
        By interval: work arriving, capacity, backlog at the end [hours], age of the oldest work
        left [hours on the clock of the turnaround].
    float
        Share of the work that is done within its turnaround.

    Raises
    ------
    InputError
        When a week that repeats brings more work than can be done.

    Notes
    -----
    W(t) = max(0, W(t - 1) + arriving(t) - capacity(t)). A week that repeats is run until it does.
    """
    if work.repeats and work.hours.sum() > capacity.sum() * (1 + SLACK):
        raise InputError("more work arrives in a week than the team can do, so the backlog grows without end")
    run = _Run(work, capacity)
    table = {
        "arriving": work.hours,
        "capacity": capacity,
        "backlog": run.backlog()[run.shown],
        "oldest_hours": run.oldest()[run.shown],
    }
    return pd.DataFrame(table, columns=INTERVAL_COLUMNS), run.share_within()


class _Run:
    """Work and capacity, a week that repeats laid out often enough to be steady."""

    def __init__(self, work: DeferredWork, capacity: np.ndarray) -> None:
        size, week = work.hours.size, work.clock[-1]
        ahead = math.ceil(work.turnaround_hours / week) if work.repeats and week > 0 else 0
        cycles = 2 + ahead if work.repeats else 1
        self.shown = slice(size, 2 * size) if work.repeats else slice(0, size)
        self.turnaround = work.turnaround_hours
        self.begins = np.concatenate([work.clock[:-1] + cycle * week for cycle in range(cycles)])
        self.ends = np.append(self.begins[1:], cycles * week)
        self.arriving = np.tile(work.hours, cycles)
        self.arriving[0] += work.backlog_hours
        net = self.arriving - np.tile(capacity, cycles)
        # The backlog is how far the sum of net work stands above its lowest point so far.
        self.level = net.cumsum()
        self.lowest = np.minimum(np.minimum.accumulate(self.level), 0.0)
        self.arrived = self.arriving.cumsum()

    def backlog(self) -> np.ndarray:
        """Return the work left at the end of each interval, free of rounding."""
        left = self.level - self.lowest
        return np.where(left > SLACK * max(self.arrived[-1], 1.0), left, 0.0)

    def oldest(self) -> np.ndarray:
        """Return the age of the oldest work left at the end of each interval, 0 with none."""
        left = self.backlog()
        tolerance = SLACK * max(self.arrived[-1], 1.0)
        first_left = np.searchsorted(self.arrived, self.arrived - left + tolerance, side="right")
        return np.where(left > 0, self.ends - self.begins[np.minimum(first_left, left.size - 1)], 0.0)

    def share_within(self) -> float:
        """Return the share of the shown intervals' work that is done by its deadline."""
        done = self.arrived - self.backlog()
        due = np.searchsorted(self.ends, self.begins + self.turnaround - SLACK, side="left")
        # What falls due after the last interval is not judged.
        judged = (due < done.size) & (np.arange(done.size) >= self.shown.start)
        judged &= np.arange(done.size) < self.shown.stop
        in_time = np.clip(
            done[np.minimum(due, done.size - 1)] - (self.arrived - self.arriving), 0.0, self.arriving
        )
        total = self.arriving[judged].sum()
        return float(in_time[judged].sum() / total) if total > 0 else 1.0

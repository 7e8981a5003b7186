"""Blending: agents between calls take work that can wait, so that it needs a smaller team of its own."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.staffing.backlog import DeferredWork
from bpo_lib.staffing.deferred import DeferredCover, deferred_cover


@dataclass(frozen=True, eq=False)
class BlendedCover:
    """Work that can wait, done by a team of its own and by agents between calls.

    Parameters
    ----------
    separate : DeferredCover
        The team if agents on calls did none of it.
    blended : DeferredCover
        The team that is left to hire when they do.
    idle_hours : float
        Time between calls that may be used. [hours]
    absorbed_hours : float
        Work that agents do between calls, within its turnaround; the team of its own works
        first. [hours]
    """

    separate: DeferredCover
    blended: DeferredCover
    idle_hours: float
    absorbed_hours: float

    @property
    def saved_hours(self) -> float:
        """Return the paid hours that blending saves against separate teams. [hours]"""
        return self.separate.paid_hours - self.blended.paid_hours

    @property
    def saved_share(self) -> float:
        """Return the saving as a share of the separate team's hours; 0 without one."""
        return self.saved_hours / self.separate.paid_hours if self.separate.paid_hours else 0.0


def idle_hours(week: pd.DataFrame, efficiency: float, spare: np.ndarray | None = None) -> np.ndarray:
    """Return the time between calls that other work may use, by interval of a week of equal intervals.

    Parameters
    ----------
    week : DataFrame with columns agents and load_erlangs
        As `staffed_week` returns it, a row for every interval of seven days.
    efficiency : float
        Share of idle time that can be used: gaps between calls are short and end without notice,
        and calls come first. 0 to 1.
    spare : ndarray, shape (intervals,), optional
        People at work beyond the agents needed, all of whose time can be used, such as the
        over-cover of shifts after unplanned shrinkage.

    Returns
    -------
    ndarray, shape (intervals,)
        [hours]

    Raises
    ------
    InputError
        When the efficiency is not from 0 to 1.

    Notes
    -----
    (agents - load) x efficiency: occupancy is load over agents, so this is (1 - occupancy) x
    agents x efficiency. Source: house practice.
    """
    if not 0 <= efficiency <= 1:
        raise InputError(f"blending efficiency is {efficiency}; it must be from 0 to 1")
    between_calls = (week["agents"] - week["load_erlangs"]).clip(lower=0).to_numpy()
    extra = np.zeros(len(week)) if spare is None else np.maximum(spare, 0.0)
    return (between_calls * efficiency + extra) * (7 * 24 / len(week))


def blended_cover(work: DeferredWork, idle: np.ndarray, blocks: np.ndarray | None = None) -> BlendedCover:
    """Return what blending leaves to do for a team of its own.

    Parameters
    ----------
    work : DeferredWork
    idle : ndarray, shape (intervals,)
        Time that agents can give to it in each interval, as from `idle_hours`. [hours]
    blocks : ndarray of int, shape (intervals,), optional
        As for `deferred_cover`.

    Returns
    -------
    BlendedCover

    Raises
    ------
    InputError
        When work is due before anybody has been at work.
    """
    separate, blended = deferred_cover(work, blocks), deferred_cover(work, blocks, idle)
    own, backlog = (blended.path[name].to_numpy() for name in ("capacity", "backlog"))
    before = np.r_[backlog[-1] if work.repeats else work.backlog_hours, backlog[:-1]]
    absorbed = np.maximum(before + work.hours - backlog - own, 0.0)  # what is done less what the team can
    return BlendedCover(separate, blended, float(idle.sum()), float(absorbed.sum()))

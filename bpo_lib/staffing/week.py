"""A week of calls: how they come by interval, and the agents each interval needs."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook, volume_outlook
from bpo_lib.staffing.agents import carried_load, required_agents
from bpo_lib.staffing.erlang_a import erlang_a
from bpo_lib.staffing.terms import WorkTerms

WEEK_COLUMNS = [
    "weekday",
    "start",
    "volume",
    "load_erlangs",
    "agents",
    "service_level",
    "abandonment",
    "occupancy",
    "mean_wait_seconds",
]

MOST_STEPS = 1e6  # steps of the staircase that are held at once; a team this large is counted directly


@dataclass(frozen=True, eq=False)
class WeekDemand:
    """How a week's calls come.

    Parameters
    ----------
    weekday, minute : ndarray of int, shape (intervals,)
        Weekday (0 is Monday) and minute of the day at which each interval starts.
    share : ndarray, shape (intervals,)
        Share of the week's calls in each interval; sums to 1.
    step_minutes : float
        Length of an interval. [minutes]
    """

    weekday: np.ndarray
    minute: np.ndarray
    share: np.ndarray
    step_minutes: float

    @classmethod
    def of(cls, profile: pd.DataFrame) -> "WeekDemand":
        """Return the demand of a week profile with columns weekday, minute and share."""
        step = 1440 / profile["minute"].nunique()
        return cls(
            profile["weekday"].to_numpy(), profile["minute"].to_numpy(), profile["share"].to_numpy(), step
        )

    def load(self, weekly_volume: float | np.ndarray, handling_minutes: float) -> np.ndarray:
        """Return the load of each interval. [erlangs]"""
        return weekly_volume * self.share * handling_minutes / self.step_minutes

    def agent_hours(self, weekly_volume: np.ndarray, work: WorkTerms) -> np.ndarray:
        """Return the agent-hours a week needs, at any number of weekly volumes at once.

        Parameters
        ----------
        weekly_volume : ndarray, any shape
            [transactions/week]
        work : WorkTerms
            Handling time, service level and largest occupancy.

        Returns
        -------
        ndarray, shape of `weekly_volume`
            [hours/week]

        Notes
        -----
        Exact, not interpolated. Agent-hours are a staircase in the volume: an interval takes its
        n-th agent as soon as its load passes what n - 1 agents carry. So the volumes at which any
        interval takes one more agent are found once, sorted, and counted for every volume asked.
        """
        largest, aims = float(weekly_volume.max(initial=0.0)), targets(work)
        if self.load(largest, work.handling_minutes).sum() > MOST_STEPS:
            loads = self.load(weekly_volume[..., None], work.handling_minutes)
            return aims.agents(loads).sum(axis=-1) * self.step_minutes / 60
        steps = _hiring_steps(self, _rounded_up(largest), aims)
        hired = np.searchsorted(steps, weekly_volume, side="left")
        return hired * self.step_minutes / 60


class Targets(NamedTuple):
    """What the agents of an interval have to keep, as Erlang needs it; patience is infinite for Erlang C."""

    handling_seconds: float
    service_level: float
    answer_seconds: float
    max_occupancy: float
    patience_seconds: float

    def agents(self, load: ArrayLike) -> np.ndarray:
        """Return the fewest agents that keep them at a load, in its shape."""
        return np.asarray(required_agents(load, *self[:4], patience_seconds=self.patience_seconds))

    def carried(self, agents: ArrayLike) -> np.ndarray:
        """Return the largest load at which agents keep them, in their shape. [erlangs]"""
        return carried_load(agents, *self[:4], patience_seconds=self.patience_seconds)


def targets(work: WorkTerms) -> Targets:
    """Return what the agents of an interval have to keep."""
    patience = work.patience_seconds or math.inf
    seconds = work.handling_minutes * 60
    return Targets(seconds, work.service_level, work.answer_seconds, work.max_occupancy, patience)


@lru_cache(maxsize=64)
def _hiring_steps(demand: WeekDemand, largest_volume: float, aims: Targets) -> np.ndarray:
    """Return the weekly volumes, in order, above which one more agent is needed for an interval.

    Most what-ifs leave the targets alone, so the steps are remembered.
    """
    load_per_call = demand.load(1.0, aims.handling_seconds / 60)
    busy = load_per_call[load_per_call > 0]
    if not busy.size or largest_volume == 0:
        return np.empty(0)
    most = int(aims.agents(largest_volume * float(busy.max()))) + 1
    carried = np.concatenate([[0.0], aims.carried(np.arange(1, most + 1))])
    steps = (carried[:, None] / busy).ravel()
    return np.sort(steps[steps <= largest_volume])


def _rounded_up(volume: float) -> float:
    """Return a volume at most 20% larger, so that volumes near one another share their steps."""
    return max(1.2 ** math.ceil(math.log(volume, 1.2)), volume) if volume > 0 else 0.0


def week_demand(case: Engagement) -> WeekDemand | None:
    """Return how the client's calls come in a week, or None where work can wait or no profile is known."""
    if case.profile.operation != "voice" or case.history is None:
        return None
    return _demand_of(volume_outlook(case))


@lru_cache(maxsize=16)
def _demand_of(outlook: VolumeOutlook) -> WeekDemand | None:
    return None if outlook.week_profile is None else WeekDemand.of(outlook.week_profile)


def staffed_week(demand: WeekDemand, weekly_volume: float, work: WorkTerms) -> pd.DataFrame:
    """Return the agents of every interval of a week and what callers feel.

    Parameters
    ----------
    demand : WeekDemand
        How the calls come.
    weekly_volume : float
        [transactions/week]
    work : WorkTerms
        Handling time, service level and largest occupancy.

    Returns
    -------
    DataFrame with `WEEK_COLUMNS`
        weekday (0 is Monday), start (`HH:MM`), volume, load [erlangs], agents, service level,
        abandonment, occupancy and mean wait [seconds]; an interval without calls has no agents and
        no wait.
    """
    load, aims = demand.load(weekly_volume, work.handling_minutes), targets(work)
    agents = aims.agents(load)
    felt = erlang_a(load, agents, aims.handling_seconds, aims.patience_seconds)
    return pd.DataFrame(
        {
            "weekday": demand.weekday,
            "start": [f"{minute // 60:02d}:{minute % 60:02d}" for minute in demand.minute],
            "volume": weekly_volume * demand.share,
            "load_erlangs": load,
            "agents": agents,
            "service_level": felt.service_level(work.answer_seconds),
            "abandonment": felt.abandonment,
            "occupancy": felt.occupancy,
            "mean_wait_seconds": felt.mean_wait,
        },
        columns=WEEK_COLUMNS,
    )

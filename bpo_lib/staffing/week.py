"""A week of calls or chats: how they come by interval, and the agents each interval needs."""

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
from bpo_lib.staffing.chat import chat_team
from bpo_lib.staffing.chat_load import carried_chat_load, required_chat_agents
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
    "concurrency",
]
FELT = WEEK_COLUMNS[5:]
ONE_AT_A_TIME = (1.0,)

MOST_STEPS = 1e6  # steps of the staircase that are held at once; a team this large is counted directly


@dataclass(frozen=True, eq=False)
class WeekDemand:
    """How a week's calls or chats come.

    Parameters
    ----------
    weekday, minute : ndarray of int, shape (intervals,)
        Weekday (0 is Monday) and minute of the day at which each interval starts.
    share : ndarray, shape (intervals,)
        Share of the week's calls in each interval; sums to 1.
    step_minutes : float
        Length of an interval. [minutes]
    holds_several : bool
        Whether an agent may answer several at once, as in chat.
    """

    weekday: np.ndarray
    minute: np.ndarray
    share: np.ndarray
    step_minutes: float
    holds_several: bool = False

    @classmethod
    def of(cls, profile: pd.DataFrame, *, holds_several: bool = False) -> "WeekDemand":
        """Return the demand of a week profile with columns weekday, minute and share."""
        step = 1440 / profile["minute"].nunique()
        weekday, minute, share = (profile[name].to_numpy() for name in ("weekday", "minute", "share"))
        return cls(weekday, minute, share, step, holds_several)

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
        largest, aims = float(weekly_volume.max(initial=0.0)), targets(work, holds_several=self.holds_several)
        if self.load(largest, work.handling_minutes).sum() > MOST_STEPS:
            loads = self.load(weekly_volume[..., None], work.handling_minutes)
            return aims.agents(loads).sum(axis=-1) * self.step_minutes / 60
        steps = _staircase(self, aims).up_to(_rounded_up(largest))
        hired = np.searchsorted(steps, weekly_volume, side="left")
        return hired * self.step_minutes / 60


class Targets(NamedTuple):
    """What the agents of an interval have to keep, as Erlang needs it; patience is infinite for Erlang C.

    `factors` is what an agent gets done who has 1, 2, ... at once; as many as one may hold.
    """

    handling_seconds: float
    service_level: float
    answer_seconds: float
    max_occupancy: float
    patience_seconds: float
    factors: tuple[float, ...] = ONE_AT_A_TIME

    def agents(self, load: ArrayLike) -> np.ndarray:
        """Return the fewest agents that keep them at a load, in its shape."""
        if self.factors == ONE_AT_A_TIME:
            return np.asarray(required_agents(load, *self[:4], patience_seconds=self.patience_seconds))
        several, patience = self.factors, self.patience_seconds
        return np.asarray(required_chat_agents(load, *self[:4], factors=several, patience_seconds=patience))

    def carried(self, agents: ArrayLike) -> np.ndarray:
        """Return the largest load at which agents keep them, in their shape. [erlangs]"""
        if self.factors == ONE_AT_A_TIME:
            return carried_load(agents, *self[:4], patience_seconds=self.patience_seconds)
        several, patience = self.factors, self.patience_seconds
        return carried_chat_load(agents, *self[:4], factors=several, patience_seconds=patience)

    def felt(self, load: np.ndarray, agents: np.ndarray) -> pd.DataFrame:
        """Return what those who wait feel, and what agents do, with columns `FELT`."""
        if self.factors == ONE_AT_A_TIME:
            line = erlang_a(load, agents, self.handling_seconds, self.patience_seconds)
            level = line.service_level(self.answer_seconds)
            figures = (level, line.abandonment, line.occupancy, line.mean_wait, 1.0)
            return pd.DataFrame(dict(zip(FELT, figures, strict=True)))
        rows = [self._chat_figures(float(a), int(n)) for a, n in zip(load, agents, strict=True)]
        return pd.DataFrame(rows, columns=FELT)

    def _chat_figures(self, load: float, agents: int) -> tuple[float, ...]:
        team = chat_team(load, agents, self.handling_seconds, self.factors, self.patience_seconds)
        level, gone, wait = team.service_level(self.answer_seconds), team.abandonment, team.mean_wait
        return float(level), float(gone), team.occupancy, float(wait), team.concurrency


def targets(work: WorkTerms, *, holds_several: bool = False) -> Targets:
    """Return what the agents of an interval have to keep, when they hold one at a time or several."""
    patience = work.patience_seconds or math.inf
    seconds = work.handling_minutes * 60
    factors = work.chat_factors if holds_several else ONE_AT_A_TIME
    return Targets(seconds, work.service_level, work.answer_seconds, work.max_occupancy, patience, factors)


class _Staircase:
    """The weekly volumes above which one more agent is needed, as far as anybody has asked.

    Most what-ifs leave the targets alone, so the steps are remembered; those of a large volume serve
    every smaller one.
    """

    def __init__(self, demand: WeekDemand, aims: Targets) -> None:
        self._demand, self._aims = demand, aims
        self._known, self._steps = 0.0, np.empty(0)

    def up_to(self, largest_volume: float) -> np.ndarray:
        """Return the steps up to a weekly volume at least, in order."""
        if largest_volume > self._known:
            self._steps = _hiring_steps(self._demand, largest_volume, self._aims)
            self._known = largest_volume
        return self._steps


@lru_cache(maxsize=32)
def _staircase(demand: WeekDemand, aims: Targets) -> _Staircase:
    return _Staircase(demand, aims)


def _hiring_steps(demand: WeekDemand, largest_volume: float, aims: Targets) -> np.ndarray:
    """Return the weekly volumes, in order, above which one more agent is needed for an interval."""
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
    """Return how the client's calls or chats come in a week.

    None where the work can wait or no profile is known.
    """
    if not case.profile.answers_live or case.history is None:
        return None
    return _demand_of(volume_outlook(case), holds_several=case.profile.holds_several)


@lru_cache(maxsize=16)
def _demand_of(outlook: VolumeOutlook, *, holds_several: bool) -> WeekDemand | None:
    if outlook.week_profile is None:
        return None
    return WeekDemand.of(outlook.week_profile, holds_several=holds_several)


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
        abandonment, occupancy, mean wait [seconds] and concurrency, the mean number in the hands of
        an agent who has any; an interval without calls has no agents and no wait.
    """
    load = demand.load(weekly_volume, work.handling_minutes)
    aims = targets(work, holds_several=demand.holds_several)
    agents = aims.agents(load)
    return pd.DataFrame(
        {
            "weekday": demand.weekday,
            "start": [f"{minute // 60:02d}:{minute % 60:02d}" for minute in demand.minute],
            "volume": weekly_volume * demand.share,
            "load_erlangs": load,
            "agents": agents,
            **aims.felt(load, agents).to_dict("series"),
        },
        columns=WEEK_COLUMNS,
    )

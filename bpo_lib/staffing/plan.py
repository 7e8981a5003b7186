"""The staffing plan of a term: people by month, and the busiest week by interval."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.staffing.agents import ROUNDING
from bpo_lib.staffing.cohort import Team
from bpo_lib.staffing.teams import handling_growth, own_team, staffed_volume
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import WeekDemand, staffed_week, week_demand
from bpo_lib.staffing.workload import (
    WEEKS_PER_MONTH,
    busy_hours,
    handling_hours,
    hours_at_work,
    occupancy,
    required_fte,
)

YEAR = 12
LEVEL = 0.80  # of the range in which paid staff is expected
ENDS = ("paid_fte_low", "paid_fte_high")
MONTHLY_COLUMNS = [
    "volume",
    "handling_hours",
    "net_fte",
    "required_fte",
    "productive_fte",
    "paid_fte",
    "paid_fte_low",
    "paid_fte_high",
    "paid_people",
    "training_fte",
    "hires",
    "leavers",
    "occupancy",
]


@dataclass(frozen=True, eq=False)
class StaffingPlan:
    """The people a client's work takes over the term; nothing is rounded but `paid_people`.

    Parameters
    ----------
    monthly : pandas.DataFrame
        By month of the term: volume [transactions/month]; handling_hours [hours/month]; people
        [FTE]: net_fte at work and available, required_fte with shrinkage if all were experienced,
        productive_fte what the team achieves, paid_fte on the payroll, paid_fte_low and
        paid_fte_high its 80% range, training_fte in training; paid_people, paid_fte rounded up;
        hires and leavers [FTE/month]; occupancy [share].
    team : Team
        The same team, with its shortfall.
    courses : ndarray, shape (paths,)
        Average paid staff of the first year for each course the volume may take. [FTE]
    week : pandas.DataFrame or None
        The average week of the busiest month by interval, for voice or chat with an intraday profile.
    busiest_month : pandas.Period
        The month with the busiest weeks.
    notes : tuple of str
        What a reader should know.
    """

    monthly: pd.DataFrame
    team: Team
    courses: np.ndarray
    week: pd.DataFrame | None
    busiest_month: pd.Period
    notes: tuple[str, ...]

    @property
    def first_year(self) -> tuple[float, float, float]:
        """Average paid staff of the first year: expected, then the ends of its 80% range. [FTE]."""
        expected = float(self.monthly["paid_fte"].iloc[:YEAR].mean())
        tail = (1 - LEVEL) / 2
        low, high = np.quantile(self.courses, [tail, 1 - tail])
        # A sample of courses must not put the expected figure outside its own range.
        return expected, min(float(low), expected), max(float(high), expected)


@lru_cache(maxsize=32)
def staffing_plan(case: Engagement) -> StaffingPlan:
    """Return the people a client's work takes in each month of the term.

    Parameters
    ----------
    case : Engagement
        Its history, its work terms and its people terms.

    Returns
    -------
    StaffingPlan

    Raises
    ------
    InputError
        When the client gives no past volumes.

    Notes
    -----
    The requirement of each course of volume is staffed with as many newcomers as the expected one
    takes. So the plan does not chase the chance ups and downs of a course, which nobody foresees.
    A month's range is that of its volume, because more volume never takes fewer people.

    References
    ----------
    A. K. Erlang (1917) for the agents; shrinkage factors multiply. Source: house practice.
    """
    outlook, work, demand = volume_outlook(case), case.of(WorkTerms), week_demand(case)
    volume = outlook.mean.to_numpy()
    team = own_team(case, volume)
    newcomers = np.divide(team.paid, team.required, out=np.ones_like(team.paid), where=team.required > 0)
    ends = required_fte(case, staffed_volume(case, np.stack([outlook.low, outlook.high]))) * newcomers
    year = required_fte(case, staffed_volume(case, outlook.paths)[:, :YEAR]) * newcomers[:YEAR]
    weekly = staffed_volume(case, volume) / WEEKS_PER_MONTH
    busiest = outlook.months[int(weekly.argmax())]
    week = None if demand is None else staffed_week(demand, float(weekly.max()), work)
    monthly = pd.DataFrame(
        _monthly(case, volume, team) | {"volume": volume} | dict(zip(ENDS, ends, strict=True)),
        index=outlook.months,
        columns=MONTHLY_COLUMNS,
    )
    return StaffingPlan(monthly, team, year.mean(axis=1), week, busiest, _notes(case, demand, work))


def _monthly(case: Engagement, volume: np.ndarray, team: Team) -> dict[str, np.ndarray]:
    """Return what is known of each month."""
    work, alike = case.of(WorkTerms), staffed_volume(case, volume)
    return {
        "handling_hours": handling_hours(volume * handling_growth(case), work.handling_minutes),
        "net_fte": team.required * work.available_share,
        "required_fte": team.required,
        "productive_fte": team.productive,
        "paid_fte": team.paid,
        "paid_people": np.ceil(team.paid * (1 - ROUNDING)),
        "training_fte": team.training,
        "hires": team.hires,
        "leavers": team.leavers,
        "occupancy": occupancy(busy_hours(case, alike), hours_at_work(case, alike)),
    }


def _notes(case: Engagement, demand: WeekDemand | None, work: WorkTerms) -> tuple[str, ...]:
    notes = []
    items = "chats" if case.profile.holds_several else "calls"
    if case.profile.answers_live and demand is None:
        notes.append(
            f"The volumes do not say how {items} come within the day, so the service level cannot be "
            f"staffed for: FTE are handling time at {work.max_occupancy:.0%} occupancy, which is too "
            "few for a small team. Give volumes by half hour."
        )
    if demand is not None:
        notes.append(_chat_patience_note(work) if demand.holds_several else _patience_note(work))
        if work.handling_minutes > demand.step_minutes:
            notes.append(
                f"{items.capitalize()} last longer than an interval of {demand.step_minutes:g} minutes; each "
                f"interval is staffed for the {items} that start in it."
            )
    if case.profile.holds_several:
        notes.append(_concurrency_note(work))
    return tuple(notes)


def _concurrency_note(work: WorkTerms) -> str:
    at_once = len(work.chat_factors)
    if at_once == 1:
        return "An agent holds one chat at a time, so chats are staffed as calls are."
    return (
        f"An agent holds up to {at_once} chats at once and then gets {work.chat_factors[-1]:g} times as much "
        "done as with one; the handling time is that of a chat an agent gives all attention to. "
        "Occupancy is the share of what agents could get done with full hands."
    )


def _chat_patience_note(work: WorkTerms) -> str:
    if work.patience_seconds:
        return (
            f"Those who write are taken to leave after {work.patience_seconds:g} seconds on average without "
            "an answer; those who do are not counted as answered in time."
        )
    return (
        "Those who write are taken to wait for the first answer without leaving, which asks for slightly "
        "too many agents where some do leave."
    )


def _patience_note(work: WorkTerms) -> str:
    if work.patience_seconds:
        return (
            f"Callers are taken to hang up after {work.patience_seconds:g} seconds on average (Erlang A); "
            "those who do are not counted as answered in time."
        )
    return (
        "Callers are taken to wait without hanging up (Erlang C), which asks for slightly too "
        "many agents where some do hang up."
    )

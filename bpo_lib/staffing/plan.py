"""The staffing plan of a term: people by month, and the busiest week by interval."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook, volume_outlook
from bpo_lib.staffing.agents import ROUNDING
from bpo_lib.staffing.cohort import Team
from bpo_lib.staffing.teams import handling_growth, own_team
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import WeekDemand, staffed_week, week_demand
from bpo_lib.staffing.workload import WEEKS_PER_MONTH, handling_hours, hours_at_work, occupancy, required_fte

LEVEL = 0.80  # of the range in which paid staff is expected
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
    paid_paths : ndarray, shape (paths, months)
        Paid staff for each course the volume may take. [FTE]
    week : pandas.DataFrame or None
        The average week of the busiest month by interval, for voice with an intraday profile.
    busiest_month : pandas.Period
        The month with the largest volume.
    notes : tuple of str
        What a reader should know.
    """

    monthly: pd.DataFrame
    team: Team
    paid_paths: np.ndarray
    week: pd.DataFrame | None
    busiest_month: pd.Period
    notes: tuple[str, ...]

    @property
    def first_year(self) -> tuple[float, float, float]:
        """Average paid staff of the first year: expected, then the ends of its 80% range. [FTE]."""
        courses = self.paid_paths[:, :12].mean(axis=1)
        expected = float(self.monthly["paid_fte"].iloc[:12].mean())
        return _with_range(expected, *np.quantile(courses, _tails()))


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
    Each course of volume is staffed; its paid staff stands to its requirement as in the expected
    course. So the plan does not chase the chance ups and downs of a course, which nobody foresees.

    References
    ----------
    A. K. Erlang (1917) for the agents; shrinkage factors multiply. Source: house practice.
    """
    outlook, work, demand = volume_outlook(case), case.of(WorkTerms), week_demand(case)
    volume = outlook.mean.to_numpy()
    team = own_team(case, volume)
    newcomers = np.divide(team.paid, team.required, out=np.ones_like(team.paid), where=team.required > 0)
    paths = required_fte(case, outlook.paths * handling_growth(case)) * newcomers
    busiest = outlook.mean.idxmax()
    assert isinstance(busiest, pd.Period)
    week = None if demand is None else staffed_week(demand, float(volume.max()) / WEEKS_PER_MONTH, work)
    monthly = _monthly(case, outlook, team, paths)
    return StaffingPlan(monthly, team, paths, week, busiest, _notes(case, demand, work))


def _monthly(case: Engagement, outlook: VolumeOutlook, team: Team, paths: np.ndarray) -> pd.DataFrame:
    work, volume = case.of(WorkTerms), outlook.mean.to_numpy()
    alike = volume * handling_growth(case)
    handling = handling_hours(alike, work.handling_minutes)
    low, high = np.quantile(paths, _tails(), axis=0)
    table = {
        "volume": volume,
        "handling_hours": handling,
        "net_fte": team.required * work.available_share,
        "required_fte": team.required,
        "productive_fte": team.productive,
        "paid_fte": team.paid,
        "paid_fte_low": np.minimum(low, team.paid),
        "paid_fte_high": np.maximum(high, team.paid),
        "paid_people": np.ceil(team.paid * (1 - ROUNDING)),
        "training_fte": team.training,
        "hires": team.hires,
        "leavers": team.leavers,
        "occupancy": occupancy(handling, hours_at_work(case, alike)),
    }
    return pd.DataFrame(table, index=outlook.months, columns=MONTHLY_COLUMNS)


def _tails() -> list[float]:
    return [(1 - LEVEL) / 2, (1 + LEVEL) / 2]


def _with_range(expected: float, low: float, high: float) -> tuple[float, float, float]:
    """Return a figure and its range; a sample of courses must not put it outside its own range."""
    return expected, min(float(low), expected), max(float(high), expected)


def _notes(case: Engagement, demand: WeekDemand | None, work: WorkTerms) -> tuple[str, ...]:
    notes = []
    if case.profile.operation == "voice" and demand is None:
        notes.append(
            "The volumes do not say how calls come within the day, so the service level cannot be "
            f"staffed for: FTE are handling time at {work.max_occupancy:.0%} occupancy, which is too "
            "few for a small team. Give volumes by half hour."
        )
    if demand is not None:
        notes.append(
            "Callers are taken to wait without hanging up (Erlang C), which asks for slightly too "
            "many agents where some do hang up."
        )
        if work.handling_minutes > demand.step_minutes:
            notes.append(
                f"Calls last longer than an interval of {demand.step_minutes:g} minutes; each interval "
                "is staffed for the calls that start in it."
            )
    return tuple(notes)

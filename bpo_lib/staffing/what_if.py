"""What if: the people that another promise, another assumption or another volume would take.

All figures are averages of the first year of the term.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.forecast import VolumeOutlook, volume_outlook
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.staffing.plan import YEAR, staffing_plan
from bpo_lib.staffing.teams import own_team, staffed_volume
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.staffing.week import week_demand
from bpo_lib.staffing.workload import required_fte

SERVICE_LEVELS: Final = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95)
ANSWER_FACTORS: Final = (0.5, 1.0, 3.0)  # of the client's answer time
STEP: Final = 0.10  # how far an assumption without a range is moved either way

SERVICE_COLUMNS = ["answer_seconds", "service_level", "required_fte", "paid_fte", "own"]
DRIVER_COLUMNS = ["name", "meaning", "unit", "low", "high", "ranged", "fte_low", "fte_high", "swing"]
ERROR_COLUMNS = ["forecast", "wape", "fte_expected", "fte_covered", "reserve_fte"]

DRIVERS: Final = (
    "work.handling_minutes",
    "work.planned_shrinkage",
    "work.unplanned_shrinkage",
    "work.max_occupancy",
    "work.service_level",
    "work.answer_seconds",
    "work.concurrency",
    "people.attrition_per_year",
    "people.training_months",
    "people.starting_productivity",
    "people.learning_months",
)
LIVE_ONLY: Final = ("work.service_level", "work.answer_seconds")
CHAT_ONLY: Final = ("work.concurrency",)
# What counts in whole numbers, and how far it is moved where it has no range.
WHOLE: Final = {"people.training_months": 0.0, "work.concurrency": 1.0}
USED, NAIVE = "this forecast", "last season repeated"


@lru_cache(maxsize=8)
def service_curve(case: Engagement) -> pd.DataFrame:
    """Return the people that each service level takes, at the client's answer time and others.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        answer_seconds [seconds], service_level, required_fte and paid_fte [FTE], own (whether it is
        the client's own promise); ordered. Empty where the work can wait or no week is known.
    """
    if week_demand(case) is None:
        return pd.DataFrame(columns=SERVICE_COLUMNS)
    own, volume, factor = case.of(WorkTerms), _first_year_volume(case), _newcomer_factor(case)
    rows = []
    for seconds in dict.fromkeys(_answer_times(own.answer_seconds)):
        for level in sorted({*SERVICE_LEVELS, own.service_level}):
            promise = {"work.service_level": level, "work.answer_seconds": seconds}
            fte = float(required_fte(case.with_values(promise), volume).mean())
            is_own = (seconds, level) == (own.answer_seconds, own.service_level)
            rows.append((seconds, level, fte, fte * factor, is_own))
    return pd.DataFrame(rows, columns=SERVICE_COLUMNS)


@lru_cache(maxsize=8)
def fte_sensitivity(case: Engagement) -> pd.DataFrame:
    """Return how far each assumption moves paid staff, one at a time.

    An assumption moves over the range the client gave, one without a range by a tenth either way.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        name, meaning, unit, low and high [unit], ranged (whether the client gave them), fte_low and
        fte_high [FTE: paid staff at the low and the high value], swing [FTE]; widest swing first,
        those without any left out. The volume moves along the courses it may take.
    """
    given = case.register[case.register["name"].isin(_drivers(case))]
    rows = [_volume_row(case), *(_driver_row(case, row) for row in given.to_dict("records"))]
    frame = pd.DataFrame(rows, columns=DRIVER_COLUMNS)
    felt = frame[frame["swing"] > 0]
    return felt.sort_values("swing", ascending=False, kind="stable").reset_index(drop=True)


@lru_cache(maxsize=8)
def forecast_error(case: Engagement) -> pd.DataFrame:
    """Return the people to hold in reserve because the volume is not known for sure.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        One row for this forecast, one for repeating the last season: forecast, wape [share],
        fte_expected [FTE], fte_covered [FTE: paid staff that keeps the promise in nine months of
        ten], reserve_fte [FTE: the difference]. Only the first row when the back-test says nothing
        of the other.

    Notes
    -----
    A month's 90% volume lies as far above the expected one as its interval says; with the last
    season repeated, further by the ratio of the two back-tested errors.

    References
    ----------
    Source: house practice.
    """
    outlook = volume_outlook(case)
    mean, high = staffed_volume(case, np.stack([outlook.mean, outlook.high]))[:, :YEAR]
    used, naive = _errors(outlook)
    factor = _newcomer_factor(case)
    expected = float(required_fte(case, mean).mean()) * factor
    rows = []
    for name, wape in ((USED, used), (NAIVE, naive)):
        wider = 1.0 if name == USED else wape / used if used > 0 else np.nan
        if np.isfinite(wider):
            covered = float(required_fte(case, mean + (high - mean) * wider).mean()) * factor
            rows.append((name, wape, expected, covered, covered - expected))
    return pd.DataFrame(rows, columns=ERROR_COLUMNS)


def fte_range(case: Engagement) -> tuple[float, float, float]:
    """Return the 10%, 50% and 90% points of average paid staff over all courses of volume. [FTE]."""
    low, middle, high = np.quantile(staffing_plan(case).courses, [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)


def _answer_times(own: float) -> Iterable[float]:
    return (min(max(own * factor, 1.0), 3600.0) for factor in ANSWER_FACTORS)


def _first_year_volume(case: Engagement) -> np.ndarray:
    """Return the volume that each month of the first year is staffed for."""
    return staffed_volume(case, volume_outlook(case).mean)[:YEAR]


def _newcomer_factor(case: Engagement) -> float:
    """Return the people paid for each experienced one that is required, in the first year."""
    team = staffing_plan(case).team
    required = float(team.required[:YEAR].sum())
    return float(team.paid[:YEAR].sum()) / required if required else 1.0


def _drivers(case: Engagement) -> list[str]:
    idle = set(() if week_demand(case) is not None else LIVE_ONLY)
    idle |= set(() if case.profile.holds_several else CHAT_ONLY)
    return [name for name in DRIVERS if name not in idle]


def _driver_row(case: Engagement, row: dict[Hashable, Any]) -> tuple[object, ...]:
    name, ranged = str(row["name"]), bool(row["low"] < row["high"])
    low, high = (row["low"], row["high"]) if ranged else _a_tenth_around(case, name, float(row["value"]))
    ends = [_paid(case, name, float(value)) for value in (low, high)]
    return name, row["meaning"], row["unit"], low, high, ranged, *ends, abs(ends[1] - ends[0])


def _paid(case: Engagement, name: str, value: float) -> float:
    """Return average paid staff of the first year with one assumption changed; NaN where it cannot be."""
    try:
        moved = case.with_values({name: value})
    except InputError:  # legal alone, not beside the client's other values
        return float("nan")
    return float(own_team(moved, volume_outlook(moved).mean).paid[:YEAR].mean())


def _a_tenth_around(case: Engagement, name: str, value: float) -> tuple[float, float]:
    """Return a tenth less and a tenth more, or as far as `WHOLE` says."""
    step = WHOLE.get(name, STEP * value)
    declared = {each.name: each for kind in case.terms for each in kind.declarations()}[name]
    least = -np.inf if declared.ge is None else declared.ge
    most = np.inf if declared.le is None else declared.le
    return max(value - step, least), min(value + step, most)


def _volume_row(case: Engagement) -> tuple[object, ...]:
    _, low, high = staffing_plan(case).first_year
    meaning = "volume, in eight of ten courses it may take"
    return "forecast.volume", meaning, "", np.nan, np.nan, True, low, high, high - low


def _errors(outlook: VolumeOutlook) -> tuple[float, float]:
    """Return the back-tested error of the forecast used and of repeating the last season; NaN if unknown."""
    table = outlook.forecast.accuracy
    used, naive = table.loc[table["chosen"], "wape"], table.loc[table["method"] == SEASONAL_NAIVE, "wape"]
    return tuple(float(found.iloc[0]) if len(found) else float("nan") for found in (used, naive))  # type: ignore[return-value]

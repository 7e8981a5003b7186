"""Who has to be at work in each interval of a week: opening hours, shrinkage, fewest people present."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.staffing.shift_patterns import ShiftTerms
from bpo_lib.staffing.terms import WorkTerms

DAY, WEEK = 1440, 7 * 1440  # [minutes]

# A week's volume smaller than this share of it does not open an interval (house assumption).
STRAY_SHARE = 1e-6


@dataclass(frozen=True)
class OpeningHours:
    """When the team works, by weekday.

    Parameters
    ----------
    opens, closes : tuple of int, of seven
        Minute of the day, Monday first; closing after midnight is above 1440, a closed day
        closes when it opens. [minutes]
    """

    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.opens) != 7 or len(self.closes) != 7:
            raise InputError("opening hours need seven days, Monday first")
        for day, (opens, closes) in enumerate(zip(self.opens, self.closes, strict=True), start=1):
            if not 0 <= opens <= closes <= opens + DAY:
                raise InputError(
                    f"opening hours of weekday {day} run from minute {opens} to {closes}; closing must "
                    "follow opening within 24 hours"
                )

    @classmethod
    def of_volume(cls, week: pd.DataFrame) -> "OpeningHours":
        """Return the hours from the first to the last interval with work of each weekday.

        Parameters
        ----------
        week : DataFrame with columns weekday, start (`HH:MM`) and volume
        """
        worked = week[week["volume"] > STRAY_SHARE * week["volume"].sum()]
        minutes, step = _minutes(worked["start"]), _step_minutes(week)
        opens, closes = [0] * 7, [0] * 7
        for day in range(7):
            mine = minutes[(worked["weekday"] == day).to_numpy()]
            if mine.size:
                opens[day], closes[day] = int(mine.min()), int(mine.max()) + step
        return cls(tuple(opens), tuple(closes))

    def is_open(self, step_minutes: int) -> np.ndarray:
        """Return for each interval of a week from Monday 0:00 whether the team works in it.

        Parameters
        ----------
        step_minutes : int
            An interval that is open in part counts as open. [minutes]

        Returns
        -------
        ndarray of bool, shape (intervals,)
        """
        found = np.zeros(WEEK // step_minutes, dtype=bool)
        for day, (opens, closes) in enumerate(zip(self.opens, self.closes, strict=True)):
            first = (day * DAY + opens) // step_minutes
            beyond = math.ceil((day * DAY + closes) / step_minutes)
            found[np.arange(first, beyond) % found.size] = closes > opens
        return found


@dataclass(frozen=True, eq=False)
class PresenceNeed:
    """The people who have to be at work, by interval of a week.

    Parameters
    ----------
    agents : ndarray, shape (intervals,)
        Agents taking work, Monday 0:00 first; 0 outside the opening hours.
    at_work : ndarray, shape (intervals,)
        People at work so that so many can take work, not rounded; at least the smallest presence
        where open.
    is_open : ndarray of bool, shape (intervals,)
    step_minutes : int
        [minutes]
    outside_share : float
        Share of the week's volume that comes outside the opening hours and is not answered.
    """

    agents: np.ndarray
    at_work: np.ndarray
    is_open: np.ndarray
    step_minutes: int
    outside_share: float

    @property
    def hours(self) -> float:
        """Return the hours at work that a week needs if people could come and go at will. [hours/week]"""
        return float(self.at_work.sum()) * self.step_minutes / 60

    @property
    def whole(self) -> np.ndarray:
        """Return the people at work in each interval, whole ones."""
        return np.ceil(self.at_work - 1e-9).astype(int)

    def every(self, minutes: int) -> "PresenceNeed":
        """Return the same need by intervals of another length, at its largest within each.

        Parameters
        ----------
        minutes : int
            A divisor of a day. [minutes]
        """
        common = math.gcd(self.step_minutes, minutes)

        def _at(values: np.ndarray) -> np.ndarray:
            finer = np.repeat(values, self.step_minutes // common)
            return finer.reshape(-1, minutes // common).max(axis=1)

        return PresenceNeed(
            _at(self.agents), _at(self.at_work), _at(self.is_open), minutes, self.outside_share
        )


def presence_need(
    week: pd.DataFrame,
    work: WorkTerms,
    terms: ShiftTerms,
    *,
    opening: OpeningHours | None = None,
    unplanned_shrinkage: Sequence[float] | np.ndarray | None = None,
) -> PresenceNeed:
    """Return who has to be at work in each interval of a week.

    Parameters
    ----------
    week : DataFrame with columns weekday, start (`HH:MM`), volume and agents
        As `staffed_week` returns it; intervals that are left out have no work.
    work : WorkTerms
        Its unplanned shrinkage is the default.
    terms : ShiftTerms
        Its smallest presence holds in every open interval.
    opening : OpeningHours, optional
        From the volume when left out.
    unplanned_shrinkage : sequence of float, optional
        One share for each row of the week, where breaks and meetings lie at set times.

    Raises
    ------
    InputError
        When intervals are not equally long, or a share of shrinkage is not from 0 to below 1.

    Notes
    -----
    Planned shrinkage (holiday, sickness) is not time at work, so it enters with the people on the
    payroll and not here: gross = net / ((1 - planned) (1 - unplanned)) in two steps.

    References
    ----------
    Factors of shrinkage multiply. Source: house practice.
    """
    step = _step_minutes(week)
    slot = week["weekday"].to_numpy() * (DAY // step) + _minutes(week["start"]) // step
    lost = _checked_shares(
        week, work.unplanned_shrinkage if unplanned_shrinkage is None else unplanned_shrinkage
    )
    is_open = (opening or OpeningHours.of_volume(week)).is_open(step)
    agents, gross, volume = (np.zeros(WEEK // step) for _ in range(3))
    agents[slot] = week["agents"]
    gross[slot] = week["agents"] / (1 - lost)
    volume[slot] = week["volume"]
    at_work = np.where(is_open, np.maximum(gross, terms.minimum_presence), 0.0)
    outside = float(volume[~is_open].sum() / volume.sum()) if volume.sum() > 0 else 0.0
    return PresenceNeed(np.where(is_open, agents, 0.0), at_work, is_open, step, outside)


def _checked_shares(week: pd.DataFrame, given: float | Sequence[float] | np.ndarray) -> np.ndarray:
    shares = np.asarray(given, dtype=float)
    if shares.ndim and shares.size != len(week):
        raise InputError(f"unplanned shrinkage has {shares.size} values for a week of {len(week)} intervals")
    if not ((shares >= 0) & (shares < 1)).all():
        raise InputError("unplanned shrinkage must be from 0 to below 1 in every interval")
    return shares


def _minutes(starts: pd.Series) -> np.ndarray:
    parts = starts.str.split(":", expand=True).astype(int)
    return (parts[0] * 60 + parts[1]).to_numpy() if len(starts) else np.zeros(0, dtype=int)


def _step_minutes(week: pd.DataFrame) -> int:
    """Return the length of the week's intervals: the smallest distance of two starts."""
    starts = np.unique(_minutes(week["start"]))
    step = int(np.diff(starts).min()) if starts.size > 1 else DAY
    if DAY % step or (starts % step).any():
        raise InputError("the intervals of the week are not equally long")
    return step

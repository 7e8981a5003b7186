"""Shifts that may be worked: their lengths, starts and breaks, laid over the intervals of a week."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.errors import InputError

QUARTER = 15  # shifts and breaks are whole quarter hours [minutes]

# The break begins when between three and five eighths of the work is done (house assumption).
EARLIEST_BREAK, LATEST_BREAK = 3 / 8, 5 / 8


class ShiftTerms(Terms):
    """How people are rostered where the hour matters."""

    group: ClassVar[str] = "shifts"

    full_time_hours: float = assumption(
        "paid hours of a full-time shift", unit="hours/day", ge=6, le=10, default=8
    )
    part_time_hours: float = assumption(
        "paid hours of a part-time shift, worked without a break", unit="hours/day", ge=3, le=6, default=5
    )
    max_part_time_share: float = assumption(
        "largest share of rostered hours worked part-time; 0 for full-time staff only",
        unit="share",
        ge=0,
        le=1,
        default=0.2,
    )
    part_time_cost_factor: float = assumption(
        "cost of a part-time hour against a full-time hour", unit="ratio", ge=0.8, le=1.5, default=1
    )
    break_minutes: float = assumption(
        "unpaid break of a full-time shift", unit="minutes", ge=0, le=90, default=30
    )
    days_per_week: int = assumption(
        "days a person works in a week; the days off lie together", unit="days/week", ge=4, le=6, default=5
    )
    start_step_minutes: float = assumption(
        "shifts start at multiples of this time", unit="minutes", ge=15, le=120, default=30
    )
    start_drift_hours: float = assumption(
        "how far one person's starts may lie apart within a week", unit="hours", ge=0, le=24, default=2
    )
    minimum_presence: int = assumption(
        "people at work in every open interval, however little work comes",
        unit="people",
        ge=0,
        le=20,
        default=2,
    )

    @model_validator(mode="after")
    def _whole_quarters(self) -> Self:
        for name, minutes in (
            ("full_time_hours", self.full_time_hours * 60),
            ("part_time_hours", self.part_time_hours * 60),
            ("break_minutes", self.break_minutes),
            ("start_step_minutes", self.start_step_minutes),
        ):
            if minutes % QUARTER:
                raise ValueError(f"{name} is not a whole number of quarter hours")
        return self

    @property
    def kinds(self) -> tuple["ShiftKind", ...]:
        """Return the kinds of shift that may be worked, full-time first."""
        full = ShiftKind("full_time", int(self.full_time_hours * 60), int(self.break_minutes), 1.0)
        part = ShiftKind("part_time", int(self.part_time_hours * 60), 0, self.part_time_cost_factor)
        return (full, part) if self.max_part_time_share > 0 else (full,)


@dataclass(frozen=True)
class ShiftKind:
    """A kind of shift.

    Parameters
    ----------
    name : str
        `full_time` or `part_time`.
    paid_minutes : int
        Time at work and paid. [minutes/day]
    break_minutes : int
        Unpaid break in the middle; 0 for none. [minutes/day]
    cost_factor : float
        Cost of an hour against a full-time hour.
    """

    name: str
    paid_minutes: int
    break_minutes: int
    cost_factor: float

    def pauses(self, step_minutes: int) -> list[int]:
        """Return after how many intervals the break may begin; one entry, the end, without a break."""
        work = self.paid_minutes // step_minutes
        if not self.break_minutes:
            return [work]
        return [at for at in range(work + 1) if EARLIEST_BREAK <= at / work <= LATEST_BREAK] or [work // 2]


@dataclass(frozen=True, eq=False)
class ShiftPatterns:
    """Every shift that may be worked in a day or a week.

    Parameters
    ----------
    kinds : tuple of ShiftKind
    kind, start, pause, end : ndarray of int, shape (patterns,)
        Which kind, the interval of the week it starts in, and the first interval of the break
        and the first one after the shift; these two may lie beyond the end of the week. Without
        a break `pause` is `end`.
    presence : ndarray of bool, shape (intervals, patterns)
        Who is at work when.
    step_minutes : int
        Length of an interval. [minutes]
    """

    kinds: tuple[ShiftKind, ...]
    kind: np.ndarray
    start: np.ndarray
    pause: np.ndarray
    end: np.ndarray
    presence: np.ndarray
    step_minutes: int

    @property
    def paid_hours(self) -> np.ndarray:
        """Return the paid hours of each pattern. [hours/day]"""
        return np.array([kind.paid_minutes / 60 for kind in self.kinds])[self.kind]


def shift_patterns(
    is_open: np.ndarray, step_minutes: int, terms: ShiftTerms, *, around_the_week: bool = True
) -> ShiftPatterns:
    """Return every shift the terms allow within the opening hours.

    Parameters
    ----------
    is_open : ndarray of bool, shape (intervals,)
        Whether the team works in each interval of a week, or of a day.
    step_minutes : int
        Length of an interval; the shift and the break are whole numbers of it. [minutes]
    terms : ShiftTerms
    around_the_week : bool
        Whether the night of Sunday runs into Monday; a single day ends at its end.

    Raises
    ------
    InputError
        When a shift or a break is not a whole number of intervals.

    Notes
    -----
    A shift lies within an open stretch and starts on the grid of the terms, with the opening, or
    so that it ends with the closing. In a stretch shorter than the shift it starts with the opening
    and is paid to its end.
    """
    rows = []
    for number, kind in enumerate(terms.kinds):
        _check_whole(kind, step_minutes)
        length = (kind.paid_minutes + kind.break_minutes) // step_minutes
        for first in _starts(
            is_open, length, step_minutes, terms.start_step_minutes, around_the_week=around_the_week
        ):
            rows += [(number, first, first + at, first + length) for at in kind.pauses(step_minutes)]
    kind_of, start, pause, end = np.array(rows, dtype=int).reshape(-1, 4).T
    rest = np.array([kind.break_minutes // step_minutes for kind in terms.kinds])[kind_of]
    since = np.arange(is_open.size)[:, None] - start
    if around_the_week:
        since %= is_open.size
    resting = (since >= pause - start) & (since < pause - start + rest)
    presence = (since >= 0) & (since < end - start) & ~resting
    return ShiftPatterns(terms.kinds, kind_of, start, pause, end, presence, step_minutes)


def _check_whole(kind: ShiftKind, step_minutes: int) -> None:
    for name, minutes in (("shift", kind.paid_minutes), ("break", kind.break_minutes)):
        if minutes % step_minutes:
            raise InputError(
                f"a {name} of {minutes} minutes is not a whole number of {step_minutes}-minute intervals; "
                "use shorter intervals or change its length"
            )


def _starts(
    is_open: np.ndarray, length: int, step_minutes: int, grid_minutes: float, *, around_the_week: bool
) -> list[int]:
    """Return the intervals in which a shift of this length may start."""
    size = is_open.size
    on_grid = np.arange(size) * step_minutes % grid_minutes == 0
    if is_open.all() and around_the_week:
        return np.flatnonzero(on_grid).tolist()
    chosen: set[int] = set()
    for first, beyond in open_stretches(is_open, around_the_week=around_the_week):
        last = max(beyond - length, first)
        inside = [at for at in range(first, last + 1) if on_grid[at % size]]
        chosen |= {at % size for at in (first, *inside, last)}
    return sorted(chosen)


def open_stretches(is_open: np.ndarray, *, around_the_week: bool) -> list[tuple[int, int]]:
    """Return first interval and the one after the last of every open stretch.

    A stretch that runs over the end of the week is one, and its end lies beyond the week.
    """
    before = np.roll(is_open, 1) if around_the_week else np.r_[False, is_open[:-1]]
    after = np.roll(is_open, -1) if around_the_week else np.r_[is_open[1:], False]
    firsts = np.flatnonzero(is_open & ~before)
    lasts = np.flatnonzero(is_open & ~after)
    if firsts.size and lasts[0] < firsts[0]:
        lasts = np.r_[lasts[1:], lasts[0] + is_open.size]
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]

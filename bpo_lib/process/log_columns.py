"""An event log as aligned arrays: checked, ordered in time inside each case, with what was disclosed."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError

REQUIRED = ("case_id", "activity", "timestamp")
UNSAID, OTHER, START, COMPLETE = -1, 0, 1, 2  # the states that are told apart
_STATES = {"start": START, "complete": COMPLETE}
_FIRST_ROW = 2  # a spreadsheet counts the header as row 1
_SIMULATED_BEFORE = 1980
_NANOSECONDS = 1_000_000_000


@dataclass(frozen=True, eq=False)
class LogColumns:
    """The events of a log in the order case, time, place in the file.

    Every array has one entry per event; names are kept once and events point to them.

    Parameters
    ----------
    case : ndarray of int
        Number of the case, 0 to cases - 1, never falling.
    activity : ndarray of int
        Position in `activity_names`.
    seconds : ndarray of float
        Time since the first event of the log. [seconds]
    resource : ndarray of int or None
        Number of the resource, -1 where none is written; None when the log has no such column.
    state : ndarray of int or None
        UNSAID, OTHER, START or COMPLETE; None when the log has no lifecycle column.
    activity_names : ndarray of str
        Names of the activities.
    notes : tuple of str
        What a reader should know about how the log was read.
    """

    case: np.ndarray
    activity: np.ndarray
    seconds: np.ndarray
    resource: np.ndarray | None
    state: np.ndarray | None
    activity_names: np.ndarray
    notes: tuple[str, ...] = field(default=())

    @property
    def cases(self) -> int:
        """Number of cases."""
        return int(self.case[-1]) + 1 if len(self.case) else 0

    @property
    def continues(self) -> np.ndarray:
        """Whether the next event belongs to the same case; one entry fewer than events."""
        return self.case[1:] == self.case[:-1]

    @property
    def starts(self) -> np.ndarray:
        """Position of the first event of every case."""
        return np.flatnonzero(np.r_[True, ~self.continues])

    @property
    def ends(self) -> np.ndarray:
        """Position of the last event of every case."""
        return np.flatnonzero(np.r_[~self.continues, True])

    def only(self, kept: np.ndarray, *notes: str) -> Self:
        """Return the events where `kept` is true, cases and activities numbered anew."""
        if not kept.any():
            raise InputError("no event is left to profile; " + "; ".join(notes))
        case = np.unique(self.case[kept], return_inverse=True)[1]
        used, activity = np.unique(self.activity[kept], return_inverse=True)
        return replace(
            self,
            case=case,
            activity=activity,
            seconds=self.seconds[kept],
            resource=None if self.resource is None else self.resource[kept],
            state=None if self.state is None else self.state[kept],
            activity_names=self.activity_names[used],
            notes=(*self.notes, *notes),
        )


def read_columns(events: pd.DataFrame, classifier: Collection[str] = ("activity",)) -> LogColumns:
    """Return a log as arrays.

    Parameters
    ----------
    events : pandas.DataFrame
        Columns case_id, activity, timestamp, and optionally lifecycle and resource.
    classifier : collection of str
        Columns that together name an activity.

    Raises
    ------
    InputError
        When a column is absent, the log is empty, or an event has no case, activity or readable time.
    """
    _check(events, {*REQUIRED, *classifier})
    clock, notes = _clock(events["timestamp"])
    case, _ = _needed(events["case_id"])
    activity, names = _needed(events["activity"])
    if tuple(classifier) != ("activity",):
        activity, names = _codes(_label(events, classifier))
    order = np.lexsort((clock, case))  # keeps the order of the file where times are equal
    case, clock = case[order], clock[order]
    ties = int(np.sum((case[1:] == case[:-1]) & (clock[1:] == clock[:-1])))
    if ties:
        notes.append(
            f"{ties:,} events carry the same time as the one before them in their case; "
            "they stay in the order of the file."
        )
    return LogColumns(
        case=case,
        activity=activity[order],
        seconds=(clock - clock.min()) / _NANOSECONDS,
        resource=_resource(events, order),
        state=_state(events, order),
        activity_names=np.asarray(names, dtype=object),
        notes=tuple(notes),
    )


def _check(events: pd.DataFrame, needed: Collection[str]) -> None:
    absent = [name for name in sorted(needed) if name not in events.columns]
    if absent:
        raise InputError(f"the event log has no column {' or '.join(absent)}")
    if events.empty:
        raise InputError("the event log has no events")


def _codes(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return a number for every cell, -1 where it is empty, and the names they stand for."""
    codes, found = pd.factorize(column)
    names = np.asarray(found, dtype=object)
    return np.where(np.isin(codes, np.flatnonzero(names == "")), -1, codes), names


def _needed(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    codes, names = _codes(column)
    if codes.min() < 0:
        raise InputError(f"row {int(np.argmin(codes)) + _FIRST_ROW} of the event log has no {column.name}")
    return codes, names


def _label(events: pd.DataFrame, classifier: Collection[str]) -> pd.Series:
    first, *others = classifier
    label = events[first].astype(str)
    for name in others:
        label = label + "+" + events[name].fillna("").astype(str)
    return label


def _clock(column: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return times in nanoseconds since 1970, and what has to be said about the clock."""
    told = pd.to_datetime(column, utc=True, errors="coerce", format="ISO8601")
    if told.isna().any():
        row = int(np.argmax(told.isna().to_numpy()))
        raise _unreadable(column.iloc[row], row + _FIRST_ROW)
    notes = []
    if told.min().year < _SIMULATED_BEFORE:
        notes.append(
            f"The clock of the log starts in {told.min().year}: it is simulated or was reset. "
            "Durations can be used, dates cannot."
        )
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        notes.append("Times carry no UTC offset: a duration across a clock change may be an hour out.")
    return told.dt.as_unit("ns").to_numpy(dtype="datetime64[ns]").astype(np.int64), notes


def _unreadable(cell: Any, row: int) -> InputError:
    if pd.isna(cell) or cell == "":
        return InputError(f"row {row} of the event log has no timestamp")
    words = f"{cell!r} is not a date and time; write it as 2025-03-31 14:05"
    return InputError(f"row {row} of the event log: {words}")


def _resource(events: pd.DataFrame, order: np.ndarray) -> np.ndarray | None:
    if "resource" not in events:
        return None
    codes, _ = _codes(events["resource"])
    return codes[order] if codes.max() >= 0 else None


def _state(events: pd.DataFrame, order: np.ndarray) -> np.ndarray | None:
    if "lifecycle" not in events:
        return None
    codes, names = _codes(events["lifecycle"])
    known = [_STATES.get(str(name).strip().lower(), OTHER) for name in names]
    return np.asarray([*known, UNSAID], dtype=np.int8)[codes][order]  # code -1 is the last entry

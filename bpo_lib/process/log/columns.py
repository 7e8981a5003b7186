"""An event log as aligned arrays: checked, ordered in time inside each case, with what was disclosed."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.process.log.clock import FIRST_ROW, read_clock
from bpo_lib.process.log.look_alikes import activity_look_alikes, case_look_alikes

PLAIN = ("activity",)  # the classifier under which a log speaks of activities by name
REQUIRED = ("case_id", "activity", "timestamp")
UNSAID, OTHER, START, COMPLETE = -1, 0, 1, 2  # the states that are told apart
_STATES = {"start": START, "complete": COMPLETE}
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
    case_of : ndarray of int
        Number each case had when the log was read; cases left out leave gaps.
    began : Timestamp
        When the first event of the log happened, without a zone; in UTC where offsets are known.
    classifier : tuple of str
        The columns that together name an activity.
    offset_minutes : ndarray of int or None
        What to add to that clock for each event's local time; None where it is nothing. [minutes]
    simulated : bool
        Whether the clock is simulated, so that dates mean nothing.
    notes : tuple of str
        What a reader should know about how the log was read.
    """

    case: np.ndarray
    activity: np.ndarray
    seconds: np.ndarray
    resource: np.ndarray | None
    state: np.ndarray | None
    activity_names: np.ndarray
    case_of: np.ndarray
    began: pd.Timestamp
    classifier: tuple[str, ...] = PLAIN
    offset_minutes: np.ndarray | None = None
    simulated: bool = False
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
        cases, case = np.unique(self.case[kept], return_inverse=True)
        used, activity = np.unique(self.activity[kept], return_inverse=True)
        return replace(
            self,
            case=case,
            activity=activity,
            seconds=self.seconds[kept],
            resource=None if self.resource is None else self.resource[kept],
            state=None if self.state is None else self.state[kept],
            offset_minutes=None if self.offset_minutes is None else self.offset_minutes[kept],
            activity_names=self.activity_names[used],
            case_of=self.case_of[cases],
            notes=(*self.notes, *notes),
        )


def read_columns(events: pd.DataFrame, classifier: Collection[str] = PLAIN) -> LogColumns:
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
    told = read_clock(events["timestamp"], events.get("utc_offset"))
    case, ids = _needed(events["case_id"])
    activity, names = _needed(events["activity"])
    if tuple(classifier) != PLAIN:
        activity, names = _labels(events, classifier)
    order = np.lexsort((told.nanoseconds, case))  # keeps the order of the file where times are equal
    case, clock = case[order], told.nanoseconds[order]
    first_rows = order[np.flatnonzero(np.r_[True, case[1:] != case[:-1]])]
    return LogColumns(
        case=case,
        activity=activity[order],
        seconds=(clock - clock.min()) / _NANOSECONDS,
        resource=_resource(events, order),
        state=_state(events, order),
        activity_names=np.asarray(names, dtype=object),
        case_of=np.arange(len(ids)),
        began=pd.Timestamp(int(clock.min())),
        classifier=tuple(classifier),
        offset_minutes=None if told.offset_minutes is None else told.offset_minutes[order],
        simulated=told.simulated,
        notes=(
            *_how_named(classifier),
            *told.notes,
            *_ties(case, clock),
            *case_look_alikes(ids.tolist(), first_rows),
            *activity_look_alikes(names.tolist()),
        ),
    )


def _how_named(classifier: Collection[str]) -> tuple[str, ...]:
    """Return how activities were told apart, where it is not by their name alone."""
    if tuple(classifier) == PLAIN:
        return ()
    told = " and ".join(name.replace("_", " ") for name in classifier)
    return (f"Activities are told apart by {told} together, so routes are counted more finely.",)


def _ties(case: np.ndarray, clock: np.ndarray) -> tuple[str, ...]:
    ties = int(np.sum((case[1:] == case[:-1]) & (clock[1:] == clock[:-1])))
    if not ties:
        return ()
    caution = (
        f"{ties:,} events carry the same time as the one before them in their case; "
        "they stay in the order of the file."
    )
    return (caution,)


def _check(events: pd.DataFrame, needed: Collection[str]) -> None:
    if not isinstance(events, pd.DataFrame):
        raise InputError(f"an event log is a DataFrame, not {type(events).__name__}; build one from it")
    absent = [name for name in sorted(needed) if name not in events.columns]
    if len(events.columns) == 1 and ";" in str(events.columns[0]):
        raise InputError("the columns of the event log are separated by semicolons; read it with sep=';'")
    if absent:
        raise InputError(f"the event log has no column {' or '.join(absent)}")
    twice = events.columns[events.columns.duplicated()].intersection([*needed, "lifecycle", "resource"])
    if len(twice):
        raise InputError(f"the event log has the column {twice[0]} twice; keep one of the two")
    if events.empty:
        raise InputError("the event log has no events")


def _codes(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return a number for every cell, -1 where it is empty, and the texts they stand for."""
    codes, found = pd.factorize(column)
    texts = [_text(name) for name in found]
    # A number 7 and a text 7 are one name; numbering the texts again joins them.
    again, names = pd.factorize(np.asarray(texts, dtype=object))
    empty = np.flatnonzero([not name.strip() for name in names])
    again = np.where(np.isin(again, empty), -1, again)
    return np.r_[again, -1][codes], np.asarray(names, dtype=object)  # code -1 is the last entry


def _text(name: Any) -> str:
    """Return a cell as it would be written; a spreadsheet's 7.0 is a 7."""
    return str(int(name)) if isinstance(name, float) and name.is_integer() else str(name)


def _needed(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    codes, names = _codes(column)
    if codes.min() < 0:
        raise InputError(f"row {int(np.argmin(codes)) + FIRST_ROW} of the event log has no {column.name}")
    return codes, names


def _labels(events: pd.DataFrame, classifier: Collection[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return activities named by several columns together, an empty cell as nothing after its plus."""
    label, names = np.zeros(len(events), dtype=np.int64), np.asarray([""], dtype=object)
    for place, column in enumerate(classifier):
        codes, found = _codes(events[column])
        written = [*found, ""]  # code -1 is the last entry
        label, pairs = pd.factorize(label * len(written) + codes % len(written))
        before, own = np.divmod(pairs, len(written))
        joint = "+" if place else ""
        names = np.asarray(
            [f"{names[first]}{joint}{written[last]}" for first, last in zip(before, own, strict=True)],
            dtype=object,
        )
    return label, names


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

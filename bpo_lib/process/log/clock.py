"""The times of an event log on one clock, and what has to be said about that clock."""

import datetime as dt
import re
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError

FIRST_ROW = 2  # a spreadsheet counts the header as row 1
SIMULATED_BEFORE = 1980  # no business system has events from before (house assumption)
_OFFSET_PLACES = ((0, 1, 4), (1, 2, 4), (3, 4, 0))  # sign, hour, minute in the last six letters; 0: none
_DATE_LETTERS = 10  # of 2025-03-31, whose dashes are no offset
_LOCAL = np.iinfo(np.int16).min  # stands for: no offset is written
_MINUTE = 60
_MOST_NAMED = 4
_NO_OFFSET = "Times carry no UTC offset: a duration across a clock change may be an hour out."


class _Form(NamedTuple):
    """One way of writing an offset at the end of a time."""

    pattern: str
    letters: int

    def ends(self, text: str) -> bool:
        """Whether a text ends in this form, after a digit."""
        return text[-self.letters - 1 : -self.letters].isdecimal() and bool(
            re.fullmatch(self.pattern, text[-self.letters :])
        )


_OFFSET_FORMS = (_Form("[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]", 6), _Form("Z", 1))


class Clock(NamedTuple):
    """The times of a log.

    `nanoseconds` since 1970, in UTC where offsets are known; `offset_minutes` what to add for the local
    time of each event, None where it is nothing; `simulated`: the dates mean nothing.
    """

    nanoseconds: np.ndarray
    offset_minutes: np.ndarray | None
    simulated: bool
    notes: tuple[str, ...]


def read_clock(column: pd.Series, offset_minutes: pd.Series | None = None) -> Clock:
    """Return times on one clock.

    Parameters
    ----------
    column : pandas.Series
        Texts such as 2025-03-31 14:05 with or without a UTC offset, dates and times of Python, or times
        of pandas.
    offset_minutes : pandas.Series, optional
        Offsets the times had before they were turned into UTC. [minutes]

    Raises
    ------
    InputError
        When a cell holds no time, or some hold an offset and others none.
    """
    if pd.api.types.is_numeric_dtype(column):
        raise _unreadable(column.iloc[0], FIRST_ROW)
    told, offsets = utc_times(column)
    missing = told.isna().to_numpy()
    if missing.any():
        row = int(np.argmax(missing))
        raise _unreadable(column.iloc[row], row + FIRST_ROW)
    if offset_minutes is not None:
        offsets = offset_minutes.to_numpy()
    elif offsets is None:
        offsets = _offsets(column)
    _check_one_kind(column, offsets)
    nanoseconds = told.dt.as_unit("ns").to_numpy(dtype="datetime64[ns]").astype(np.int64)
    simulated, notes = _era(told)
    local = offsets is not None and bool(len(offsets)) and offsets[0] == _LOCAL
    notes += [_NO_OFFSET] if local else _zones(offsets)
    return Clock(nanoseconds, None if local or offsets is None else offsets, simulated, tuple(notes))


def utc_times(column: pd.Series) -> tuple[pd.Series, np.ndarray | None]:
    """Return times in UTC, NaT where a cell holds none, and their offsets where those were cut off first.

    Reading the offset of every text on its own takes pandas ten times as long as the rest of the text, so
    that offsets which are all written in one form are cut off and taken from the times in one go.

    Parameters
    ----------
    column : pandas.Series
        Texts, dates and times of Python, or times of pandas.

    Returns
    -------
    pandas.Series
    ndarray of int or None
        [minutes]
    """
    first = column.iloc[0] if len(column) else None
    form = isinstance(first, str) and next((each for each in _OFFSET_FORMS if each.ends(first.strip())), None)
    if form and pd.api.types.infer_dtype(column, skipna=False) == "string":
        texts = [cell.strip() for cell in column]
        minutes = _cut_offsets(texts, form)
        if minutes is not None:
            stems = pd.Series([text[: -form.letters] for text in texts], index=column.index)
            local = pd.to_datetime(stems, utc=True, errors="coerce", format="ISO8601")
            if local.notna().all():
                return local - pd.to_timedelta(minutes.astype(np.int64), unit="min"), minutes
    return pd.to_datetime(column, utc=True, errors="coerce", format="ISO8601"), None


def _cut_offsets(texts: list[str], form: "_Form") -> np.ndarray | None:
    """Return the offset of every text; None unless all are a time with a digit and this form at its end."""
    tails = [text[-form.letters - 1 :] for text in texts]
    kinds = set(tails)
    if not all(map(form.ends, kinds)) or min(map(len, texts)) <= _DATE_LETTERS + form.letters:
        return None
    clocks = "".join([text[_DATE_LETTERS : -form.letters] for text in texts])
    if any(sign in clocks for sign in "+-Zz"):  # a second offset before the last one
        return None
    minutes = {tail: int(_written_offsets(["-" * _DATE_LETTERS + tail[1:]])[0]) for tail in kinds}
    return np.fromiter(map(minutes.__getitem__, tails), dtype=np.int16, count=len(tails))


def _unreadable(cell: Any, row: int) -> InputError:
    if pd.isna(cell) or str(cell).strip() == "":
        return InputError(f"row {row} of the event log has no timestamp")
    words = f"{str(cell)!r} is not a date and time; write it as 2025-03-31 14:05"
    return InputError(f"row {row} of the event log: {words}")


def _offsets(column: pd.Series) -> np.ndarray | None:
    """Return the offset of every time in minutes; None where all are in UTC."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        if str(column.dt.tz) == "UTC":
            return None
        wall = column.dt.tz_localize(None) - column.dt.tz_convert("UTC").dt.tz_localize(None)
        return (wall.dt.total_seconds() // _MINUTE).to_numpy(dtype=np.int16)
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        return np.full(len(column), _LOCAL, dtype=np.int16)
    if pd.api.types.infer_dtype(column) == "string":
        return _written_offsets([cell.strip() for cell in column])
    return np.fromiter(map(_offset, column), dtype=np.int16, count=len(column))


def _offset(cell: Any) -> int:
    if isinstance(cell, str):
        return int(_written_offsets([cell.strip()])[0])
    passed = cell.utcoffset() if isinstance(cell, dt.datetime) else None
    return _LOCAL if passed is None else int(passed.total_seconds() // _MINUTE)


def _written_offsets(texts: list[str]) -> np.ndarray:
    """Return the offset at the end of each text: Z, +01:00, +0100 or +01. [minutes]

    Letters are compared as numbers, all texts at once: a million of them would take seconds one by one.
    """
    letters = np.array([text[_DATE_LETTERS:][-6:].rjust(6) for text in texts], dtype="U6")
    letter = letters.view(np.uint32).reshape(len(texts), 6)
    digit = letter.astype(np.int64) - ord("0")
    minutes = np.full(len(texts), _LOCAL, dtype=np.int16)
    minutes[np.isin(letter[:, 5], [ord("Z"), ord("z")])] = 0
    for sign, hour, rest in _OFFSET_PLACES:
        found = np.isin(letter[:, sign], [ord("+"), ord("-")])
        size = (digit[:, hour] * 10 + digit[:, hour + 1]) * _MINUTE
        size += digit[:, rest] * 10 + digit[:, rest + 1] if rest else 0
        minutes[found] = np.where(letter[:, sign] == ord("-"), -size, size)[found]
    return minutes


def _check_one_kind(column: pd.Series, offsets: np.ndarray | None) -> None:
    """Refuse times with and without an offset side by side: nobody knows how far they are apart."""
    if offsets is None:
        return
    local = offsets == _LOCAL
    if local.all() or not local.any():
        return
    odd = local if local.mean() < 0.5 else ~local
    row = int(np.argmax(odd))
    words = "has no UTC offset, others have one" if local[row] else "has a UTC offset, others have none"
    raise InputError(
        f"row {row + FIRST_ROW} of the event log: {str(column.iloc[row])!r} {words}; "
        "give all timestamps a UTC offset, or none"
    )


def _era(told: pd.Series) -> tuple[bool, list[str]]:
    """Return whether the clock is simulated, and what to say of times no system can have written."""
    if told.min().year >= SIMULATED_BEFORE:
        return False, []
    years = told.dt.year
    if years.median() < SIMULATED_BEFORE:
        caution = (
            f"The clock of the log starts in {told.min().year}: it is simulated or was reset. "
            "Durations can be used, dates cannot."
        )
        return True, [caution]
    stray = (years < SIMULATED_BEFORE).to_numpy()
    caution = (
        f"Events dated before {SIMULATED_BEFORE} among later ones: {int(stray.sum()):,}, the first in row "
        f"{int(np.argmax(stray)) + FIRST_ROW}. A clock was reset or a date left empty; the durations of "
        "their cases mean nothing."
    )
    return False, [caution]


def _zones(offsets: np.ndarray | None) -> list[str]:
    different = np.unique(offsets) if offsets is not None else np.empty(0)
    if len(different) < 2:
        return []
    shown = ", ".join(_written(int(each)) for each in different[:_MOST_NAMED])
    more = f" and {len(different) - _MOST_NAMED} more" if len(different) > _MOST_NAMED else ""
    return [f"Times carry {len(different)} UTC offsets ({shown}{more}); all are compared on one clock."]


def _written(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), _MINUTE)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"

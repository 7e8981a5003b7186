"""`events.csv`: the event log, checked column by column because it may hold a million rows."""

import re

import numpy as np
import pandas as pd

from bpo_lib.intake import cells
from bpo_lib.intake.cells import quoted
from bpo_lib.intake.layouts import EVENTS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table

_STAMP = re.compile(f"{cells.DATE}(?:[T ]{cells.TIME})?(?P<offset>{cells.OFFSET})?")
_OTHER, _LOCAL, _WITH_OFFSET = range(3)
_HOW_TO = "Write it as 2025-03-01 09:14:00, with or without a UTC offset such as +01:00"


def empty_events() -> pd.DataFrame:
    """Return the event log of a client that gives none."""
    events = pd.DataFrame(columns=list(EVENTS.columns), dtype=object)
    return events.astype({"timestamp": "datetime64[ns]"})


def events_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the events in the order of the file; timestamps with offsets become UTC."""
    events = table.cells.copy()
    for column in ("case_id", "activity"):
        empty = events.loc[events[column].str.strip() == "", column]
        problems.add_cells(
            table.file, column, empty, lambda _: ("the cell is empty", "Fill it in, or delete the row")
        )
    events["timestamp"] = _timestamps(table, problems)
    return events.reset_index(drop=True)


def _timestamps(table: Table, problems: ProblemList) -> pd.Series:
    text = table.cells["timestamp"].str.strip()
    forms = np.fromiter(map(_form, text), dtype=np.int8, count=len(text))
    written = pd.Series(forms != _OTHER, index=text.index)
    offset = pd.Series(forms == _WITH_OFFSET, index=text.index)
    has_offsets = bool(offset[written].mean() > 0.5)
    odd = text[written & (offset != has_offsets)]
    words = "has no UTC offset, others have one" if has_offsets else "has a UTC offset, others have none"
    fix = "Give all timestamps a UTC offset, or none"
    problems.add_cells(table.file, "timestamp", odd, lambda cell: (f"{quoted(cell)} {words}", fix))
    stamps = pd.to_datetime(text.where(written), format="ISO8601", errors="coerce", utc=True)
    problems.add_cells(table.file, "timestamp", text[stamps.isna()], _wrong_stamp)
    return stamps if has_offsets else stamps.dt.tz_localize(None)


def _form(stamp: str) -> int:
    match = _STAMP.fullmatch(stamp)
    if match is None:
        return _OTHER
    return _WITH_OFFSET if match["offset"] else _LOCAL


def _wrong_stamp(text: str) -> tuple[str, str]:
    if _STAMP.fullmatch(text):
        return f"{quoted(text)} is not in the calendar", "Check the month, the day and the time"
    return f"{quoted(text)} is not a timestamp", _HOW_TO

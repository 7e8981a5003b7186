"""`events.csv`: the event log, checked column by column because it may hold a million rows."""

import re

import numpy as np
import pandas as pd

from bpo_lib.intake import cells
from bpo_lib.intake.cells import quoted
from bpo_lib.intake.event_order import check_era, check_order
from bpo_lib.intake.layouts import EVENTS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.process.log.clock import utc_times

_STAMP = re.compile(f"{cells.DATE}(?:[T ]{cells.TIME})?(?P<offset>{cells.OFFSET})?")
_OTHER, _LOCAL = np.iinfo(np.int16).min, np.iinfo(np.int16).max  # in place of an offset in minutes
_HOW_TO = "Write it as 2025-03-01 09:14:00, with or without a UTC offset such as +01:00"


def empty_events() -> pd.DataFrame:
    """Return the event log of a client that gives none."""
    events = pd.DataFrame(columns=list(EVENTS.columns), dtype=object)
    return events.astype({"timestamp": "datetime64[ns]"})


def events_of(table: Table, problems: ProblemList) -> pd.DataFrame:
    """Return the events in the order of the file; timestamps with offsets become UTC.

    The offset they had is kept in a column `utc_offset`, so that local hours are not lost. [minutes]
    """
    events = table.cells.copy()
    for column in ("case_id", "activity"):
        empty = events.loc[events[column].str.strip() == "", column]
        problems.add_cells(
            table.file, column, empty, lambda _: ("the cell is empty", "Fill it in, or delete the row")
        )
    offsets, stamps = _timestamps(table, problems)
    check_order(table, stamps, problems)
    check_era(table, stamps, problems)
    events["timestamp"] = stamps
    if stamps.dt.tz is not None:
        events["utc_offset"] = offsets
    return events.reset_index(drop=True)


def _timestamps(table: Table, problems: ProblemList) -> tuple[np.ndarray, pd.Series]:
    """Return the offset of each time in minutes, and the times: in UTC where most have an offset."""
    text = table.cells["timestamp"].str.strip()
    offsets = np.fromiter(map(_offset, text), dtype=np.int16, count=len(text))
    written = pd.Series(offsets != _OTHER, index=text.index)
    offset = pd.Series(offsets != _LOCAL, index=text.index)
    has_offsets = bool(offset[written].mean() > 0.5)
    odd = text[written & (offset != has_offsets)]
    words = "has no UTC offset, others have one" if has_offsets else "has a UTC offset, others have none"
    fix = "Give all timestamps a UTC offset, or none"
    problems.add_cells(table.file, "timestamp", odd, lambda cell: (f"{quoted(cell)} {words}", fix))
    stamps, _ = utc_times(text.where(written))
    problems.add_cells(table.file, "timestamp", text[stamps.isna()], _wrong_stamp)
    return offsets, stamps if has_offsets else stamps.dt.tz_localize(None)


def _offset(stamp: str) -> int:
    match = _STAMP.fullmatch(stamp)
    if match is None:
        return _OTHER
    written = match["offset"]
    if not written:
        return _LOCAL
    if written == "Z":
        return 0
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    return -minutes if written[0] == "-" else minutes


def _wrong_stamp(text: str) -> tuple[str, str]:
    if _STAMP.fullmatch(text):
        return f"{quoted(text)} is not in the calendar", "Check the month, the day and the time"
    return f"{quoted(text)} is not a timestamp", _HOW_TO

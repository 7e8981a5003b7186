"""Times of an event log that cannot be true: an end before its start, a date of 1970 among later ones."""

import numpy as np
import pandas as pd

from bpo_lib.intake.cells import quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.process.log.clock import SIMULATED_BEFORE

_CORRECT = "Correct the time of the start or of the end, or delete both rows"


def check_order(table: Table, stamps: pd.Series, problems: ProblemList) -> None:
    """Write down activities that end before they start.

    The k-th start of an activity in a case belongs to the k-th completion. Where a case has more starts
    than completions of an activity, or fewer, nobody can say which belong together, and nothing is said.

    Parameters
    ----------
    table : Table
        The event log as the client wrote it.
    stamps : pandas.Series
        Its times by row; NaT where a cell could not be read.
    problems : ProblemList
    """
    if "lifecycle" not in table.cells:
        return
    state = table.cells["lifecycle"].str.strip().str.lower()
    known = state.isin(["start", "complete"]) & stamps.notna()
    if not known.any():
        return
    events = pd.DataFrame({"stamp": stamps[known], "row": table.cells.index[known]})
    events["visit"] = table.cells[known].groupby(["case_id", "activity"], sort=False).ngroup()
    starts, ends = _even_pairs(events, (state[known] == "start").to_numpy())
    wrong = np.flatnonzero(ends["stamp"].to_numpy() < starts["stamp"].to_numpy())
    begun = pd.Series(starts["row"].to_numpy()[wrong], index=ends["row"].to_numpy()[wrong]).sort_index()
    problems.add_cells(table.file, "timestamp", begun, lambda row: _too_early(table, row))


def _even_pairs(events: pd.DataFrame, started: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return starts and ends that belong together, in the same order."""
    visits = int(events["visit"].max()) + 1
    visit = events["visit"].to_numpy()
    even = np.bincount(visit[started], minlength=visits) == np.bincount(visit[~started], minlength=visits)
    ordered = [
        events[chosen & even[visit]].sort_values(["visit", "stamp"], kind="stable")
        for chosen in (started, ~started)
    ]
    return ordered[0], ordered[1]


def _too_early(table: Table, row: int) -> tuple[str, str]:
    names = ("activity", "case_id", "timestamp")
    activity, case, start = (quoted(str(table.cells.loc[row, name])) for name in names)
    return f"{activity} of case {case} ends here before it starts ({start} in row {row})", _CORRECT


def check_era(table: Table, stamps: pd.Series, problems: ProblemList) -> None:
    """Write down dates of 1970 among later ones: a clock that was reset, or a date left empty.

    A log that lies in 1970 as a whole comes from a simulation; its durations can be used.
    """
    years = stamps.dt.year
    if stamps.isna().all() or not years.median() >= SIMULATED_BEFORE:
        return
    stray = table.cells.loc[years < SIMULATED_BEFORE, "timestamp"]
    fix = "Write when it happened, or delete the row"
    problems.add_cells(
        table.file,
        "timestamp",
        stray,
        lambda cell: (f"{quoted(cell)} is long before the other events: a clock was reset", fix),
    )

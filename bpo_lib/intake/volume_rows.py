"""`volumes.csv` as one history on a regular grid."""

import re

import pandas as pd

from bpo_lib.engagement import History
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.intake.time_grid import TimeGrid, check_known, time_grid
from bpo_lib.profile import Profile

MOST_QUEUES = 50
LONGEST_NAME = 60  # of a queue, in tables and charts [characters]
UNNAMED = "not named"  # the queue of rows without one, where others have one
SMALLEST, LARGEST = 0.001, 1e12  # beyond these a volume is a slip of the unit, and sums lose digits
LARGEST_INTERVAL = 1e5  # agents are counted one by one for every interval of a week
LONGEST_GAP_YEARS = 5  # from the last volume to the start of the term
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_START = f"{cells.DATE}(?:[T ]{cells.TIME})?"
_HOW_TO = "Write the local start of the period as 2025-01-06 or 2025-01-06 08:30"


def history_of(table: Table, problems: ProblemList) -> History | None:
    """Return the volumes by queue and their sum, or None after writing down everything wrong with them.

    An empty volume is missing, and makes the sum over queues missing; a queue without a row in a
    period in which it is closed counts as zero there.
    """
    before = problems.count
    rows = pd.DataFrame(
        {
            "start": _starts(table, problems),
            "volume": _volumes(table, problems),
            "queue": _queues(table, problems),
        }
    ).dropna(subset="start")
    _check_rows(table.file, rows, problems)
    grid = _grid(table.file, rows, problems)
    if grid is None or problems.count > before:
        return None
    queues, absent_share = _by_queue(rows, grid)
    counts = queues.sum(axis=1, skipna=False).rename("volume")
    if grid.step_minutes and counts.max() > LARGEST_INTERVAL:
        words = f"{counts.max():,.0f} in {grid.step_minutes} minutes is more than can be staffed for"
        problems.add(table.file, words, "Give the volumes by day", column="volume")
        return None
    if counts.isna().all():
        words = "there is no period in which every queue was counted"
        problems.add(table.file, words, "Fill in the empty volumes, or leave that queue out", column="volume")
        return None
    try:
        check_known(absent_share)
    except CellError as error:
        problems.add(table.file, error.message, error.fix, column="start")
        return None
    return History(counts, grid.frequency, grid.step_minutes, queues if queues.shape[1] > 1 else None)


def check_reach(file: str, history: History, profile: Profile, problems: ProblemList) -> None:
    """Write down a history from which the months of the term cannot be forecast."""
    first, last = (pd.Period(history.counts.index[end], "M") for end in (0, -1))
    start = profile.months[0]
    if first > start:
        words = f"the volumes begin in {first}, after the start of the term in {start}"
        problems.add(
            file, words, "Add the months before, or correct start among the settings", column="start"
        )
    if (start - last).n > 12 * LONGEST_GAP_YEARS:
        words = f"the volumes end in {last}, more than {LONGEST_GAP_YEARS} years before the term in {start}"
        problems.add(file, words, "Add newer volumes, or correct start among the settings", column="start")


def _starts(table: Table, problems: ProblemList) -> pd.Series:
    text = table.cells["start"].str.strip()
    written = text.where(text.str.fullmatch(_START))
    starts = pd.to_datetime(written, format="ISO8601", errors="coerce")
    starts = starts.where(starts.dt.year.between(_FIRST_YEAR, _LAST_YEAR))
    problems.add_cells(table.file, "start", text[starts.isna()], _wrong_start)
    return starts


def _wrong_start(text: str) -> tuple[str, str]:
    if re.fullmatch(_START + cells.OFFSET, text):
        return f"{quoted(text)} has a time zone", "Write local time without it, as the staff works by it"
    if re.fullmatch(_START, text) and not _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR:
        return f"{quoted(text)} is outside the years {_FIRST_YEAR} to {_LAST_YEAR}", "Check the year"
    if re.fullmatch(_START, text):
        return f"{quoted(text)} is not in the calendar", "Check the month, the day and the time"
    return f"{quoted(text)} is not the start of a period", _HOW_TO


def _volumes(table: Table, problems: ProblemList) -> pd.Series:
    text = table.cells["volume"].str.strip()
    plain = text.str.fullmatch(cells.NUMBER)
    volumes = pd.to_numeric(text.where(plain), errors="coerce").astype(float)
    usable = (volumes == 0) | volumes.between(SMALLEST, LARGEST)
    problems.add_cells(table.file, "volume", text[~usable & (text != "")], _wrong_volume)
    problems.add_cells(table.file, "volume", text[_thousands(text) & usable], _two_readings)
    if usable.any() and not (volumes > 0).any():
        problems.add(table.file, "no volume is above 0", "Write what arrived in each period", column="volume")
    if (text == "").all():
        problems.add(
            table.file, "every volume is empty", "Write what arrived in each period", column="volume"
        )
    return volumes.where(usable)


def _queues(table: Table, problems: ProblemList) -> pd.Series:
    """Return the queue of every row; a name too long to show, or written in two ways, is a problem."""
    if "queue" not in table.cells:
        return pd.Series("", index=table.cells.index)
    queues = table.cells["queue"].str.strip()
    long = queues.str.len() > LONGEST_NAME
    shorten = "Shorten the name of the queue"
    problems.add_cells(
        table.file, "queue", queues[long], lambda text: (f"{quoted(text)} is too long", shorten)
    )
    first = queues.groupby(queues.str.casefold()).transform("first")
    other = queues[(queues != first) & ~long]
    problems.add_cells(
        table.file,
        "queue",
        pd.Series(list(zip(other, first[other.index], strict=True)), index=other.index, dtype=object),
        lambda pair: (f"{quoted(pair[0])} is also written {quoted(pair[1])}", "Write a queue in one way"),
    )
    return queues.where(queues != "", UNNAMED) if (queues != "").any() else queues


def _thousands(text: pd.Series) -> pd.Series:
    """Return which cells may mark thousands with a point: `5.920` among `6103`, or where all are so."""
    pointed, grouped = text.str.contains(".", regex=False), text.str.fullmatch(r"[0-9]{1,3}\.[0-9]{3}")
    whole = pd.to_numeric(text[~pointed], errors="coerce").dropna()
    # A single volume with other decimals shows that the points of this file mark decimals.
    only_grouped = bool((pointed == grouped).all())
    in_doubt = only_grouped and (whole.empty or whole.max() >= 1_000)
    return grouped & in_doubt


def _two_readings(text: str) -> tuple[str, str]:
    whole = text.replace(".", "")
    return f"{quoted(text)} can be read as {whole} or as {float(text):g}", (
        f"Write {whole} if the point marks thousands, {float(text):g} if it marks decimals"
    )


def _wrong_volume(text: str) -> tuple[str, str]:
    try:
        value = cells.number(text)
    except CellError as error:
        return error.message, error.fix
    if value < 0:
        return (
            f"the volume {value:g} is below 0",
            "Write what arrived, or leave it empty if it was not counted",
        )
    if value < SMALLEST:
        return f"the volume {value:g} is too small to be one", "Write single transactions, not thousands"
    return f"the volume {value:g} is too large to be one", "Check the number"


def _check_rows(file: str, rows: pd.DataFrame, problems: ProblemList) -> None:
    """Name rows given twice and the first row out of order, queue by queue."""
    twice = rows.duplicated(["start", "queue"])
    first_rows = rows.reset_index(names="row").groupby(["start", "queue"])["row"].transform("first")
    first_rows.index = rows.index
    problems.add_cells(
        file,
        "start",
        pd.Series(list(zip(rows["start"], first_rows, strict=True)), index=rows.index, dtype=object)[twice],
        lambda repeated: _repeated(*repeated),
    )
    backwards = rows[~twice].groupby("queue")["start"].diff() < pd.Timedelta(0)
    if backwards.any():
        row = int(backwards.idxmax())
        words = f"{_shown(rows.loc[row, 'start'])} comes after a later start"
        problems.add(file, words, "Sort the rows by start", row=row, column="start")
    if rows["queue"].nunique() > MOST_QUEUES:
        words = f"there are more than {MOST_QUEUES} queues"
        problems.add(file, words, "Sum small queues into one", column="queue")


def _shown(start: object) -> str:
    return str(start).removesuffix(" 00:00:00").removesuffix(":00")


def _repeated(start: pd.Timestamp, first_row: int) -> tuple[str, str]:
    message = f"{_shown(start)} is given twice, first in row {first_row}"
    # Clocks go back early on a Sunday of spring or autumn; the repeated hour is then no mistake.
    if (
        start.dayofweek == 6
        and start.hour < 4
        and start.month in {3, 4, 10, 11}
        and start != start.normalize()
    ):
        return f"{message}, as when clocks go back", "Add the two volumes and keep one row"
    return message, "Keep one of the rows, or name the queues in a column queue"


def _grid(file: str, rows: pd.DataFrame, problems: ProblemList) -> TimeGrid | None:
    starts = pd.DatetimeIndex(rows["start"].drop_duplicates().sort_values())
    try:
        grid = time_grid(starts)
    except CellError as error:
        problems.add(file, error.message, error.fix, column="start")
        return None
    step = f"{grid.step_minutes}-minute" if grid.step_minutes else grid.frequency
    misfits = rows.loc[~rows["start"].isin(grid.periods), "start"]
    words = f"does not fit the {step} grid of the other rows"
    problems.add_cells(file, "start", misfits, lambda start: (f"{_shown(start)} {words}", _HOW_TO))
    return grid


def _by_queue(rows: pd.DataFrame, grid: TimeGrid) -> tuple[pd.DataFrame, float]:
    """Return the volume of every period by queue, and the worst queue's share of absent rows."""
    found, absent_share = {}, 0.0
    for name, queue in rows.groupby("queue", sort=False):
        volumes = queue.set_index("start")["volume"]
        spread = grid.spread(volumes)
        absent = int((spread.isna() & ~grid.periods.isin(volumes.index)).sum())
        absent_share = max(absent_share, absent / (absent + len(volumes)))
        found[str(name)] = spread
    return pd.DataFrame(found, index=grid.periods), absent_share

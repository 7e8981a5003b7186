"""A client's CSV as a table of text cells with the row numbers a spreadsheet shows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.layouts import Layout

LONGEST_CELL = 10_000
MOST_COLUMNS = 100
_CHUNK = 5_000
_LARGEST_POOL = 50_000
_LONGEST_LINE = 2_000_000
_WRITE_PLAIN = "Write decimals with a point, and put a text that holds a comma between quotation marks"
_CONTROL_BYTES = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, eq=False)
class Table:
    """Cells as the client wrote them.

    Parameters
    ----------
    file : str
        Name of the file or sheet, as problems show it.
    cells : pandas.DataFrame
        Text in every cell, indexed by the row a spreadsheet shows (the header is row 1).
    """

    file: str
    cells: pd.DataFrame

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row's number and its cells by column."""
        columns = list(self.cells.columns)
        for row, *cells in self.cells.itertuples():
            yield int(row), dict(zip(columns, cells, strict=True))


class TableError(CellError):
    """A file that cannot be read as a table; `row` and `column` say where, if that is known."""

    def __init__(self, message: str, fix: str, row: int | None = None, column: str | None = None) -> None:
        super().__init__(message, fix)
        self.row = row
        self.column = column

    @property
    def parts(self) -> tuple["TableError", ...]:
        """Return what is wrong, one fault after the other."""
        return (self,)


class SeveralTableError(TableError):
    """Several faults of one table."""

    def __init__(self, parts: Sequence[TableError]) -> None:
        first = parts[0]
        super().__init__(first.message, first.fix, first.row, first.column)
        self._parts = tuple(parts)

    @property
    def parts(self) -> tuple[TableError, ...]:
        """Return what is wrong, one fault after the other."""
        return self._parts


def read_csv(file: str, data: bytes, layout: Layout) -> Table:
    """Return the table in the bytes of a CSV file.

    Blank rows are skipped, but counted, so that row numbers stay those of a spreadsheet.

    Raises
    ------
    TableError
        When it is not a UTF-8, comma-separated table of the layout's columns within its limits.
    """
    check_size(len(data.strip()), layout.max_bytes)
    _check_encoding(data)
    _check_lines(data)
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    rows = csv.reader(text, strict=True)
    try:
        header = _header(rows, layout)
        columns, numbers = _columns(_narrow(rows), header, layout)
    except csv.Error as error:
        raise _quoting_problem(error, rows.line_num) from None
    return Table(file, pd.DataFrame(columns, index=pd.Index(numbers, dtype="int64"), dtype=object))


def check_size(size: int, limit: int) -> None:
    """Refuse an empty file and one beyond its limit [bytes].

    Raises
    ------
    TableError
        With the size found and the size allowed.
    """
    if not size:
        raise TableError("the file is empty", "Write the header and the rows, or delete the file")
    if size > limit:
        raise TableError(
            f"the file has {_size(size)}, more than the {_size(limit)} that are read",
            "Send only the columns and the months that are needed",
        )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{count / 1e3:.1f} kB"


def _check_encoding(data: bytes) -> None:
    again = "Save it again as 'CSV UTF-8'"
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise TableError("the file is written in UTF-16, not in UTF-8", again)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise TableError("the file holds a NUL character, so it is damaged or not text", again, line)
    if found := _CONTROL_BYTES.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        raise TableError("the row holds a control character", "Type the cell again", line)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError(
            "the file is not UTF-8; this row has a letter in another encoding, as older Excel saves it",
            again,
            line,
        ) from None


def _check_lines(data: bytes) -> None:
    lengths = map(len, io.BytesIO(data))
    for line, length in enumerate(lengths, start=1):
        if length > _LONGEST_LINE:
            raise TableError("the line is longer than any row can be", "Check how the file was made", line)


def _quoting_problem(error: csv.Error, line: int) -> TableError:
    # The csv module stops at a limit of its own when a quote is never closed and swallows the file.
    unclosed = "unexpected end" in str(error) or "field limit" in str(error)
    message = "a quotation mark is opened and never closed" if unclosed else "a quotation mark stands alone"
    fix = 'Close it, or write a quotation mark inside a cell twice ("")'
    return TableError(f"{message}, at or before this line", fix, line)


def _header(rows: Iterator[list[str]], layout: Layout) -> list[str]:
    names = next(rows, [])
    if len(names) == 1 and ";" in names[0]:
        raise TableError(
            "the columns are separated by semicolons",
            "Separate them by commas, with a point for decimals: save as 'CSV UTF-8 (comma delimited)'",
            1,
        )
    return check_header(names, layout)


def check_header(names: Sequence[str], layout: Layout) -> list[str]:
    """Return the column names of a header that fits the layout, in any order.

    Raises
    ------
    TableError
        With every name that is missing, unknown or given twice.
    """
    if len(names) > MOST_COLUMNS:
        raise TableError(
            f"the header has {len(names)} columns, more than {MOST_COLUMNS}",
            f"Keep the columns {','.join(layout.columns)}",
            1,
        )
    header = [name.strip().lower() for name in names]
    faults = []
    for name, times in Counter(header).items():
        if name not in layout.columns:
            words = f"{quoted(name)} is not a column of {layout.name}" if name else "a column has no name"
            faults.append(TableError(words, nearest(name, layout.columns), 1))
        elif times > 1:
            faults.append(TableError("the column is given twice", "Keep one of the two", 1, name))
    faults.extend(
        TableError("the column is missing", f"The header is {','.join(layout.required)}", 1, name)
        for name in layout.required
        if name not in header
    )
    if faults:
        raise SeveralTableError(faults)
    return header


def _narrow(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Stop at a row of a million commas before many of them are held at once."""
    for number, row in enumerate(rows, start=2):
        if len(row) > MOST_COLUMNS:
            raise TableError(f"the row has {len(row)} cells, more than {MOST_COLUMNS}", _WRITE_PLAIN, number)
        yield row


def _columns(
    rows: Iterator[list[str]], header: list[str], layout: Layout
) -> tuple[dict[str, list[str]], list[int]]:
    """Return the cells column by column; a large event log never exists as a list of rows."""
    columns: dict[str, list[str]] = {name: [] for name in header}
    pools: dict[str, dict[str, str]] = {name: {} for name in header}
    numbers: list[int] = []
    first = 2
    while chunk := list(islice(rows, _CHUNK)):
        kept = list(range(first, first + len(chunk)))
        first += len(chunk)
        if not all(map(any, chunk)):  # rows without any text are skipped, but counted
            kept = [number for number, row in zip(kept, chunk, strict=True) if any(row)]
            chunk = [row for row in chunk if any(row)]
        _check_widths(kept, chunk, len(header))
        numbers.extend(kept)
        if len(numbers) > layout.max_rows:
            words = f"there are more than {layout.max_rows:,} rows"
            raise TableError(words, "Send fewer months, or sums by period")
        for name, cells in zip(header, zip(*chunk, strict=True), strict=False):
            _check_lengths(kept, cells, name)
            columns[name].extend(_pooled(cells, pools[name]))
    return columns, numbers


def _check_widths(numbers: list[int], rows: list[list[str]], width: int) -> None:
    if all(len(row) == width for row in rows):
        return
    raise SeveralTableError(
        [
            TableError(f"the row has {len(row)} cells where the header has {width}", _WRITE_PLAIN, number)
            for number, row in zip(numbers, rows, strict=True)
            if len(row) != width
        ]
    )


def _check_lengths(numbers: list[int], cells: Sequence[str], column: str) -> None:
    if max(map(len, cells)) > LONGEST_CELL:
        row = next(number for number, cell in zip(numbers, cells, strict=True) if len(cell) > LONGEST_CELL)
        raise TableError(f"a cell has more than {LONGEST_CELL:,} characters", "Shorten it", row, column)


def _pooled(cells: Sequence[str], pool: dict[str, str]) -> Sequence[str]:
    """Share one copy of repeated texts: an activity of a million events is kept once."""
    if len(pool) > _LARGEST_POOL:
        return cells
    return [pool.setdefault(cell, cell) for cell in cells]

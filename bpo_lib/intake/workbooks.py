"""A client's `inputs.xlsx` as tables of text cells, read only after its size is known."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any
from xml.etree.ElementTree import ParseError

import pandas as pd
from defusedxml import DefusedXmlException

from bpo_lib.intake.cells import CONTROL
from bpo_lib.intake.layouts import MEGABYTE, Layout
from bpo_lib.intake.text_tables import LONGEST_CELL, MOST_COLUMNS, Table, TableError, check_header, check_size

MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED = 40 * MEGABYTE  # about 15 seconds of reading
MOST_ENTRIES = 200
MOST_ROWS = 200_000
MOST_ITEMS = 600_000
_LARGEST_ITEM = 4 * MEGABYTE
_LARGEST_PART = 5 * MEGABYTE
_HIGHEST_RATIO = 100  # text of a sheet packs 10 to 40 times; a zip bomb hundreds

_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ERRORS = frozenset(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"])
_ITEM = re.compile(rb"<(?:\w+:)?(?:row|si)[\s/>]")
_SAVE_AGAIN = "Ask for the workbook to be saved again from Excel or LibreOffice"
_CALCULATE = "Open it in Excel or LibreOffice, let it calculate and save it, or paste the values"


class Workbook:
    """An opened workbook: the names of its sheets and, on demand, their tables.

    Raises
    ------
    TableError
        When the file is not a workbook, is damaged, or would unpack beyond the limits.
    """

    def __init__(self, data: bytes) -> None:
        check_size(len(data.strip()), MOST_BYTES)
        self._data = data
        self._has_formulas = _checked_archive(data)
        self._book = _opened(data, values=True)
        self.sheets = {name.strip().lower(): name for name in self._book.sheetnames}

    def table(self, file: str, sheet: str, layout: Layout) -> Table:
        """Return one sheet as text cells.

        Raises
        ------
        TableError
            When the header does not fit, a formula has no value, or the sheet is too large.
        """
        rows = _filled(self._rows(self._book, sheet))
        _, names = next(rows, (0, ()))
        if not names:
            raise TableError("the sheet is empty", "Write the header and the rows, or delete the sheet")
        header = check_header(_without_empty_end([_text(cell) for cell in names]), layout)
        if self._has_formulas:
            self._check_formulas(sheet)
        cells, numbers = [], []
        for number, row in rows:
            cells.append(_fitting(row, number, header))
            numbers.append(number)
            if len(numbers) > min(layout.max_rows, MOST_ROWS):
                limit = min(layout.max_rows, MOST_ROWS)
                raise TableError(f"the sheet has more than {limit:,} rows", "Send large tables as CSV files")
        return Table(
            file, pd.DataFrame(cells, index=pd.Index(numbers, dtype="int64"), columns=header, dtype=object)
        )

    def _rows(self, book: Any, sheet: str, *, values: bool = True) -> Iterator[tuple[Any, ...]]:
        worksheet = book[self.sheets[sheet]]
        if not hasattr(worksheet, "reset_dimensions"):
            raise TableError("the sheet holds a chart instead of cells", "Put the table into a worksheet")
        # A workbook may claim any size for a sheet; without the claim only rows that exist are read.
        worksheet.reset_dimensions()
        rows = worksheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=values)
        return _named_faults(rows)

    def _check_formulas(self, sheet: str) -> None:
        with closing(_opened(self._data, values=False)) as formulas:
            written = self._rows(formulas, sheet)
            shown = self._rows(self._book, sheet, values=False)
            for number, (wrote, shows) in enumerate(zip(written, shown, strict=False), start=1):
                for formula, cell in zip(wrote, shows, strict=False):
                    # A formula whose result is an empty text ('str') has been calculated.
                    if formula is not None and cell.value is None and cell.data_type != "str":
                        raise TableError("a formula has no calculated value", _CALCULATE, number)


def _checked_archive(data: bytes) -> bool:
    """Refuse a dangerous archive before anything is unpacked; return whether any sheet has formulas."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise TableError(
            "the file is not an Excel workbook, or it was cut short",
            "Save it again as .xlsx and copy it again",
        ) from None
    with archive:
        entries = archive.infolist()
        _check_entries(entries)
        has_formulas = False
        for entry in entries:
            content = _content(archive, entry)
            _check_content(entry.filename, content)
            has_formulas |= entry.filename.startswith("xl/worksheets/") and bool(_FORMULA.search(content))
    return has_formulas


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise TableError(f"the workbook packs {len(entries)} files, more than {MOST_ENTRIES}", _SAVE_AGAIN)
    names = [entry.filename for entry in entries]
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name for name in names):
        raise TableError("the workbook packs a file that points outside of it", _SAVE_AGAIN)
    if len(set(names)) < len(names):
        raise TableError("the workbook packs two files of one name", _SAVE_AGAIN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise TableError("the workbook is protected by a password", "Save it without a password")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise TableError(
            f"the workbook unpacks to {unpacked / 1e6:.0f} MB, more than the {MOST_UNPACKED / 1e6:.0f} MB "
            "that are read",
            "Send large tables as CSV files",
        )
    if any(
        entry.file_size > MEGABYTE and entry.file_size > _HIGHEST_RATIO * entry.compress_size
        for entry in entries
    ):
        raise TableError("the workbook unpacks to more than a hundred times its size", _SAVE_AGAIN)


def _check_content(name: str, content: bytes) -> None:
    """Refuse XML that would grow in memory far beyond its size: parsers keep every element of a part."""
    if _ENTITIES.search(content):
        raise TableError(
            "the workbook declares XML entities, which no spreadsheet program writes", _SAVE_AGAIN
        )
    if name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml":
        parts = [len(part) for part in _ITEM.split(content)]
        if len(parts) > MOST_ITEMS:
            fix = "Delete the empty rows below the table, or send large tables as CSV files"
            raise TableError(f"a sheet holds more than {MOST_ITEMS:,} rows or texts", fix)
        if max(parts) > _LARGEST_ITEM:
            raise TableError(
                "one row of a sheet is larger than any row a spreadsheet program writes", _SAVE_AGAIN
            )
    elif name.endswith((".xml", ".rels")) and len(content) > _LARGEST_PART:
        raise TableError("the formatting of the workbook is larger than its data can be", _SAVE_AGAIN)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # The sizes checked above are claims; reading stops at the claimed size and then compares checksums.
    try:
        return archive.read(entry)
    except Exception as error:  # noqa: BLE001 - zlib, lzma and zipfile raise a dozen kinds for damage
        raise _damaged(error) from None


def _opened(data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - reading CSV clients need not wait for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts we do not read: styles, validation, extensions
            return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except Exception as error:  # noqa: BLE001 - openpyxl raises KeyError, TypeError and more for damage
        raise _damaged(error) from None


def _named_faults(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from rows
    except (
        DefusedXmlException,
        ParseError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        OverflowError,
    ) as error:
        raise _damaged(error) from None


def _damaged(error: Exception) -> TableError:
    kind = type(error).__name__
    return TableError(
        f"the workbook is damaged ({kind})",
        "Open it in Excel or LibreOffice, save it again and copy it again",
    )


def _filled(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for number, row in enumerate(rows, start=1):
        if any(cell is not None and cell != "" for cell in row):
            yield number, row


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _fitting(row: tuple[Any, ...], number: int, header: list[str]) -> list[str]:
    cells = [_text(cell) for cell in row]
    width = len(header)
    if any(cells[width:]):
        raise TableError("the row has a cell beyond the last column of the header", "Delete it", number)
    for name, cell in zip(header, cells, strict=False):
        if cell in _ERRORS:
            raise TableError(
                f"the cell shows the error {cell}", "Mend the formula, or type the value", number, name
            )
        if CONTROL.search(cell):
            raise TableError("the cell holds a control character", "Type it again", number, name)
        if len(cell) > LONGEST_CELL:
            raise TableError(f"a cell has more than {LONGEST_CELL:,} characters", "Shorten it", number, name)
    return (cells + [""] * width)[:width]


def _text(cell: Any) -> str:
    """Return a cell as a client would type it into a CSV."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case dt.datetime():
            # Excel counts in days, so that half past eight may come back as 08:29:59.999997.
            cell += dt.timedelta(microseconds=500)
            cell = cell.replace(microsecond=cell.microsecond // 1000 * 1000)
            return cell.isoformat(sep=" ", timespec="auto")
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case dt.date() | dt.time():
            return cell.isoformat()
    return str(cell)

"""XLSX: cells as a client would type them, and nothing unpacked that could hurt."""

import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest
import xlsxwriter

from bpo_lib.intake import workbooks
from bpo_lib.intake.layouts import Layout
from bpo_lib.intake.text_tables import TableError
from bpo_lib.intake.workbooks import Workbook

SMALL = Layout("small", "A small table", ("id", "value"), (), "1,x", max_rows=5)


def written(*rows, name="small", **options) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd", **options}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def cells_of(*rows) -> list[str]:
    table = Workbook(written(("id", "value"), *rows)).table("inputs.xlsx, sheet small", "small", SMALL)
    return table.cells["value"].tolist()


def fault_of(data: bytes) -> str:
    with pytest.raises(TableError) as caught:
        Workbook(data).table("inputs.xlsx, sheet small", "small", SMALL)
    return f"{caught.value.row}, {caught.value.column}: {caught.value.message}"


def repacked(change, book: bytes | None = None) -> bytes:
    """Return a workbook whose archive entries went through `change(name, content) -> [(name, content)]`."""
    target = io.BytesIO()
    source = io.BytesIO(book or written(("id", "value")))
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            for name, content in change(entry.filename, old.read(entry)):
                new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def test_cells_become_what_a_client_would_type():
    rows = [(1, dt.date(2025, 1, 6)), (2, 3.0), (3, 0.1), (4, "007"), (5, True)]
    assert cells_of(*rows) == ["2025-01-06", "3", "0.1", "007", "yes"]


def test_times_keep_their_minutes():
    assert cells_of((1, pd.Timestamp("2025-01-06 08:30").to_pydatetime())) == ["2025-01-06 08:30:00"]


def test_sheet_names_and_empty_ends_do_not_matter():
    book = Workbook(written(("id", "value", ""), (1, "x", ""), ("", "", ""), (2, "y", ""), name=" Small"))
    assert [row for row, _ in book.table("s", "small", SMALL).records()] == [2, 4]


def test_a_text_that_looks_like_a_formula_is_a_text():
    rows = [("id", "value"), (1, "=1+1")]
    book = Workbook(written(*rows, strings_to_formulas=False))
    assert book.table("s", "small", SMALL).cells["value"].tolist() == ["=1+1"]


def test_a_formula_without_a_value_is_named():
    book = openpyxl.Workbook()
    book.active.title = "small"
    for row in (("id", "value"), (1, "x"), (2, "=A2*2")):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    assert fault_of(target.getvalue()) == "3, None: a formula has no calculated value"


def test_a_formula_that_shows_nothing_is_an_empty_cell():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("small")
        sheet.write_row(0, 0, ("id", "value"))
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, '=IF(A2=2,"",A2)', None, "")
    # Excel marks an empty text as a text; the writer here leaves the mark out.
    marked = repacked(
        lambda name, old: [(name, old.replace(b'r="B2"', b'r="B2" t="str"'))], target.getvalue()
    )
    table = Workbook(marked).table("s", "small", SMALL)
    assert list(table.records()) == [(2, {"id": "2", "value": ""})]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([], "None, None: the sheet is empty"),
        ([("id", "value"), (1, "#DIV/0!")], "2, value: the cell shows the error #DIV/0!"),
        ([("id", "value"), (1, 2, 3)], "2, None: the row has a cell beyond the last column of the header"),
        ([("id", "value"), *([(1, 2)] * 6)], "None, None: the sheet has more than 5 rows"),
        ([("id", "value"), (1, "x" * 10_001)], "2, value: a cell has more than 10,000 characters"),
        ([("id", "valeu")], "1, None: 'valeu' is not a column of small"),
    ],
)
def test_a_sheet_that_is_no_table_is_named(rows, fault):
    assert fault_of(written(*rows)) == fault


def with_entries(*entries: tuple[str, bytes]) -> bytes:
    """Return a workbook with more files packed into it."""
    return repacked(lambda name, old: [(name, old), *(entries if name == "xl/workbook.xml" else ())])


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([("x", b"0" * 61_000_000)], "unpacks to 61 MB, more than the 40 MB"),
        ([("x", b"0" * 2_000_000)], "unpacks to more than a hundred times its size"),
        ([(f"x{number}", b"") for number in range(201)], "files, more than 200"),
        ([("../x", b"")], "packs a file that points outside of it"),
        ([("/x", b"")], "packs a file that points outside of it"),
        ([("x", b"<!DOCTYPE x>")], "declares XML entities, which no spreadsheet program writes"),
    ],
)
def test_archives_that_could_hurt_are_refused_before_they_are_unpacked(entries, words):
    assert words in fault_of(with_entries(*entries))


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("_LARGEST_ITEM", "one row of a sheet is larger than any row a spreadsheet program writes"),
        ("MOST_ITEMS", "a sheet holds more than 1 rows or texts"),
        ("_LARGEST_PART", "the formatting of the workbook is larger than its data can be"),
    ],
)
def test_xml_that_would_grow_in_memory_is_refused(monkeypatch, limit, words):
    monkeypatch.setattr(workbooks, limit, 1)
    assert words in fault_of(written(("id", "value"), (1, "x"), (2, "y")))


def test_damage_is_named_and_not_a_traceback():
    assert "not an Excel workbook, or it was cut short" in fault_of(b"PK\x03\x04 and then nothing")
    broken = repacked(lambda name, old: [(name, b"<x" if name.startswith("xl/worksheets") else old)])
    assert "the workbook is damaged" in fault_of(broken)
    without_sheets = repacked(lambda name, old: [] if name == "xl/workbook.xml" else [(name, old)])
    assert "the workbook is damaged" in fault_of(without_sheets)

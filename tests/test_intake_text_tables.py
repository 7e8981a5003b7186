"""CSV: text in, text out, with the row numbers a spreadsheet shows."""

import pytest

from bpo_lib.intake import text_tables
from bpo_lib.intake.layouts import EVENTS, VOLUMES, Layout
from bpo_lib.intake.text_tables import TableError, read_csv

SMALL = Layout("small", "A small table", ("id", "note"), (), "1,x", max_rows=3, max_bytes=300)


def read(text: str | bytes, layout: Layout = SMALL):
    return read_csv("small.csv", text.encode() if isinstance(text, str) else text, layout)


def faults_of(text: str | bytes) -> list[tuple[int | None, str | None, str]]:
    with pytest.raises(TableError) as caught:
        read(text)
    return [(part.row, part.column, part.message) for part in caught.value.parts]


def test_cells_stay_what_was_typed():
    table = read('id,note\n007,NA\n1E5,"a,b\nc"\n')
    assert list(table.records()) == [(2, {"id": "007", "note": "NA"}), (3, {"id": "1E5", "note": "a,b\nc"})]


def test_a_byte_order_mark_case_and_spaces_of_the_header_do_not_matter():
    assert list(read("\ufeffNote , ID\nx,1\n").records()) == [(2, {"note": "x", "id": "1"})]


def test_blank_rows_are_skipped_but_counted():
    assert [row for row, _ in read("id,note\n\n1,x\n,\n2,y\n").records()] == [3, 5]


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ("", None, "the file is empty"),
        (" \n\n", None, "the file is empty"),
        ("id;note\n1;x\n", 1, "the columns are separated by semicolons"),
        (
            "id,note\n1,M\xfcller\n".encode("latin-1"),
            2,
            "the file is not UTF-8; this row has a letter in another",
        ),
        ("id,note\n1,x\n".encode("utf-16"), None, "the file is written in UTF-16, not in UTF-8"),
        ("id,note\n1,a\0b\n", 2, "the file holds a NUL character"),
        ("id,note\n1,a\x1bb\n", 2, "the row holds a control character"),
        ('id,note\n1,"x\n2,y\n', 3, "a quotation mark is opened and never closed, at or before this line"),
        ('id,note\n1,"x"y\n', 2, "a quotation mark stands alone, at or before this line"),
        ("id,note\n" + "1,x\n" * 4, None, "there are more than 3 rows"),
        ("id,note\n1," + "x" * 300, None, "the file has 0.3 kB, more than the 0.3 kB that are read"),
        (",".join(["c"] * 101), 1, "the header has 101 columns, more than 100"),
    ],
)
def test_a_file_that_is_no_table_is_named(text, row, message):
    [(found_row, _, found)] = faults_of(text)
    assert (found_row, found.startswith(message)) == (row, True), found


def test_every_fault_of_a_header_is_named():
    assert faults_of("id,id,nte,\n1,2,3,4\n") == [
        (1, "id", "the column is given twice"),
        (1, None, "'nte' is not a column of small"),
        (1, None, "a column has no name"),
        (1, "note", "the column is missing"),
    ]


def test_every_ragged_row_is_named():
    assert faults_of("id,note\n1,2,3\n1,2\n1\n") == [
        (2, None, "the row has 3 cells where the header has 2"),
        (4, None, "the row has 1 cells where the header has 2"),
    ]


def test_a_cell_that_holds_a_book_is_named():
    with pytest.raises(TableError, match="a cell has more than 10,000 characters") as caught:
        read_csv("e", f"case_id,activity,timestamp\n1,{'x' * 10_001},2025-01-01\n".encode(), EVENTS)
    assert (caught.value.row, caught.value.column) == (2, "activity")


def test_row_numbers_go_on_across_chunks(monkeypatch):
    monkeypatch.setattr(text_tables, "_CHUNK", 2)
    text = "start,volume\n" + "".join(f"2025-01-{day:02},1\n" for day in range(1, 8))
    table = read_csv("v", text.replace("2025-01-03,1", "").encode(), VOLUMES)
    assert [row for row, _ in table.records()] == [2, 3, 5, 6, 7, 8]

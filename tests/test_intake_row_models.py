"""Row models: every fault of a row at once, in words."""

from typing import Annotated, Literal

from pydantic import Field

from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import DateOrEmpty, Key, Needed, Row, Word, checked_row


class Seat(Row):
    """A row of a small table."""

    seat: Key
    owner: Needed
    since: DateOrEmpty = ""
    kind: Annotated[Literal["desk", "room"], Word] = "desk"
    note: Annotated[str, Field(max_length=5)] = ""


def read(**record: str):
    problems = ProblemList()
    row = checked_row(problems.place("seats.csv", 4), {"seat": "A1", "owner": "Ann", **record}, Seat)
    return row, [str(problem).removeprefix("seats.csv, row 4, ") for problem in problems.all()]


def test_keys_and_words_are_trimmed_and_free_text_is_not():
    row, problems = read(seat=" A1 ", owner=" Ann ", kind=" ROOM", note=" x ")
    assert not problems
    assert (row.seat, row.owner, row.kind, row.note) == ("A1", " Ann ", "room", " x ")


def test_every_fault_of_a_row_is_named_at_once():
    row, problems = read(seat=" ", owner="", since="2025-13-01", kind="tent", note="too long")
    assert row is None
    assert problems == [
        "seat: the cell is empty. Fill it in, or delete the row",
        "owner: the cell is empty. Fill it in, or delete the row",
        "since: '2025-13-01' is not in the calendar. Check the month and the day",
        "kind: 'tent' is not one of the words allowed. Use one of: desk, room",
        "note: 'too long': String should have at most 5 characters. Correct the cell",
    ]

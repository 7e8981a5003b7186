"""The workbook for bidders: one row per question, nothing alive in it, no answers overwritten."""

from dataclasses import replace

import openpyxl
import pytest
from sample_cases import PAYABLES, sample

from bpo_lib.errors import InputError
from bpo_lib.sourcing.bids.questions import QUESTIONS
from bpo_lib.workbook.question_sheet import write_questions


def test_every_question_is_a_row_with_room_for_the_answer(tmp_path):
    path = write_questions(sample(PAYABLES), tmp_path / "acme")
    rows = list(openpyxl.load_workbook(path)["questions"].iter_rows(values_only=True))
    assert rows[0] == ("No.", "About", "Question", "Please add", "Your answer")
    assert [row[1] for row in rows[1:]] == [each.topic for each in QUESTIONS]
    assert all(row[2] and row[3] and row[4] is None for row in rows[1:])


def test_client_text_stays_text(tmp_path):
    case = sample(PAYABLES)
    hostile = replace(case, profile=case.profile.model_copy(update={"sector": "=1+1"}))
    sheet = openpyxl.load_workbook(write_questions(hostile, tmp_path))["questions"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_answers_that_came_back_are_not_overwritten(tmp_path):
    path = write_questions(sample(PAYABLES), tmp_path)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"questions\.xlsx is there already and may hold answers"):
        write_questions(sample(PAYABLES), tmp_path)
    assert path.read_bytes() == before

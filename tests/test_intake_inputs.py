"""Inputs: the same questions answered by CSV files and by a workbook."""

import io

import pytest
import xlsxwriter
from client_folders import write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.client_files import ClientFiles
from bpo_lib.intake.inputs import CsvInputs, WorkbookInputs
from bpo_lib.intake.layouts import ANSWERS, STEPS
from bpo_lib.intake.problem_list import ProblemList


def workbook(**sheets) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "acme"
    path.mkdir()
    return path


def test_files_and_sheets_have_the_names_that_problems_show(folder):
    (folder / "inputs.xlsx").write_bytes(workbook(answers=[ANSWERS.required]))
    files, problems = ClientFiles(folder), ProblemList()
    assert CsvInputs(files, problems).file(STEPS) == "steps.csv"
    book = WorkbookInputs(files, problems)
    assert book.file(STEPS) == "inputs.xlsx, sheet steps"
    assert (book.has(ANSWERS), book.has(STEPS)) == (True, False)


def problems_in(folder) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        open_client(folder)
    return [str(problem) for problem in caught.value.problems]


def test_every_sheet_is_read_even_when_others_are_broken(folder):
    sheets = {
        "client": [("key", "value"), ("title", "Acme"), ("title", "Acme again")],
        "answers": [ANSWERS.required, ("P1", 9, "opinion")],
        "steps": [("step", "name")],
        "scenarios": [("scenario", "name", "value", "note"), ("Best Case", "work.handling_minutes", 3)],
    }
    (folder / "inputs.xlsx").write_bytes(workbook(**sheets))
    found = problems_in(folder)
    for words in (
        "inputs.xlsx, sheet client, row 3: 'title' is given twice. Keep one of the rows",
        "inputs.xlsx, sheet answers, row 2, level: 9 is too large. The largest value allowed is 5",
        "inputs.xlsx, sheet steps, row 1, actor: the column is missing. The header is step,name,actor",
    ):
        assert any(problem.startswith(words) for problem in found)
    assert any(problem.startswith("inputs.xlsx, sheet assumptions: it is missing.") for problem in found)
    assert any("row 2, scenario: 'Best Case' cannot name a scenario" in problem for problem in found)


def test_a_scenario_on_a_sheet_and_in_a_file_is_a_problem(folder):
    header = ("scenario", "name", "value", "note")
    (folder / "inputs.xlsx").write_bytes(workbook(scenarios=[header, ("low", "work.handling_minutes", 3)]))
    write_client(
        folder,
        **dict.fromkeys(("client", "assumptions", "volumes", "answers")),
        scenario_low="name,value,note\nwork.handling_minutes,4,\n",
    )
    words = "scenarios/low.csv: the scenario low is on a sheet of inputs.xlsx too. Keep one of them"
    assert words in problems_in(folder)


def test_a_sheet_of_steps_says_where_cases_go_as_a_file_does(folder):
    sheets = {
        "steps": [
            ("step", "name", "actor", "minutes", "next", "stable"),
            (1, "Register", "clerk", 3, 2, 0.5),
            (2, "Check", "clerk", 6, "end 0.7;\n1 0.2", 1.5),
        ],
    }
    (folder / "inputs.xlsx").write_bytes(workbook(**sheets))
    found = problems_in(folder)
    assert "inputs.xlsx, sheet steps, row 3, stable: 1.5 is not a share. Write a number from 0 to 1" in found
    words = "inputs.xlsx, sheet steps, row 3, next: the shares add up to 0.9, not to 1."
    assert any(line.startswith(words) for line in found)
    assert not any("sheet steps, row 2" in line for line in found)

"""The list of problems: ordered, and never buried under one mistake."""

import pandas as pd

from bpo_lib.intake.cells import CellError
from bpo_lib.intake.problem_list import ProblemList


def test_problems_come_file_by_file_and_row_by_row():
    problems = ProblemList()
    problems.add("b.csv", "whole file", "fix")
    problems.place("b.csv", 7).add("x", "seven", "fix")
    problems.place("a.csv", 2).add("x", "two", "fix")
    problems.place("b.csv", 3).add_error("y", CellError("three", "fix"))
    assert [problem.message for problem in problems.all()] == ["three", "seven", "whole file", "two"]


def test_one_mistake_in_a_thousand_rows_does_not_bury_another():
    problems = ProblemList()
    problems.add_cells(
        "a.csv", "x", pd.Series(["?"] * 1_000, index=range(2, 1_002)), lambda cell: (cell, "fix")
    )
    problems.place("a.csv", 5_000).add("y", "other", "fix")
    found = problems.all()
    assert (problems.count, len(found)) == (1_001, 22)
    assert found[-2].message == "other"
    assert found[-1].message == "980 more rows of this kind are not shown"


def test_an_empty_list_is_false():
    assert not ProblemList()

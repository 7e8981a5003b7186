"""Problems in words: place, what is wrong, how to mend it."""

import pickle

from bpo_lib.errors import InputError, InputProblems, Missing, Problem

ROW = Problem("volumes.csv", 7, "volume", "the volume -3 is below 0", "Write what arrived")
FILE = Problem("answers.csv", None, None, "it is missing", "Add the file")


def test_a_problem_is_one_line_with_its_place():
    assert str(ROW) == "volumes.csv, row 7, volume: the volume -3 is below 0. Write what arrived"
    assert str(FILE) == "answers.csv: it is missing. Add the file"


def test_problems_are_listed_under_a_heading_that_counts_them():
    assert str(InputProblems("acme", [ROW, FILE])) == f"acme: 2 problems in the inputs\n  {ROW}\n  {FILE}"
    assert str(InputProblems("acme", [ROW])).startswith("acme: 1 problem in the inputs\n")


def test_problems_survive_the_trip_from_a_worker_process():
    problems = InputProblems("acme", iter([ROW, FILE]))
    copy = pickle.loads(pickle.dumps(problems))  # noqa: S301 - our own bytes
    assert (copy.client, copy.problems, str(copy)) == ("acme", (ROW, FILE), str(problems))
    assert isinstance(copy, InputError)


def test_a_missing_input_says_what_it_would_add():
    missing = Missing("events.csv", "rework and hand-offs", "the log of the workflow system")
    assert (missing.file, missing.adds, missing.ask) == tuple(missing)

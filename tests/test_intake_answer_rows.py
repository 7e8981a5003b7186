"""answers.csv: one level for each criterion and rater."""

import pytest
from client_folders import ANSWERS as ROWS
from client_folders import read_rows

from bpo_lib.intake.answer_rows import answers_of
from bpo_lib.intake.hints import answer_hints
from bpo_lib.intake.layouts import ANSWERS


def test_answers_keep_their_words_and_open_questions_are_left_out():
    answers, problems = read_rows(answers_of, ANSWERS, ROWS)
    assert not problems
    assert answers.to_dict("records")[1] == {
        "criterion": "P1",
        "level": 4,
        "source": "document",
        "date": "2025-11-03",
        "rater": "Ann",
        "note": "manual 2025",
    }
    assert answers["criterion"].tolist() == ["S1", "P1"]


def test_several_raters_may_answer_one_criterion():
    answers, problems = read_rows(answers_of, ANSWERS, ROWS + "P1,2,opinion,,Bo,\nP1,2,opinion,,,\n")
    assert not problems
    assert answers["rater"].tolist() == ["Ann", "Ann", "Bo", ""]


def test_the_question_of_the_scaffold_is_not_a_note():
    hint = answer_hints()["G1"]
    answers, _ = read_rows(answers_of, ANSWERS, f'{ROWS}G1,2,opinion,,Bo,"{hint}"\n')
    assert answers["note"].tolist()[-1] == ""


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("P2,0,opinion,,Ann,", "row 5, level: 0 is too small. The smallest value allowed is 1"),
        ("P2,2.5,opinion,,Ann,", "row 5, level: '2.5' is not a whole number. Write it without decimals"),
        ("P2,high,opinion,,Ann,", "row 5, level: 'high' is not a plain number. Write digits"),
        (
            "P2,3,,,Ann,",
            "row 5, source: an empty cell is not one of the words allowed. Use one of: measured, doc",
        ),
        ("P2,3,opinion,yesterday,Ann,", "row 5, date: 'yesterday' is not a date. Write year"),
        ("P10,3,opinion,,Ann,", "row 5, criterion: 'P10' is not a criterion. Use one of: S1, S2"),
        ("P1,3,opinion,, ANN ,", "row 5, rater: P1 has a level from this rater already, in row 3. Keep one"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named(row, problem):
    _, [found] = read_rows(answers_of, ANSWERS, f"{ROWS}{row}\n")
    assert found.startswith(problem)

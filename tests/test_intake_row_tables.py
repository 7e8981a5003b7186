"""The small tables: answers, steps, providers' answers, scenarios; row by row and across rows."""

import pytest
from client_folders import ANSWERS as ANSWER_ROWS
from client_folders import STEPS as STEP_ROWS

from bpo_lib.fit import CRITERIA
from bpo_lib.intake.answer_rows import answers_of
from bpo_lib.intake.hints import answer_hints, own_note
from bpo_lib.intake.layouts import ANSWERS, SCENARIO, STEPS, VENDORS, Layout
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.scenario_rows import changes_of
from bpo_lib.intake.step_rows import steps_of
from bpo_lib.intake.text_tables import read_csv
from bpo_lib.intake.vendor_rows import vendors_of

VENDOR_HEADER = "vendor,criterion,answer,evidence,note\n"


def read(reader, layout: Layout, text: str):
    problems = ProblemList()
    found = reader(read_csv("f.csv", text.encode(), layout), problems)
    return found, [str(problem).removeprefix("f.csv, ") for problem in problems.all()]


def test_answers_keep_their_words_and_open_questions_are_left_out():
    answers, problems = read(answers_of, ANSWERS, ANSWER_ROWS)
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
    answers, problems = read(answers_of, ANSWERS, ANSWER_ROWS + "P1,2,opinion,,Bo,\nP1,2,opinion,,,\n")
    assert not problems
    assert answers["rater"].tolist() == ["Ann", "Ann", "Bo", ""]


def test_the_question_of_the_scaffold_is_not_a_note():
    hint = answer_hints()["G1"]
    answers, _ = read(answers_of, ANSWERS, f'{ANSWER_ROWS}G1,2,opinion,,Bo,"{hint}"\n')
    assert answers["note"].tolist()[-1] == ""
    assert own_note("my words", hint) == "my words"


def test_every_criterion_has_a_hint_with_its_question():
    assert all(criterion.question in answer_hints()[criterion.id] for criterion in CRITERIA)


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
    _, [found] = read(answers_of, ANSWERS, f"{ANSWER_ROWS}{row}\n")
    assert found.startswith(problem)


def test_steps_get_their_defaults():
    steps, problems = read(steps_of, STEPS, STEP_ROWS)
    assert not problems
    assert steps["case_share"].tolist() == [1, 1, 0.2]
    assert steps["kind"].tolist() == ["task", "check", "exception"]
    assert steps["document"].tolist() == ["manual 1.1", "", ""]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("S1,Again,clerk,1,,,,", "row 5, step: the step 'S1' is given twice, first in row 2. Give each step"),
        ("S4,Pay,,1,,,,", "row 5, actor: the cell is empty. Fill it in, or delete the row"),
        (",Pay,clerk,1,,,,", "row 5, step: the cell is empty. Fill it in, or delete the row"),
        ("S4,Pay,clerk,,,,,", "row 5, minutes: the cell is empty. Fill it in, or delete the row"),
        ("S4,Pay,clerk,20000,,,,", "row 5, minutes: 20000 is too large. The largest value allowed is 14400"),
        ("S4,Pay,clerk,1,1.2,,,", "row 5, case_share: 1.2 is too large. The largest value allowed is 1"),
        (
            "S4,Pay,clerk,1,,loop,,",
            "row 5, kind: 'loop' is not one of the words allowed. Use one of: task, dec",
        ),
        ("S4,Pay,clerk,1,,,S7,", "row 5, exception_to: 'S7' is not another step. Use one of: S1, S2, S3"),
        ("S4,Pay,clerk,1,,,S4,", "row 5, exception_to: 'S4' is not another step. Use one of: S1, S2, S3"),
    ],
)
def test_a_step_that_cannot_be_used_is_named(row, problem):
    _, [found] = read(steps_of, STEPS, f"{STEP_ROWS}{row}\n")
    assert found.startswith(problem)


def test_providers_answers_are_brought_to_one_form():
    rows = "N,regulation,YES,claim,\nN,reporting,3.0,DEMO,\nN,price_per_transaction,4.10,,\nN,continuity,,,\n"
    vendors, problems = read(vendors_of, VENDORS, VENDOR_HEADER + rows)
    assert not problems
    assert vendors["answer"].tolist() == ["yes", "3", "4.10", ""]
    assert vendors["evidence"].tolist() == ["claim", "demo", "", ""]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "N,regulation,4,,",
            "row 2, answer: '4' is neither yes nor no. regulation is a must-have: write yes or no",
        ),
        ("N,reporting,6,,", "row 2, answer: 6 is not a level. Write a level from 1 to 5"),
        ("N,reporting,good,,", "row 2, answer: 'good' is not a plain number. Write digits"),
        (
            'N,price_per_transaction,"4,10",,',
            "row 2, answer: '4,10' is not a plain number. Write 4.10 if the comma",
        ),
        ("N,price_per_transaction,0,,", "row 2, answer: the price 0 is not above 0. Write the price of one"),
        (
            "N,report,3,,",
            "row 2, criterion: 'report' is not a criterion for providers. Did you mean reporting?",
        ),
        (",reporting,3,,", "row 2, vendor: the cell is empty. Fill it in, or delete the row"),
        (
            "N,reporting,3,rumour,",
            "row 2, evidence: 'rumour' is not one of the words allowed. Use one of: ref",
        ),
        (
            "N,reporting,3,,\nn,reporting,4,,",
            "row 3, criterion: 'n' answers reporting already in row 2. Keep one",
        ),
    ],
)
def test_a_providers_answer_that_cannot_be_used_is_named(row, problem):
    _, [found] = read(vendors_of, VENDORS, f"{VENDOR_HEADER}{row}\n")
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "work.handling_minute,3,",
            "row 2, name: 'work.handling_minute' is not an assumption. Did you mean work.h",
        ),
        ("work.handling_minutes,,", "row 2, value: the cell is empty. Fill it in, or delete the row"),
        (
            "work.handling_minutes,999,",
            "row 2, value: 999 is outside the range. work.handling_minutes (average",
        ),
        (
            "work.handling_minutes,9,\nwork.handling_minutes,8,",
            "row 3, name: work.handling_minutes is given twice",
        ),
    ],
)
def test_a_change_that_cannot_be_used_is_named_even_without_a_base(row, problem):
    _, [found] = read(
        lambda table, problems: changes_of(table, None, problems), SCENARIO, f"name,value,note\n{row}\n"
    )
    assert found.startswith(problem)

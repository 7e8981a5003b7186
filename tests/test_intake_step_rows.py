"""steps.csv: ids that are unique, shares that are shares, exceptions that leave from a step."""

import pytest
from client_folders import STEPS as ROWS
from client_folders import read_rows

from bpo_lib.intake.layouts import STEPS
from bpo_lib.intake.step_rows import steps_of


def test_steps_get_their_defaults():
    steps, problems = read_rows(steps_of, STEPS, ROWS)
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
    _, [found] = read_rows(steps_of, STEPS, f"{ROWS}{row}\n")
    assert found.startswith(problem)


FLOW = """\
step,name,actor,minutes,kind,exception_to,next,trigger,input,output,data_class,input_kind,rule_based,digital,stable
S1,Register claim,clerk,3,,,S2,a claim arrives,form,record,personal,document,0.9,1,0.8
S2,Check cover,handler,6,decision,,end 0.8; S3 0.2,,,,,free text,,,
S3,Ask for papers,handler,4,exception,S2,S2 0.75; end 0.25,,,,Special,,,,
"""


def test_where_cases_go_and_what_the_work_is_like():
    steps, problems = read_rows(steps_of, STEPS, FLOW)
    assert not problems
    assert steps["next"].tolist() == ["S2", "end 0.8; S3 0.2", "S2 0.75; end 0.25"]
    assert steps["data_class"].tolist() == ["personal", "", "special"]
    assert steps["input_kind"].tolist() == ["document", "free_text", ""]
    assert steps["rule_based"].isna().tolist() == [False, True, True]
    assert (steps["trigger"].iloc[0], steps["digital"].iloc[0]) == ("a claim arrives", 1)


def flow_problems(old, new):
    assert old in FLOW
    return read_rows(steps_of, STEPS, FLOW.replace(old, new))[1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (",S2,a claim", ",S4,a claim", "row 2, next: 'S4' is not a step. Use one of: S1, S2, S3, end"),
        ("S3 0.2", "S33 0.2", "row 3, next: 'S33' is not a step. Use one of: S1, S2, S3, end"),
        (
            "S3 0.2",
            "S3 0.1",
            "row 3, next: the shares add up to 0.9, not to 1. Say where every case goes; end is",
        ),
        ("S3 0.2", "S3 20%", "row 3, next: '20%' is not a share. Write a number from 0 to 1 with a point"),
        ("S3 0.2", "S3", "row 3, next: S3 has no share. Write the share of cases behind it, such as A3 0.8"),
        (",0.9,1,", ",1.9,1,", "row 2, rule_based: 1.9 is not a share. Write a number from 0 to 1"),
        (",0.9,1,", ",90%,1,", "row 2, rule_based: '90%' is not a plain number. Write a share from 0 to 1"),
        (
            "personal",
            "private",
            "row 2, data_class: 'private' is not one of the words allowed. Use one of: pub",
        ),
        (
            "free text",
            "speech",
            "row 3, input_kind: 'speech' is not one of the words allowed. Use one of: str",
        ),
        (
            "S1,Register",
            "End,Register",
            "row 2, step: 'End' is kept for where cases come from or go to. Give",
        ),
        (
            "end 0.8; S3 0.2",
            "end 0.0001; S2 0.9999",
            "row 3, next: an average case would pass a step more than 1,000 times: too few cases l",
        ),
        (
            "end 0.8; S3 0.2,,,,,free text,,,\nS3,Ask for papers,handler,4,exception,S2,S2 0.75; end 0.25",
            "S3,,,,,free text,,,\nS3,Ask for papers,handler,4,exception,S2,S2",
            "row 3, next: cases that come to S2, S3 never leave the process. Write what share of them goes",
        ),
    ],
)
def test_a_flow_that_cannot_be_used_is_named(old, new, problem):
    [found] = flow_problems(old, new)
    assert found.startswith(problem)


def test_every_problem_of_a_flow_is_named_at_once():
    found = flow_problems("S3 0.2,,,,,free text", "S3 0.1,,,,,speech")
    assert [problem.split(":")[0] for problem in found] == ["row 3, next", "row 3, input_kind"]


def test_steps_that_nobody_reaches_may_go_round_for_ever():
    _, problems = read_rows(steps_of, STEPS, f"{FLOW}S4,Old loop,clerk,1,,,S4,,,,,,,,\n")
    assert problems == []

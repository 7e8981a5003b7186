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

"""scenarios/<name>.csv: changes checked one by one; as groups they are checked with their base."""

import pytest
from client_folders import read_rows

from bpo_lib.intake.layouts import SCENARIO
from bpo_lib.intake.scenario_rows import changes_of


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
    _, [found] = read_rows(
        lambda table, problems: changes_of(table, None, problems), SCENARIO, f"name,value,note\n{row}\n"
    )
    assert found.startswith(problem)


def test_a_scenario_without_rows_says_what_it_should_hold():
    _, [found] = read_rows(
        lambda table, problems: changes_of(table, None, problems), SCENARIO, "name,value,note\n"
    )
    assert found == f"f.csv: the scenario changes nothing. {SCENARIO.how_to}"

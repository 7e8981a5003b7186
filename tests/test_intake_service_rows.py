"""service_measures.csv: rows as they are read, and every fault with the way to mend it."""

import pytest
from client_folders import read_rows, write_client

from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import SERVICE_MEASURES
from bpo_lib.intake.service_rows import measures_of

ROWS = """\
measure,target,expected,spread,better,allocation,points
answered in 20 seconds,0.8,0.82,0.03,,0.6,10
days to answer a letter,3,2.5,0.6,Lower,0.9,20
"""


def read(text):
    return read_rows(measures_of, SERVICE_MEASURES, text)


def test_measures_are_read_with_the_defaults_of_empty_cells():
    found, problems = read(ROWS)
    assert not problems
    assert found["better"].tolist() == ["higher", "lower"]
    assert found["allocation"].tolist() == [0.6, 0.9]
    assert found["multiplier"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("days to answer a letter", "", "row 3, measure: the cell is empty. Name what is measured"),
        (
            "days to answer a letter",
            "Answered in 20 seconds",
            "row 3, measure: 'Answered in 20 seconds' is given twice, first in row 2. Keep one",
        ),
        ("Lower", "up", "row 3, better: 'up' is neither higher nor lower. Write higher or lower"),
        ("0.03", "", "row 2, spread: the cell is empty. Give the standard deviation of a month's"),
        ("0.03", "-1", "row 2, spread: -1 is outside the range."),
        ("0.03", "3%", "row 2, spread: '3%' is not a plain number. Write a share from 0 to 1"),
        (",0.6,", ",60,", "row 2, allocation: 60 is outside the range. The share of the pool"),
        (",0.6,10", ",,", "row 2, allocation: a miss of this measure weighs nothing. Give its share"),
    ],
)
def test_a_fault_is_named_with_the_way_to_mend_it(old, new, problem):
    found, problems = read(ROWS.replace(old, new))
    assert found.empty
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_there_are_as_many_measures_as_somebody_can_follow():
    rows = "".join(f"m{n},1,1,1,,1,\n" for n in range(21))
    _, problems = read(ROWS.splitlines()[0] + "\n" + rows)
    assert problems == ["f.csv: there are more than 20 measures. Keep those with a credit"]


def test_a_client_without_the_file_has_no_measures(tmp_path):
    assert open_client(write_client(tmp_path / "acme")).service_measures.empty
    found = open_client(write_client(tmp_path / "other", service_measures=ROWS)).service_measures
    assert len(found) == 2

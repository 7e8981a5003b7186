"""criteria.csv: what a firm reads otherwise than the house, and everything that cannot be read."""

from pathlib import Path

import numpy as np
import pytest
from client_folders import read_rows, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.fit import HOUSE_TABLE, criteria_of, elicited_weights, house_table, value_table
from bpo_lib.fit.scales.client_table import KEYS
from bpo_lib.intake import criteria_rows, open_client
from bpo_lib.intake.layouts import CRITERIA

HEADER = "criterion,weight,cuts,keep,offshore\n"


def read(rows, header=HEADER):
    return read_rows(criteria_rows.criteria_of, CRITERIA, header + rows)


def problems_in(rows):
    return read(rows)[1]


def test_an_empty_cell_keeps_what_the_house_has():
    table, problems = read("P2,,0.2;0.3;0.5;0.7;0.9;1,Flat,\nS1,2.5,,, PEAK 3\n")
    assert not problems
    assert table["cuts"].tolist() == ["0.2;0.3;0.5;0.7;0.9;1", ""]
    assert table["keep"].tolist() == ["flat", ""]
    assert table["offshore"].tolist() == ["", "peak 3"]
    assert np.isnan(table["weight"][0])
    assert table["weight"][1] == 2.5


def test_the_columns_for_shapes_are_the_nine_ways():
    assert [column for column in CRITERIA.columns if column in KEYS] == KEYS


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("P22,,,,", "row 2, criterion: 'P22' is not a criterion"),
        ("S1,two,,,", "row 2, weight: 'two' is not a plain number"),
        ("S1,-1,,,", "row 2, weight: -1 points are outside the range. Write points from 0 to 100"),
        ("S1,,1;2;3;4;5;6,,", "row 2, cuts: S1 strategic differentiation is not measured"),
        ("P2,,0.3;0.4,,", "row 2, cuts: '0.3;0.4' are not 6 rising cut points"),
        ("P2,,0.3;0.4;0.6;0.75;0.9;x,,", "row 2, cuts: 'x' is not a plain number"),
        (
            "P9,,0;0.02;0.05;0.1;0.2;0.25,,",
            "are not 6 falling cut points. Write them from level 1 to level 5",
        ),
        ("S1,,,rising,", "row 2, keep: 'rising' is not a shape. Write up, down, flat or peak with a level"),
        ("S1,,,,peak 7", "row 2, offshore: 'peak 7' is not a shape"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_its_mend(row, words):
    assert words in problems_in(row + "\n")[0]


def test_every_problem_is_named_at_once():
    assert len(problems_in("P22,,,,\nS1,x,1;2,rising,peak 9\n")) == 5


def test_a_criterion_twice_is_named_with_its_first_row():
    (found,) = problems_in("S1,1,,,\nS1,2,,,\n")
    assert "row 3, criterion: S1 has a row already, row 2" in found


def test_a_group_may_not_lose_all_its_weight():
    (found,) = problems_in("G1,0,,,\nG2,0,,,\n")
    assert (
        "every criterion of governance has weight 0. Give one of them points; to leave the group out" in found
    )


def test_the_table_of_a_folder_reaches_weights_values_and_levels(tmp_path: Path):
    rows = HEADER + "G1,3,,up,\nP2,,0.2;0.3;0.5;0.7;0.9;1,,\n"
    case = open_client(write_client(tmp_path / "acme", criteria=rows))
    weights = elicited_weights(case).by_criterion
    assert weights["G1"] / weights["G2"] == pytest.approx(3)
    assert value_table(case).words("G1")[0] == "up"
    assert {each.id: each for each in criteria_of(case)}["P2"].level_of(0.6) == 3


def test_the_whole_house_table_changes_nothing(tmp_path: Path):
    case = open_client(write_client(tmp_path / "acme", criteria=house_table().to_csv(index=False)))
    assert len(case.criteria) == 25
    assert {name: value_table(case).words(name) for name in HOUSE_TABLE.shapes} == {
        name: HOUSE_TABLE.words(name) for name in HOUSE_TABLE.shapes
    }


def test_a_faulty_table_keeps_the_client_from_opening(tmp_path: Path):
    folder = write_client(tmp_path / "acme", criteria=HEADER + "S1,,,rising,\n")
    with pytest.raises(InputProblems, match=r"criteria.csv, row 2, keep: 'rising' is not a shape"):
        open_client(folder)


def test_a_table_that_is_flat_throughout_tells_nothing_apart():
    header = ",".join(["criterion", "weight", *KEYS]) + "\n"
    flat = [f"{name},,{','.join(['flat'] * len(KEYS))}\n" for name in HOUSE_TABLE.shapes]
    _, (problem,) = read("".join(flat), header)
    assert "every criterion is flat for all nine alternatives. Leave a cell empty" in str(problem)
    assert not read("".join(flat[1:]), header)[1]

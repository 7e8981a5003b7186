"""weights.csv: points, ranks and comparisons, and what keeps them from becoming weights."""

from pathlib import Path

import pytest
from client_folders import read_rows, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.fit import GROUPS, elicited_weights
from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import WEIGHTS
from bpo_lib.intake.weight_rows import weights_of

HEADER = "method,first,second,value,rater,date,note\n"
POINTS = "".join(
    f"swing,{group},,{points},Ann,,\n" for points, group in zip(range(100, 40, -10), GROUPS, strict=True)
)
PAIRS = "".join(f"compare,strategy,{group},{times},Ann,,\n" for times, group in enumerate(GROUPS[1:], 2))


def read(rows):
    return read_rows(weights_of, WEIGHTS, HEADER + rows)


def problems_in(rows):
    return read(rows)[1]


def test_rows_are_read_as_they_are_meant():
    weights, problems = read("Compare,Process,RISK,1/3,Ann,2025-11-03,auditor\n" + PAIRS)
    assert not problems
    assert weights.to_dict("records")[0] == {
        "method": "compare",
        "first": "process",
        "second": "risk",
        "value": pytest.approx(1 / 3),
        "rater": "Ann",
        "date": "2025-11-03",
        "note": "auditor",
    }


def test_a_rater_is_one_person_however_spelt():
    weights, problems = read(POINTS.replace("80,Ann", "80,ANN"))
    assert not problems
    assert set(weights["rater"]) == {"Ann"}


def test_each_set_may_have_a_method_of_its_own():
    weights, problems = read(POINTS + "rank,S1,,2,Bo,,\nrank,S2,,1,Bo,,\n")
    assert not problems
    assert weights["method"].tolist() == ["swing"] * 6 + ["rank"] * 2


def test_a_row_without_a_value_is_not_answered_yet():
    weights, problems = read(PAIRS + "compare,process,risk,,Ann,,\n")
    assert not problems
    assert len(weights) == 5


def test_a_pair_the_other_way_round_may_repeat_what_was_said():
    weights, problems = read(PAIRS + "compare,demand,strategy,0.33,Ann,,\n")
    assert not problems
    assert len(weights) == 5


def test_a_pair_the_other_way_round_may_not_contradict():
    (problem,) = problems_in(PAIRS + "compare,demand,strategy,3,Ann,,\n")
    assert problem == (
        "row 7, value: strategy against demand is 3 in row 3, which is not 1 divided by this. "
        "Keep one of the two rows"
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "guess,risk,,5,,,",
            "row 2, method: 'guess' is not one of the words allowed. Use one of: swing, rank, compare",
        ),
        ("swing,,,5,,,", "row 2, first: the cell is empty. Fill it in, or delete the row"),
        (
            "swing,proces,,5,,,",
            "row 2, first: 'proces' is neither a group nor a criterion. Did you mean process?",
        ),
        (
            "compare,risk,Z9,5,,,",
            "row 2, second: 'Z9' is neither a group nor a criterion. Use one of: strategy, ",
        ),
        (
            "compare,risk,risk,1,,,",
            "row 2, second: risk is compared with itself. Name what it is compared with",
        ),
        (
            "compare,risk,P1,3,,,",
            "row 2, second: risk and P1 do not belong to one set. Compare groups with groups",
        ),
        ("compare,S1,P1,3,,,", "row 2, second: S1 and P1 do not belong to one set"),
        (
            "compare,risk,,3,,,",
            "row 2, second: a comparison needs two names. Name in second what it is compared",
        ),
        ("swing,risk,market,3,,,", "row 2, second: swing weighs one thing at a time. Leave second empty"),
        ("swing,risk,,120,,,", "row 2, value: 120 points are outside the range. Give points from 0 to 100"),
        ("rank,risk,,1.5,,,", "row 2, value: 1.5 is not a rank. Write 1 for the most important"),
        ("rank,risk,,0,,,", "row 2, value: 0 is not a rank"),
        (
            "compare,risk,market,0,,,",
            "row 2, value: 0 is no comparison. Write 3 when first counts three times",
        ),
        ("compare,risk,market,-3,,,", "row 2, value: -3 is no comparison"),
        (
            "compare,risk,market,12,,,",
            "row 2, value: 12 is outside the scale. Compare on a scale from 1/9 to 9",
        ),
        ("compare,risk,market,1/0,,,", "row 2, value: '1/0' is not a number. Write 3, or 1/3"),
        ("compare,risk,market,often,,,", "row 2, value: 'often' is not a plain number"),
        (
            "compare,risk,market,2026-01-03,,,",
            "row 2, value: '2026-01-03' is a date. A spreadsheet makes dates of 1/3: swap first and second",
        ),
        ("compare,risk,market,3,,3.11.25,", "row 2, date: '3.11.25' is not a date"),
    ],
)
def test_what_is_wrong_with_a_row_is_named(row, problem):
    (found,) = problems_in(f"{row}\n")
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (
            POINTS + "compare,risk,market,3,Bo,,\n",
            "row 8, method: the groups are weighed by swing in row 2 already. Weigh one set by one method",
        ),
        (
            POINTS + "swing,risk,,5,ann,,\n",
            "row 8, first: risk has a value from this rater already, in row 5. Keep one, or name who said it",
        ),
        (
            PAIRS + "compare,strategy,risk,5,Ann,,\n",
            "row 7, first: strategy against risk has a value from this rater already, in row 4",
        ),
        (
            "swing,S1,,50,Ann,,\nswing,D1,,50,,,\n",
            "row 2, first: Ann says nothing of S2. Give each of S1, S2 a row",
        ),
        (
            "swing,S1,,0,Ann,,\nswing,S2,,0,Ann,,\n",
            "row 2, value: Ann gives no points at all. Give 100 to what",
        ),
        (
            "rank,S1,,1,,,\nrank,S2,,1,,,\n",
            "row 2, value: the ranks of the rater are 1, 1. Use each of 1 to 2 once",
        ),
        (
            "compare,D1,D2,3,,,\ncompare,D3,D4,3,,,\n",
            "row 2, first: no chain of comparisons leads from D1 to D3, D4. Compare one of them",
        ),
    ],
)
def test_what_a_set_lacks_is_named(rows, problem):
    assert problems_in(rows)[0].startswith(problem)


def test_every_problem_is_named_at_once():
    found = problems_in("swing,proces,,5,,,\nrank,S1,,0,,,\ncompare,risk,,2,,,\n")
    assert [problem.split(",")[0] for problem in found] == ["row 2", "row 3", "row 4"]


def test_the_weights_of_a_folder_reach_the_criteria(tmp_path: Path):
    case = open_client(write_client(tmp_path / "acme", weights=HEADER + POINTS))
    assert elicited_weights(case).points == pytest.approx(dict(zip(GROUPS, range(100, 40, -10), strict=True)))


def test_a_faulty_file_stops_the_folder(tmp_path: Path):
    folder = write_client(tmp_path / "acme", weights=HEADER + "swing,risk,,500,,,\n")
    with pytest.raises(InputProblems, match=r"weights.csv, row 2, value: 500 points are outside the range"):
        open_client(folder)

"""The column `next`: how it is read, what is wrong with it, and what stands for it where it is absent."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.process.steps.flows import branches_of, flows_by_order

IDS = {"A3", "A7", "Step 1", "Step"}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("A3", [("A3", 1)]),
        ("end", [("end", 1)]),
        ("A3 0.8; A7 0.15; End 0.05", [("A3", 0.8), ("A7", 0.15), ("end", 0.05)]),
        ("A3 0.8;\nA7 .2;", [("A3", 0.8), ("A7", 0.2)]),
        ("A3\u00a00.5; A7  0.5", [("A3", 0.5), ("A7", 0.5)]),
        ("Step 1", [("Step 1", 1)]),
        ("Step 1 0.4; Step 0.6", [("Step 1", 0.4), ("Step", 0.6)]),
        ("A3 1; A7 0", [("A3", 1)]),
        (" ", []),
    ],
)
def test_ways_out_of_a_step(text, ways):
    branches, problems = branches_of(text, IDS)
    assert problems == []
    assert [tuple(branch) for branch in branches] == ways


def test_thirds_are_made_to_add_up():
    branches, _ = branches_of("A3 0.333; A7 0.333; end 0.333", IDS)
    assert sum(branch.probability for branch in branches) == pytest.approx(1, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("A3 0.8; A7 0.1", "the shares add up to 0.9, not to 1", "Say where every case goes"),
        ("A3 0.8; A9 0.2", "'A9' is not a step", "Use the id of a step"),
        ("A9", "'A9' is not a step", "Use the id of a step"),
        ("A3; A7 0.2", "A3 has no share", "Write the share of cases behind it"),
        ("A3 0.8; A3 0.2", "A3 is named twice", "Add the two shares up"),
        ("A3 80%; A7 0.2", "'80%' is not a share", "Write a number from 0 to 1 with a point"),
        ("A3 0,8; A7 0.2", "'0,8' is not a share", "Write a number from 0 to 1 with a point"),
        ("A3 1.2", "'1.2' is not a share", "Write a number from 0 to 1"),
        ("A3 -0.2; A7 1", "'-0.2' is not a share", "Write a number from 0 to 1"),
        ("A3 nan; A7 1", "'nan' is not a share", "Write a number from 0 to 1"),
        ("A3=0.8", "'A3=0.8' cannot be read", "Write a step, a space and a share"),
        ("A3 0; A7 0", "the shares add up to 0, not to 1", "Say where every case goes"),
    ],
)
def test_what_cannot_be_read_says_why(text, words, mend):
    branches, [problem] = branches_of(text, IDS)
    assert branches == []
    assert problem.words == words
    assert problem.mend.startswith(mend)


def test_every_fault_of_a_cell_is_found_at_once():
    _, problems = branches_of("A9 0.5; A3; A7 2", IDS)
    assert [problem.words for problem in problems] == [
        "'A9' is not a step",
        "A3 has no share",
        "'2' is not a share",
    ]


@given(st.text(max_size=40))
def test_no_text_upsets_the_reader(text):
    branches, problems = branches_of(text, IDS)
    assert not (branches and problems)
    assert not branches or sum(branch.probability for branch in branches) == pytest.approx(1)


def by_order(**changes):
    table = {
        "step": ["A", "B", "X", "Y", "C"],
        "kind": ["task", "check", "exception", "escalation", "task"],
        "exception_to": ["", "", "B", "X", ""],
        "case_share": [1.0, 1.0, 0.2, 0.05, 1.0],
    }
    return flows_by_order(pd.DataFrame(table | changes))


def test_the_order_of_the_rows_stands_for_the_flow():
    flows = by_order().set_index(["source", "target"])["probability"]
    assert flows.to_dict() == pytest.approx(
        {
            ("start", "A"): 1,
            ("A", "B"): 1,
            ("B", "C"): 0.8,
            ("C", "end"): 1,
            ("B", "X"): 0.2,
            ("X", "Y"): 0.25,
            ("X", "C"): 0.75,
            ("Y", "C"): 1,
        }
    )


def test_exceptions_to_one_another_still_come_back():
    flows = by_order(exception_to=["", "", "Y", "X", ""])
    assert set(flows.loc[flows["source"].isin(["X", "Y"]), "target"]) == {"X", "Y", "end"}


def test_an_exception_that_leaves_from_nowhere_has_no_flow():
    flows = by_order(exception_to=["", "", "", "", ""])
    assert not {"X", "Y"} & {*flows["source"], *flows["target"]}

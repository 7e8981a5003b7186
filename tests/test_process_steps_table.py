"""The step table: what is left empty gets its default, what is needed is missed by name."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.process.steps.table import filled, is_exception

BARE = pd.DataFrame(
    {"step": ["A", "X"], "name": ["Do", "Mend"], "actor": ["clerk"] * 2, "minutes": [1, "2.5"]}
)


def test_columns_left_out_take_their_defaults():
    table = filled(BARE)
    assert table["kind"].tolist() == ["task", "task"]
    assert table["case_share"].tolist() == [1, 1]
    assert table["minutes"].tolist() == [1, 2.5]
    assert (table[["next", "document", "data_class"]] == "").all(axis=None)
    assert table[["rule_based", "digital", "stable"]].isna().all(axis=None)


def test_empty_cells_take_them_too_and_the_given_table_is_left_alone():
    given = BARE.assign(
        kind=[None, " exception "], case_share=[np.nan, 0.1], next=[" X ", np.nan], stable=[0.5, None]
    )
    before = given.copy()
    table = filled(given)
    assert table["kind"].tolist() == ["task", "exception"]
    assert table["case_share"].tolist() == [1, 0.1]
    assert table["next"].tolist() == ["X", ""]
    assert table["stable"].iloc[0] == 0.5
    pd.testing.assert_frame_equal(given, before)


def test_an_exception_is_one_by_kind_or_by_what_it_leaves():
    given = BARE.assign(kind=["", "escalation"], exception_to=["", "A"])
    assert is_exception(filled(given)).tolist() == [False, True]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (BARE.drop(columns=["actor", "minutes"]), "the step table has no column actor or minutes"),
        (BARE.assign(step=["A", ""]), "a step has no id"),
        (BARE.assign(step=["A", "A"]), "the step A is given twice"),
        (BARE.assign(minutes=[1, -1]), "the minutes of a step are below 0 or not given"),
        (BARE.assign(minutes=[1, None]), "the minutes of a step are below 0 or not given"),
    ],
)
def test_what_cannot_be_used_is_named(steps, words):
    with pytest.raises(InputError, match=words):
        filled(steps)

"""What each case adds: its route among the commonest, repeats, hand-offs."""

import numpy as np
import pandas as pd

from bpo_lib.process.log.case_figures import handoffs_of, steps_taken, variant_table, variants_of, visits_of
from bpo_lib.process.log.columns import read_columns


def log(*routes, resources=None):
    rows = [
        (case, activity, f"2025-01-01 {place:02d}:00", resources[case][place] if resources else "Ann")
        for case, route in enumerate(routes)
        for place, activity in enumerate(route)
    ]
    return read_columns(pd.DataFrame(rows, columns=["case_id", "activity", "timestamp", "resource"]))


def test_the_commonest_route_comes_first_and_every_case_points_to_its_own():
    found = variants_of(log("AB", "AAB", "AAB", "B"))
    assert found.cases.tolist() == [2, 1, 1]
    assert found.of_case.tolist() == [1, 0, 0, 2]
    assert found.first_case.tolist() == [1, 0, 3]


def test_a_route_is_told_in_words_and_as_its_steps():
    given = log("AAB", "AAB", "B")
    table = variant_table(given, variants_of(given))
    assert table["variant"].tolist() == ["A > A > B", "B"]
    assert table["path"].tolist() == [("A", "A", "B"), ("B",)]
    assert table["share"].tolist() == [2 / 3, 1 / 3]


def test_a_route_is_no_prefix_of_another():
    assert len(variants_of(log("AB", "A", "B", "BA")).cases) == 4


def test_steps_taken_name_each_step_of_a_route_once():
    given = log("AAB", "AAB", "B")
    taken = steps_taken(given, visits_of(given), variants_of(given))
    assert sorted(zip(taken["variant"], taken["activity"], strict=True)) == [(0, "A"), (0, "B"), (1, "B")]


def test_hand_offs_by_case_skip_what_nobody_signed():
    given = log("ABC", "AB", resources=[["Ann", "Bob", "Ann"], ["Ann", None]])
    assert handoffs_of(given).tolist() == [2, 0]


def test_visits_count_every_pass():
    visits = visits_of(log("ABA"))
    assert dict(zip(visits["activity"], visits["visits"], strict=True)) == {0: 2, 1: 1}
    assert np.all(visits["case"] == 0)

"""How severely evaluators mark: a published formula for gaps, a table by hand, and what cannot be told."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.sourcing.bids.severity import severity

gap = float("nan")


def marks(*rows):
    names = ["Kim", "Lee", "Max", "Noa"][: len(rows)]
    return pd.DataFrame(rows, index=names, columns=[f"bid {place}" for place in range(len(rows[0]))])


def test_one_gap_is_filled_as_yates_does():
    # Yates 1933: with one value missing in a table of r rows and c columns, the least-squares value is
    # (r * R + c * C - G) / ((r - 1)(c - 1)), R and C the sums of its row and column, G of all.
    table = marks([4, 3, 2, 5], [3, 2, gap, 4], [5, 4, 3, 4])
    row, column, every = 3 + 2 + 4, 2 + 3, 39
    filled = (3 * row + 4 * column - every) / (2 * 3)
    complete = table.fillna(filled)
    found = severity(table)
    assert found.adjusted.tolist() == pytest.approx(complete.mean().tolist())
    effects = complete.mean(axis=1) - complete.to_numpy().mean()
    assert found.evaluators["effect"].tolist() == pytest.approx(effects.tolist())


def test_a_severe_evaluator_by_hand():
    # Lee gives one level less than Kim each time: half a level either side of the panel.
    found = severity(marks([4, 3, 5], [3, 2, 4]))
    assert found.evaluators["effect"].tolist() == pytest.approx([0.5, -0.5])
    assert found.evaluators["error"].tolist() == pytest.approx([0, 0], abs=1e-12)
    assert found.adjusted.tolist() == pytest.approx([3.5, 2.5, 4.5])


def test_who_only_saw_weak_bids_is_not_taken_for_severe():
    # Kim and Lee agree on the first bid; Lee also marked two weak ones, Kim two strong ones.
    found = severity(marks([3, 5, 5, gap, gap], [3, gap, gap, 1, 1]))
    assert found.evaluators["mean"].tolist() == pytest.approx([13 / 3, 5 / 3])
    assert found.evaluators["effect"].tolist() == pytest.approx([0, 0], abs=1e-12)


def test_evaluators_who_share_nothing_cannot_be_compared():
    found = severity(marks([4, 3, gap, gap], [gap, gap, 2, 5]))
    assert not found.connected
    assert found.groups == (("Kim",), ("Lee",))
    assert found.evaluators["effect"].isna().all()
    assert found.adjusted.isna().all()


def test_a_third_evaluator_connects_the_other_two():
    found = severity(marks([4, 3, gap, gap], [gap, gap, 2, 5], [3, gap, 1, gap]))
    assert found.connected
    # Max marks one level under each of them, so they mark alike.
    assert found.evaluators["effect"].tolist() == pytest.approx([1 / 3, 1 / 3, -2 / 3])


def test_without_marks_left_over_the_error_is_unknown():
    assert severity(marks([4, gap], [3, 2])).evaluators["error"].isna().all()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.integers(2, 4), st.integers(2, 8), st.floats(0, 0.6))
def test_effects_sum_to_nothing_and_a_shift_of_one_evaluator_moves_only_its_effect(seed, raters, bids, gaps):
    random = np.random.default_rng(seed)
    table = random.integers(1, 6, (raters, bids)).astype(float)
    table[1:][random.random((raters - 1, bids)) < gaps] = np.nan
    table[1:, 0] = 3.0  # everybody marked one bid, so that all connect
    given_marks = marks(*table.tolist())
    found, shifted = severity(given_marks), severity(given_marks.add([1.0] + [0.0] * (raters - 1), axis=0))
    assert found.evaluators["effect"].sum() == pytest.approx(0, abs=1e-9)
    moved = shifted.evaluators["effect"] - found.evaluators["effect"]
    assert moved.tolist() == pytest.approx([1 - 1 / raters] + [-1 / raters] * (raters - 1), abs=1e-8)


def test_an_evaluator_without_marks_is_refused():
    with pytest.raises(InputError, match="severity needs a mark by every evaluator"):
        severity(marks([4, 3], [gap, gap]))

"""TOPSIS and min-max sums: the textbook's figures, and why neither may be the score."""

import json

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.fit.robustness.cross_check import topsis, weighted_sum_minmax

NAN = float("nan")


@pytest.fixture(scope="module")
def published(shared):
    return json.loads(shared("reference/fit_fixtures.json").read_text())


def test_topsis_of_the_textbook(published):
    example = published["topsis_hwang_yoon"]
    closeness = topsis(example["X"], example["w"], example["dir"])
    assert closeness == pytest.approx(example["closeness"], abs=5e-13)


def test_sums_of_the_textbook_prefer_another(published):
    example = published["topsis_hwang_yoon"]
    sums = weighted_sum_minmax(example["X"], example["w"], example["dir"])
    assert sums == pytest.approx(example["wsm_minmax"], abs=5e-13)
    assert sums.argmax() != topsis(example["X"], example["w"], example["dir"]).argmax()


def test_a_poor_option_turns_the_order_of_the_others_around(published):
    example = published["topsis_rank_reversal"]
    three = topsis(example["X3"], example["w"])
    four = topsis([*example["X3"], example["added"]], example["w"])
    assert three == pytest.approx(example["c3"], abs=5e-13)
    assert four == pytest.approx(example["c4"], abs=5e-13)
    assert three.argmax() == 2
    assert four.argmax() == 1


def test_sums_by_hand():
    # Cost 10, 20, 30 where less is better: 1, 1/2, 0; quality 4, 6, 5: 0, 1, 1/2; weights 3 to 1.
    assert weighted_sum_minmax([[10, 4], [20, 6], [30, 5]], [3, 1], [-1, 1]).tolist() == [0.75, 0.625, 0.125]


def test_topsis_by_hand():
    # One criterion, 3 and 4, of length 5: the best lies all the way, the worst none.
    assert topsis([[3], [4]], [1]).tolist() == [0, 1]


def test_a_criterion_on_which_all_are_alike_adds_nothing():
    values = [[1, 7], [2, 7]]
    assert weighted_sum_minmax(values, [1, 1]).tolist() == [0, 0.5]
    assert topsis(values, [1, 1]).tolist() == [0, 1]
    assert topsis([[0, 1], [0, 2]], [1, 1]).tolist() == [0, 1]


def test_options_that_are_all_alike_have_no_closeness():
    assert np.isnan(topsis([[1, 2], [1, 2]], [1, 1])).all()


@pytest.mark.parametrize(
    ("values", "weights", "directions", "words"),
    [
        ([1, 2], [1, 1], None, "a row for each alternative"),
        ([[1, NAN]], [1, 1], None, "alternative 1 on criterion 2 is missing"),
        ([[1, 2]], [1], None, "2 criteria need as many weights and directions"),
        ([[1, 2]], [1, 1], [1], "2 criteria need as many weights and directions"),
        ([[1, 2]], [1, -1], None, "the points of 2 are -1"),
        ([[1, 2]], [1, 1], [1, 0], "a direction is 1 where more is better"),
    ],
)
def test_what_cannot_be_ranked_says_why(values, weights, directions, words):
    for method in (topsis, weighted_sum_minmax):
        with pytest.raises(InputError, match=words):
            method(values, weights, directions)

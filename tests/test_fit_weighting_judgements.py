"""Judgements of pairs: what makes a matrix whole, and how several become one."""

import numpy as np
import pandas as pd
import pytest
from judgement_cases import reciprocal

from bpo_lib.errors import InputError
from bpo_lib.fit.weighting.judgements import checked_judgements, joined_judgements, unconnected

NAN = float("nan")


def test_one_half_of_a_pair_tells_the_other():
    whole, names = checked_judgements([[NAN, 4], [NAN, NAN]])
    assert whole.tolist() == [[1, 4], [0.25, 1]]
    assert names == ("1", "2")


def test_a_frame_brings_its_names():
    frame = pd.DataFrame([[1, 2], [0.5, 1]], index=["price", "size"])
    assert checked_judgements(frame)[1] == ("price", "size")


def test_several_judges_are_joined_by_the_geometric_mean():
    # 2 and 8 make 4; a judge who says nothing of a pair does not pull it.
    joined = joined_judgements([reciprocal([2, 3, 5]), reciprocal([8, 3, 5]), np.full((3, 3), NAN)])
    assert joined == pytest.approx(reciprocal([4, 3, 5]))


def test_a_pair_nobody_judged_stays_open():
    assert np.isnan(joined_judgements([np.array([[1, NAN], [NAN, 1]])])[0, 1])


def test_a_joined_pair_and_its_reverse_stay_reciprocal():
    joined = joined_judgements([reciprocal([2, 7, 5]), reciprocal([3, 1, "1/9"])])
    assert joined * joined.T == pytest.approx(np.ones((3, 3)))


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        ([[1, 3], [0.5, 1]], "price against size is 3 and the other way round 0.5; .* here 0.333333"),
        ([[1, 0], [NAN, 1]], "price against size is 0; a judgement is a positive number"),
        ([[1, NAN], [-2, 1]], "size against price is -2"),
        ([[1, float("inf")], [0, 1]], "price against size is inf"),
        ([[2, 1], [1, 1]], "price against price is 2; anything counts once as much as itself"),
        ([[1, NAN], [NAN, 1]], "no chain of judgements leads from price to size"),
        ([[1, 2, 3], [1, 2, 3]], "square, not 2 by 3"),
        ([1, 2], "square, not 2"),
        ([[1, "often"], [1, 1]], "holds numbers"),
        ([[1, 2], [1]], "holds numbers"),
        (np.eye(3) + 0, "3 things are compared, but 2 are named"),
        ([], "square, not 0"),
    ],
)
def test_what_is_wrong_is_named_with_its_pair(matrix, words):
    with pytest.raises(InputError, match=words):
        checked_judgements(matrix, ["price", "size"])


def test_a_chain_is_followed_to_its_end():
    chain = np.eye(5, dtype=bool) | np.eye(5, k=1, dtype=bool) | np.eye(5, k=-1, dtype=bool)
    assert unconnected(chain) == []
    chain[2, 3] = chain[3, 2] = False
    assert unconnected(chain) == [3, 4]


def test_the_columns_of_a_frame_are_known_by_their_names():
    frame = pd.DataFrame([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]], list("abc"), list("abc"))
    straight, _ = checked_judgements(frame)
    turned, names = checked_judgements(frame[["c", "a", "b"]])
    assert names == ("a", "b", "c")
    assert (turned == straight).all()

"""One weighed set: what raters said becomes shares, and draws that fit what they said."""

import numpy as np
import pytest
from judgement_cases import weight_rows

from bpo_lib.errors import InputError
from bpo_lib.fit.weighting.weight_sets import judgement_matrix, weights_by_points, weights_elicited

MEMBERS = ("A", "B", "C")


def elicited(*rows, spread=0.2):
    return weights_elicited("letters", MEMBERS, weight_rows(*rows), spread)


def drawn(weight_set, count=4_096):
    points = np.random.default_rng(1).random((count, 4))
    return weight_set.draws(points[:, :3], points[:, 3])


def test_points_of_two_raters_are_averaged_as_shares():
    # 50, 30, 20 and 100, 100, 0: shares .5 .3 .2 and .5 .5 0.
    both = elicited(
        ("swing", "A", "", 50, "Ann"), ("swing", "B", "", 30, "Ann"), ("swing", "C", "", 20, "Ann"),
        ("swing", "C", "", 0, "Bo"), ("swing", "B", "", 100, "Bo"), ("swing", "A", "", 100, "Bo"),
    )  # fmt: skip
    assert both.shares == pytest.approx([0.5, 0.4, 0.1])
    assert both.raters == ("Ann", "Bo")


def test_the_range_holds_the_spread_and_every_rater():
    both = elicited(
        ("swing", "A", "", 50, "Ann"), ("swing", "B", "", 30, "Ann"), ("swing", "C", "", 20, "Ann"),
        ("swing", "A", "", 100, "Bo"), ("swing", "B", "", 100, "Bo"), ("swing", "C", "", 0, "Bo"),
    )  # fmt: skip
    assert both.low == pytest.approx([0.4, 0.3, 0])
    assert both.high == pytest.approx([0.6, 0.5, 0.2])


def test_ranks_become_rank_order_weights():
    ranked = elicited(("rank", "A", "", 3, ""), ("rank", "B", "", 1, ""), ("rank", "C", "", 2, ""))
    assert ranked.shares == pytest.approx([2 / 18, 11 / 18, 5 / 18])


def test_draws_of_an_order_keep_it_and_average_to_its_weights():
    ranked = elicited(("rank", "A", "", 3, ""), ("rank", "B", "", 1, ""), ("rank", "C", "", 2, ""))
    draws = drawn(ranked)
    assert ((draws[:, 1] >= draws[:, 2]) & (draws[:, 2] >= draws[:, 0])).all()
    assert draws.mean(axis=0) == pytest.approx(ranked.shares, abs=0.01)


def test_raters_who_order_differently_are_drawn_alike_often():
    both = elicited(
        ("rank", "A", "", 1, "Ann"), ("rank", "B", "", 2, "Ann"), ("rank", "C", "", 3, "Ann"),
        ("rank", "A", "", 3, "Bo"), ("rank", "B", "", 2, "Bo"), ("rank", "C", "", 1, "Bo"),
    )  # fmt: skip
    draws = drawn(both)
    assert (draws[:, 0] > draws[:, 2]).mean() == pytest.approx(0.5, abs=0.03)
    assert draws.mean(axis=0) == pytest.approx(both.shares, abs=0.01)


def test_comparisons_of_two_raters_are_joined_pair_by_pair():
    # 2 and 8 make 4 of A against B; with B against C at 1, the shares are 4 : 1 : 1.
    both = elicited(
        ("compare", "A", "B", 2, "Ann"), ("compare", "B", "C", 1, "Ann"), ("compare", "A", "C", 4, "Ann"),
        ("compare", "B", "A", 1 / 8, "Bo"),
    )  # fmt: skip
    assert both.shares == pytest.approx([4 / 6, 1 / 6, 1 / 6])
    assert both.ahp.consistency_ratio == pytest.approx(0, abs=1e-12)
    assert both.raters == ("Ann", "Bo")
    assert list(both.by_rater) == ["Ann"]  # the other one's single judgement gives no weights


def test_a_comparison_fills_both_halves():
    matrix = judgement_matrix(MEMBERS, weight_rows(("compare", "C", "A", 4, "")))
    assert (matrix[2, 0], matrix[0, 2]) == (4, 0.25)
    assert np.isnan(matrix[0, 1])


def test_draws_of_points_lie_around_them_and_sum_to_one():
    house = weights_by_points("letters", {"A": 100, "B": 60, "C": 40}, 0.5)
    draws = drawn(house)
    assert draws.sum(axis=1) == pytest.approx(np.ones(len(draws)))
    assert draws.mean(axis=0) == pytest.approx(house.shares, abs=0.01)
    ratio = draws[:, 0] / draws[:, 1]
    assert ratio.min() >= 5 / 3 / 3
    assert ratio.max() <= 5 / 3 * 3


def test_the_quantiles_of_a_triangle_are_the_textbook_ones():
    # From 1 to 3 around 2: an eighth of all lies below 1.5, and so does seven eighths below 2.5.
    from bpo_lib.fit.weighting.weight_sets import _triangular

    points = np.array([[0.0], [0.125], [0.5], [0.875], [1.0]])
    drawn_values = _triangular(points, np.array([1.0]), np.array([2.0]), np.array([3.0]))
    assert drawn_values.ravel() == pytest.approx([1, 1.5, 2, 2.5, 3])


def test_without_spread_every_draw_is_the_weights_themselves():
    house = weights_by_points("letters", {"A": 100, "B": 60, "C": 0}, 0)
    assert drawn(house, 16) == pytest.approx(np.tile(house.shares, (16, 1)))


def test_a_member_without_points_never_gains_any():
    assert (drawn(weights_by_points("letters", {"A": 100, "B": 60, "C": 0}, 0.5))[:, 2] == 0).all()


def test_a_rater_who_leaves_out_a_member_is_named():
    with pytest.raises(InputError, match="Ann gives no value for C"):
        elicited(("swing", "A", "", 50, "Ann"), ("swing", "B", "", 30, "Ann"))


def test_comparisons_that_reach_not_all_name_who_stands_alone():
    with pytest.raises(InputError, match="from A to C"):
        elicited(("compare", "A", "B", 2, "Ann"))

"""Weights: published rank-order vectors, and shares that always add up."""

import json

import pytest

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, FitWeights, roc_weights, swing_weights


@pytest.mark.parametrize("count", ["3", "4", "5"])
def test_rank_order_weights_are_the_published_ones(shared, count):
    published = json.loads(shared("reference/fit_fixtures.json").read_text())["roc"][count]
    assert roc_weights(int(count)).tolist() == pytest.approx(published, rel=1e-14)


def test_rank_order_weights_fall_and_sum_to_one():
    weights = roc_weights(25)
    assert weights.sum() == pytest.approx(1, abs=1e-14)
    assert (weights[:-1] > weights[1:]).all()


@pytest.mark.parametrize("count", [0, -3, 2.5])
def test_nothing_to_weigh_is_an_error(count):
    with pytest.raises(InputError, match=f"at least one criterion, not {count}"):
        roc_weights(count)


def test_weights_of_all_criteria_sum_to_one():
    assert sum(FitWeights().by_criterion().values()) == pytest.approx(1, abs=1e-14)


def test_weight_of_one_criterion_by_hand():
    # All groups alike: a sixth for governance, of which G1 holds 1.5 of 2.5 points.
    alike = FitWeights(strategy=10, process=10, demand=10, risk=10, market=10, governance=10)
    assert alike.by_criterion()["G1"] == pytest.approx(1 / 6 * 1.5 / 2.5)


def test_only_proportions_of_points_count():
    some = FitWeights(strategy=10, process=20, demand=30, risk=5, market=0, governance=35)
    double = FitWeights(strategy=20, process=40, demand=60, risk=10, market=0, governance=70)
    assert some.by_criterion() == pytest.approx(double.by_criterion())


def test_a_group_without_points_does_not_count():
    weights = FitWeights(market=0).by_criterion()
    assert all(weights[each.id] == 0 for each in CRITERIA if each.group == "market")


def test_no_points_at_all_is_an_error():
    with pytest.raises(InputError, match="every group has weight 0"):
        FitWeights(strategy=0, process=0, demand=0, risk=0, market=0, governance=0)


def test_points_become_shares():
    assert swing_weights([100, 60, 40]).tolist() == [0.5, 0.3, 0.2]
    assert swing_weights({"cost": 1, "speed": 3}).tolist() == [0.25, 0.75]


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ({"cost": -1, "speed": 3}, "the points of cost are -1; they are 0 or more"),
        ({"cost": float("nan")}, "the points of cost are nan"),
        ([0, 0], "nothing has any points"),
        ([], "nothing has any points"),
    ],
)
def test_points_that_weigh_nothing_say_why(points, words):
    with pytest.raises(InputError, match=words):
        swing_weights(points)


@pytest.mark.parametrize("count", [0, -1, 2.5, "3", None, float("nan")])
def test_ranks_of_no_number_of_criteria_say_so(count):
    with pytest.raises(InputError, match="at least one criterion, not"):
        roc_weights(count)

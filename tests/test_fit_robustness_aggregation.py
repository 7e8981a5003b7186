"""Additive, geometric and pessimistic values: by hand, their bounds, and who leads."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.fit import aggregate, leaders
from bpo_lib.fit.robustness.aggregation import METHODS, additive, geometric, pessimistic


def some_case(seed, alternatives=5, criteria=6):
    draw = np.random.default_rng(seed)
    return draw.random((alternatives, criteria)), draw.dirichlet(np.ones(criteria))


def test_all_three_by_hand():
    # Weights 0.25 and 0.75 on 1 and 0.16: 0.25 + 0.12; 0.16^0.75 = 0.4^1.5; the better one counts by
    # 0.25^2, the worse by 1 - 0.25^2.
    table = aggregate([[1.0, 0.16]], [0.25, 0.75])
    assert table.loc[0, "additive"] == pytest.approx(0.37)
    assert table.loc[0, "geometric"] == pytest.approx(0.4**1.5)
    assert table.loc[0, "pessimistic"] == pytest.approx(0.0625 + 0.9375 * 0.16)


def test_a_utility_of_nothing_counts_as_the_floor_in_the_product_by_hand():
    # The floor of 0.01 at half the weight: the root of 0.01.
    table = aggregate([[1.0, 0.0], [1.0, 0.01]], [0.5, 0.5])
    assert table["geometric"].tolist() == pytest.approx([0.1, 0.1])


def test_equal_weights_give_yagers_ordered_weights_by_hand():
    # Four criteria, exponent 2: ordered weights 1, 3, 5 and 7 sixteenths, the largest on the worst.
    table = aggregate([[0.8, 0.2, 0.6, 0.4]], [0.25] * 4)
    assert table.loc[0, "pessimistic"] == pytest.approx((0.8 + 3 * 0.6 + 5 * 0.4 + 7 * 0.2) / 16)


@given(st.integers(0, 10_000))
def test_no_method_leaves_the_range_of_the_utilities_and_none_exceeds_the_sum(seed):
    utilities, weights = some_case(seed)
    utilities = 0.01 + 0.99 * utilities
    table = aggregate(utilities, weights)
    for method in METHODS:
        assert (table[method] >= utilities.min(axis=1) - 1e-12).all()
        assert (table[method] <= table["additive"] + 1e-12).all()


@given(st.integers(0, 10_000), st.integers(0, 5))
def test_doing_better_on_a_criterion_never_lowers_a_value(seed, criterion):
    utilities, weights = some_case(seed)
    better = utilities.copy()
    better[:, criterion] = np.minimum(better[:, criterion] + 0.2, 1)
    for method in (additive, geometric, pessimistic):
        assert (method(better, weights) >= method(utilities, weights) - 1e-12).all()


@given(st.integers(0, 10_000))
def test_one_more_alternative_changes_no_value_of_the_others(seed):
    utilities, weights = some_case(seed)
    more, fewer = aggregate(utilities, weights), aggregate(utilities[:-1], weights)
    assert more.iloc[:-1].to_numpy(float) == pytest.approx(fewer.to_numpy(float), abs=1e-14)


def test_methods_take_draws_as_well():
    utilities, weights = some_case(4)
    for method in (additive, geometric, pessimistic):
        found = method(np.stack([utilities, utilities / 2]), weights)
        assert found[0] == pytest.approx(method(utilities, weights))
        assert found[1] == pytest.approx(method(utilities / 2, weights))


def test_a_criterion_without_weight_changes_no_value():
    utilities, weights = some_case(6)
    wider = np.column_stack([np.zeros(5), utilities])
    after = aggregate(wider, [0, *weights]).to_numpy(float)
    assert after == pytest.approx(aggregate(utilities, weights).to_numpy(float))


def test_a_leader_of_the_sum_alone_is_told_from_one_on_which_all_agree():
    # Excellent on most and nothing on one, against good on all.
    table = aggregate([[1.0, 1.0, 0.0], [0.6, 0.6, 0.6]], [0.4, 0.3, 0.3])
    found = leaders(table.set_axis(["bold", "even"]))
    assert found["leader"].tolist() == ["bold", "even", "even"]
    assert found["agrees"].tolist() == [True, False, False]
    assert found.loc["additive", "value"] == pytest.approx(0.7)
    assert found.index.tolist() == list(METHODS)


def test_one_that_is_not_allowed_never_leads():
    table = aggregate([[0.9], [0.5], [0.4]], [1.0], allowed=[False, True, True])
    assert table["additive"].tolist() == [0.9, 0.5, 0.4]
    found = leaders(table)
    assert found["leader"].tolist() == [1, 1, 1]
    assert found["agrees"].all()


def test_leaders_that_tie_agree():
    table = aggregate([[0.2, 0.8], [0.8, 0.2]], [0.5, 0.5])
    assert leaders(table)["agrees"].all()
    assert isinstance(table, pd.DataFrame)


def test_a_missing_utility_is_named():
    with pytest.raises(InputError, match="utility of alternative 1 on criterion 1 is missing"):
        aggregate([[float("nan")]], [1.0])

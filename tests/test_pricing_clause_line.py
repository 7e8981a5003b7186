"""A line of an invoice: quantity, rate and amount of each month."""

import numpy as np

from bpo_lib.pricing.clause.line import ADJUSTMENT, adjustment, line, total


def test_one_rate_holds_for_every_month():
    found = line("unit", 3.0, "FTE", 100.0, np.array([300.0, 300.0]))
    assert found.quantity.tolist() == [3, 3]
    assert found.rate.tolist() == [100, 100]


def test_an_adjustment_is_one_sum_where_there_is_one():
    found = adjustment("cap", np.array([0.0, -250.0]))
    assert (found.unit, found.quantity.tolist()) == (ADJUSTMENT, [0, 1])
    assert (found.quantity * found.rate).tolist() == [0, -250]


def test_lines_come_to_their_sum_and_no_lines_to_nothing():
    lines = [adjustment("floor", np.array([1.0, 2.0])), adjustment("cap", np.array([0.0, -2.0]))]
    assert total(lines, np.zeros(2)).tolist() == [1, 0]
    assert total([], np.zeros(2)).tolist() == [0, 0]
